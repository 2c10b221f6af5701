using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>How a series looks: colour by what it means, and a pattern or lightness and a shape of its own, so that it can be told apart in grey too.</summary>
/// <param name="Colour">Fill of a bar.</param>
/// <param name="Edge">Line around it, and the colour of a line chart's line.</param>
/// <param name="Pattern">Pattern over the fill; null for none.</param>
/// <param name="Ink">Colour of the pattern.</param>
/// <param name="IsDark">Whether words on it are white.</param>
/// <param name="Symbol">Shape of a line's points.</param>
/// <param name="Dash">How a line is drawn.</param>
internal sealed record ChartLook(string Colour, string Edge, string? Pattern, string Ink, bool IsDark, string Symbol, string Dash = "solid")
{
    private static readonly ChartLook[] Blues =
    [
        new("0F4C75", "0F4C75", null, "", true, "diamond"),
        new("A9CCE3", "4E8DB5", null, "", false, "circle", "sysDash"),
        new("4E8DB5", "2B6A94", null, "", true, "square", "dash"),
        new("E3EEF5", "0F4C75", "ltHorz", "7FB0D0", false, "triangle", "sysDot"),
        new("D9C9E0", "6B3F7A", "ltUpDiag", "6B3F7A", false, "x", "lgDash"),
        new("FFFFFF", "0F4C75", "pct10", "2B6A94", false, "plus", "dashDot"),
    ];

    /// <summary>By tone; series without one by their place.</summary>
    public static ChartLook Of(Tone tone, int place) => tone switch
    {
        Tone.Green => new("16804A", "16804A", null, "", true, "circle"),
        Tone.Yellow => new("F0B81C", "8A6500", null, "", false, "triangle", "dash"),
        Tone.Red => new("C4243A", "8C1526", "wdUpDiag", "EE98A4", true, "square"),
        Tone.NotStated => new("FFFFFF", "7A858D", "ltUpDiag", "A9B3BA", false, "circle", "sysDot"),
        Tone.High => new("0F4C75", "0F4C75", null, "", true, "square"),
        Tone.Medium => new("6FA8CC", "3A7CA5", null, "", false, "triangle", "dash"),
        Tone.Low => new("D6E6F1", "6FA8CC", null, "", false, "circle", "sysDash"),
        _ => Blues[place % Blues.Length],
    };

    /// <summary>Fill and edge of a bar.</summary>
    public void Bar(OoxmlWriter xml)
    {
        xml.Write("<c:spPr>"u8);
        Fill(xml);
        xml.Write($"<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{Edge}\"/></a:solidFill></a:ln></c:spPr>");
    }

    /// <summary>Line and points.</summary>
    public void Line(OoxmlWriter xml)
    {
        xml.Write($"<c:spPr><a:ln w=\"28575\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{Edge}\"/></a:solidFill><a:prstDash val=\"{Dash}\"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"{Symbol}\"/><c:size val=\"8\"/><c:spPr>");
        xml.Write($"<a:solidFill><a:srgbClr val=\"{Colour}\"/></a:solidFill><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"{Edge}\"/></a:solidFill></a:ln></c:spPr></c:marker>");
    }

    private void Fill(OoxmlWriter xml)
    {
        if (Pattern is null) xml.Write($"<a:solidFill><a:srgbClr val=\"{Colour}\"/></a:solidFill>");
        else xml.Write($"<a:pattFill prst=\"{Pattern}\"><a:fgClr><a:srgbClr val=\"{Ink}\"/></a:fgClr><a:bgClr><a:srgbClr val=\"{Colour}\"/></a:bgClr></a:pattFill>");
    }
}
