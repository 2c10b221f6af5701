namespace Samstyre.Reports;

/// <summary>A part of the form as tables of a Word file.</summary>
internal static class WordTemplateTable
{
    private static readonly Markup LabelLook = new("""<w:shd w:val="clear" w:color="auto" w:fill="EDF3F7"/>"""u8.ToArray());

    /// <summary>Writes it.</summary>
    public static void Write(OoxmlWriter xml, WordControl control, FormSheet sheet, int textWidth)
    {
        foreach (var table in TemplateTable.Of(sheet))
        {
            var whole = table.Shares.Sum();
            int[] widths = [.. table.Shares.Select(share => textWidth * share / whole)];
            xml.Write($"<w:tbl><w:tblPr><w:tblStyle w:val=\"SamstyreForm\"/><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
            xml.Write($"<w:tblLook w:val=\"0680\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{sheet.Title}\"/></w:tblPr><w:tblGrid>");
            foreach (var width in widths) xml.Write($"<w:gridCol w:w=\"{width}\"/>");
            xml.Write("</w:tblGrid>"u8);
            IReadOnlyList<FormCell> headings = [];
            for (var row = 0; row < table.Rows.Length; row++)
            {
                var cells = table.Rows[row];
                // The first blank row of a list says what belongs there.
                var isSpare = table.List is not null && cells.Count > 1 && row > 1 && cells.All(cell => cell.Text is null);
                Row(xml, control, cells, headings, widths, isSpare);
                if (cells[0].IsLabel) headings = cells;
            }

            // Tables that touch would be one.
            xml.Write("""</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>"""u8);
        }
    }

    private static void Row(OoxmlWriter xml, WordControl control, IReadOnlyList<FormCell> cells, IReadOnlyList<FormCell> headings, int[] widths, bool isSpare)
    {
        // A row longer than a page must split, or its end would be lost.
        xml.Write(cells[0].IsLabel ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>"u8 : "<w:tr>"u8);
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column];
            var covered = column == cells.Count - 1 ? widths.Length - column : 1;
            xml.Write($"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(column).Take(covered).Sum()}\" w:type=\"dxa\"/>");
            if (covered > 1) xml.Write($"<w:gridSpan w:val=\"{covered}\"/>");
            xml.Write($"{(cell.IsLabel ? LabelLook : default)}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{(cell.IsLabel ? "FormLabel" : "FormText")}\"/>{(cell.IsLabel ? WordTable.Keep : default)}</w:pPr>");
            if (cell is { IsLabel: false, Field: not null }) control.Write(cell, TitleOf(cells, headings, column), isSpare || cell.Field is "strategicFit" or "funding.amount" or "fundingTotal");
            else WordRuns.Write(xml, cell.Text);
            xml.Write("</w:p></w:tc>"u8);
        }

        xml.Write("</w:tr>"u8);
    }

    /// <summary>The label beside a cell, or above it.</summary>
    private static string TitleOf(IReadOnlyList<FormCell> cells, IReadOnlyList<FormCell> headings, int column)
    {
        var above = headings.Count > 0 ? headings[Math.Min(column, headings.Count - 1)].Text ?? "" : "";
        if (!cells[0].IsLabel) return above;
        return cells.Count == 2 ? cells[0].Text! : $"{cells[0].Text} {above}".Trim();
    }
}
