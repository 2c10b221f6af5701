using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>Cells of a sheet's XML. A text is always a string and never a formula.</summary>
internal static class SheetCells
{
    // Excel counts 1900 as a leap year: its day numbers are right from March of that year on.
    private static readonly DateOnly FirstRightDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static void StartRow(XmlWriter xml, int row)
    {
        xml.WriteStartElement("row", ExcelReport.Main);
        xml.WriteAttributeString("r", XmlConvert.ToString(row));
    }

    public static void Text(XmlWriter xml, string reference, string text, CellLook look)
    {
        var clean = SheetText.Clean(text);
        if (clean.Length == 0)
        {
            Empty(xml, reference, look);
            return;
        }

        Start(xml, reference, SheetStyles.Index(look, SheetText.LooksLikeFormula(text) || SheetText.LooksLikeFormula(clean)));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", ExcelReport.Main);
        xml.WriteStartElement("t", ExcelReport.Main);
        if (char.IsWhiteSpace(clean[0]) || char.IsWhiteSpace(clean[^1]) || clean.Contains('\n', StringComparison.Ordinal)) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(clean);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void Number(XmlWriter xml, string reference, decimal number, CellLook look)
    {
        // Excel's numbers are double-precision. By way of the digits, because the cast from decimal is off by a last bit.
        Start(xml, reference, SheetStyles.Index(look, quoted: false));
        xml.WriteElementString("v", ExcelReport.Main, double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    public static void Date(XmlWriter xml, string reference, DateOnly day, CellLook look, CellLook textLook)
    {
        if (day < FirstRightDay) Text(xml, reference, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), textLook);
        else Number(xml, reference, day.DayNumber - DayZero.DayNumber, look);
    }

    public static void Empty(XmlWriter xml, string reference, CellLook look)
    {
        Start(xml, reference, SheetStyles.Index(look, quoted: false));
        xml.WriteEndElement();
    }

    /// <summary>The letters of a column from 0: A, B ... Z, AA.</summary>
    public static string Column(int column) => column < 26 ? ((char)('A' + column)).ToString() : Column((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Start(XmlWriter xml, string reference, int style)
    {
        xml.WriteStartElement("c", ExcelReport.Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", XmlConvert.ToString(style));
    }
}
