using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

public sealed class BudgetChangeTests
{
    private static readonly Round LastYear = new(new(1, 0, 0, new byte[8]), "2019-10", new(2019, 10, 31));
    private static readonly RoundContent October = MemoryPortfolio.Example.Content("2020-10");

    private static readonly Gen<decimal?> Amounts = Gen.Elements<decimal?>(null, 0m, 0.1m, 5m, 12.34m, -7.5m, 1_000_000_000_000_000m, -1_000_000_000_000_000m);

    private static readonly Gen<(bool Was, decimal? Before, bool Is, decimal? Now)> Budgets =
        from was in Gen.Elements(true, true, false)
        from before in Amounts
        from present in Gen.Elements(true, true, false)
        from now in Amounts
        select (was, before, present, now);

    [Fact]
    public void Of_AnyTwoRounds_AddsUpToTheDifference() => Prop.ForAll(Budgets.ListOf().ToArbitrary(), budgets =>
    {
        var before = MadeRound.Snapshot(LastYear, budgets.Select((budget, place) => (budget, place)).Where(entry => entry.budget.Was).Select(entry => (entry.place, MadeRound.WithBudget(2019, entry.budget.Before))));
        var now = MadeRound.Snapshot(MadeRound.Now, budgets.Select((budget, place) => (budget, place)).Where(entry => entry.budget.Is).Select(entry => (entry.place, MadeRound.WithBudget(2020, entry.budget.Now))));
        var round = MadeRound.Of() with { Snapshot = now };
        var difference = budgets.Sum(budget => (budget.Is ? budget.Now ?? 0m : 0m) - (budget.Was ? budget.Before ?? 0m : 0m));
        var figure = BudgetChange.Of(round, before);
        figure.Total("difference").ShouldBe(difference);
        figure.Total("initiatives").ShouldBe(figure.Population);
        figure.Population.ShouldBe(budgets.Count(budget => budget.Was || budget.Is));
        BudgetDrivers.Of(round, before).Rows.Sum(row => ((Money)row.Cells[6]!).Mnok).ShouldBe(difference);
    }).Check(Quietly.Try(50));

    [Fact]
    public void Of_October2020_IsTheFormsAgainstMarch()
    {
        var march = OctoberForm.MarchRows().ToDictionary(row => row.Id!.Value, row => row.MarchBudget!.Value);
        var stayed = OctoberForm.All.Where(form => form.Id is { } id && march.ContainsKey(id)).Select(form => (Was: march[form.Id!.Value], Is: form.Budget)).ToList();
        var entered = OctoberForm.All.Where(form => form.Id is not { } id || !march.ContainsKey(id)).ToList();
        var column = BudgetChange.Of(October).Column("difference");
        column["stayed-up"].ShouldBe(stayed.Where(pair => pair.Is > pair.Was).Sum(pair => pair.Is - pair.Was));
        column["stayed-down"].ShouldBe(stayed.Where(pair => pair.Is < pair.Was).Sum(pair => pair.Is - pair.Was));
        column["became-unstated"].ShouldBe(-stayed.Where(pair => pair.Is is null).Sum(pair => pair.Was));
        column["entered"].ShouldBe(entered.Sum(form => form.Budget ?? 0m));
        (column["left"], column["became-stated"], column["unchanged"]).ShouldBe((0m, 0m, 0m));
        column.Values.Sum().ShouldBe(OctoberForm.All.Sum(form => form.Budget) - 1571m);
        BudgetChange.Of(October).Column("initiatives")["unchanged"].ShouldBe(stayed.Count(pair => pair.Is == pair.Was));
    }

    [Fact]
    public void Drivers_October2020_LargestFirstThenThoseThatCameIn()
    {
        var rows = BudgetDrivers.Of(October).Rows;
        rows.Take(3).Select(row => (row.Cells[0], row.Cells[6])).ShouldBe([(139, new Money(22m)), (132, new Money(-17m)), (164, new Money(16m))]);
        rows.Reverse().TakeWhile(row => row.Cells[3] is LocalText { English: "Entered" }).Select(row => row.Cells[5]).ShouldBe([new Money(1m), new Money(6m), new Money(10m), new Money(15.5m)]);
    }

    [Fact]
    public void Of_FirstRound_HasNothingToCompare()
    {
        var march = MemoryPortfolio.Example.Content("2020-03");
        BudgetChange.Of(march).Categories.ShouldBeEmpty();
        BudgetDrivers.Of(march).Rows.ShouldBeEmpty();
        BudgetDrivers.Of(march).Empty.English.ShouldBe("There is no earlier round to compare with.");
    }

    [Fact]
    public void Of_AnotherBudgetYear_SaysSo()
    {
        var before = MadeRound.Snapshot(LastYear, [(0, MadeRound.WithBudget(2019, 5m))]);
        BudgetChange.Of(MadeRound.Of([MadeRound.WithBudget(2020, 6m)], [before])).Rule!.English!.ShouldContain("2019 before and 2020 now");
        BudgetChange.Of(October).Rule!.English!.ShouldNotContain("budget year");
    }

    [Fact]
    public void Of_AmountThatCannotBeAddedUp_HasNoDifference()
    {
        var before = MadeRound.Snapshot(LastYear, [(0, MadeRound.WithBudget(2019, decimal.MinValue)), (1, MadeRound.WithBudget(2019, 1m))]);
        var round = MadeRound.Of([MadeRound.WithBudget(2020, decimal.MaxValue), MadeRound.WithBudget(2020, 3m)], [before]);
        BudgetChange.Of(round).Cell("stayed-up", "difference")!.Value.ShouldBeNull();
        BudgetDrivers.Of(round).Rows.Select(row => row.Cells[6]).ShouldBe([null, new Money(2m)]);
        BudgetDrivers.Of(round).Rule!.English!.ShouldContain("too large to add up");
    }
}
