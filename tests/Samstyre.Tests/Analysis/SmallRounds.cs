using System.Collections.Immutable;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.Tests.Analysis;

/// <summary>Rounds made by hand: a day each, with one report per initiative in the same place; null did not report.</summary>
internal static class SmallRounds
{
    public static Guid Initiative(int place) => new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)place);

    public static RoundContent Of(params (string Day, Report?[] Reports)[] made)
    {
        var definition = ExamplePortfolio.Definition;
        var rounds = made.Select((round, place) => new Round(new(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)place), round.Day, DateOnly.Parse(round.Day, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        var count = made.Max(round => round.Reports.Length);
        var initiatives = Enumerable.Range(0, count).Select(place => new Initiative(Initiative(place), 100 + place, $"Initiative {place}", null, [new(new(1990, 1, 1), LifeStage.InPortfolio, null)])).ToList();
        var stored = (from round in Enumerable.Range(0, made.Length)
                      from place in Enumerable.Range(0, made[round].Reports.Length)
                      where made[round].Reports[place] is not null
                      let report = made[round].Reports[place]!
                      select (Round: rounds[round], Report: report, Stored: new StoredReport(
                          initiatives[place].Id, rounds[round].Id, new(3, 0, 0, 0, 0, 0, 0, 0, 0, (byte)round, (byte)place), 1, ReportFacts.Of(report, rounds[round], definition, initiatives[place].Name)))).ToList();
        var history = SnapshotBuilder.Build(Guid.Empty, definition, 1, rounds, initiatives, stored.Select(one => one.Stored));
        var now = history.Latest!;
        var reports = stored.ToDictionary(one => one.Stored.ReportId, one => one.Report);
        return new(
            now, [.. now.Standings.Select(standing => reports[standing.ReportId])], history.Snapshots[..^1],
            now.Standings.ToDictionary(standing => standing.Initiative.Id, standing => stored.Where(one => one.Stored.Initiative == standing.Initiative.Id).Select(one => new ReportedDeliverables(one.Round, one.Report.Deliverables)).ToImmutableArray()));
    }

    /// <summary>One initiative, a report per round.</summary>
    public static RoundContent OfOne(params (string Day, Report? Report)[] rounds) => Of([.. rounds.Select(round => (round.Day, new[] { round.Report }))]);

    public static Report Ending(string? end, Phase? phase = Phase.Execution, TrafficLight? status = null) =>
        new() { EndDate = end is null ? null : PartialDate.Parse(end), Phase = phase, Status = status };

    public static Report Delivering(params (string Text, string? Planned)[] items) => new()
    {
        Phase = Phase.Execution,
        Deliverables = [.. items.Select(item => PartialDate.TryParse(item.Planned, out var date) ? new Deliverable(item.Text, null, date) : new Deliverable(item.Text, item.Planned, null))],
    };
}
