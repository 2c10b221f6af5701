namespace Samstyre.Tests.Reports;

/// <summary>A document as text that people can review like code: headings with #, covers with >, labels of a form between *.</summary>
internal static class DocumentText
{
    public static string Of(ReportDocument document) =>
        string.Join('\n', document.Chapters.SelectMany(chapter => chapter.Blocks.SelectMany(Lines).Prepend("# " + chapter.Title)));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        SectionHeading heading => [$"{new string('#', heading.Level)} {heading.Text}"],
        Paragraph paragraph => [(paragraph.Style == ParagraphStyle.Cover ? "> " : "") + string.Concat(paragraph.Spans.Select(span => span.Text))],
        TableBlock { Table: var table } => Rows(table),
        FigureBlock { Table: var table, Note: var note } => Rows(table).Append(note),
        _ => throw new InvalidOperationException(block.ToString()),
    };

    private static IEnumerable<string> Rows(DocTable table) =>
        table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.IsHeading ? $"*{cell.Text}*" : cell.Text)).TrimEnd(' ', '|')).Prepend($"[{table.Caption}]");
}
