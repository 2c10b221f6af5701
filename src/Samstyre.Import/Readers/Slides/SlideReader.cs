namespace Samstyre.Import;

/// <summary>A PowerPoint file to a neutral document.</summary>
internal static class SlideReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main) => new(fileName, []);
}
