using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>The budget divided in every way: against the report of March 2020, and against the forms of October read on their own.</summary>
public sealed class BudgetFiguresTests
{
    private static readonly RoundContent March = MemoryPortfolio.Example.Content("2020-03");
    private static readonly RoundContent October = MemoryPortfolio.Example.Content("2020-10");

    private static readonly Dictionary<string, string> GroupOf = new()
    {
        ["Direktoratet for e-helse"] = "administration", ["Helsedirektoratet"] = "administration", ["Folkehelseinstituttet"] = "administration", ["Norsk Helsenett"] = "administration",
        ["Helse Sør-Øst"] = "regional", ["Helse Vest"] = "regional", ["Helse Midt-Norge"] = "regional", ["Helse Nord"] = "regional", ["Helseplattformen AS"] = "regional",
        ["Oslo kommune"] = "others", ["KS"] = "others", ["Nav"] = "others",
    };

    /// <summary>Sources of October that name one organisation in other words than its name; all that are neither here nor a name keep their own.</summary>
    private static readonly Dictionary<string, string> PayerOf = new()
    {
        ["NHN"] = "Norsk Helsenett", ["FHI-finansiering"] = "Folkehelseinstituttet", ["Helsedirektoratet – tilskudd"] = "Helsedirektoratet", ["Helsedirektoratet (e)"] = "Helsedirektoratet",
        ["Oslo kommune + Fylkesmann"] = "Oslo kommune", ["NAV"] = "Nav", ["HOD"] = "Helse- og omsorgsdepartementet", ["HOD. Prop. 1 S (2019-2020) øremerket"] = "Helse- og omsorgsdepartementet",
        ["HOD. Overførte midler fra 2019"] = "Helse- og omsorgsdepartementet", ["HOD. RNB 2019, øremerket"] = "Helse- og omsorgsdepartementet",
    };

    [Fact]
    public void BudgetByArea_March2020_IsTheReports()
    {
        var figure = BudgetByArea.Of(March);
        figure.Column("initiatives").Values.ShouldBe([15, 9, 11, 10, 6, 1]);
        figure.Column("budget").Values.ShouldBe([576, 173, 351, 233, 233, 5]);
        figure.Column("no-budget").Values.ShouldAllBe(value => value == 0m);
        figure.Total("share").ShouldBe(1m, 0.0000001m);
        (figure.Population, figure.NotReported).ShouldBe((52, 0));
    }

    [Fact]
    public void BudgetPerOrganisation_March2020_IsTheReports()
    {
        var figure = BudgetPerOrganisation.Of(March);
        (figure.Cell("direktoratet-for-e-helse", "initiatives")!.Value, figure.Cell("direktoratet-for-e-helse", "budget")!.Value).ShouldBe((10m, 635m));
        (figure.Cell("helse-midt-norge", "initiatives")!.Value, figure.Cell("helse-midt-norge", "budget")!.Value).ShouldBe((5m, 239m));
        (figure.Cell("helsedirektoratet", "initiatives")!.Value, figure.Cell("helsedirektoratet", "budget")!.Value).ShouldBe((15m, 233m));
        figure.Categories.Length.ShouldBe(10);
        figure.Total("budget").ShouldBe(1571m);
    }

    [Fact]
    public void Parts_March2020_SumToTheReports()
    {
        foreach (var figure in new[] { BudgetByGroup.Of(March), BudgetByPhase.Of(March), BudgetBySource.Of(March) }) figure.Total("budget").ShouldBe(1571m);
        MoneyInAll.Of(March).Column("sum").Values.ShouldBe([1571m, null, null, null]);
    }

    [Fact]
    public void OctoberForm_ReadOnItsOwn_IsTheWholeRound() => OctoberForm.All.Count.ShouldBe(59);

    [Fact]
    public void BudgetByArea_October2020_IsTheForms() => ShouldBeTheForms(BudgetByArea.Of(October), form => form.StrategyArea ?? "NotStated", figure => figure.Column);

    [Fact]
    public void BudgetPerOrganisation_October2020_IsTheForms() => ShouldBeTheForms(BudgetPerOrganisation.Of(October), form => form.Organisation, figure => figure.ColumnByName);

    [Fact]
    public void BudgetByGroup_October2020_IsTheForms() => ShouldBeTheForms(BudgetByGroup.Of(October), form => GroupOf[form.Organisation], figure => figure.Column);

    [Fact]
    public void BudgetByPhase_October2020_IsTheForms() => ShouldBeTheForms(BudgetByPhase.Of(October), form => form.Phase ?? "NotStated", figure => figure.Column);

    [Fact]
    public void BudgetBySource_October2020_IsTheForms()
    {
        var paid = OctoberForm.All.SelectMany(form => form.Sources.Select(source => (Form: form, Name: PayerOf.GetValueOrDefault(source.Source, OctoberForm.Plain(source.Source)), source.Amount)))
            .GroupBy(part => part.Name).Select(group => (group.Key, Sum: group.Sum(part => part.Amount), Initiatives: group.Select(part => part.Form).Distinct().Count())).OrderByDescending(source => source.Sum).ToList();
        var whole = OctoberForm.All.Sum(form => form.Budget ?? 0m);
        var figure = BudgetBySource.Of(October);
        figure.ColumnByName("budget").Take(15).Select(row => (row.Key, row.Value)).ShouldBe(paid.Take(15).Select(source => (source.Key, (decimal?)source.Sum)));
        figure.Column("initiatives").Values.Take(15).ShouldBe(paid.Take(15).Select(source => (decimal?)source.Initiatives));
        figure.Cell("others", "budget")!.Value.ShouldBe(paid.Skip(15).Sum(source => source.Sum));
        figure.Cell("undivided", "budget")!.Value.ShouldBe(whole - paid.Sum(source => source.Sum));
        figure.Total("budget").ShouldBe(whole);
        figure.Total("share").ShouldBe(1m, 0.0000001m);
    }

    [Fact]
    public void MoneyInAll_October2020_IsTheForms()
    {
        var forms = OctoberForm.All;
        Func<OctoberForm, decimal?>[] amounts = [form => form.Budget, form => form.TotalCost, form => form.OperatingCost, form => form.BenefitAmount];
        var figure = MoneyInAll.Of(October);
        figure.Column("sum").Values.ShouldBe(amounts.Select(amount => forms.Sum(amount)));
        figure.Column("stated").Values.ShouldBe(amounts.Select(amount => (decimal?)forms.Count(form => amount(form) is not null)));
        figure.Column("not-stated").Values.ShouldBe(amounts.Select(amount => (decimal?)forms.Count(form => amount(form) is null)));
        figure.Column("not-stated-share").Values.ShouldBe(amounts.Select(amount => (decimal?)forms.Count(form => amount(form) is null) / forms.Count));
        figure.NotReported.ShouldBe(forms.Count(form => Array.TrueForAll(amounts, amount => amount(form) is null)));
    }

    [Fact]
    public void BudgetBySource_SumThatIsNotItsSources_KeepsTheDifference()
    {
        var figure = BudgetBySource.Of(MadeRound.Of(
            new Report { FundingCols = ["2020"], Funding = [new("HOD", [new Money(3m)]), new("  ", [new Money(2m)])], FundingTotal = [new Money(10m)] },
            new Report { FundingCols = ["2020"], FundingTotal = [new Money(4m)] },
            new Report { FundingCols = ["2020"], Funding = [new("hod/NHN", [new Money(1m)])] }));
        figure.Column("budget").ShouldBe(new Dictionary<string, decimal?> { ["departementet"] = 3m, ["words:hod nhn"] = 1m, ["undivided"] = 11m });
        figure.Cell("undivided", "initiatives")!.Value.ShouldBe(2m);
    }

    [Fact]
    public void BudgetBySource_ManyAndLongSources_ShowsFifteenAndTheRest()
    {
        var figure = BudgetBySource.Of(MadeRound.Of([.. Enumerable.Range(1, 40).Select(number => new Report { FundingCols = ["2020"], Funding = [new($"{number} " + new string('x', 100_000), [new Money(number)])] })]));
        figure.Categories.Length.ShouldBe(16);
        figure.Categories.ShouldAllBe(category => category.Key.Length < 500 && category.Name.Bokmal.Length <= 121);
        figure.Cell("others", "budget")!.Value.ShouldBe(Enumerable.Range(1, 25).Sum());
        figure.Total("budget").ShouldBe(820m);
    }

    [Fact]
    public void BudgetByArea_CarriedOverFromAnotherYear_SaysSo()
    {
        var before = MadeRound.Snapshot(new(new(1, 0, 0, new byte[8]), "2019-10", new(2019, 10, 31)), [(1, MadeRound.WithBudget(2019, 7m))]).Standings[0] with { CarriedOver = true };
        var round = MadeRound.Of(MadeRound.WithBudget(2020, 1m));
        var figure = BudgetByArea.Of(round with { Snapshot = round.Snapshot with { Standings = [.. round.Snapshot.Standings, before] }, Reports = [.. round.Reports, MadeRound.WithBudget(2019, 7m)] });
        figure.Total("budget").ShouldBe(8m);
        figure.Rule!.In(Language.English).ShouldContain("1 initiative has not reported in 2020 and stands with the budget of the year it last reported in (2019).");
        BudgetByArea.Of(round).Rule!.In(Language.English).ShouldNotContain("last reported in");
    }

    private static void ShouldBeTheForms(Figure figure, Func<OctoberForm, string> keyOf, Func<Figure, Func<string, Dictionary<string, decimal?>>> columns)
    {
        var parts = OctoberForm.All.ToLookup(keyOf);
        var column = columns(figure);
        parts.Select(part => part.Key).ShouldBeSubsetOf(column("budget").Keys);
        foreach (var key in column("budget").Keys)
        {
            var forms = parts[key].ToList();
            column("initiatives")[key].ShouldBe(forms.Count, key);
            column("budget")[key].ShouldBe(forms.Count > 0 && forms.TrueForAll(form => form.Budget is null) ? null : forms.Sum(form => form.Budget ?? 0m), key);
            column("no-budget")[key].ShouldBe(forms.Count(form => form.Budget is null), key);
        }

        (figure.Population, figure.NotReported).ShouldBe((59, OctoberForm.All.Count(form => form.Budget is null)));
    }
}
