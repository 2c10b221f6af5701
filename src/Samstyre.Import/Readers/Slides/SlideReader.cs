using System.Xml;

namespace Samstyre.Import;

/// <summary>A PowerPoint file to a neutral document: its slides in the order of the show, each a page. Hidden slides and notes are left out.</summary>
internal static class SlideReader
{
    public static NeutralDocument Read(string fileName, OfficePackage package, string main)
    {
        var blocks = new List<Block>();
        var layouts = new SlideLayouts(package);
        var number = 0;
        foreach (var slide in Slides(package, main))
        {
            number++;
            var content = new SlideContent();
            using var xml = package.Xml(slide) ?? throw new InvalidDataException("A slide is missing.");
            var shapes = content.Read(xml);
            if (!content.IsShown) continue;
            var shown = shapes.Where(shape => shape.Shows).ToList();
            layouts.Place(slide, shown);
            Add(blocks, SlideOrder.Of(shown), number);
        }

        return new(fileName, blocks);
    }

    /// <summary>The slides' parts in the order of the show.</summary>
    private static List<string> Slides(OfficePackage package, string main)
    {
        var parts = package.Related(main).Where(relation => relation.Kind == "slide").DistinctBy(relation => relation.Id).ToDictionary(relation => relation.Id, relation => relation.Target);
        var slides = new List<string>();
        using var xml = package.Xml(main);
        while (xml?.Read() == true)
        {
            // A show has each slide once; sections list them again by another kind of id.
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sldId" && RelationOf(xml) is { } id && parts.Remove(id, out var part)) slides.Add(part);
        }

        return slides;
    }

    private static string? RelationOf(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml is { LocalName: "id", NamespaceURI.Length: > 0 }) return xml.Value;
        }

        return null;
    }

    private static void Add(List<Block> blocks, IEnumerable<SlideShape> shapes, int slide)
    {
        var isFirst = true;
        foreach (var block in shapes.SelectMany(shape => shape.Flow.Blocks))
        {
            blocks.Add(block with { Place = new(Line: blocks.Count + 1, Slide: slide), StartsPage = isFirst });
            isFirst = false;
        }
    }
}
