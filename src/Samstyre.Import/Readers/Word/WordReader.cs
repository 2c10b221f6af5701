namespace Samstyre.Import;

/// <summary>A Word file to a neutral document: the text as it stands with all changes accepted. Nothing outside the file is fetched and no macro runs.</summary>
internal static class WordReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main)
    {
        var notes = WordNotes.Of(package, main);
        var flow = new DocumentFlow();
        using var xml = package.Xml(main)!;
        new WordBody(xml, flow, notes).Read();
        return new(fileName, flow.Blocks);
    }
}
