using System.Globalization;
using System.Xml;

namespace Samstyre.Reports;

/// <summary>Cells of the form's sheets: amounts and dates as numbers where they are read back the same, everything else as text that can never be a formula.</summary>
internal static class ExcelTemplateCells
{
    private const string Unit = " mill.";

    // From here on an amount names its unit, or it would be taken for kroner.
    private const decimal LargestBare = 1_000m;

    private static readonly DateOnly FirstRightDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>An answer in the way its field takes it.</summary>
    public static void Answer(XmlWriter xml, string reference, string? text, AnswerKind kind)
    {
        if (kind is AnswerKind.Amount or AnswerKind.Number) Amount(xml, reference, text);
        else if (kind == AnswerKind.Date) Date(xml, reference, text);
        else Text(xml, reference, text, TemplateLook.Answer);
    }

    public static void Text(XmlWriter xml, string reference, string? text, TemplateLook look)
    {
        var clean = SheetText.Clean(text ?? "");
        Start(xml, reference, look, clean.Length > 0 && (SheetText.LooksLikeFormula(text!) || SheetText.LooksLikeFormula(clean)));
        if (clean.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", ExcelReport.Main);
            xml.WriteStartElement("t", ExcelReport.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(clean);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Amount(XmlWriter xml, string reference, string? text)
    {
        var bare = text is not null && text.EndsWith(Unit, StringComparison.Ordinal) ? text[..^Unit.Length] : text;
        if (bare is null || (decimal.TryParse(bare.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && IsExact(amount, bare) && (bare == text || Math.Abs(amount) < LargestBare)))
            Number(xml, reference, bare?.Replace(',', '.'), TemplateLook.Amount);
        else
            Text(xml, reference, text, TemplateLook.Answer);
    }

    /// <summary>Whether Excel's numbers, which are double-precision, keep an amount's digits.</summary>
    private static bool IsExact(decimal amount, string bare) => double.Parse(amount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) == bare.Replace(',', '.');

    private static void Date(XmlWriter xml, string reference, string? text)
    {
        if (text is null) Number(xml, reference, null, TemplateLook.Month);
        else if (DayOf("01." + text) is { } month) Number(xml, reference, month, TemplateLook.Month);
        else if (DayOf(text) is { } day) Number(xml, reference, day, TemplateLook.Day);
        else Text(xml, reference, text, TemplateLook.Answer);
    }

    private static string? DayOf(string text) =>
        DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstRightDay ? (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture) : null;

    private static void Number(XmlWriter xml, string reference, string? number, TemplateLook look)
    {
        Start(xml, reference, look, quoted: false);
        if (number is not null) xml.WriteElementString("v", ExcelReport.Main, number);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string reference, TemplateLook look, bool quoted)
    {
        xml.WriteStartElement("c", ExcelReport.Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", XmlConvert.ToString(ExcelTemplateStyles.Index(look, quoted)));
    }
}
