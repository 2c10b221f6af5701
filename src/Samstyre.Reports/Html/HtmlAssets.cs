using System.Text.RegularExpressions;

namespace Samstyre.Reports;

/// <summary>What a report that stands alone as one file carries within itself.</summary>
public sealed partial class HtmlAssets
{
    /// <param name="style">The pages' style sheet. Of its fonts only the one with Latin letters is taken along.</param>
    /// <param name="script">The script that draws charts.</param>
    /// <param name="font">The font with Latin letters, as WOFF2.</param>
    public HtmlAssets(string style, string script, ReadOnlySpan<byte> font)
    {
        var embedded = $"url(data:font/woff2;base64,{Convert.ToBase64String(font)})";
        Style = FontFace().Replace(style, face => LatinFont().IsMatch(face.Value) ? LatinFont().Replace(face.Value, embedded) : "");
        Script = script;
    }

    /// <summary>Refers to nothing outside itself.</summary>
    public string Style { get; }

    public string Script { get; }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex(@"url\([^)]*latin-wght[^)]*\)")]
    private static partial Regex LatinFont();
}
