using System.Collections.Immutable;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.Tests.Analysis;

/// <summary>A round of made reports in the example's definition.</summary>
internal static class MadeRound
{
    public static Round Now { get; } = new(new(2, 0, 0, new byte[8]), "2020-10", new(2020, 10, 31));

    public static RoundContent Of(params Report[] reports) => Of(reports, []);

    public static RoundContent Of(IReadOnlyList<Report> reports, ImmutableArray<PortfolioSnapshot> earlier) =>
        new(Snapshot(Now, reports.Select((report, place) => (place, report))), [.. reports], earlier, new Dictionary<Guid, ImmutableArray<ReportedDeliverables>>());

    /// <summary>A snapshot in which the initiatives of these numbers reported.</summary>
    public static PortfolioSnapshot Snapshot(Round round, IEnumerable<(int Initiative, Report Report)> reports) =>
        new(ExamplePortfolio.Definition, round, [.. reports.Select(entry => StandingOf(round, entry.Initiative, entry.Report))], []);

    /// <summary>A report that plans an amount for a year, from one source.</summary>
    public static Report WithBudget(int year, decimal? amount) => new() { FundingCols = [$"{year}"], Funding = amount is { } stated ? [new("HOD", [new Money(stated)])] : [] };

    private static Standing StandingOf(Round round, int number, Report report) => new(
        new(new(number, 1, 0, new byte[8]), number + 1, $"Tiltak {number}", null, [new(new(2019, 1, 1), LifeStage.InPortfolio, null)]),
        new(number, 2, (short)round.BudgetYear, new byte[8]), ReportFacts.Of(report, round, ExamplePortfolio.Definition, $"Tiltak {number}"), round, 1, CarriedOver: false);
}
