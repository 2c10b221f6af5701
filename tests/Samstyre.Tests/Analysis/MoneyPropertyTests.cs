using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>What holds of every figure of money, benefits, strategy and the year ahead, whatever the reports say.</summary>
public sealed class MoneyPropertyTests
{
    private static readonly Func<RoundContent, Figure>[] Figures =
    [
        MoneyInAll.Of, BudgetByArea.Of, BudgetPerOrganisation.Of, BudgetByGroup.Of, BudgetBySource.Of, BudgetByPhase.Of, BudgetChange.Of, TotalCost.Of, AnnualOperatingCost.Of,
        BenefitMaturityByPhase.Of, BenefitBands.Of, StrategicFitMatrix.Of, NextYearPortfolio.Of, NextYearBudgets.Of,
    ];

    private static readonly Func<RoundContent, Listing>[] Listings = [BudgetDrivers.Of, NextYearCandidates.Of, NextYearEndings.Of];

    private static readonly string[] Levels = ["High", "Medium", "Low", "NotStated"];

    private static readonly Gen<Money?> Amounts =
        Gen.Elements<decimal?>(null, null, 0m, 9.99m, 10m, 55.5m, 500m, -3m, 1_000_000_000_000_000m, -1_000_000_000_000_000m).Select(amount => amount is { } stated ? new Money(stated) : (Money?)null);

    private static readonly Gen<Report> Reports =
        from amounts in Amounts.ArrayOf(8)
        from organisation in Gen.Elements<string?>(null, "Helse Vest RHF", "KS", "Ukjent")
        from area in Gen.Elements<string?>(null, "1.1", "3", "9.9")
        from phase in Gen.Elements<Phase?>(null, Phase.Concept, Phase.Closing)
        from source in Gen.Elements("HOD", "HSØ", "", "Helse Vest og Helse Nord", "Lån", "=1+1", "\u202e<b>\u0000")
        from fit in Gen.Elements<(string, Level)[]>([], [("1.1", Level.High)], [("1.1", Level.Low), ("7.7", Level.Medium), ("8", Level.High)])
        from answer in Gen.Elements<Answer?>(null, Answer.Yes, Answer.InProgress, Answer.Other)
        from band in Gen.Elements<BenefitBand?>(null, BenefitBand.Over100)
        from end in Gen.Elements<PartialDate?>(null, PartialDate.OfYear(2020), PartialDate.OfMonth(2022, 1))
        select new Report
        {
            Organisation = organisation,
            PrimaryFocusArea = area,
            Phase = phase,
            EndDate = end,
            TotalCostMnok = amounts[0],
            AnnualOperatingCostMnok = amounts[1],
            BenefitAmountMnok = amounts[2],
            BenefitBand = band,
            BenefitMaturity = new(answer, null, answer, null),
            StrategicFit = fit.ToDictionary(mark => mark.Item1, mark => mark.Item2),
            FundingCols = [">2020", "2020", "2021", "2022>"],
            Funding = [new(source, [amounts[3], amounts[4], amounts[5]]), new("Lån", [null, amounts[6]])],
            FundingTotal = [null, amounts[7]],
        };

    private static readonly Arbitrary<RoundContent> Rounds =
        (from before in Reports.ListOf() from now in Reports.ListOf() select MadeRound.Of([.. now], [MadeRound.Snapshot(new(new(1, 0, 0, new byte[8]), "2020-03", new(2020, 3, 20)), before.Select((report, place) => (place * 2, report)))])).ToArbitrary();

    [Fact]
    public void Figures_ShuffledInitiatives_AreTheSame()
    {
        foreach (var figure in Figures) ShuffledRound.ShouldGiveTheSame(figure);
        foreach (var listing in Listings) ShuffledRound.ShouldGiveTheSame(listing);
    }

    [Fact]
    public void Figures_AnyRound_AreWhole() => Prop.ForAll(Rounds, round =>
    {
        foreach (var figure in Figures.Select(of => of(round))) ShouldBeWhole(figure);
        foreach (var listing in Listings.Select(of => of(round))) listing.Rows.ShouldAllBe(row => row.Cells.Length == listing.Columns.Length);
    }).Check(Quietly.Try(50));

    [Fact]
    public void Parts_AnyRound_AddUpToThePopulation() => Prop.ForAll(Rounds, round =>
    {
        Func<RoundContent, Figure>[] partitions = [BudgetByArea.Of, BudgetPerOrganisation.Of, BudgetByGroup.Of, BudgetByPhase.Of, BudgetChange.Of, TotalCost.Of, AnnualOperatingCost.Of, BenefitBands.Of, NextYearPortfolio.Of, NextYearBudgets.Of];
        foreach (var figure in partitions.Select(of => of(round))) figure.Total("initiatives").ShouldBe(figure.Population, figure.Id);
        var maturity = BenefitMaturityByPhase.Of(round);
        maturity.Cells.Sum(cell => cell.Value!.Value).ShouldBe(maturity.Population);
        var fit = StrategicFitMatrix.Of(round);
        foreach (var area in fit.Categories) Levels.Sum(level => fit.Cell(area.Key, level)!.Value).ShouldBe(fit.Population, area.Key);
    }).Check(Quietly.Try(50));

    [Fact]
    public void Sums_AnyRound_AddUpToTheWhole() => Prop.ForAll(Rounds, round =>
    {
        var standings = round.Snapshot.Standings;
        var budget = standings.Sum(standing => standing.Facts.Budget?.Mnok ?? 0m);
        foreach (var figure in new[] { BudgetByArea.Of(round), BudgetPerOrganisation.Of(round), BudgetByGroup.Of(round), BudgetByPhase.Of(round), BudgetBySource.Of(round), NextYearBudgets.Of(round), NextYearPortfolio.Of(round) })
            figure.Total("budget").ShouldBe(budget, figure.Id);
        TotalCost.Of(round).Total("sum").ShouldBe(standings.Sum(standing => standing.Facts.TotalCost?.Mnok ?? 0m));
        BenefitBands.Of(round).Total("sum").ShouldBe(round.Reports.Sum(report => report.BenefitAmountMnok?.Mnok ?? 0m));
        BudgetChange.Of(round).Total("difference").ShouldBe(budget - round.Earlier[0].Standings.Sum(standing => standing.Facts.Budget?.Mnok ?? 0m));
        foreach (var figure in new[] { BudgetByArea.Of(round), BudgetBySource.Of(round) })
        {
            var shares = figure.Column("share").Values.OfType<decimal>().ToList();
            if (shares.Count > 0) shares.Sum().ShouldBe(1m, 0.000001m, figure.Id);
        }
    }).Check(Quietly.Try(50));

    [Fact]
    public void Figures_EmptyPortfolioOneInitiativeNothingReported_AreWhole()
    {
        foreach (var round in new[] { MadeRound.Of(), MadeRound.Of(new Report()), MadeRound.Of(new Report(), new Report(), new Report()) })
        {
            foreach (var figure in Figures.Select(of => of(round)))
            {
                ShouldBeWhole(figure);
                if (figure.Id != "budget-change") figure.NotReported.ShouldBe(figure.Population, figure.Id);
            }

            foreach (var listing in Listings) listing(round).Rows.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Figures_AmountsThatCannotBeAddedUp_SayNoSum()
    {
        Money huge = new(decimal.MaxValue), low = new(decimal.MinValue);
        var absurd = new Report
        {
            TotalCostMnok = huge, AnnualOperatingCostMnok = low, BenefitAmountMnok = huge, StrategicFit = new Dictionary<string, Level> { ["1.1"] = Level.High },
            FundingCols = ["2020", "2021"], Funding = [new("HOD", [huge, low]), new("KS", [huge, low])],
        };
        var round = MadeRound.Of([absurd, absurd, MadeRound.WithBudget(2020, 1m)], [MadeRound.Snapshot(new(new(1, 0, 0, new byte[8]), "2020-03", new(2020, 3, 20)), [(0, absurd), (2, absurd)])]);
        foreach (var figure in Figures.Select(of => of(round)))
        {
            ShouldBeWhole(figure);
            if (figure.Series.Any(series => series.Unit == FigureUnit.MillionNok)) figure.Rule!.English!.ShouldContain("too large to add up", Case.Sensitive, figure.Id);
        }

        MoneyInAll.Of(round).Cell("budget", "sum")!.Value.ShouldBeNull();
        MoneyInAll.Of(round).Cell("budget", "stated")!.Value.ShouldBe(3m);
        foreach (var listing in Listings) listing(round).Rows.ShouldAllBe(row => row.Cells.Length == listing(round).Columns.Length);
    }

    [Fact]
    public void Figures_AmountBelowZero_IsSubtractedAndSaid()
    {
        var figure = BudgetByPhase.Of(MadeRound.Of(MadeRound.WithBudget(2020, 10m), MadeRound.WithBudget(2020, -4m)));
        figure.Total("budget").ShouldBe(6m);
        figure.Rule!.English!.ShouldContain("1 initiative states an amount below zero");
        figure.Column("share").Values.OfType<decimal>().Sum().ShouldBe(1m);
    }

    [Fact]
    public void ReportFigures_Example_HasThemAllInThreeLanguages()
    {
        var all = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));
        foreach (var figure in Figures.Select(of => of(MemoryPortfolio.Example.Content("2020-10"))))
        {
            all.Figure(figure.Id).ShouldNotBeNull(figure.Id);
            figure.Rule.ShouldNotBeNull(figure.Id);
            new[] { figure.Title, figure.CategoryTitle, figure.Rule }.ShouldAllBe(words => words.Nynorsk != null && words.English != null);
        }

        Listings.Select(of => of(MemoryPortfolio.Example.Content("2020-10")).Id).ShouldBeSubsetOf(all.Listings.Select(listing => listing.Id));
    }

    private static void ShouldBeWhole(Figure figure)
    {
        figure.Cells.Length.ShouldBe(figure.Categories.Length * figure.Series.Length, figure.Id);
        figure.Categories.Select(category => category.Key).ShouldBeUnique();
        figure.NotReported.ShouldBeInRange(0, figure.Population, figure.Id);
        figure.Series.Where(series => series.Charted).Select(series => series.Unit).Distinct().Count().ShouldBe(1, figure.Id);
        foreach (var category in figure.Categories)
        {
            foreach (var series in figure.Series)
            {
                var cell = figure.Cell(category.Key, series.Key)!;
                cell.Behind.Distinct().Count().ShouldBe(cell.Behind.Length);
                if (series.Unit == FigureUnit.Initiatives && category.Key != "candidates") cell.Value.ShouldBe(cell.Behind.Length, $"{figure.Id} {category.Key}");
            }
        }
    }
}
