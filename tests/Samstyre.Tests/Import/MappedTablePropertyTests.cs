using System.Globalization;
using System.Security;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>A portfolio written as a list under headings of its own, in any order of columns and in any kind of file, comes back as the same values.</summary>
public sealed class MappedTablePropertyTests
{
    private static readonly string[] Kinds = [";", "\t", ",", "xlsx"];

    private static readonly string[] Words = ["", "Ett ord", "Æ, ø; og \"å\"", "To\nlinjer", "=ingen formel", "12 ting i 2019", "<id> & mer", "- strek"];

    [Fact]
    public void Read_OfAnyList_IsTheSameValues() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
    {
        var chance = new Chance((uint)seed);
        var reports = Enumerable.Range(1, 1 + chance.Below(12)).Select(id => Report(id, chance)).ToList();
        var unit = (AmountUnit)chance.Below(3);
        // Headings that say nothing: only the mapping knows what the columns hold.
        List<(string Heading, ColumnUse Use, Func<Report, string> Cell)> columns =
        [
            ("Kol 1", new("name"), report => report.Name!), ("Kol 2", new("nationalId"), report => Text(report.NationalId)), ("Kol 3", new("organisation"), report => report.Organisation ?? ""),
            ("Kol 4", new("primaryFocusArea"), report => report.PrimaryFocusArea ?? ""), ("Kol 5", new("status"), report => Colour(report.Status)), ("Kol 6", new("risk"), report => report.Risk?.ToString() ?? ""),
            ("Kol 7", new("phase"), report => report.Phase is { } phase ? PhaseWords[(int)phase] : ""), ("Kol 8", new("phaseEnd"), report => report.PhaseEnd?.ToText(Language.Bokmal) ?? ""), ("Kol 9", new("endDate"), report => report.EndDate?.ToText(Language.Nynorsk) ?? ""),
            ("Kol 10", new("totalCostMnok", unit), report => Amount(report.TotalCostMnok, unit)), ("Kol 2017", new("budget", unit), report => Amount(report.FundingTotal[0], unit)), ("Kol 11", new("budget:+1", unit), report => Amount(report.FundingTotal[1], unit)),
            ("Kol 12", new("purpose"), report => report.Purpose ?? ""), ("Kol 13", new("riskText"), report => report.RiskText ?? ""), ("Kol 14", new("followsProjectWizard"), report => report.FollowsProjectWizard switch { true => "Ja", false => "Nei", null => "" }),
            ("Kommentar", new("costComments"), report => report.CostComments ?? ""), ("Kol 15", new(""), _ => "utelatt"),
        ];
        columns = [.. columns.OrderBy(_ => chance.Below(1000))];
        string[][] cells = [[.. columns.Select(column => column.Heading)], .. reports.Select(report => columns.Select(column => column.Cell(report)).ToArray())];
        var kind = Kinds[chance.Below(Kinds.Length)];
        var reading = TableFile.Read("liste", kind == "xlsx" ? Workbook(cells) : Encoding.UTF8.GetBytes(string.Join("\r\n", cells.Select(row => string.Join(kind, row.Select(Quoted))))));
        reading.Problem.ShouldBeNull();
        var keys = reading.Sheet!.Columns.ToDictionary(column => column.Heading, column => column.Key);
        var mapping = ColumnMapping.Empty with { Columns = columns.ToDictionary(column => keys[column.Heading], column => column.Use) };
        var read = MappedTable.Read(reading.Sheet, mapping, ExamplePortfolio.Definition, 2017);
        read.Reading.Problems.ShouldBeEmpty();
        read.Unmapped.ShouldBe(["Kol 15"]);
        read.Reading.Reports.Select(Values).ShouldBe(reports.Select(Values));
        read.Reading.Reports.SelectMany(report => report.Findings).Where(finding => finding.Code != "FormulaText").ShouldBeEmpty();
    }).Check(Quietly.Try(300));

    private static readonly string[] PhaseWords = ["Konsept", "Planlegging", "Gjennomføring", "Avslutning", "Realisering"];

    private static string Values(Report report) => string.Join(" | ",
        report.Name, report.NationalId, report.Organisation, report.PrimaryFocusArea, report.Status, report.Risk, report.Phase, report.PhaseEnd, report.EndDate, report.TotalCostMnok,
        string.Join('/', report.FundingCols), string.Join('/', report.FundingTotal), report.Purpose, report.RiskText, report.FollowsProjectWizard, report.CostComments);

    private static Report Report(int id, Chance chance) => new()
    {
        Name = $"Tiltak {id} {Words[chance.Below(3)]}".Trim(),
        NationalId = chance.Below(4) == 0 ? null : id,
        Organisation = chance.Below(4) == 0 ? null : ExamplePortfolio.Definition.Organisations[chance.Below(ExamplePortfolio.Definition.Organisations.Count)].Name,
        PrimaryFocusArea = chance.Below(3) == 0 ? null : ExamplePortfolio.Definition.StrategyAreas[0].FocusAreas[0].Code,
        Status = Light(chance),
        Risk = Light(chance),
        Phase = chance.Below(6) is < 5 and var phase ? (Phase)phase : null,
        PhaseEnd = Date(chance),
        EndDate = Date(chance),
        TotalCostMnok = Money(chance),
        FundingCols = ["2017", "2018"],
        FundingTotal = [Money(chance), Money(chance)],
        Purpose = Word(chance),
        RiskText = Word(chance),
        FollowsProjectWizard = chance.Below(3) switch { 0 => true, 1 => false, _ => null },
        CostComments = Word(chance),
    };

    private static string? Word(Chance chance) => Words[chance.Below(Words.Length)] is { Length: > 0 } word ? word : null;

    private static TrafficLight? Light(Chance chance) => chance.Below(4) is < 3 and var light ? (TrafficLight)light : null;

    /// <summary>To the krone, below a thousand million, so that no number is odd for its unit.</summary>
    private static Money? Money(Chance chance) => chance.Below(4) == 0 ? null : new Money((chance.Below(1_000) + (chance.Below(1_000) / 1_000m)) * (chance.Below(5) == 0 ? 0 : 1));

    private static PartialDate? Date(Chance chance)
    {
        var year = 2014 + chance.Below(26);
        return chance.Below(6) switch
        {
            0 => PartialDate.OfYear(year), 1 => PartialDate.OfHalf(year, 1 + chance.Below(2)), 2 => PartialDate.OfQuarter(year, 1 + chance.Below(4)),
            3 => PartialDate.OfMonth(year, 1 + chance.Below(12)), 4 => PartialDate.OfDay(year, 1 + chance.Below(12), 1 + chance.Below(28)), _ => null,
        };
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Colour(TrafficLight? light) => light switch { TrafficLight.Green => "Grønn", TrafficLight.Yellow => "GUL", TrafficLight.Red => "rød", _ => "" };

    private static string Amount(Money? money, AmountUnit unit) => money is not { } stated ? ""
        : (stated.Mnok * unit switch { AmountUnit.Thousand => 1_000m, AmountUnit.Krone => 1_000_000m, _ => 1m }).ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(";,\t\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Workbook(string[][] cells) => SheetFile.Of(string.Concat(cells.Select((row, at) =>
        $"<row r=\"{at + 1}\">{string.Concat(row.Select((cell, n) => cell.Length == 0 ? "" : decimal.TryParse(cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && !cell.StartsWith("20", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + n)}{at + 1}\"><v>{number}</v></c>") : SheetFile.Cell($"{(char)('A' + n)}{at + 1}", SecurityElement.Escape(cell))))}</row>")));
}
