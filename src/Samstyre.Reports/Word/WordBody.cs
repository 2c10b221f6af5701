using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>The main part: front, chapters, sections. A chapter with an annex lies on its side, and so does a table of many columns.</summary>
internal sealed class WordBody(OoxmlWriter xml, WordPlan plan)
{
    private static readonly Markup Number = new("""<w:rPr><w:b/><w:color w:val="0F4C75"/></w:rPr>"""u8.ToArray());
    private static readonly Markup Link = new("""<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>"""u8.ToArray());
    private int bookmarks;
    private int figures;
    private int tables;
    private int charts;
    private bool isLandscape;
    private bool isFirstSection = true;

    public void Write()
    {
        xml.Write("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>"""u8);
        WordFront.Write(xml, plan);
        var isFirst = true;
        foreach (var chapter in plan.Document.Chapters)
        {
            var lies = chapter.Blocks.Any(block => block is TableBlock { Table.Kind: TableKind.Annex });
            var isTurned = Turn(lies);
            Heading(chapter.Title, 1, (chapter.NewPage || isFirst) && !isTurned);
            foreach (var block in chapter.Blocks)
            {
                Turn(lies || (block is TableBlock { Table: var table } && WordTable.IsWide(table)));
                Write(block);
            }

            isFirst = false;
        }

        WordPage.Section(xml, isLandscape, isFirstSection);
        xml.Write("</w:body></w:document>"u8);
    }

    /// <summary>Goes on with pages of that kind; a section ends where they change.</summary>
    private bool Turn(bool toLandscape)
    {
        if (toLandscape == isLandscape) return false;
        xml.Write("""<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>"""u8);
        WordPage.Section(xml, isLandscape, isFirstSection);
        xml.Write("</w:pPr></w:p>"u8);
        isFirstSection = false;
        isLandscape = toLandscape;
        return true;
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case SectionHeading heading:
                Heading(heading.Text, Math.Clamp(heading.Level, 2, 3), heading.NewPage);
                break;
            case Paragraph paragraph:
                Write(paragraph);
                break;
            case FigureBlock figure:
                Write(figure);
                break;
            case TableBlock table:
                Write(table);
                break;
        }
    }

    private void Heading(string text, int level, bool isNewPage)
    {
        xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/>");
        if (isNewPage) xml.Write("<w:pageBreakBefore/>"u8);
        xml.Write("</w:pPr>"u8);
        StartBookmark();
        WordRuns.Line(xml, text);
        EndBookmark();
        xml.Write("</w:p>"u8);
    }

    private void Write(Paragraph paragraph)
    {
        var style = paragraph.Style switch { ParagraphStyle.Lead => "Lead", ParagraphStyle.Note => "Note", ParagraphStyle.Point => "ListBullet", ParagraphStyle.Cover => "CoverText", _ => "BodyText" };
        xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        foreach (var span in paragraph.Spans)
        {
            if (span.Figure is { } figure && plan.BookmarkOf(figure) is { } bookmark)
            {
                xml.Write($"<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">");
                WordRuns.Write(xml, span.Text, Link);
                xml.Write("</w:hyperlink>"u8);
            }
            else
            {
                WordRuns.Write(xml, span.Text);
            }
        }

        xml.Write("</w:p>"u8);
    }

    private void Write(FigureBlock block)
    {
        Caption(block.Caption, block.Alternative is not null);
        var note = block.Note;
        if (charts < plan.Charts.Count && ReferenceEquals(plan.Charts[charts], block))
        {
            WordChart.Write(xml, block, ++charts, figures, WordPage.TextWidth(isLandscape), plan.Texts);
            if (block.Figure.Categories.Length > ChartNumbers.Most) note = $"{plan.Texts["word.chart.first", plan.Texts.Number(ChartNumbers.Most), plan.Texts.Number(block.Figure.Categories.Length)]} {note}";
        }

        Table(block.Table, note, [.. block.Figure.Categories.Select(category => category.Tone == Tone.NotStated)]);
    }

    private void Write(TableBlock block)
    {
        if (block.Table.Kind != TableKind.Form) Caption(block.Table.Caption, isFigure: false);
        Table(block.Table, block.Note, default);
    }

    private void Table(DocTable table, string? note, ImmutableArray<bool> hollow)
    {
        var hasNote = !string.IsNullOrEmpty(note);
        if (!table.Rows.IsEmpty && !table.Columns.IsEmpty) WordTable.Write(xml, table, note, hollow, WordPage.TextWidth(isLandscape));
        // Two tables without a paragraph between them would grow together.
        xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{(hasNote ? "TableNote" : "TableEnd")}\"/></w:pPr>");
        if (hasNote) WordRuns.Write(xml, note);
        xml.Write("</w:p>"u8);
    }

    private void Caption(string caption, bool isFigure)
    {
        var label = plan.Texts[isFigure ? "word.figure" : "word.table"];
        xml.Write("""<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>"""u8);
        StartBookmark();
        WordRuns.Line(xml, label + "\u00a0", Number);
        WordRuns.Field(xml, $"SEQ {label} \\* ARABIC", isFigure ? ++figures : ++tables, Number);
        WordRuns.Line(xml, "\u2002" + caption);
        EndBookmark();
        xml.Write("</w:p>"u8);
    }

    private void StartBookmark() => xml.Write($"<w:bookmarkStart w:id=\"{++bookmarks}\" w:name=\"{plan.Bookmarks[bookmarks - 1]}\"/>");

    private void EndBookmark() => xml.Write($"<w:bookmarkEnd w:id=\"{bookmarks}\"/>");
}
