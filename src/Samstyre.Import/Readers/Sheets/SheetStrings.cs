using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>The texts that the cells of an Excel file share.</summary>
internal static partial class SheetStrings
{
    private const int MostStrings = 2_000_000;

    /// <summary>The texts in their order: the pieces of a formatted text joined, how it is pronounced left out.</summary>
    public static List<string> Read(OfficePackage package, string part)
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        using var xml = package.Xml(part);
        var (isText, isPronounced) = (false, false);
        while (xml is not null && xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "si"):
                    text.Clear();
                    if (xml.IsEmptyElement) strings.Add("");
                    if (strings.Count > MostStrings) throw new InvalidDataException("The file has too many texts.");
                    break;
                case (XmlNodeType.Element, "t"):
                    isText = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.Element, "rPh"):
                    isPronounced = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "si"):
                    strings.Add(Shown(text.ToString()));
                    break;
                case (XmlNodeType.EndElement, "t"):
                    isText = false;
                    break;
                case (XmlNodeType.EndElement, "rPh"):
                    isPronounced = false;
                    break;
                case (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace, _):
                    if (isText && !isPronounced) text.Append(xml.Value);
                    break;
            }
        }

        return strings;
    }

    /// <summary>A text as it is shown: letters that XML can't hold are written by their number, and a tab would part cells.</summary>
    public static string Shown(string text)
    {
        var shown = text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, match => ((char)int.Parse(match.Groups["number"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;
        return ComposedText.Of(shown.Replace('\t', ' '));
    }

    [GeneratedRegex("_x(?<number>[0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
