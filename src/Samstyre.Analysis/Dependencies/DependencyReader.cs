using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Reads the register from the reports of a round.</summary>
internal static class DependencyReader
{
    private const int MostLike = 3;

    /// <summary>Every dependency that says something and every prerequisite that is stated, with what they name.</summary>
    /// <param name="round">The round.</param>
    /// <param name="before">The register of an earlier version of the round, in which the same fields were hidden; what has not changed since is taken from it, and the answer is the same. Null where there is none.</param>
    public static DependencyRegister Read(RoundContent round, DependencyRegister? before)
    {
        var known = RoundNames.Of(round, before?.Names);
        var unchanged = before is not null && known == before.Names ? new ReadBefore(before, round.Snapshot) : null;
        var gone = TargetCatalogue.GoneFrom(round);
        var names = new Names(known, new(round), new(round.Snapshot, gone), new(round.Snapshot.Definition, known.Outright));
        var nowhere = round.KnownNames.Where(name => name.Target is null).Select(name => WordRun.Key(name.Words)).ToHashSet(StringComparer.Ordinal);
        var needs = ImmutableArray.CreateBuilder<RegisteredNeed>(round.Reports.Length * 4);
        foreach (var (standing, report) in round.Entries)
        {
            if (unchanged is null || !unchanged.Add(needs, standing)) AddNeeds(needs, standing, report, round, names, nowhere);
        }

        var givers = needs.SelectMany(need => need.Givers).ToHashSet();
        return new(round.Snapshot, [.. round.Entries.Select(entry => EntryOf(entry.Standing, entry.Report))], needs.ToImmutable(), known.Catalogue)
        {
            Answers = round.Answers,
            Before = round.DependenciesBefore,
            Gone = gone.ToDictionary(standing => standing.Initiative.Id),
            Names = known,
        };

        RegisterEntry EntryOf(Standing standing, Report report)
        {
            var isGiver = givers.Contains(standing.Initiative.Id);
            return unchanged?.Entry(standing, isGiver) ?? Entry(standing, report, isGiver ? names : null);
        }
    }

    private static void AddNeeds(ImmutableArray<RegisteredNeed>.Builder needs, Standing standing, Report report, RoundContent round, Names names, HashSet<string> nowhere)
    {
        var keys = new NeedKeys(report.Dependencies);
        for (var row = 0; row < report.Dependencies.Count; row++)
        {
            var dependency = report.Dependencies[row];
            if (!ReportedNeeds.SaysSomething(dependency)) continue;
            var naming = names.Namings.Of(Found(names, dependency, standing), nowhere.Count > 0 && nowhere.Contains(WordRun.Key(dependency.On)));
            needs.Add(new(standing, keys, row)
            {
                Dependency = dependency, NeededBy = dependency.Deadline, IsClosed = DependencyRows.IsClosed(dependency),
                Naming = naming, Makers = names.Makers.Of(naming.Named, dependency.What, standing.Initiative.Id, names.Deliverables),
            });
        }

        var order = 0;
        foreach (var (kind, prerequisite) in report.Prerequisites.Rows())
        {
            if (prerequisite is not null && (prerequisite.Criticality is not null || !string.IsNullOrWhiteSpace(prerequisite.When)))
            {
                needs.Add(new(standing, names.Prerequisites.KeysOf(kind), order)
                {
                    Prerequisite = prerequisite, NeededBy = round.DateOf(prerequisite.When), IsClosed = DoneWords.Say(prerequisite.When),
                    Naming = names.Namings.Of(names.Prerequisites.Of(kind, report, standing), false),
                });
            }

            order++;
        }
    }

    private static RegisterEntry Entry(Standing standing, Report report, Names? names)
    {
        var entry = new RegisterEntry(standing, report.Deliverables, report.BenefitAmountMnok, report.AffectedActorsText) { SaysMuch = report.Dependencies.Count > 0 || report.Deliverables.Count > 0 };
        if (names is null || !entry.SaysMuch) return entry;
        var (mentions, words) = (names.Mentions, names.On);
        mentions.Clear();
        foreach (var text in (ReadOnlySpan<string?>)[report.Purpose, report.AffectedActorsText, report.PrerequisiteComments, report.OtherProjectsRealiseText, report.Consequences, report.RiskText, report.StatusCause, report.BenefitComments]) Add(text);
        foreach (var deliverable in report.Deliverables) Add(deliverable.Text);
        foreach (var row in report.Dependencies)
        {
            Add(row.On);
            Add(row.What);
            Add(row.Purpose);
        }

        return entry with { Mentions = [.. mentions] };

        void Add(string? text)
        {
            if (text is null) return;
            words.Read(text);
            names.Outright.AddInitiatives(words, mentions);
        }
    }

    private sealed record Names(RoundNames Known, DeliverableNames Deliverables, MakersOfParts Makers, PrerequisiteTargets Prerequisites)
    {
        public NameIndex Outright => Known.Outright;

        // Filled anew for each row or report: tens of thousands are read.
        public WordRun On { get; } = new();

        public WordRun What { get; } = new();

        public HashSet<Guid> Mentions { get; } = [];

        public Namings Namings { get; } = new();
    }

    private static List<NamedTarget> Found(Names names, Dependency dependency, Standing receiver)
    {
        var (on, what) = (names.On, names.What);
        on.Read(dependency.On);
        what.Read(dependency.What);
        var itself = TargetRef.Of(receiver.Initiative.Id);
        var found = names.Outright.In(on);
        // Who asks itself alone is told so; beside others, and in the words of what is needed, its own name says nothing.
        if (found.Count > 1) found.RemoveAll(named => named.Target == itself);
        var isCalled = found.Exists(named => named.Target.Kind == TargetKind.Initiative && named.Score >= NameIndex.Threshold);
        foreach (var named in names.Outright.In(what))
        {
            if (named.Target != itself && !Holds(found, named.Target)) found.Add(names.Namings.InText(named));
        }

        // "HELIKS" and "vurdert, men ingen avhengighet": what is said of the need is said of those that it is on.
        if (Denial.Is(what)) return [];
        if (on.Count > 0 ? !isCalled : !found.Exists(IsSureThing)) AddLike(found, names, on.Count > 0 ? dependency.On! : dependency.What, receiver);
        if (on.Count > 0 && !found.Exists(IsSureThing) && names.Outright.Nearly(what) is { } near && near.Target != itself) Add(found, names.Namings.InText(near));
        return names.Deliverables.With(found, what, receiver);
    }

    // What is left when the organisations' names are taken out: misspelt, or like a name.
    private static void AddLike(List<NamedTarget> found, Names names, string? text, Standing receiver)
    {
        var organisations = found.Where(named => named.Target.Kind == TargetKind.Organisation).ToList();
        foreach (var named in organisations) text = text?.Replace(named.Words, " ", StringComparison.Ordinal);
        var rest = new WordRun(text);
        List<NamedTarget> like = names.Outright.Nearly(rest) is { } near ? [near] : names.Known.Like.Of(rest, receiver, [.. organisations.Select(named => named.Target.Key)], MostLike);
        // Where the words name something else, what is only a little like them is not meant.
        var sure = found.Exists(IsSureThing);
        foreach (var one in like)
        {
            if (!sure || one.Score >= NameIndex.Threshold) Add(found, one);
        }
    }

    private static bool Holds(List<NamedTarget> found, TargetRef target)
    {
        foreach (var one in found)
        {
            if (one.Target == target) return true;
        }

        return false;
    }

    // Each once, by what makes it surest.
    private static void Add(List<NamedTarget> found, NamedTarget one)
    {
        if (found.Exists(other => other.Target == one.Target && other.Score >= one.Score)) return;
        found.RemoveAll(other => other.Target == one.Target);
        found.Add(one);
    }

    private static bool IsSureThing(NamedTarget named) => named.Target.Kind is not TargetKind.Organisation && named.Score >= NameIndex.Threshold;
}
