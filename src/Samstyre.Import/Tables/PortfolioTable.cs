using System.Text.RegularExpressions;
using CsvHelper;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads a table with one initiative a row, separated by tab, semicolon or comma: focus_area, national_id, name, organisation, status, risk and one budget_YEAR_mnok for each year.</summary>
public static partial class PortfolioTable
{
    private static readonly string[] Required = ["focus_area", "national_id", "name", "organisation", "status", "risk"];

    private static readonly Dictionary<string, TrafficLight> Colours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Grønn"] = TrafficLight.Green, ["Grønt"] = TrafficLight.Green, ["Grøn"] = TrafficLight.Green, ["Green"] = TrafficLight.Green,
        ["Gul"] = TrafficLight.Yellow, ["Gult"] = TrafficLight.Yellow, ["Yellow"] = TrafficLight.Yellow,
        ["Rød"] = TrafficLight.Red, ["Rødt"] = TrafficLight.Red, ["Raud"] = TrafficLight.Red, ["Red"] = TrafficLight.Red,
    };

    /// <summary>Whether a file's first line looks like such a table's header.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start)
    {
        var (text, _) = TextDecoding.Decode(start[..Math.Min(start.Length, 2048)]);
        var header = text is null ? [] : Cells(FirstLine(text));
        return header.Contains("national_id") && header.Contains("name");
    }

    /// <summary>A report for each row that can be read, and what is wrong with the others. A cell whose value can't be read leaves its field empty, with an error finding.</summary>
    public static FileReading Read(string fileName, byte[] bytes, PortfolioDefinition portfolio)
    {
        if (bytes.Length == 0) return FileReading.Failed(new(fileName, null, "FileEmpty", "The file is empty; ask the sender for a new copy."));
        var (text, encoding) = TextDecoding.Decode(bytes);
        if (text is null) return FileReading.Failed(new(fileName, null, "FileBinary", "The file is not text; save the table as tab-separated text or CSV."));
        // A quote left open spoils its own line and no more.
        var options = new CsvReaderOptions { Separator = DelimiterOf(FirstLine(text)), HasHeader = false, TrimWhitespace = true, AllowLineBreaksInQuotes = false, TrackLineNumbers = true };
        using var characters = new StringReader(text);
        using var reader = CsvReader.Create(characters, options);
        if (!reader.Read()) return FileReading.Failed(new(fileName, 1, "FileEmpty", "The file holds no rows."));
        var header = CellsOf(reader).Select(cell => cell.Trim('"').ToLowerInvariant()).ToArray();
        var columns = Columns.Of(header);
        if (columns.Missing.Count > 0)
        {
            var sentence = $"The table lacks {string.Join(", ", columns.Missing)}; its first line names {string.Join(", ", header)}.";
            return FileReading.Failed(new(fileName, 1, "ColumnMissing", sentence));
        }

        return Rows(fileName, reader, columns, portfolio, encoding);
    }

    private static FileReading Rows(string fileName, CsvReader reader, Columns columns, PortfolioDefinition portfolio, string? encoding)
    {
        List<Report> reports = [];
        List<FileProblem> problems = [];
        Dictionary<int, int> lineOfId = [];
        Dictionary<string, int> lineOfName = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var cells = CellsOf(reader);
            if (cells.All(cell => cell.Length == 0)) continue;
            if (cells.Length != columns.Count && cells.Skip(columns.Count).Any(cell => cell.Length > 0) || cells.Length < columns.Count)
            {
                problems.Add(new(fileName, line, "CellCount", $"The row has {cells.Length} cells where the first line names {columns.Count}."));
                continue;
            }

            var row = new TableRow(fileName, line, cells, columns, portfolio);
            var report = row.ToReport(encoding);
            if (row.Problem(report) is { } problem) problems.Add(problem);
            else if (report.NationalId is { } id && !lineOfId.TryAdd(id, line)) problems.Add(new(fileName, line, "IdUsedTwice", $"National id {id} stands on line {lineOfId[id]} too."));
            else if (report.NationalId is null && !lineOfName.TryAdd(report.Name!, line)) problems.Add(new(fileName, line, "NameUsedTwice", $"'{report.Name}' stands on line {lineOfName[report.Name!]} too, and neither row has a national id."));
            else reports.Add(report);
        }

        if (reports.Count == 0 && problems.Count == 0) problems.Add(new(fileName, 1, "FileEmpty", "The table has a first line and no rows."));
        return new(reports, problems);
    }

    private static string[] CellsOf(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static string FirstLine(string text) => text.AsSpan().TrimStart("\uFEFF\r\n").ToString().Split('\n', 2)[0].TrimEnd('\r');

    private static string[] Cells(string line) => [.. line.Split(DelimiterOf(line)).Select(cell => cell.Trim(' ', '"').ToLowerInvariant())];

    private static char DelimiterOf(string line) => line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    [GeneratedRegex(@"^budget_(\d{4})_mnok$")]
    private static partial Regex BudgetColumn();

    /// <summary>Where each column stands, by the names in the first line.</summary>
    internal sealed record Columns(int Count, IReadOnlyDictionary<string, int> Index, IReadOnlyList<(string Name, string Year, int Column)> Budgets, IReadOnlyList<string> Missing)
    {
        public static Columns Of(string[] header)
        {
            Dictionary<string, int> index = new(StringComparer.Ordinal);
            List<(string Name, string Year, int Column)> budgets = [];
            for (var column = 0; column < header.Length; column++)
            {
                index.TryAdd(header[column], column);
                if (BudgetColumn().Match(header[column]) is { Success: true } match) budgets.Add((header[column], match.Groups[1].Value, column));
            }

            List<string> missing = [.. Required.Where(name => !index.ContainsKey(name))];
            if (budgets.Count == 0) missing.Add("budget_YEAR_mnok");
            return new(header.Length, index, budgets, missing);
        }
    }

    /// <summary>The colour of a word; null and false where it is none.</summary>
    internal static bool TryColour(string text, out TrafficLight? colour)
    {
        var known = Colours.TryGetValue(text, out var found);
        colour = known ? found : null;
        return known;
    }
}
