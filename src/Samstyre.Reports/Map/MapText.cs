using System.Text;
using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Words of people in drawings and XML.</summary>
internal static class MapText
{
    private const int LineLength = 18;
    private const int MostLines = 3;

    /// <summary>How our XML is written: UTF-8, indented, one line break everywhere.</summary>
    public static XmlWriterSettings Settings { get; } = new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>A text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) clean.Append(text[at]);
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) clean.Append(text[at]).Append(text[++at]);
        }

        return clean.ToString();
    }

    /// <summary>What an XML document knows a node by: letters, numbers and signs that an identifier may have.</summary>
    public static string IdOf(TargetRef target) => XmlConvert.EncodeLocalName($"{target.Kind}-{target.Key}");

    /// <summary>A name as the lines of a box; what does not fit is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        List<string> lines = [];
        foreach (var word in Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < LineLength) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), Short(lines[MostLines - 1]).TrimEnd('-') + "…"];
    }

    /// <summary>The name of a node with its number before it.</summary>
    public static string NameOf(MapNode node, Language language) => node.NationalId is { } id ? $"{id} {node.Name.In(language)}" : node.Name.In(language);

    // A word that is longer than a line goes on in the next one.
    private static IEnumerable<string> Pieces(string word)
    {
        for (; word.Length > LineLength; word = word[Short(word).Length..]) yield return Short(word) + "-";
        yield return word;
    }

    // Never between the two halves of a character.
    private static string Short(string text) => text.Length < LineLength ? text : text[..(char.IsHighSurrogate(text[LineLength - 2]) ? LineLength - 2 : LineLength - 1)];
}
