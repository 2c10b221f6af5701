using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>How a cell looks. Its number times two is its style; one more is the same with the mark that keeps text from becoming a formula.</summary>
internal enum CellLook
{
    Plain,
    Caption,
    Note,
    Heading,
    NumberHeading,
    Link,
    Text,
    Number,
    Count,
    OneDecimal,
    Share,
    Date,
    TotalText,
    TotalNumber,
    TotalCount,
    TotalOneDecimal,
    TotalShare,
    TotalDate,
}

/// <summary>The part of a workbook that holds its styles.</summary>
internal static class SheetStyles
{
    private const int CountFormat = 3;
    private const int OneDecimalFormat = 164;
    private const int ShareFormat = 165;
    private const int DateFormat = 166;

    private const int Bold = 1;
    private const int Large = 2;
    private const int Quiet = 3;
    private const int Linked = 4;

    /// <summary>The look of a column's numbers: money and months with one decimal, the rest whole; without a unit as they are (years, ids).</summary>
    public static CellLook LookOf(FigureUnit? unit, bool total)
    {
        var look = unit switch
        {
            FigureUnit.MillionNok or FigureUnit.Months => CellLook.OneDecimal,
            FigureUnit.Share => CellLook.Share,
            null => CellLook.Number,
            _ => CellLook.Count,
        };
        return total ? look + (CellLook.TotalText - CellLook.Text) : look;
    }

    public static int Index(CellLook look, bool quoted) => ((int)look * 2) + (quoted ? 1 : 0);

    public static void Write(XmlWriter xml, Language language)
    {
        xml.WriteStartElement("styleSheet", ExcelReport.Main);
        xml.WriteRaw($"""
            <numFmts count="3"><numFmt numFmtId="{OneDecimalFormat}" formatCode="#,##0.0"/><numFmt numFmtId="{ShareFormat}" formatCode="{(language == Language.English ? "0%" : "0 %")}"/><numFmt numFmtId="{DateFormat}" formatCode="dd\.mm\.yyyy"/></numFmts>
            <fonts count="5"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font><font><sz val="10"/><color rgb="FF4A5464"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF0062BA"/><name val="Calibri"/><family val="2"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF4A5464"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF4A5464"/></top><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """);
        var looks = Enum.GetValues<CellLook>();
        xml.WriteStartElement("cellXfs");
        xml.WriteAttributeString("count", XmlConvert.ToString(looks.Length * 2));
        foreach (var look in looks)
        {
            Format(xml, look, quoted: false);
            Format(xml, look, quoted: true);
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, CellLook look, bool quoted)
    {
        var total = look >= CellLook.TotalText;
        var kind = total ? look - (CellLook.TotalText - CellLook.Text) : look;
        var (font, fill, border) = kind switch
        {
            CellLook.Caption => (Large, 0, 0),
            CellLook.Note => (Quiet, 0, 0),
            CellLook.Heading or CellLook.NumberHeading => (Bold, 2, 1),
            CellLook.Link => (Linked, 0, 0),
            _ => total ? (Bold, 0, 2) : (0, 0, 0),
        };
        var format = kind switch
        {
            CellLook.Count => CountFormat,
            CellLook.OneDecimal => OneDecimalFormat,
            CellLook.Share => ShareFormat,
            CellLook.Date => DateFormat,
            _ => 0,
        };
        xml.WriteRaw($"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"{(quoted ? " quotePrefix=\"1\"" : "")} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{Alignment(kind)}</xf>""");
    }

    private static string Alignment(CellLook kind) => kind switch
    {
        CellLook.Heading => """<alignment vertical="top" wrapText="1"/>""",
        CellLook.NumberHeading => """<alignment horizontal="right" vertical="top" wrapText="1"/>""",
        CellLook.Text => """<alignment vertical="top" wrapText="1"/>""",
        CellLook.Date => """<alignment horizontal="left" vertical="top"/>""",
        _ => """<alignment vertical="top"/>""",
    };
}
