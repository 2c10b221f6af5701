using System.Collections.Immutable;

namespace Samstyre.Domain;

/// <summary>Who must report in a round.</summary>
/// <param name="All">Those who must, the excused included, ordered by national id (those without last) and then by id.</param>
/// <param name="Resting">Those in the portfolio whose segment does not report this time, in the same order.</param>
public sealed record Duties(ImmutableArray<Duty> All, ImmutableArray<Initiative> Resting)
{
    /// <summary>Those that no reporter can fill in the form of: the office gives them an organisation or fills it in itself.</summary>
    public IEnumerable<Duty> WithoutOrganisation => All.Where(duty => duty.LacksOrganisation);

    /// <summary>Every initiative that is in the portfolio on the round's day and whose segment reports in it, or that the office wants a report of. One without a segment, or with one that the definition lacks, reports in every round.</summary>
    /// <param name="history">The portfolio's rounds; those from the opening one on make no difference.</param>
    /// <param name="registered">Initiatives with the organisation they are registered with; those without a report are known from here alone.</param>
    /// <param name="opening">The round.</param>
    /// <param name="decisions">What the office decided; of several for one initiative the last counts.</param>
    public static Duties Of(PortfolioHistory history, IEnumerable<RegisteredInitiative> registered, OpeningRound opening, IEnumerable<DutyDecision> decisions)
    {
        var round = opening.Round;
        var year = ReportingRhythm.InOrder(opening.Others.Where(other => other.Id != round.Id && other.BudgetYear == round.BudgetYear).Append(round));
        var place = year.IndexOf(round);
        var standings = LastStandings(history, round);
        var decided = new Dictionary<Guid, DutyDecision>();
        foreach (var decision in decisions) decided[decision.Initiative] = decision;

        var members = new Dictionary<Guid, RegisteredInitiative>();
        foreach (var standing in standings.Values) members[standing.Initiative.Id] = new(standing.Initiative, standing.Facts.Organisation);
        foreach (var one in registered) members[one.Initiative.Id] = new(one.Initiative, members.GetValueOrDefault(one.Initiative.Id)?.Organisation ?? one.Organisation);

        var all = ImmutableArray.CreateBuilder<Duty>();
        var resting = ImmutableArray.CreateBuilder<Initiative>();
        foreach (var (initiative, organisation) in members.Values.OrderBy(one => one.Initiative.NationalId ?? int.MaxValue).ThenBy(one => one.Initiative.Id))
        {
            if (initiative.StageOn(round.CollectedOn)?.Stage != LifeStage.InPortfolio) continue;
            var decision = decided.GetValueOrDefault(initiative.Id);
            var inTurn = SegmentOf(initiative) is not { } segment || ReportingRhythm.ReportsIn(place, year.Count, segment.ReportsPerYear);
            if (!inTurn && decision is null or { Excused: true })
            {
                resting.Add(initiative);
                continue;
            }

            all.Add(new(
                initiative, history.Definition.OrganisationByCode(organisation)?.Code ?? "", history.Definition.Reporting.PartsOf(initiative.Segment),
                decision?.DueOn ?? opening.DueOn, standings.GetValueOrDefault(initiative.Id)?.ReportId, decision?.Excused ?? false, decision?.Reason));
        }

        return new(all.ToImmutable(), resting.ToImmutable());

        Segment? SegmentOf(Initiative initiative) => history.Definition.Segments.FirstOrDefault(segment => segment.Code == initiative.Segment);
    }

    // One that was paused for some rounds starts from what it reported before that.
    private static Dictionary<Guid, Standing> LastStandings(PortfolioHistory history, Round round)
    {
        var last = new Dictionary<Guid, Standing>();
        foreach (var snapshot in history.Snapshots)
        {
            if (snapshot.Round.Id == round.Id || snapshot.Round.CollectedOn > round.CollectedOn) break;
            foreach (var standing in snapshot.Standings) last[standing.Initiative.Id] = standing;
        }

        return last;
    }
}
