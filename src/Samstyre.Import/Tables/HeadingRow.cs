using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Which row of a table holds its headings, and the columns that they name.</summary>
internal static partial class HeadingRow
{
    private const int LongestHeading = 200;

    /// <summary>The row whose cells are most like headings that are known; where none is, the first whose cells are all different words. Null where there is no such row.</summary>
    public static int? Find(IReadOnlyList<TableLine> rows)
    {
        var known = rows.Select(row => row.Cells.Count(HeadingWords.IsKnown)).ToList();
        // One word may stand in a title above the table.
        if (known.Max() > 1) return known.IndexOf(known.Max());
        for (var at = 0; at < rows.Count; at++)
        {
            var filled = rows[at].Cells.Where(cell => cell.Length > 0).ToList();
            if (filled.Count > 1 && filled.TrueForAll(IsHeading) && filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() == filled.Count) return at;
        }

        return null;
    }

    /// <summary>The columns that have a heading or a value.</summary>
    /// <param name="headings">The row of headings.</param>
    /// <param name="rows">The rows below it.</param>
    /// <param name="isText">Whether rows have a fixed number of cells: one that is longer than the headings has slipped, and is no column more.</param>
    public static IReadOnlyList<TableColumn> Columns(TableLine headings, IReadOnlyList<TableLine> rows, bool isText)
    {
        var columns = new List<TableColumn>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var width = isText ? headings.Cells.Count : Math.Max(headings.Cells.Count, rows.Max(row => row.Cells.Count));
        for (var index = 0; index < width; index++)
        {
            var heading = index < headings.Cells.Count ? Shortened(headings.Cells[index]) : "";
            if (heading.Length == 0 && rows.All(row => index >= row.Cells.Count || row.Cells[index].Length == 0)) continue;
            if (heading.Length == 0) heading = LettersOf(index);
            var key = KeyOf(heading);
            var several = key;
            for (var number = 2; !used.Add(several); number++) several = $"{key} ({number})";
            columns.Add(new(index, heading, several));
        }

        return columns;
    }

    /// <summary>A heading as it is compared from one year's file to the next.</summary>
    public static string KeyOf(string heading) => OrganisationNames.Key(Year().Replace(heading, "årstall")) is { Length: > 0 } key ? key : "?";

    private static bool IsHeading(string cell) => cell.Length <= LongestHeading && (cell.Any(char.IsLetter) || Year().IsMatch(cell)) && cell[0] is not ('=' or '#');

    private static string Shortened(string heading)
    {
        var line = CleanText.Of(heading).Replace('\n', ' ');
        return line.Length <= LongestHeading ? line : line[..LongestHeading];
    }

    private static string LettersOf(int index) => (index >= 26 ? LettersOf((index / 26) - 1) : "") + (char)('A' + (index % 26));

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    public static partial Regex Year();
}
