using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Every number leads to what it adds up: the rows behind a cell give its value.</summary>
public sealed class RowsBehindNumbersTests
{
    private static readonly ReportFigures October2020 = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));

    public static TheoryData<string> Rounds => ["2020-03", "2020-10", "generated"];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Rows_OfEveryNumber_AddUpToIt(string name)
    {
        foreach (var figure in Figures(name).Figures)
        {
            foreach (var (cell, column) in figure.Cells.Select((cell, place) => (cell, figure.Series[place % figure.Series.Length])))
            {
                if (cell.Value is not { } value || column.Unit == FigureUnit.Share) continue;
                var sum = cell.Rows is not { } rows ? cell.Behind.Length
                    : rows.Adds is { } adds ? rows.Rows.Sum(row => Number(row.Cells[adds]))
                    : rows.Rows.Length;
                // Candidates have no report that could stand behind them.
                if (figure.Id != "next-year" || !cell.Behind.IsEmpty) sum.ShouldBe(value, $"{figure.Id} {column.Key}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Rows_OfEveryNumber_AreThoseOfTheInitiativesBehindIt(string name)
    {
        foreach (var figure in Figures(name).Figures)
        {
            foreach (var cell in figure.Cells.Where(cell => cell.Rows is not null))
            {
                cell.Rows!.Rows.ShouldAllBe(row => row.Cells.Length == cell.Rows.Columns.Length);
                cell.Rows.Rows.Select(row => row.Standing).OfType<Standing>().Distinct().ToHashSet().SetEquals(cell.Rows.Rows.Any(row => row.Standing is not null) ? cell.Behind : []).ShouldBeTrue(figure.Id);
            }
        }
    }

    [Fact]
    public void BudgetByPhase_October2020_TellsEachInitiativesBudget()
    {
        var rows = October2020.Figure("budget-by-phase")!.Cell("Execution", "budget")!.Rows!;
        rows.Rows.ShouldAllBe(row => row.Cells[0]!.Equals(row.Standing!.Facts.Budget));
        rows.Columns[0].Unit.ShouldBe(FigureUnit.MillionNok);
    }

    [Fact]
    public void Dependencies_OfOneInitiative_AreARowEach()
    {
        var round = OfOne(("2020-10-31", new Report
        {
            Dependencies =
            [
                new("Direktoratet", "Grensesnitt", null, "1", Level.High, "juni 2020", PartialDate.OfMonth(2020, 6), TrafficLight.Red),
                new("Regionene", "Innføring", null, null, Level.High, null, null, null), new("Kommunene", "Opplæring", null, "3,4", Level.Low, "løpende", null, null),
            ],
        }));
        var rows = DependenciesByCriticality.Of(round).Cell("High", "dependencies")!.Rows!;
        rows.Rows.Select(row => row.Cells[0]).ShouldBe(["Direktoratet", "Regionene"]);
        rows.Columns.Select(column => column.Key).ShouldBe(["on", "what", "category", "criticality", "deadlineText", "deadline", "status"]);
        rows.Rows[0].Cells[5].ShouldBe(PartialDate.OfMonth(2020, 6));
        rows.Rows[0].Cells[6].ShouldBe(TrafficLight.Red);
    }

    [Fact]
    public void AllDependencies_October2020_AreThoseCounted()
    {
        var listing = October2020.Listing("all-dependencies")!;
        listing.Rows.Length.ShouldBe(October2020.Figure("dependencies-by-status")!.Population);
        listing.Rows.Select(row => (string?)row.Cells[4]).Order().ShouldBe(October.Dependencies.Select(row => October.Text(row, "what")).Order());
        October2020.Listing("all-prerequisites")!.Rows.Length.ShouldBe(October2020.Figure("prerequisites-by-kind")!.Population);
    }

    [Fact]
    public void BudgetBySource_SeveralAmountsOfOneSource_AreOneRow()
    {
        var round = OfOne(("2020-10-31", new Report { FundingCols = ["2020"], Funding = [new("Regionen", [new Money(2m)]), new("regionen", [new Money(3m)])] }));
        BudgetBySource.Of(round).Cells.Single(cell => cell is { Value: 5m, Rows: not null }).Rows!.Rows.Single().Cells.ShouldBe([new Money(5m)]);
    }

    private static ReportFigures Figures(string name) => name switch
    {
        "generated" => ReportFigures.Of(ShuffledRound.Last),
        "2020-10" => October2020,
        _ => ReportFigures.Of(MemoryPortfolio.Example.Content(name)),
    };

    private static decimal Number(object? value) => value switch { Money money => money.Mnok, int number => number, null => 0m, _ => throw new InvalidOperationException($"{value} is no number.") };
}
