using System.Globalization;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>Costs, benefits, strategic fit and the year ahead, against the forms of October 2020 read on their own.</summary>
public sealed class ReportedMoneyTests
{
    private static readonly RoundContent October = MemoryPortfolio.Example.Content("2020-10");
    private static readonly IReadOnlyList<OctoberForm> Forms = OctoberForm.All;
    private static readonly string[] Questions = ["justification", "identified", "plan", "activities"];

    [Fact]
    public void TotalCost_October2020_IsTheForms() => ShouldBeByInterval(TotalCost.Of(October), form => form.TotalCost);

    [Fact]
    public void AnnualOperatingCost_October2020_IsTheForms() => ShouldBeByInterval(AnnualOperatingCost.Of(October), form => form.OperatingCost);

    [Theory]
    [InlineData("-0.1", "negative")]
    [InlineData("0", "under-10")]
    [InlineData("9.999", "under-10")]
    [InlineData("10", "10-50")]
    [InlineData("50", "50-100")]
    [InlineData("100", "100-300")]
    [InlineData("299.9", "100-300")]
    [InlineData("300", "300-500")]
    [InlineData("500", "over-500")]
    [InlineData("1000000000000000", "over-500")]
    public void TotalCost_AmountAtABorder_IsInTheIntervalAbove(string amount, string interval)
    {
        var figure = TotalCost.Of(MadeRound.Of(new Report { TotalCostMnok = new(decimal.Parse(amount, CultureInfo.InvariantCulture)) }));
        figure.Categories.Single(category => figure.Cell(category.Key, "initiatives")!.Value == 1m).Key.ShouldBe(interval);
        (figure.RowOf("negative") >= 0).ShouldBe(interval == "negative");
    }

    [Fact]
    public void BenefitMaturityByPhase_October2020_IsTheForms()
    {
        var figure = BenefitMaturityByPhase.Of(October);
        var expected = Forms.CountBy(form => (form.Phase ?? "NotStated", Maturity(form))).ToDictionary();
        foreach (var category in figure.Categories)
        {
            foreach (var series in figure.Series) figure.Cell(category.Key, series.Key)!.Value.ShouldBe(expected.GetValueOrDefault((category.Key, series.Key)), $"{category.Key} {series.Key}");
        }

        figure.NotReported.ShouldBe(Forms.Count(form => Maturity(form) == "NotStated"));
    }

    [Theory]
    [InlineData(null, null, null, null, null, null)]
    [InlineData(null, null, null, null, "Kommunene", Level.Low)]
    [InlineData(Answer.No, null, null, null, null, Level.Low)]
    [InlineData(Answer.Other, null, null, null, " ", Level.Low)]
    [InlineData(Answer.Yes, Answer.InProgress, null, null, null, Level.Low)]
    [InlineData(Answer.Yes, Answer.Yes, null, null, null, Level.Medium)]
    [InlineData(Answer.Yes, Answer.Yes, Answer.InProgress, null, "Kommunene", Level.Medium)]
    [InlineData(Answer.Yes, Answer.Yes, Answer.InProgress, Answer.InProgress, "Kommunene", Level.High)]
    [InlineData(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, null, Level.High)]
    public void BenefitMaturityByPhase_Answers_GiveTheRulesLevel(Answer? justification, Answer? identified, Answer? plan, Answer? activities, string? owners, Level? level)
    {
        var figure = BenefitMaturityByPhase.Of(MadeRound.Of(new Report { Phase = Phase.Planning, BenefitMaturity = new(justification, identified, plan, activities), BenefitOwnersText = owners }));
        figure.Cell("Planning", level?.ToString() ?? "NotStated")!.Value.ShouldBe(1m);
    }

    [Fact]
    public void BenefitBands_October2020_IsTheForms()
    {
        var figure = BenefitBands.Of(October);
        figure.Column("initiatives").ShouldBe(Counted(figure, form => Band(form)));
        figure.Column("with-amount").Values.Sum().ShouldBe(Forms.Count(form => form.BenefitAmount is not null));
        figure.Total("sum").ShouldBe(Forms.Sum(form => form.BenefitAmount ?? 0m));
        figure.Cell("NotStated", "share")!.Value.ShouldBe((decimal)Forms.Count(form => Band(form) == "NotStated") / 59);
    }

    [Fact]
    public void BenefitBands_AmountAndBand_TheAmountDecides()
    {
        var figure = BenefitBands.Of(MadeRound.Of(
            new Report { BenefitAmountMnok = new(100m), BenefitBand = BenefitBand.Over100 }, new Report { BenefitAmountMnok = new(-3m) }, new Report { BenefitBand = BenefitBand.Under10 }));
        figure.Column("initiatives").Values.ShouldBe([1, 1, 1, 0, 0]);
        figure.Cell("negative", "sum")!.Value.ShouldBe(-3m);
    }

    [Fact]
    public void StrategicFitMatrix_October2020_IsTheForms()
    {
        var figure = StrategicFitMatrix.Of(October);
        var areas = October.Snapshot.Definition.StrategyAreas.SelectMany(area => area.FocusAreas).Select(area => area.Code).ToList();
        figure.Categories.Select(category => category.Key).ShouldBe([.. areas, "others"]);
        foreach (var area in areas)
        {
            var high = Forms.Where(form => form.Fit.GetValueOrDefault(area) == "H").ToList();
            figure.Cell(area, "High")!.Value.ShouldBe(high.Count, area);
            figure.Cell(area, "Medium")!.Value.ShouldBe(Forms.Count(form => form.Fit.GetValueOrDefault(area) == "M"), area);
            figure.Cell(area, "Low")!.Value.ShouldBe(Forms.Count(form => form.Fit.GetValueOrDefault(area) == "L"), area);
            figure.Cell(area, "NotStated")!.Value.ShouldBe(Forms.Count(form => !form.Fit.ContainsKey(area)), area);
            figure.Cell(area, "total-cost-high")!.Value.ShouldBe(SumOf(high, form => form.TotalCost), area);
            figure.Cell(area, "budget-high")!.Value.ShouldBe(SumOf(high, form => form.Budget), area);
        }

        figure.Cell("others", "High")!.Value.ShouldBe(Forms.Count(form => form.Fit.Any(mark => !areas.Contains(mark.Key) && mark.Value == "H")));
        figure.NotReported.ShouldBe(Forms.Count(form => form.Fit.Count == 0));
    }

    [Fact]
    public void NextYearPortfolio_October2020_IsTheForms()
    {
        var figure = NextYearPortfolio.Of(October);
        Func<OctoberForm, bool>[] parts = [form => form.EndYear <= 2020, form => form.EndYear > 2020, form => form.EndYear is null];
        figure.Column("initiatives").Values.ShouldBe([.. parts.Select(part => (decimal?)Forms.Count(part)), 2m]);
        figure.Column("budget").Values.ShouldBe([.. parts.Select(part => SumOf([.. Forms.Where(part)], form => form.Budget)), null]);
        figure.Column("budget-next").Values.ShouldBe([.. parts.Select(part => SumOf([.. Forms.Where(part)], form => form.NextBudget)), null]);
        figure.Column("no-budget-next").Values.ShouldBe([.. parts.Select(part => (decimal?)Forms.Where(part).Count(form => form.NextBudget is null)), 2m]);
        (figure.Population, figure.NotReported).ShouldBe((61, Forms.Count(form => form.EndYear is null)));
    }

    [Fact]
    public void NextYearBudgets_October2020_IsTheForms()
    {
        var figure = NextYearBudgets.Of(October);
        var byArea = Forms.ToLookup(form => form.StrategyArea ?? "NotStated");
        foreach (var area in figure.Categories.Select(category => category.Key))
        {
            figure.Cell(area, "budget")!.Value.ShouldBe(SumOf([.. byArea[area]], form => form.Budget), area);
            figure.Cell(area, "budget-next")!.Value.ShouldBe(SumOf([.. byArea[area]], form => form.NextBudget), area);
            figure.Cell(area, "no-budget-next")!.Value.ShouldBe(byArea[area].Count(form => form.NextBudget is null), area);
        }

        figure.Total("initiatives").ShouldBe(59m);
        figure.NotReported.ShouldBe(Forms.Count(form => form.NextBudget is null));
    }

    [Fact]
    public void NextYearEndings_October2020_AreTheForms() =>
        NextYearEndings.Of(October).Rows.Select(row => row.Cells[0]).ShouldBe(Forms.Where(form => form.EndYear <= 2020).Select(form => (object?)form.Id), ignoreOrder: true);

    [Fact]
    public void NextYearCandidates_October2020_AreTheRegisters()
    {
        var listing = NextYearCandidates.Of(October);
        listing.Rows.Select(row => row.Cells[1]).ShouldBe(["Akson - journal", "Akson - samhandling"]);
        listing.Rows[0].Cells[3].ShouldBe(new DateOnly(2020, 3, 20));
    }

    private static void ShouldBeByInterval(Figure figure, Func<OctoberForm, decimal?> cost)
    {
        figure.Column("initiatives").ShouldBe(Counted(figure, form => Interval(cost(form))));
        figure.Column("sum").ShouldBe(figure.Categories.ToDictionary(category => category.Key, category => SumOf([.. Forms.Where(form => Interval(cost(form)) == category.Key)], cost)));
        figure.Cell("NotStated", "share")!.Value.ShouldBe((decimal)Forms.Count(form => cost(form) is null) / 59);
        (figure.Population, figure.NotReported).ShouldBe((59, Forms.Count(form => cost(form) is null)));
    }

    private static Dictionary<string, decimal?> Counted(Figure figure, Func<OctoberForm, string> keyOf) =>
        figure.Categories.ToDictionary(category => category.Key, category => (decimal?)Forms.Count(form => keyOf(form) == category.Key));

    private static decimal? SumOf(List<OctoberForm> forms, Func<OctoberForm, decimal?> amount) =>
        forms.Count > 0 && forms.TrueForAll(form => amount(form) is null) ? null : forms.Sum(form => amount(form) ?? 0m);

    private static string Interval(decimal? cost) => cost switch
    {
        null => "NotStated",
        >= 500m => "over-500",
        >= 300m => "300-500",
        >= 100m => "100-300",
        >= 50m => "50-100",
        >= 10m => "10-50",
        _ => "under-10",
    };

    private static string Band(OctoberForm form) => form.BenefitAmount switch
    {
        > 100m => "Over100",
        >= 10m => "From10To100",
        >= 0m => "Under10",
        _ => form.Text("benefitBand") ?? "NotStated",
    };

    private static string Maturity(OctoberForm form)
    {
        string?[] answers = [.. Questions.Select(form.Answer)];
        var owners = form.Text("benefitOwnersText");
        if (owners is null && answers.All(answer => answer is null)) return "NotStated";
        var halves = (2 * answers.Count(answer => answer == "Yes")) + answers.Count(answer => answer == "InProgress") + (owners is null ? 0 : 2);
        return halves >= 8 ? "High" : halves >= 4 ? "Medium" : "Low";
    }
}
