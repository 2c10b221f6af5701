using System.Globalization;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>A report that was read becomes texts of the form's fields.</summary>
public sealed class ReadTextsTests
{
    private static readonly FormValues Blank = FormValues.Of(null, 2020);

    [Fact]
    public void TextsOf_WholeFormOverABlankOne_GivesTheReportThatWasRead()
    {
        var read = new SampleForm().Read();
        var report = Filled(Blank, read).Read().Report;
        Core(report).ShouldBe(Core(read));
    }

    [Fact]
    public void TextsOf_TheSameFormAgain_GivesNothing()
    {
        var read = new SampleForm().Read();
        FormValues.TextsOf(read, Filled(Blank, read)).ShouldBeEmpty();
        FormValues.TextsOf(read, FormValues.Of(read, 2020)).ShouldBeEmpty();
    }

    [Fact]
    public void TextsOf_AChangedForm_GivesWhatChangedWithItsLine()
    {
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var changed = new SampleForm().With("Antatt totalkostnad for", "21 mill").With("Overordnet status", "Rød");
        var found = FormValues.TextsOf(changed.Read(), form);
        found.Select(field => (field.Field, field.Text)).ShouldBe([("status", "Red"), ("totalCostMnok", "21")]);
        var lines = changed.ToString().Split('\n');
        lines[found[1].Line!.Value - 1].ShouldStartWith("Antatt totalkostnad for");
        found.ShouldAllBe(field => field.Findings.Count == 0);
    }

    [Fact]
    public void TextsOf_RowsMovedRewordedAndAdded_KeepTheirKeys()
    {
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var changed = new SampleForm().Line("Valgt leverandør", "Helt ny leveranse til legene\t03.2021", "Første laboratorium er koblet på\tQ3 2021").Line("Første laboratorium koblet", "Valgt leverandør\t12.20");
        var found = FormValues.TextsOf(changed.Read(), form);
        found.ShouldContain(field => field.Field == "deliverables" && field.Text == "n1,1,0,2" && field.Findings.Count == 0);
        found.Single(field => field.Field == "deliverables.n1.text").Text.ShouldBe("Helt ny leveranse til legene");
        found.Single(field => field.Field == "deliverables.1.planned").Text.ShouldBe("Q3 2021");
        found.ShouldNotContain(field => field.Field.StartsWith("deliverables.0", StringComparison.Ordinal) || field.Field.StartsWith("deliverables.2", StringComparison.Ordinal));
    }

    [Fact]
    public void TextsOf_ARowThatTheFileLacks_IsAskedAboutAndStays()
    {
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var found = FormValues.TextsOf(new SampleForm().Without("Valgt leverandør").Read(), form);
        found.Where(field => field.Field == "deliverables").Select(field => field.Text).ShouldBe(["1,2,0"]);
        found.Single(field => field.Field == "deliverables.0").Findings.ShouldHaveSingleItem().Code.ShouldBe("RowNotInFile");
    }

    [Fact]
    public void TextsOf_ABlankFieldThatStands_IsAskedAboutAndNeverEmptied()
    {
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var found = FormValues.TextsOf(new SampleForm().With("Antatt totalkostnad for", "").Read(), form);
        found.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Code.ShouldBe("BlankInFile");
    }

    [Fact]
    public void TextsOf_WordsThatNobodyCanBeSureOf_ComeWithTheirFindings()
    {
        var found = FormValues.TextsOf(new SampleForm().With("Antatt totalkostnad for", "3.531").Read(), Blank);
        var cost = found.Single(field => field.Field == "totalCostMnok");
        cost.Findings.ShouldNotBeEmpty();
        cost.Findings[0].Text.ShouldBe("3.531");
    }

    [Fact]
    public void TextsOf_AnotherName_IsAskedAbout()
    {
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var other = new SampleForm().Read() with { Name = "Et helt annet prosjekt" };
        FormValues.TextsOf(other, form).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Code.ShouldBe("NameOther");
    }

    [Fact]
    public void TextsOf_LastYearsFundingTable_LandsInTheYearsOfTheForm()
    {
        var read = new SampleForm().Read() with { FundingCols = ["<2018", "2018", "2019", "2020", "2021>"] };
        var found = FormValues.TextsOf(read, FormValues.Of(null, 2020));
        // "2021 and later" does not say which of the form's years it is.
        found.Where(field => field.Findings.Any(finding => finding.Code == "FundingYearsOther")).Select(field => (field.Field, field.Text)).ShouldBe([("funding.n2.y.4", "4,2"), ("fundingTotal.4", "4,2")]);
        var plain = new SampleForm().Read() with { FundingCols = ["<2018", "2018", "2019", "2020", "2021"] };
        var moved = Filled(Blank, plain).Read().Report;
        moved.FundingCols.ShouldBe(["<2019", "2019", "2020", "2021", "2022>"]);
        moved.Funding[0].Y.Select(cell => cell?.Mnok).ShouldBe([1.5m, 3m, 3m, null, null]);
    }

    [Fact]
    public void TextsOf_RowsWithTheSameWords_AreNeverTheSameRow()
    {
        var twice = new SampleForm().After("Valgt leverandør", "Valgt leverandør\t12.21");
        var form = FormValues.Of(new SampleForm().Read(), 2020);
        var rows = FormValues.TextsOf(twice.Read(), form).Single(field => field.Field == "deliverables").Text.Split(',');
        rows.ShouldBeUnique();
        rows.Length.ShouldBe(4);
    }

    private static FormValues Filled(FormValues form, Report read) => form.With(FormValues.TextsOf(read, form).ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal));

    // What the form does not ask for follows from elsewhere; a row without an answer is none.
    private static string Core(Report report) => System.Text.Encoding.UTF8.GetString(ReportJson.ToUtf8(report with
    {
        Source = null, Findings = [], Provenance = new SortedDictionary<string, int>(StringComparer.Ordinal), Prerequisites = report.Prerequisites with { OrgMunicipal = report.Prerequisites.OrgMunicipal is { Criticality: null, When: null } ? null : report.Prerequisites.OrgMunicipal },
        PhaseText = null, NationalId = null, Organisation = null, OrganisationText = null,
        FundingCols = [.. report.FundingCols.Select(heading => FundingColumn.Of(heading) is { } column ? string.Create(CultureInfo.InvariantCulture, $"{column.Span} {column.Year}") : heading)],
        Deliverables = [.. report.Deliverables.Select(row => row with { PlannedText = null })],
        Dependencies = [.. report.Dependencies.Select(row => row with { DeadlineText = null })],
    }));
}
