using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>The tables of the form: deliverables, funding, prerequisites, dependencies.</summary>
public sealed class FormTablesTests
{
    [Fact]
    public void Deliverables_FootnotesUnderThem_AreNoDeliverables()
    {
        var report = new SampleForm().After("Alle laboratorier koblet på", "*Forutsetter at kodeverket er byttet", "Gjelder bare sykehus").Read();
        report.Deliverables.Count.ShouldBe(3);
        report.CostComments.ShouldNotBeNull().ShouldContain("Forutsetter at kodeverket");
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Deliverables_DateThatDoesNotExist_IsAnError()
    {
        var report = new SampleForm().With("Valgt leverandør", "31.02.2021").Read();
        report.Deliverables[0].ShouldBe(new("Valgt leverandør", "31.02.2021", null));
        report.Findings.ShouldContain(finding => finding.Field == "deliverables[0].planned" && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Funding_ColumnsShifted_KeepTheirHeadings()
    {
        var report = new SampleForm()
            .Line("Finansieringskilder", "Finansieringskilder (i mill. kr)\t2020\t2021\t2022\t2023")
            .With("Egne midler", "1", "2", "3", "4").With("Tilskudd", "", "", "", "0,5").With("Sum finansiering", "1", "2", "3", "4,5")
            .Read();
        report.FundingCols.ShouldBe(["2020", "2021", "2022", "2023"]);
        report.Funding.Select(row => row.Y[3]).ShouldBe([new Money(4m), new Money(0.5m)]);
        report.FundingTotal[3].ShouldBe(new Money(4.5m));
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Funding_MoreAmountsThanYears_IsAskedFor()
    {
        var report = new SampleForm().With("Egne midler", "1", "2", "3", "4", "5", "6").Read();
        report.Asks("funding[0].y").ShouldBeTrue();
    }

    [Fact]
    public void Funding_SecondTableWithOtherYears_IsKeptAsCommentAndAskedFor()
    {
        var report = new SampleForm().After("Sum finansiering", "Finansieringskilder\t2024\t2025", "Egne midler\t9\t8").Read();
        report.FundingCols[0].ShouldBe(">2019");
        report.Funding.Count.ShouldBe(2);
        report.FundingComments.ShouldNotBeNull().ShouldContain("2024");
        report.Asks("funding").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Sum:")]
    [InlineData("Totalt")]
    [InlineData("SUM FINANSIERING")]
    [InlineData("Total finansiering:")]
    public void Funding_TotalUnderAnotherName_IsTheTotal(string name)
    {
        var report = new SampleForm().Named("Sum finansiering", name).Read();
        report.Funding.Count.ShouldBe(2);
        report.FundingTotal.ShouldBe([null, new Money(1.5m), new Money(5m), new Money(8m), new Money(4.2m)]);
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Funding_InThousands_IsAskedFor()
    {
        var report = new SampleForm().Named("Finansieringskilder", "Finansieringskilder (alle tall i 1000 kr)").Read();
        report.Asks("funding[0].y[1]").ShouldBeTrue();
        report.Asks("fundingTotal").ShouldBeTrue();
    }

    [Fact]
    public void Funding_InvestmentAndOperationInOneCell_AreAdded()
    {
        var report = new SampleForm().With("Egne midler", "", "Inv.: 106 mill. Drift: 20 mill.").Read();
        report.Funding[0].Y[1].ShouldBe(new Money(126m));
    }

    [Fact]
    public void Prerequisites_LooseLevelUnderARow_IsTheRowsAndAskedFor()
    {
        var report = new SampleForm().After("EPJ-utvikling, kommune", "Middels").Read();
        report.Prerequisites.EhrMunicipal.ShouldNotBeNull().Criticality.ShouldBe(Level.Medium);
        report.Asks("prerequisites.ehrMunicipal.criticality").ShouldBeTrue();
    }

    [Fact]
    public void Prerequisites_BlankRow_IsNull_AndNotApplicableHasNoLevel()
    {
        var report = new SampleForm().Read();
        report.Prerequisites.EhrMunicipal.ShouldBeNull();
        report.Prerequisites.OrgMunicipal.ShouldBe(new(null, null));
        report.Prerequisites.EhrGp.ShouldBe(new(Level.Medium, "12.21"));
    }

    [Fact]
    public void Dependencies_ColumnLeftOut_IsReadByItsHeadings()
    {
        var report = new SampleForm()
            .Line("Hvem er prosjektet avhengig av", "Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans\tHva er prosjektet avhengig av?\tKategori avhengighet\tKritikalitet\tFrist\tStatus")
            .Line("Norsk Helsenett", "Norsk Helsenett\tTilkobling\t4\tHøy\t12.20\tGul").Line("Kodeverksprosjektet", "Kodeverksprosjektet\tNytt kodeverk\t3\tLav\t2021\tGrønn")
            .Read();
        report.Dependencies[0].ShouldBe(new("Norsk Helsenett", "Tilkobling", null, "4", Level.High, "12.20", PartialDate.OfMonth(2020, 12), TrafficLight.Yellow));
        report.Dependencies[1].Status.ShouldBe(TrafficLight.Green);
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Dependencies_StatusInWords_HasNoColourAndKeepsTheWords()
    {
        var report = new SampleForm().Read();
        report.Dependencies[1].Status.ShouldBeNull();
        report.Findings.ShouldContain(finding => finding.Field == "dependencies[1].status" && finding.Severity == FindingSeverity.Info && finding.Text == "Utført");
    }

    [Fact]
    public void Dependencies_SaidToBeNone_AreNone()
    {
        var report = new SampleForm().Without("Kodeverksprosjektet").Line("Norsk Helsenett", "Ingen\t\t\t\t\t\t").Read();
        report.Dependencies.ShouldBeEmpty();
        report.Asked().ShouldBeEmpty();
    }
}
