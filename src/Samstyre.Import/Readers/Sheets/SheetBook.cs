using System.Xml;

namespace Samstyre.Import;

/// <summary>What the sheets of an Excel file share.</summary>
/// <param name="Sheets">The visible sheets in their order: name and part.</param>
/// <param name="Strings">The texts that cells refer to by number.</param>
/// <param name="Formats">How numbers are shown, by the number of a cell's style.</param>
/// <param name="Since1904">Whether days are counted from 1904, as Excel for Mac once did.</param>
internal sealed record SheetBook(IReadOnlyList<(string Name, string Part)> Sheets, IReadOnlyList<string> Strings, IReadOnlyList<NumberFormat> Formats, bool Since1904)
{
    private const int MostSheets = 10_000;

    public static SheetBook Read(OfficePackage package, string main)
    {
        var related = package.Related(main);
        string? PartOf(string kind) => related.FirstOrDefault(relation => relation.Kind == kind).Target;
        var (sheets, since1904) = Contents(package, main, related.Where(relation => relation.Kind == "worksheet").DistinctBy(relation => relation.Id).ToDictionary(relation => relation.Id, relation => relation.Target));
        return new(
            sheets,
            PartOf("sharedStrings") is { } strings ? SheetStrings.Read(package, strings) : [],
            PartOf("styles") is { } styles ? SheetFormats.Read(package, styles) : [],
            since1904);
    }

    private static (List<(string Name, string Part)> Sheets, bool Since1904) Contents(OfficePackage package, string main, Dictionary<string, string> parts)
    {
        var sheets = new List<(string Name, string Part)>();
        var since1904 = false;
        using var xml = package.Xml(main);
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") since1904 = IsOn(xml.GetAttribute("date1904"));
            // Hidden sheets hold lists of choices and notes that nobody was meant to read.
            if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            if (xml.GetAttribute("name") is { } name && RelationOf(xml) is { } relation && parts.TryGetValue(relation, out var part)) sheets.Add((name, part));
            if (sheets.Count > MostSheets) throw new InvalidDataException("The file has too many sheets.");
        }

        return (sheets, since1904);
    }

    /// <summary>Whether an attribute says yes.</summary>
    public static bool IsOn(string? attribute) => attribute is "1" or "true" or "on";

    // Its namespace differs between the two editions of the format.
    private static string? RelationOf(XmlReader xml)
    {
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) found = xml.Value;
        }

        xml.MoveToElement();
        return found;
    }
}
