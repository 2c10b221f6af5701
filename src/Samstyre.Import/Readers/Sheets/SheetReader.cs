namespace Samstyre.Import;

/// <summary>An Excel file to a neutral document.</summary>
internal static class SheetReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main) => new(fileName, []);
}
