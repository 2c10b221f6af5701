using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>The matrix of strategy areas and focus areas. Its header says which column is x.1, x.2, x.3; authors overwrite it, or fill a column beside it.</summary>
internal sealed partial class StrategyMatrix
{
    private const int FewestColumns = 3;

    private readonly Dictionary<int, string> columns = [];

    public StrategyMatrix(ReportDraft d, FormPart header)
    {
        var cells = header.Head.Cells;
        for (var i = header.LabelCell + 1; i < cells.Count; i++)
        {
            if (ColumnHeader().Match(cells[i].Trim()) is not { Success: true } match) continue;
            columns[i - header.LabelCell] = match.Value;
            if (match.Length < cells[i].Trim().Length) d.Log.Review("StrategyHeaderUnclear", "strategicFit", cells[i], header.Head.Place, "A column's heading holds more than one focus area; please check the marks.");
        }

        if (columns.Count is > 0 and < FewestColumns) d.Log.Review("StrategyHeaderUnclear", "strategicFit", string.Join(" | ", cells), header.Head.Place, "The headings of some focus areas were not recognised; please check the marks.");
    }

    public void Take(ReportDraft d, FormPart row)
    {
        var area = row.Head.Cells[row.LabelCell].Trim()[..1];
        TakeUnlabelled(d, row.Body);
        var cells = row.CellsAfter.ToList();
        for (var i = 0; i < cells.Count; i++)
        {
            var text = CleanText.Of(cells[i]);
            if (text.Length == 0 || CleanText.IsDash(text)) continue;
            TakeCell(d, area, i + 1, text, row.Head.Place);
        }
    }

    /// <summary>Rows of the matrix whose area was not recognised: marks in them would be lost.</summary>
    public static void TakeUnlabelled(ReportDraft d, List<Block> rows)
    {
        foreach (var block in rows.Where(block => block.Cells.Skip(1).Any(ChoiceText.IsLevel)))
            d.Log.Review("StrategyRowUnclear", "strategicFit", string.Join(" | ", block.Cells), block.Place, "The row's strategy area was not recognised; its marks were not read.");
        d.TakeUnread(rows, "strategyComments");
    }

    private void TakeCell(ReportDraft d, string area, int column, string text, Place place)
    {
        var named = columns.TryGetValue(column, out var header);
        // A mark right of the last named column can only mean the last one, unless that has its own mark.
        if (!named && columns.Count > 0 && column > columns.Keys.Max()) header = columns[columns.Keys.Max()];
        if (header is null)
        {
            d.Log.Review("StrategyColumnUnclear", "strategicFit", $"{area}: {text}", place, "A mark stands in a column without a heading.");
            return;
        }

        var overwritten = char.IsAsciiDigit(header[0]);
        // Where the author wrote focus areas as headings, a mark counts in its own area's row only.
        if (overwritten && header[0] != area[0])
        {
            d.Log.Review("StrategyHeaderOverwritten", "strategicFit", $"{area}: {text}", place, "The column's heading names another area's focus area; the mark was left out.");
            return;
        }

        var field = $"strategicFit.{(overwritten ? header : area + header[1..])}";
        var key = field[13..];
        var (level, doubt) = ChoiceText.Level(text);
        if (level is null)
        {
            d.Log.Review(doubt?.Code ?? "StrategyMarkUnclear", field, text, place, "The mark is not H, M or L.");
            return;
        }

        if (!d.StrategicFit.TryAdd(key, level.Value))
        {
            if (d.StrategicFit[key] != level) d.Log.Review("StrategyTwice", field, text, place, "There are two marks for the focus area; the first was kept.");
            return;
        }

        d.Log.Found(field, place);
        if (doubt is not null) d.Log.Review(doubt.Code, field, text, place, doubt.Message);
        else if (overwritten) d.Log.Review("StrategyHeaderOverwritten", field, text, place, "The column's heading was overwritten; please check the focus area.");
        else if (!named)
        {
            d.Log.Review("StrategyColumnUnclear", field, text, place, "The mark stands right of the last heading; please check the focus area.");
            d.Log.Review("StrategyColumnUnclear", $"strategicFit.{area}.{header[2] - '0' + 1}", text, place, "A mark that stands right of the last heading may be meant for this focus area.");
        }
    }

    [GeneratedRegex(@"^[xX1-9]\.[1-9]")]
    private static partial Regex ColumnHeader();
}
