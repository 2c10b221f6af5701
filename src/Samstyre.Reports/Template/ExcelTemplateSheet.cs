using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>A page of the form as a sheet.</summary>
internal sealed class ExcelTemplateSheet
{
    private const int LineHeight = 15;
    private const int HighestRow = 400;
    private const int ProseLines = 3;

    private readonly List<Line> lines = [];
    private readonly ExcelTemplateChecks checks;
    private readonly FormTemplate template;
    private readonly int[] widths;
    private int frozen = 1;

    public ExcelTemplateSheet(FormTemplate template, ImmutableArray<FormSheet> parts, bool isFirst, ExcelTemplateLists lists)
    {
        this.template = template;
        checks = new(template, lists);
        var tables = parts.ToDictionary(part => part, TemplateTable.Of);
        var columns = tables.Values.SelectMany(table => table).Max(table => table.Columns);
        var isDependencies = parts[0].Rows.Any(row => row[0].Field == "dependencies");
        widths = [.. Enumerable.Range(0, columns).Select(column => isDependencies ? column < 3 ? 30 : 15 : column == 0 ? 46 : isFirst ? 14 : 26)];
        if (isFirst) Introduction();
        foreach (var part in parts)
        {
            if (part.Heading) Wide(part.Title, TemplateLook.Heading);
            foreach (var table in tables[part])
            {
                if (table.List == "dependencies") frozen = lines.Count + 1;
                foreach (var row in table.Rows) Add(Placed(row, table));
            }
        }
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", ExcelReport.Main);
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A{frozen + 1}" sqref="A{frozen + 1}"/></sheetView></sheetViews><cols>"""));
        for (var column = 0; column < widths.Length; column++) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{column + 1}" max="{column + 1}" width="{widths[column]}" customWidth="1"/>"""));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", ExcelReport.Main);
        List<string> merged = [];
        for (var row = 0; row < lines.Count; row++) Row(xml, row + 1, lines[row], merged);
        xml.WriteEndElement();
        // Without a password, so that nobody is locked out; rows can be made higher.
        xml.WriteRaw("""<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>""");
        if (merged.Count > 0) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<mergeCells count="{merged.Count}">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>"""));
        checks.Write(xml);
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>""");
        xml.WriteEndElement();
    }

    private void Introduction()
    {
        Wide(template.Texts["template.title"], TemplateLook.Caption);
        foreach (var line in template.Introduction("template.how.sheet")) Wide(line, TemplateLook.Note);
        Add([new(0, widths.Length, new(FormLayout.RevisedLine(template.Report), Field: "revised"), TemplateLook.Answer)]);
    }

    private void Wide(string text, TemplateLook look) => Add([new(0, widths.Length, new(text), look)]);

    private void Add(ImmutableArray<Place> places)
    {
        var height = places.Select(LinesOf).Max();
        lines.Add(new(places, Math.Min(HighestRow, (height * (places[0].Look == TemplateLook.Caption ? 2 : 1) * LineHeight) + 4)));
        foreach (var place in places.Where(place => place.Cell is { IsLabel: false, Field: not null })) checks.Add(place.Cell.Field!, RangeOf(place, lines.Count));
    }

    private int LinesOf(Place place)
    {
        var letters = widths.Skip(place.Column).Take(place.Covered).Sum();
        var text = place.Cell.Text ?? "";
        var isBlankProse = text.Length == 0 && place.Covered == widths.Length && place.Cell.Field is not (null or "revised");
        return isBlankProse ? ProseLines : text.Split('\n').Sum(line => 1 + (line.Length / Math.Max(1, letters)));
    }

    /// <summary>A row's cells in the sheet's columns: the last one reaches to the end, and what is delivered gets more room than when.</summary>
    private ImmutableArray<Place> Placed(IReadOnlyList<FormCell> row, TemplateTable table)
    {
        var isPair = row.Count == 2 && table.List is "deliverables" or "phase";
        var places = ImmutableArray.CreateBuilder<Place>(row.Count);
        var column = 0;
        for (var cell = 0; cell < row.Count; cell++)
        {
            var covered = cell == row.Count - 1 ? widths.Length - column : isPair ? widths.Length - 2 : 1;
            places.Add(new(column, covered, row[cell], row[cell].IsLabel ? TemplateLook.Label : row[cell].Field is null ? TemplateLook.Shown : TemplateLook.Answer));
            column += covered;
        }

        return places.ToImmutable();
    }

    private void Row(XmlWriter xml, int number, Line line, List<string> merged)
    {
        xml.WriteStartElement("row", ExcelReport.Main);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));
        xml.WriteAttributeString("ht", XmlConvert.ToString(line.Height));
        xml.WriteAttributeString("customHeight", "1");
        foreach (var place in line.Places)
        {
            if (place.Covered > 1) merged.Add(RangeOf(place, number));
            for (var column = place.Column; column < place.Column + place.Covered; column++)
            {
                var reference = At(column, number);
                var text = column == place.Column ? place.Cell.Text : null;
                if (place.Cell is { IsLabel: false, Field: { } field }) ExcelTemplateCells.Answer(xml, reference, text, TemplateField.Of(field, template.Definition).Kind);
                else ExcelTemplateCells.Text(xml, reference, text, place.Look);
            }
        }

        xml.WriteEndElement();
    }

    private static string RangeOf(Place place, int row) => place.Covered > 1 ? $"{At(place.Column, row)}:{At(place.Column + place.Covered - 1, row)}" : At(place.Column, row);

    private static string At(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{SheetCells.Column(column)}{row}");

    private sealed record Line(ImmutableArray<Place> Places, int Height);

    private readonly record struct Place(int Column, int Covered, FormCell Cell, TemplateLook Look);
}
