namespace Samstyre.Import;

/// <summary>A Word file to a neutral document.</summary>
internal static class WordReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main) => new(fileName, []);
}
