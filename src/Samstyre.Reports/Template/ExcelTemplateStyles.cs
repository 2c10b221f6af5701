using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>How a cell of the form looks. Its number times two is its style; one more is the same with the mark that keeps text from becoming a formula.</summary>
internal enum TemplateLook
{
    Plain,
    Caption,
    Note,
    Heading,
    Label,
    Shown,
    Answer,
    Amount,
    Month,
    Day,
}

/// <summary>The styles of the form. Only answers are unlocked.</summary>
internal static class ExcelTemplateStyles
{
    // Text: what is typed stays as it is, also what looks like a date or a formula.
    private const int AsText = 49;
    private const int MonthFormat = 164;
    private const int DayFormat = 165;

    public static int Index(TemplateLook look, bool quoted) => ((int)look * 2) + (quoted ? 1 : 0);

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", ExcelReport.Main);
        xml.WriteRaw($"""
            <numFmts count="2"><numFmt numFmtId="{MonthFormat}" formatCode="mm\.yyyy"/><numFmt numFmtId="{DayFormat}" formatCode="dd\.mm\.yyyy"/></numFmts>
            <fonts count="5"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF24404F"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="16"/><color rgb="FF0F4C75"/><name val="Calibri"/><family val="2"/></font><font><sz val="10"/><color rgb="FF4A5464"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="13"/><color rgb="FF0F4C75"/><name val="Calibri"/><family val="2"/></font></fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF3F7"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFB4C2CC"/></left><right style="thin"><color rgb="FFB4C2CC"/></right><top style="thin"><color rgb="FFB4C2CC"/></top><bottom style="thin"><color rgb="FFB4C2CC"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """);
        var looks = Enum.GetValues<TemplateLook>();
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

    private static void Format(XmlWriter xml, TemplateLook look, bool quoted)
    {
        var (format, font, fill, border) = look switch
        {
            TemplateLook.Caption => (0, 2, 0, 0),
            TemplateLook.Note => (0, 3, 0, 0),
            TemplateLook.Heading => (0, 4, 0, 0),
            TemplateLook.Label => (0, 1, 2, 1),
            TemplateLook.Shown => (AsText, 0, 2, 1),
            TemplateLook.Answer => (AsText, 0, 3, 1),
            TemplateLook.Amount => (0, 0, 3, 1),
            TemplateLook.Month => (MonthFormat, 0, 3, 1),
            TemplateLook.Day => (DayFormat, 0, 3, 1),
            _ => (0, 0, 0, 0),
        };
        var locked = look >= TemplateLook.Answer ? 0 : 1;
        var alignment = look is TemplateLook.Month or TemplateLook.Day ? " horizontal=\"left\"" : "";
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"{(quoted ? " quotePrefix=\"1\"" : "")} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment{alignment} vertical="top" wrapText="1"/><protection locked="{locked}"/></xf>"""));
    }
}
