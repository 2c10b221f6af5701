using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>What holds for every figure and list of slippage, dependencies and data quality, whatever the round.</summary>
public sealed class QualityFigurePropertiesTests
{
    private static readonly Func<RoundContent, Figure>[] Figures =
        [DependenciesByCategory.Of, DependenciesByCriticality.Of, DependenciesByStatus.Of, PrerequisitesByKind.Of, SlippageIntervals.Of, GreenThenWorse.Of, AgeOfValues.Of, DataQuality.Of];

    private static readonly Func<RoundContent, Listing>[] Listings =
        [CriticalDependencies.Of, Samstyre.Analysis.Slippage.Of, CostVariances.Of, MovedMilestones.Of, LongRed.Of, NotReported.Of, Inconsistencies.Of];

    private static readonly Report Absurd = new()
    {
        Name = new string('a', 100_000) + "\u202e<b>=cmd()\0", Organisation = "Finnes ikke", Status = TrafficLight.Red, Risk = TrafficLight.Red, Phase = Phase.Execution,
        TotalCostMnok = new(decimal.MinValue), EndDate = PartialDate.OfYear(1900), PhaseEnd = PartialDate.OfYear(2199),
        FundingCols = ["", ">", "2020", "0000", "9999", "2020", "<1900"], FundingTotal = [new(decimal.MaxValue), new(-1m), new(1_000_000_000_000_000m), null],
        Funding = [new("", []), new("x", [new(decimal.MinValue), null, new(decimal.MaxValue), new(1m), new(2m), new(3m), new(4m), new(5m), new(6m)])],
        Deliverables = [.. Enumerable.Range(0, 3000).Select(number => new Deliverable($"Leveranse {number % 2000} \ud800\u0301", number % 3 == 0 ? "levert" : null, number % 2 == 0 ? PartialDate.OfYear(1900 + (number % 300)) : null))],
        Dependencies = [new(null, null, null, ",,9,Other,1", Level.High, new string('9', 100_000), null, null), new("", "", "", "", null, "", null, null)],
        Prerequisites = new() { EhrGp = new(null, null), GpRoutines = new(Level.High, null) },
    };

    private static readonly RoundContent Empty = Of(("2020-03-31", []), ("2020-10-31", []));

    public static TheoryData<string> Rounds => ["empty", "first", "one", "blank", "absurd", "generated"];

    [Fact]
    public void Of_ShuffledInitiatives_IsTheSame()
    {
        foreach (var figure in Figures) ShuffledRound.ShouldGiveTheSame(figure);
        foreach (var listing in Listings) ShuffledRound.ShouldGiveTheSame(listing);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Figures_AnyRound_AreWholeAndExplained(string name)
    {
        var round = Round(name);
        var standings = round.Earlier.Append(round.Snapshot).SelectMany(snapshot => snapshot.Standings).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var figure in Figures.Select(of => of(round)))
        {
            figure.Cells.Length.ShouldBe(figure.Categories.Length * figure.Series.Length, figure.Id);
            figure.Cells.SelectMany(cell => cell.Behind).ShouldAllBe(standing => standings.Contains(standing));
            figure.Cells.ShouldAllBe(cell => cell.Behind.Distinct().Count() == cell.Behind.Length);
            figure.NotReported.ShouldBeInRange(0, figure.Population, figure.Id);
            (figure.Rule!.Nynorsk != null && figure.Rule.English != null).ShouldBeTrue(figure.Id);
            figure.Series.Where(series => series.Charted).Select(series => series.Unit).Distinct().Count().ShouldBe(1, figure.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Figures_AnyRound_AddUpToThePopulation(string name)
    {
        var round = Round(name);
        foreach (var figure in new[] { DependenciesByCriticality.Of(round), DependenciesByStatus.Of(round), PrerequisitesByKind.Of(round), AgeOfValues.Of(round) })
            figure.Cells.Sum(cell => cell.Value!.Value).ShouldBe(figure.Population, figure.Id);
        SumOf(SlippageIntervals.Of(round), "first").ShouldBe(round.Snapshot.Standings.Length);
        SumOf(SlippageIntervals.Of(round), "last").ShouldBe(round.Snapshot.Standings.Length);
        SumOf(DataQuality.Of(round), "initiatives").ShouldBe(round.Snapshot.Standings.Length);
        SumOf(DependenciesByCategory.Of(round), "dependencies").ShouldBeGreaterThanOrEqualTo(DependenciesByCategory.Of(round).Population);
        var green = GreenThenWorse.Of(round);
        (green.Cell("all", "cases")!.Value + green.NotReported).ShouldBe(green.Population);
        SumOf(green, "cases").ShouldBe(2 * green.Cell("all", "cases")!.Value!.Value);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Listings_AnyRound_HaveACellPerColumn(string name)
    {
        var round = Round(name);
        foreach (var listing in Listings.Select(of => of(round)))
        {
            listing.Rows.ShouldAllBe(row => row.Cells.Length == listing.Columns.Length && row.Standing != null);
            listing.Rows.SelectMany(row => row.Cells).ShouldAllBe(cell =>
                cell == null || cell is string || cell is LocalText || cell is int || cell is decimal || cell is Money || cell is PartialDate || cell is DateOnly || cell is TrafficLight);
            (listing.Empty.Nynorsk != null && listing.Empty.English != null).ShouldBeTrue(listing.Id);
        }
    }

    [Fact]
    public void Of_EmptyPortfolio_HasNoRowsAndOnlyZeroesOrNothing()
    {
        foreach (var listing in Listings) listing(Empty).Rows.ShouldBeEmpty();
        foreach (var figure in Figures) figure(Empty).Cells.ShouldAllBe(cell => (cell.Value ?? 0m) == 0m && cell.Behind.IsEmpty);
    }

    private static decimal SumOf(Figure figure, string series) => figure.Categories.Sum(category => figure.Cell(category.Key, series)!.Value ?? 0m);

    private static RoundContent Round(string name) => name switch
    {
        "empty" => Empty,
        "first" => Of(("2020-10-31", [])),
        "one" => OfOne(("2020-10-31", Ending("2020-06") with { Status = TrafficLight.Green })),
        "blank" => Of(("2020-03-31", [new(), new()]), ("2020-10-31", [new(), null])),
        "absurd" => Of(("2020-03-31", [Absurd, Absurd]), ("2020-10-31", [Absurd with { TotalCostMnok = new(decimal.MaxValue), EndDate = PartialDate.OfYear(2199), Deliverables = [.. Absurd.Deliverables.Reverse()] }, null])),
        _ => ShuffledRound.Last,
    };
}
