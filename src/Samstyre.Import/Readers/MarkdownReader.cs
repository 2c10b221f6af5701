namespace Samstyre.Import;

/// <summary>Markdown to a neutral document.</summary>
internal static class MarkdownReader
{
    private static readonly string[] Endings = [".md", ".markdown"];

    public static bool Recognises(string fileName) => Endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static NeutralDocument Read(string fileName, string text) => PlainTextReader.Read(fileName, text);
}
