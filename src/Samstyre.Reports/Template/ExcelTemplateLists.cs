using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>The hidden sheet with the form's choices, a column for each list.</summary>
internal sealed class ExcelTemplateLists
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "Lister";

    private readonly List<ImmutableArray<string>> columns = [];

    /// <summary>Where a list stands, as a formula names it.</summary>
    public string RangeOf(ImmutableArray<string> choices)
    {
        var at = columns.FindIndex(column => column.SequenceEqual(choices));
        if (at < 0)
        {
            at = columns.Count;
            columns.Add(choices);
        }

        var letter = SheetCells.Column(at);
        return string.Create(CultureInfo.InvariantCulture, $"{Name}!${letter}$1:${letter}${choices.Length}");
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", ExcelReport.Main);
        xml.WriteStartElement("sheetData", ExcelReport.Main);
        for (var row = 0; row < columns.Select(column => column.Length).DefaultIfEmpty(0).Max(); row++)
        {
            SheetCells.StartRow(xml, row + 1);
            for (var column = 0; column < columns.Count; column++)
            {
                if (row < columns[column].Length) ExcelTemplateCells.Text(xml, string.Create(CultureInfo.InvariantCulture, $"{SheetCells.Column(column)}{row + 1}"), columns[column][row], TemplateLook.Shown);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<sheetProtection sheet="1" objects="1" scenarios="1"/>""");
        xml.WriteEndElement();
    }
}
