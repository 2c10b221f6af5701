namespace Samstyre.Reports;

/// <summary>The anchors of a document, each once: figures and tables keep their names, which sentences link to; a heading that shares one gives way.</summary>
public sealed class HtmlAnchors
{
    private readonly Dictionary<object, string> names = new(ReferenceEqualityComparer.Instance);

    public HtmlAnchors(ReportDocument document)
    {
        // The page around the document has these.
        var taken = new HashSet<string>(StringComparer.Ordinal) { "innhold", "find" };
        foreach (var block in document.Chapters.SelectMany(chapter => chapter.Blocks))
        {
            if (block is FigureBlock figure) names.TryAdd(figure, Free(taken, figure.Figure.Id));
            else if (block is TableBlock table) names.TryAdd(table, Free(taken, table.Table.Id));
        }

        foreach (var chapter in document.Chapters)
        {
            names.TryAdd(chapter, Free(taken, chapter.Id));
            foreach (var heading in chapter.Blocks.OfType<SectionHeading>()) names.TryAdd(heading, Free(taken, heading.Id));
        }
    }

    /// <summary>The anchor of a chapter or block.</summary>
    public string Of(object part) => names[part];

    private static string Free(HashSet<string> taken, string id)
    {
        var name = id;
        for (var copy = 2; !taken.Add(name); copy++) name = $"{id}-{copy}";
        return name;
    }
}
