using System.Collections.Immutable;

namespace Samstyre.Domain;

/// <summary>A report as the store lists it.</summary>
/// <param name="Initiative">Whose.</param>
/// <param name="Round">In which round.</param>
/// <param name="ReportId">Identity in the store.</param>
/// <param name="Revision">From 1; the highest of a round counts.</param>
/// <param name="Facts">Its facts.</param>
public sealed record StoredReport(Guid Initiative, Guid Round, Guid ReportId, int Revision, ReportFacts Facts);

/// <summary>The rule of the effective report: an initiative that is in the portfolio and does not report in a round keeps its last values, and they are marked as carried over.</summary>
public static class SnapshotBuilder
{
    /// <summary>One snapshot per round. An initiative belongs to a round when its last step by the round's day is <see cref="LifeStage.InPortfolio"/> and it has reported in that round or before. One that was merged or split keeps its place with its last values until one of those that go on with it has reported, so that its money is neither lost nor counted twice.</summary>
    public static PortfolioHistory Build(
        Guid portfolioId, PortfolioDefinition definition, long version, IEnumerable<Round> rounds, IEnumerable<Initiative> initiatives, IEnumerable<StoredReport> reports)
    {
        var ordered = rounds.OrderBy(round => round.CollectedOn).ThenBy(round => round.Code, StringComparer.Ordinal).ToList();
        var members = initiatives.OrderBy(initiative => initiative.NationalId ?? int.MaxValue).ThenBy(initiative => initiative.Id).ToList();
        var newest = new Dictionary<(Guid Initiative, Guid Round), StoredReport>();
        foreach (var report in reports)
        {
            if (!newest.TryGetValue((report.Initiative, report.Round), out var other) || other.Revision < report.Revision)
                newest[(report.Initiative, report.Round)] = report;
        }

        var all = members.Exists(initiative => initiative.Successors.Count > 0) ? members.ToDictionary(initiative => initiative.Id) : [];
        var last = new Dictionary<Guid, Standing>();
        var before = new Dictionary<Guid, Standing>();
        var snapshots = ImmutableArray.CreateBuilder<PortfolioSnapshot>(ordered.Count);
        foreach (var round in ordered)
        {
            var standings = ImmutableArray.CreateBuilder<Standing>(before.Count);
            var left = ImmutableArray.CreateBuilder<Departure>();
            var present = new Dictionary<Guid, Standing>();
            foreach (var initiative in members)
            {
                if (newest.TryGetValue((initiative.Id, round.Id), out var own))
                    last[initiative.Id] = new(initiative, own.ReportId, own.Facts, round, own.Revision, CarriedOver: false);
                var step = initiative.StageOn(round.CollectedOn);
                if (step?.Stage == LifeStage.InPortfolio || (step is not null && IsAwaitingSuccessor(initiative, step, round)))
                {
                    if (!last.TryGetValue(initiative.Id, out var standing)) continue;
                    if (standing.ReportedIn != round) standing = standing with { CarriedOver = true };
                    standings.Add(standing);
                    present[initiative.Id] = standing;
                }
                else if (step is not null && before.TryGetValue(initiative.Id, out var was))
                {
                    left.Add(new(was, step));
                }
            }

            snapshots.Add(new(definition, round, standings.ToImmutable(), left.ToImmutable()));
            before = present;
        }

        return new(portfolioId, definition, version, snapshots.ToImmutable())
        {
            Candidates = [.. members.Where(initiative => initiative.Life.Any(step => step.Stage == LifeStage.Candidate))],
        };

        // Of those that go on with it, each report since the day of the step counts, also that of one that goes on with a successor.
        bool IsAwaitingSuccessor(Initiative initiative, LifeEvent step, Round round) =>
            step.Stage is LifeStage.Merged or LifeStage.Split && initiative.Successors.Count > 0 && initiative.StageBefore(step)?.Stage == LifeStage.InPortfolio
            && !Ancestry.DescendantsOf(initiative, all).Any(id => ordered.Any(other => other.CollectedOn >= step.On && other.CollectedOn <= round.CollectedOn && newest.ContainsKey((id, other.Id))));
    }
}
