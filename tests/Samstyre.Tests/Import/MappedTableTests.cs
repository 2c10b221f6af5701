using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Tables with headings of their own to reports, and what is said about what can't be read.</summary>
public sealed class MappedTableTests
{
    [Fact]
    public void Suggest_HeadingsOfAList_FindsFieldsAndUnits()
    {
        var sheet = Sheet("Nr;Tiltaksnavn;Ansv. virksomhet;Innsatsområde;Fase;Overordnet status;Risiko;Budsjett 2017 (mill. kr);Budsjett 2018 (1000 kr);Totalkostnad;Oppstart;Planlagt slutt;Merknad;Forbruk 2016;Xyz\n1;A;KS;1.1;Planlegging;Gul;Rød;1;2;5000000;2016;2018;m;3;q\n");
        var suggestions = MappingSuggestion.Of(sheet);
        suggestions.Select(one => one.Use?.Field).ShouldBe(["nationalId", "name", "organisation", "primaryFocusArea", "phase", "status", "risk", "budget", "budget", "totalCostMnok", "phaseComments", "endDate", "phaseComments", null, null]);
        suggestions.Single(one => one.Column.Heading == "Ansv. virksomhet").Sureness.ShouldBe(Sureness.Likely);
        suggestions.Single(one => one.Column.Heading == "Nr").Sureness.ShouldBe(Sureness.Sure);
        suggestions.Where(one => one.Use is { Field: "budget" or "totalCostMnok" }).Select(one => one.Use!.Unit).ShouldBe([AmountUnit.Million, AmountUnit.Thousand, AmountUnit.Krone]);
    }

    [Fact]
    public void Suggest_TwoHeadingsOfOneField_GivesItToTheLikest() =>
        MappingSuggestion.Of(Sheet("Navn på tiltaket;Prosjektnavn;Virksomhet\na;b;KS\n")).Select(one => one.Use?.Field).ShouldBe([null, "name", "organisation"]);

    [Fact]
    public void Read_WholeRow_GivesReport()
    {
        var reading = Read("Nr;Tiltaksnavn;Ansvarlig;Innsatsområde;Fase;Status;Risiko;Budsjett 2018 (1000 kr);Budsjett 2017 (mill. kr);Totalkostnad (kr);Oppstart;Planlagt slutt;Merknad\nID 11;EPJ-løftet;E-helse;1.1 Digitalisere arbeidsprosesser;Gjennomføring;Grønn;Gul;1500,5;2,25;12 500 000;H2 2016;2018-12-31 00:00:00;Et ord\n");
        reading.Reading.Problems.ShouldBeEmpty();
        var report = reading.Reading.Reports.Single();
        report.Findings.ShouldBeEmpty();
        (report.NationalId, report.Name, report.Organisation, report.PrimaryFocusArea).ShouldBe((11, "EPJ-løftet", "Direktoratet for e-helse", "1.1"));
        (report.Status, report.Risk, report.Phase).ShouldBe((TrafficLight.Green, TrafficLight.Yellow, Phase.Execution));
        (Budget.In(report, 2017), Budget.In(report, 2018), report.TotalCostMnok).ShouldBe((new Money(2.25m), new Money(1.5005m), new Money(12.5m)));
        report.FundingCols.ShouldBe(["2017", "2018"]);
        report.EndDate.ShouldBe(PartialDate.OfDay(2018, 12, 31));
        report.PhaseComments.ShouldBe("Oppstart: H2 2016\nMerknad: Et ord");
        report.Source.ShouldBe(new("liste.csv", 2));
    }

    [Fact]
    public void Read_BudgetWithoutAYear_IsTheRoundsYearOrTheOneAfter()
    {
        var mapping = Mapping(("navn", "name"), ("i år", "budget"), ("neste år", "budget:+1"), ("den gang", "budget:2012"));
        var report = MappedTable.Read(Sheet("Navn;I år;Neste år;Den gang\nA;1;2;3\n"), mapping, ExamplePortfolio.Definition, 2017).Reading.Reports.Single();
        report.FundingCols.ShouldBe(["2012", "2017", "2018"]);
        report.FundingTotal.ShouldBe([new Money(3m), new Money(1m), new Money(2m)]);
    }

    [Fact]
    public void Read_CellsThatCannotBeRead_AreFindingsWithRowHeadingAndWords()
    {
        var reading = Read("Navn;Virksomhet;Status;Totalkostnad;Slutt;Formål\nA;Ukjent etat;På plan;mye penger 3 til 5;snart 2;=HYPERLINK(\"x\")\nB;KS;Blå;;;#REF!\n");
        var found = reading.Reading.Reports.SelectMany(report => report.Findings).Select(finding => $"{finding.Line} {finding.Field} {finding.Code} {finding.Text}").ToList();
        found.ShouldBe(
        [
            "2 purpose FormulaText Formål: =HYPERLINK(\"x\")", "2 organisation OrganisationUnknown Virksomhet: Ukjent etat", "2 totalCostMnok AmountRange Totalkostnad: mye penger 3 til 5", "2 endDate DateUnclear Slutt: snart 2",
            "2 status ChoiceInterpreted Status: På plan", "3 purpose CellMistake Formål: #REF!", "3 status ChoiceUnknown Status: Blå",
        ], ignoreOrder: true);
        var (first, second) = (reading.Reading.Reports[0], reading.Reading.Reports[1]);
        (first.Organisation, first.OrganisationText, first.TotalCostMnok, first.EndDate, first.Status).ShouldBe((null, "Ukjent etat", null, null, TrafficLight.Green));
        (first.Purpose, second.Purpose, second.Status).ShouldBe(("=HYPERLINK(\"x\")", null, null));
        reading.Uncertain.ShouldBe([new("organisation", "Ukjent etat", null, 1), new("status", "På plan", "Green", 1), new("status", "Blå", null, 1)]);
    }

    [Fact]
    public void Read_WordsThatAPersonGaveAMeaning_AreNoFindings()
    {
        var sheet = Sheet("Navn;Virksomhet;Status;Fase\nA;Ukjent etat;På plan;Løper\nB;Ukjent etat;Ikke startet;\n");
        var mapping = Mapping(("navn", "name"), ("virksomhet", "organisation"), ("status", "status"), ("fase", "phase")) with
        {
            Values = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["organisation"] = new Dictionary<string, string> { ["ukjent etat"] = "ks" }, ["status"] = new Dictionary<string, string> { ["på plan"] = "Yellow", ["ikke startet"] = "" }, ["phase"] = new Dictionary<string, string> { ["løper"] = "Execution" },
            },
        };
        var reading = MappedTable.Read(sheet, ColumnMapping.FromJson(mapping.ToJson()), ExamplePortfolio.Definition, 2017);
        reading.Reading.Reports.SelectMany(report => report.Findings).ShouldBeEmpty();
        reading.Reading.Reports.Select(report => (report.Organisation, report.Status, report.Phase)).ShouldBe([("KS", TrafficLight.Yellow, Phase.Execution), ("KS", null, null)]);
        reading.Uncertain.Select(value => (value.Words, value.Meaning, value.Rows)).ShouldBe([("Ukjent etat", "ks", 2), ("På plan", "Yellow", 1), ("Ikke startet", "", 1), ("Løper", "Execution", 1)]);
    }

    [Fact]
    public void Read_SameInitiativeTwice_RejectsTheSecondRow()
    {
        var reading = Read("Id;Navn;Virksomhet\n1;A;KS\n1;B;KS\n;C;KS\n;C;KS\n;C;FHI\n7;c;KS\n8;D;KS\n9;D;KS\n");
        reading.Reading.Problems.Select(problem => (problem.Line, problem.Code)).ShouldBe([(3, "IdUsedTwice"), (5, "NameUsedTwice"), (7, "NameUsedTwice")]);
        reading.Reading.Reports.Count.ShouldBe(5);
    }

    [Fact]
    public void Read_OddRows_AreRejectedOrSaid()
    {
        var reading = Read("Id;Navn;Virksomhet;Budsjett 2017\n1;A;KS\n2;B;KS;1;for mye\nP-17;C;KS;1\n4;;KS;1\n5;E;KS;1;;\n;Sum;;3\nSum;;;3\n");
        reading.Reading.Problems.Select(problem => (problem.Line, problem.Code)).ShouldBe([(3, "CellCount"), (4, "IdNotNumber"), (5, "RowNameMissing")]);
        reading.Reading.Reports.Select(report => report.Name).ShouldBe(["A", "E"]);
        reading.Reading.Reports[0].Findings.Select(finding => finding.Code).ShouldBe(["RowShort"]);
        reading.Notes.Select(note => (note.Line, note.Code)).ShouldBe([(7, "RowIsSum"), (8, "RowIsSum")]);
    }

    [Fact]
    public void Read_TwoColumnsToOneFieldOrNoName_IsOneProblem()
    {
        var sheet = Sheet("Navn;Tittel;Budsjett 2017;Ramme 2017\nA;B;1;2\n");
        MappedTable.Read(sheet, Mapping(("navn", "name"), ("tittel", "name")), ExamplePortfolio.Definition, 2017).Reading.Problems.ShouldHaveSingleItem().Message.ShouldContain("\"Navn\" and \"Tittel\"");
        MappedTable.Read(sheet, MappingSuggestion.MappingOf(MappingSuggestion.Of(sheet)), ExamplePortfolio.Definition, 2017).Reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("FieldMappedTwice");
        MappedTable.Read(sheet, Mapping(("tittel", "purpose")), ExamplePortfolio.Definition, 2017).Reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("NameColumnMissing");
    }

    [Theory]
    [InlineData("Million", "660733000", "660.733", "AmountUnit")]
    [InlineData("Million", "1 571", "1571", null)]
    [InlineData("Million", "5 mill", "5", null)]
    [InlineData("Thousand", "5 mill", "5", null)]
    [InlineData("Thousand", "250", "0.25", null)]
    [InlineData("Krone", "50000", "0.05", null)]
    [InlineData("Krone", "0", "0", null)]
    [InlineData("Krone", "12.345", "0.012345", "AmountSeparator")]
    [InlineData("Million", "-3", "-3", "AmountNegative")]
    [InlineData("Million", "TBD", null, null)]
    [InlineData("Million", "40 %", null, "AmountNotMoney")]
    public void Read_Amount_IsInTheUnitOfItsColumn(string unit, string cell, string? mnok, string? code)
    {
        var mapping = ColumnMapping.Empty with { Columns = new Dictionary<string, ColumnUse> { ["navn"] = new("name"), ["kostnad"] = new("totalCostMnok", Enum.Parse<AmountUnit>(unit)) } };
        var report = MappedTable.Read(Sheet($"Navn;Kostnad\nA;{cell}\n"), mapping, ExamplePortfolio.Definition, 2017).Reading.Reports.Single();
        report.TotalCostMnok?.ToString().ShouldBe(mnok);
        report.Findings.Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void Fingerprint_OrderAndYears_DoNotCount()
    {
        byte[] Of(string headings) => ColumnMapping.Fingerprint(Sheet(headings + "\na;b;c\n").Columns);
        Of("Navn;Status;Budsjett 2017").ShouldBe(Of("BUDSJETT 2018;Navn;Status"));
        Of("Navn;Status;Budsjett 2017").ShouldNotBe(Of("Navn;Status;Ramme 2017"));
    }

    private static ColumnMapping Mapping(params (string Key, string Field)[] columns) =>
        ColumnMapping.Empty with { Columns = columns.ToDictionary(column => column.Key, column => new ColumnUse(column.Field)) };

    private static MappedReading Read(string text)
    {
        var sheet = Sheet(text);
        return MappedTable.Read(sheet, MappingSuggestion.MappingOf(MappingSuggestion.Of(sheet)), ExamplePortfolio.Definition, 2017);
    }

    private static TableContent Sheet(string text) => TableFile.Read("liste.csv", Encoding.UTF8.GetBytes(text)) switch { { Sheet: { } sheet } => sheet, var failed => throw new InvalidDataException(failed.Problem!.ToString()) };
}
