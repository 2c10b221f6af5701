using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>The same form laid out as other tools and authors lay it out: read the same, or asked about.</summary>
public sealed class FormLayoutTests
{
    private static readonly string Text = new SampleForm().ToString();
    private static readonly Report Original = new SampleForm().Read();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\t\t\n")]
    [InlineData("\n  ")]
    [InlineData("\n\n")]
    [InlineData("\n\n\n")]
    public void Read_OtherLineEnds_IsReadTheSame(string end) => ShouldBeTheSame(Text.Replace("\n", end, StringComparison.Ordinal));

    [Fact]
    public void Read_NoBlankLines_IsReadTheSame() => ShouldBeTheSame(string.Join('\n', Text.Split('\n').Where(line => line.Length > 0)));

    [Fact]
    public void Read_HardSpaces_IsReadTheSame() => ShouldBeTheSame(Text.Replace(' ', '\u00a0'));

    [Fact]
    public void Read_LettersInTwoParts_IsReadTheSame() => ShouldBeTheSame(Text.Normalize(System.Text.NormalizationForm.FormD));

    [Fact]
    public void Read_FormFeedBetweenPages_IsReadTheSame() => ShouldBeTheSame(Text.Replace("Gevinster, status", "\fGevinster, status", StringComparison.Ordinal));

    [Fact]
    public void Read_ValueBehindTheColon_IsReadTheSame() => ShouldBeTheSame(string.Join('\n', Text.Split('\n').Select(line =>
        line.Split('\t') is [[.., ':'] label, { Length: > 0 } value] ? $"{label} {value}" : line)));

    [Theory]
    [InlineData("Prosjekt-/programnavn:11\tFelles prøvesvarhotell")]
    [InlineData("Prosjekt-/programnavn 2:\tFelles prøvesvarhotell")]
    [InlineData("Prosjekt-/programnavn: \t\tFelles prøvesvarhotell")]
    public void Read_PageNumberBehindALabel_IsNoPartOfTheValue(string line)
    {
        var report = new SampleForm().Line("Prosjekt-/programnavn:\tFelles", line).Read();
        report.Name.ShouldBe("Felles prøvesvarhotell");
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_LabelsInCapitals_AreTheSameLabels()
    {
        var report = new SampleForm().Named("Antatt totalkostnad for", "ANTATT TOTALKOSTNAD FOR PROSJEKTET/PROGRAMMET:").Named("Overordnet status", "OVERORDNET STATUS FOR PROSJEKT/PROGRAM:").Read();
        report.TotalCostMnok.ShouldBe(Original.TotalCostMnok);
        report.Status.ShouldBe(TrafficLight.Yellow);
        report.Asked().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("    ")]
    [InlineData(";")]
    public void Read_NoTabs_AsksForEveryTable(string separator)
    {
        var report = SampleForm.ReadAll(Text.Replace("\t", separator, StringComparison.Ordinal)).ShouldHaveSingleItem();
        foreach (var field in (string[])["deliverables", "funding", "fundingTotal", "strategicFit", "phaseEnd", "dependencies", "prerequisites"]) report.Asks(field).ShouldBeTrue(field);
    }

    [Theory]
    [InlineData("Oktober 2020", "2020-10", false)]
    [InlineData("Status per 31. oktober 2020", "2020-10", false)]
    [InlineData("Dato: 15.10.2020", "2020-10", false)]
    [InlineData("Revidert: 10/2020", "2020-10", false)]
    [InlineData("Revidert oktober", null, true)]
    [InlineData("Revidert høst 2020", null, true)]
    [InlineData("Oktober 2020, revidert november 2020", "2020-10", true)]
    [InlineData("Underlag til møtet", null, false)]
    public void Revised_CoverLine_IsReadOrAskedFor(string line, string? month, bool asks)
    {
        var report = new SampleForm().Line("Revidert per", line).Read();
        (report.Revised?.ToString()).ShouldBe(month);
        report.Asks("revised").ShouldBe(asks);
    }

    [Fact]
    public void Revised_TitlePageOnAPageOfItsOwn_IsRead() =>
        SampleForm.ReadAll(Text + "\n\n\n" + Text.Replace("Prosjekt-/programinformasjon\n", "\n\n", StringComparison.Ordinal).Replace("oktober", "mars", StringComparison.Ordinal))
            .Select(report => report.Revised?.ToString()).ShouldBe(["2020-10", "2020-03"]);

    [Theory]
    [InlineData("Gjennomføring\t\t\t\t06.22\t", Phase.Execution, "2022-06", false)]
    [InlineData("\t\t\t\t06.22\t", null, "2022-06", false)]
    [InlineData("Gjennomføring 06.22\t\t\t\t\t", Phase.Execution, "2022-06", true)]
    [InlineData("Gjennomføring fase 2\t\t\t\t\t", Phase.Execution, null, false)]
    public void Phase_DateInItsOwnOrThePhasesCell_IsRead(string row, Phase? phase, string? end, bool asks)
    {
        var report = new SampleForm().Line("Gjennomføring\t", row).Read();
        report.Phase.ShouldBe(phase);
        (report.PhaseEnd?.ToString()).ShouldBe(end);
        report.Asks("phaseEnd").ShouldBe(asks);
    }

    [Fact]
    public void Phase_DateOneRowDown_IsReadAndAskedFor()
    {
        var report = new SampleForm().Line("Gjennomføring\t", "Gjennomføring\t\t\t\t", "\t\t\t\t06.22").Read();
        report.PhaseEnd.ShouldBe(PartialDate.OfMonth(2022, 6));
        report.Asks("phaseEnd").ShouldBeTrue();
    }

    [Fact]
    public void Funding_YearsInTheRowUnderTheLabel_AreTheColumns()
    {
        var report = new SampleForm().Line("Finansieringskilder", "Finansieringskilder (alle tall i mill kr)\t\t\t\t\t", "\t>2019\t2019\t2020\t2021\t2022>").Read();
        report.FundingCols.ShouldBe(Original.FundingCols);
        report.Funding.Select(row => row.Source).ShouldBe(["Egne midler", "Tilskudd"]);
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Funding_BlankColumnsBetween_AreNoColumns()
    {
        var report = SampleForm.ReadAll(string.Join('\n', Text.Split('\n').Select((line, i) => i is >= 25 and <= 28 ? line.Replace("\t", "\t\t", StringComparison.Ordinal) : line)))[0];
        report.FundingCols.ShouldBe(Original.FundingCols);
        report.Funding.Select(row => row.Y[2]).ShouldBe(Original.Funding.Select(row => row.Y[2]));
        report.FundingTotal.ShouldBe(Original.FundingTotal);
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Funding_RowMovedOneColumn_IsAskedForBecauseOfItsTotal()
    {
        var report = new SampleForm().With("Egne midler", "1,5", "3", "3", "").Read();
        report.Asks("funding[0].y").ShouldBeTrue();
        report.Asks("fundingTotal").ShouldBeTrue();
    }

    [Fact]
    public void Funding_RoundedTotal_IsNotAskedFor() =>
        new SampleForm().With("Sum finansiering", "", "2", "5", "8", "4").Read().Asked().ShouldBeEmpty();

    [Theory]
    [InlineData("\tHøy\t2021")]
    [InlineData("2021\tHøy")]
    public void Prerequisites_LevelInAnotherColumn_IsReadAndAskedFor(string cells)
    {
        var report = new SampleForm().With("Andre prosjekter må", cells).Read();
        report.Prerequisites.OtherProjects.ShouldBe(new(Level.High, "2021"));
        report.Asks("prerequisites.otherProjects").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Norsk Helsenett\tTilkobling\t4\tHøy\t12.20\tGul")]
    [InlineData("Norsk Helsenett\t\tTilkobling\tTilgang for alle\t4\tHøy\t12.20\tGul")]
    public void Dependencies_CellTooFewOrTooMany_AsksForTheWholeRow(string row)
    {
        var report = new SampleForm().Line("Norsk Helsenett", row).Read();
        foreach (var field in (string[])["purpose", "category", "criticality", "deadline", "status"]) report.Asks("dependencies[0]." + field).ShouldBeTrue(field);
        report.Dependencies[1].On.ShouldBe("Kodeverksprosjektet");
    }

    private static void ShouldBeTheSame(string text)
    {
        var report = SampleForm.ReadAll(text).ShouldHaveSingleItem();
        ReportJson.ToUtf8(report with { Source = Original.Source, Findings = Original.Findings, Provenance = Original.Provenance }).ShouldBe(ReportJson.ToUtf8(Original));
        report.Asked().ShouldBeEmpty();
    }
}
