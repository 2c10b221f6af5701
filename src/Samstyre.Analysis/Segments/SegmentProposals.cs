using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Which initiatives report what belongs in another segment than theirs. What a report says nothing of proves nothing: a blank field is never taken for none.</summary>
public static class SegmentProposals
{
    /// <summary>So many dependencies of high criticality make an initiative one that is steered together.</summary>
    public const int ManyCritical = 5;

    /// <summary>The segments that the rules know; a portfolio without one of them gets no proposal about it.</summary>
    private const string CoGovern = "co-govern", Coordinate = "coordinate", Observe = "observe", Inspire = "inspire";

    /// <summary>All proposals of a round, by national id (those without last) and then by identity; of each initiative at most one. Initiatives that have left since get none.</summary>
    public static ImmutableArray<SegmentProposal> Of(RoundContent round)
    {
        var segments = round.Snapshot.Definition.Segments.ToDictionary(segment => segment.Code, segment => segment.Name, StringComparer.Ordinal);
        var needs = CoGovernedNeeds(round);
        return
        [
            .. Order.Sorted(round)
                .Where(entry => entry.Standing.Initiative is { Segment: not null, Life: [.., { Stage: LifeStage.InPortfolio }] })
                .Select(entry => Of(entry.Standing, entry.Report, needs, segments))
                .OfType<SegmentProposal>()
                .Where(proposal => segments.ContainsKey(proposal.To)),
        ];
    }

    private static SegmentProposal? Of(Standing standing, Report report, Dictionary<Guid, SortedSet<string>> needs, Dictionary<string, LocalText> segments) => standing.Initiative.Segment switch
    {
        CoGovern => Alone(standing, report),
        Coordinate => ManyNeeds(standing, report) ?? NoCriticalNeed(standing, report),
        Observe => NeedsCoGoverned(standing, needs, segments),
        Inspire => Introduces(standing, report),
        _ => null,
    };

    /// <summary>Steered together, though it needs nobody and one pays for it. That nobody pays is never said: without a source the funding is not reported.</summary>
    private static SegmentProposal? Alone(Standing standing, Report report)
    {
        var sources = ReportedParties.SourcesOf(report);
        return sources.Count == 1 && ReportedNeeds.SaysNone(report)
            ? new(standing, "CoGovernAlone", CoGovern, Observe, $"none;{sources[0]}", new(
                "Tiltaket melder ingen avhengigheter og bare én finansieringskilde.",
                "Tiltaket melder ingen avhengnader og berre éi finansieringskjelde.",
                "It reports no dependencies and only one source of funding."))
            : null;
    }

    /// <summary>Coordinated, though nothing that it needs is critical. One dependency without a stated criticality may be: then nothing is proposed.</summary>
    private static SegmentProposal? NoCriticalNeed(Standing standing, Report report)
    {
        var open = ReportedNeeds.OpenOf(report);
        if (open.Count == 0)
        {
            return ReportedNeeds.SaysNone(report)
                ? new(standing, "CoordinateWithoutCritical", Coordinate, Observe, "none", new("Tiltaket melder ingen avhengigheter.", "Tiltaket melder ingen avhengnader.", "It reports no dependencies."))
                : null;
        }

        if (open.Any(need => need.Criticality is null or Level.High)) return null;
        var count = Text(open.Count);
        return new(standing, "CoordinateWithoutCritical", Coordinate, Observe, $"needs={count}", open.Count == 1
            ? new("Den ene avhengigheten tiltaket melder, har ikke høy kritikalitet.", "Den eine avhengnaden tiltaket melder, har ikkje høg kritikalitet.", "The one dependency that it reports is not of high criticality.")
            : new($"Ingen av de {count} avhengighetene tiltaket melder, har høy kritikalitet.", $"Ingen av dei {count} avhengnadene tiltaket melder, har høg kritikalitet.", $"None of the {count} dependencies that it reports is of high criticality."));
    }

    private static SegmentProposal? ManyNeeds(Standing standing, Report report)
    {
        var critical = ReportedNeeds.OpenOf(report).Count(need => need.Criticality == Level.High);
        if (critical < ManyCritical) return null;
        var count = Text(critical);
        return new(standing, "CoordinateManyCritical", Coordinate, CoGovern, $"critical={count}", new(
            $"Tiltaket melder {count} avhengigheter med høy kritikalitet.",
            $"Tiltaket melder {count} avhengnader med høg kritikalitet.",
            $"It reports {count} dependencies of high criticality."));
    }

    private static SegmentProposal? NeedsCoGoverned(Standing standing, Dictionary<Guid, SortedSet<string>> needs, Dictionary<string, LocalText> segments)
    {
        if (!needs.TryGetValue(standing.Initiative.Id, out var names) || !segments.TryGetValue(CoGovern, out var segment)) return null;
        var list = string.Join(", ", names);
        return new(standing, "ObserveNeedsCoGoverned", Observe, Coordinate, string.Join('|', names), new(
            $"Tiltaket har avhengigheter med høy kritikalitet til tiltak i segmentet {segment.In(Language.Bokmal)}: {list}.",
            $"Tiltaket har avhengnader med høg kritikalitet til tiltak i segmentet {segment.In(Language.Nynorsk)}: {list}.",
            $"It has dependencies of high criticality to initiatives in the segment {segment.In(Language.English)}: {list}."));
    }

    /// <summary>Inspires, but is about to be introduced with several. Several are at least two named as affected or as responsible for the benefits; that it is introduced shows in the phase or in a deliverable.</summary>
    private static SegmentProposal? Introduces(Standing standing, Report report)
    {
        var (affected, benefiting) = (ReportedParties.In(report.AffectedActorsText), ReportedParties.In(report.BenefitOwnersText));
        var actors = affected.Count >= 2 ? affected : benefiting;
        if (actors.Count < 2 || (report.Phase is not (Phase.Planning or Phase.Execution) && !ReportedParties.PlansIntroduction(report))) return null;
        var list = string.Join(", ", actors);
        return new(standing, "InspireIntroduces", Inspire, Observe, string.Join('|', actors.Select(FormIdentity.Key)), new(
            $"Tiltaket er på vei til å ta løsningen i bruk hos flere: {list}.",
            $"Tiltaket er på veg til å ta løysinga i bruk hos fleire: {list}.",
            $"It is about to introduce its solution with several: {list}."));
    }

    /// <summary>Per initiative the names of those in the most closely steered segment that it needs critically and names outright.</summary>
    private static Dictionary<Guid, SortedSet<string>> CoGovernedNeeds(RoundContent round)
    {
        var names = round.Snapshot.Standings.Where(standing => standing.Initiative.Segment == CoGovern).ToDictionary(standing => standing.Initiative.Id, standing => standing.Facts.Name);
        var needs = new Dictionary<Guid, SortedSet<string>>();
        foreach (var need in DependencyRegister.Of(round).Needs.Where(need => need is { IsPrerequisite: false, IsClosed: false, Criticality: Level.High }))
        {
            foreach (var named in need.Named.Where(IsOutright))
            {
                if (named.Target.Initiative is not { } id || id == need.Receiver.Initiative.Id || !names.TryGetValue(id, out var name)) continue;
                if (!needs.TryGetValue(need.Receiver.Initiative.Id, out var own)) needs[need.Receiver.Initiative.Id] = own = new(StringComparer.Ordinal);
                own.Add(name);
            }
        }

        return needs;
    }

    // What is only like a name is no ground for a proposal.
    private static bool IsOutright(NamedTarget named) => named.Rule is NamingRule.Taught or NamingRule.Name or NamingRule.Abbreviation;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
