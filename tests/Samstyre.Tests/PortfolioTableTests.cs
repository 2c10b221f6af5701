using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class PortfolioTableTests
{
    private const string Header = "focus_area\tnational_id\tname\torganisation\tstatus\trisk\tbudget_2020_mnok\n";

    [Fact]
    public void Read_WholeRow_GivesReport()
    {
        var report = Read(Header + "1.1\t11\tEPJ-løftet\tE-helse\tGul\tRød\t32,5\n").Reports.Single();
        (report.NationalId, report.Name, report.Organisation).ShouldBe((11, "EPJ-løftet", "Direktoratet for e-helse"));
        (report.Status, report.Risk, report.PrimaryFocusArea).ShouldBe((TrafficLight.Yellow, TrafficLight.Red, "1.1"));
        report.Funding.Single().Source.ShouldBe("Direktoratet for e-helse");
        Budget.In(report, 2020).ShouldBe(new Money(32.5m));
        report.Source.ShouldBe(new("t.tsv", 2));
    }

    [Fact]
    public void Read_BlankCells_AreNotReportedAndNeverZero()
    {
        var report = Read(Header + "1.1\t\tNavn\tKS\t\t\t\n").Reports.Single();
        (report.NationalId, report.Status, report.Risk).ShouldBe((null, null, null));
        report.Funding.ShouldBeEmpty();
        Budget.In(report, 2020).ShouldBeNull();
        report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public void Read_Csv_IsTheSame(char separator)
    {
        var csv = Header.Replace('\t', separator) + string.Join(separator, "1.1", "11", "\"Navn; med, \"\"skille\"\"\"", "KS", "Grønn", "Gul", "\"1 032,5\"") + "\r\n";
        var report = Read(csv).Reports.Single();
        report.Name.ShouldBe("Navn; med, \"skille\"");
        Budget.In(report, 2020).ShouldBe(new Money(1032.5m));
    }

    [Fact]
    public void Read_TwoBudgetYears_AreTwoColumns()
    {
        var report = Read("focus_area\tnational_id\tname\torganisation\tstatus\trisk\tbudget_2020_mnok\tbudget_2021_mnok\n1.1\t1\tA\tKS\tGul\tGul\t1\t2\n").Reports.Single();
        report.FundingCols.ShouldBe(["2020", "2021"]);
        Budget.In(report, 2021).ShouldBe(new Money(2m));
    }

    [Fact]
    public void Read_MissingColumns_AreNamedAtOnce()
    {
        var reading = Read("national_id\tname\torganisation\tstatus\tbudget\n1\tA\tKS\tGul\t3\n");
        reading.Reports.ShouldBeEmpty();
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Line).ShouldBe(("ColumnMissing", 1));
        problem.Message.ShouldContain("focus_area, risk, budget_YEAR_mnok");
    }

    [Fact]
    public void Read_WrongRows_AreToldByLineAndTheOthersGoOn()
    {
        var reading = Read(Header
            + "1.1\t1\tFirst\tKS\tGul\tGul\t1\n"
            + "1.1\t2\tShort\tKS\tGul\n"
            + "\n"
            + "1.1\t1\tSame id\tKS\tGul\tGul\t1\n"
            + "1.1\tx7\tWrong id\tKS\tGul\tGul\t1\n"
            + "1.1\t8\t\tKS\tGul\tGul\t1\n"
            + "1.1\t9\t\"Open quote\tKS\tGul\tGul\t1\n"
            + "1.1\t10\tLast\tKS\tGul\tGul\t1\n");
        reading.Problems.Select(problem => (problem.Line, problem.Code)).ShouldBe([(3, "CellCount"), (5, "IdUsedTwice"), (6, "IdNotNumber"), (7, "NameMissing"), (8, "CellCount")]);
        reading.Reports.Select(report => report.Name).ShouldBe(["First", "Last"]);
    }

    [Theory]
    [InlineData("1.1\t1\tA\tKS\tBlå\tGul\t1", "status", "ColourUnknown", FindingSeverity.Error)]
    [InlineData("1.1\t1\tA\tKS\tGul\tGul/Rød\t1", "risk", "ColourUnknown", FindingSeverity.Error)]
    [InlineData("1.1\t1\tA\tKS\tGul\tGul\tca 5", "fundingTotal[0]", "AmountNotNumber", FindingSeverity.Error)]
    [InlineData("1.1\t1\tA\tUkjent etat\tGul\tGul\t1", "organisation", "OrganisationUnknown", FindingSeverity.Review)]
    [InlineData("9.9\t1\tA\tKS\tGul\tGul\t1", "primaryFocusArea", "FocusAreaUnknown", FindingSeverity.Review)]
    public void Read_WrongCell_IsAFindingWithItsLine(string row, string field, string code, FindingSeverity severity)
    {
        var finding = Read(Header + row).Reports.Single().Findings.ShouldHaveSingleItem();
        (finding.Field, finding.Code, finding.Severity, finding.Line).ShouldBe((field, code, severity, 2));
    }

    [Fact]
    public void Read_OtherEncodings_KeepTheLetters()
    {
        var text = Header + "1.1\t1\tBlåbær\tHelse Sør-Øst\tGrønn\tRød\t1\n";
        Encoding[] encodings = [Encoding.Latin1, Encoding.Unicode, Encoding.UTF8];
        foreach (var encoding in encodings)
        {
            var report = PortfolioTable.Read("t.tsv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], ExamplePortfolio.Definition).Reports.Single();
            (report.Name, report.Organisation, report.Risk).ShouldBe(("Blåbær", "Helse Sør-Øst RHF", TrafficLight.Red), encoding.EncodingName);
        }
    }

    [Fact]
    public void Read_EmptyOrBinary_IsOneProblem()
    {
        PortfolioTable.Read("t", [], ExamplePortfolio.Definition).Problems.ShouldHaveSingleItem().Code.ShouldBe("FileEmpty");
        PortfolioTable.Read("t", [1, 0, 2, 0, 0, 3], ExamplePortfolio.Definition).Problems.ShouldHaveSingleItem().Code.ShouldBe("FileBinary");
        Read(Header).Problems.ShouldHaveSingleItem().Code.ShouldBe("FileEmpty");
    }

    [Fact]
    public void Recognises_OnlyItsHeader()
    {
        PortfolioTable.Recognises(Encoding.UTF8.GetBytes(Header)).ShouldBeTrue();
        PortfolioTable.Recognises(Encoding.UTF8.GetBytes(Header.Replace('\t', ';'))).ShouldBeTrue();
        PortfolioTable.Recognises("Prosjekt-/programnavn:\tNavn\n"u8).ShouldBeFalse();
    }

    private static FileReading Read(string text) => PortfolioTable.Read("t.tsv", Encoding.UTF8.GetBytes(text), ExamplePortfolio.Definition);
}
