namespace Samstyre.Reports;

/// <summary>What the parts of a document are called on its page: anchors, each once, and the numbers of figures and tables. Figures and tables keep their names, which sentences link to; a heading that shares one gives way.</summary>
public sealed class HtmlOutline
{
    private readonly Dictionary<object, string> anchors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Block, string> numbers = new(ReferenceEqualityComparer.Instance);

    public HtmlOutline(ReportDocument document)
    {
        var texts = ReportTexts.In(document.Language);
        // The page around the document has these.
        var taken = new HashSet<string>(StringComparer.Ordinal) { "innhold", "find", "contents-h" };
        var (figures, tables) = (0, 0);
        foreach (var block in document.Chapters.SelectMany(chapter => chapter.Blocks))
        {
            var isFigure = block is FigureBlock { Alternative: not null };
            if ((block is FigureBlock figure ? figure.Figure.Id : (block as TableBlock)?.Table.Id) is not { } id || !anchors.TryAdd(block, "")) continue;
            anchors[block] = Free(taken, id, "");
            // What has a chart is a figure, the rest are tables; the parts of a form are not counted.
            if (isFigure) numbers[block] = texts["html.figure", ++figures];
            else if (block is not TableBlock { Table.Kind: TableKind.Form }) numbers[block] = texts["html.table", ++tables];
        }

        foreach (var chapter in document.Chapters)
        {
            anchors.TryAdd(chapter, Free(taken, chapter.Id, "chapter-"));
            foreach (var heading in chapter.Blocks.OfType<SectionHeading>()) anchors.TryAdd(heading, Free(taken, heading.Id, "section-"));
        }
    }

    /// <summary>The anchor of a chapter or block.</summary>
    public string AnchorOf(object part) => anchors[part];

    /// <summary>"Figure 3" or "Table 2".</summary>
    public string NumberOf(Block block) => numbers[block];

    private static string Free(HashSet<string> taken, string id, string instead)
    {
        var name = taken.Contains(id) ? instead + id : id;
        for (var copy = 2; !taken.Add(name); copy++) name = $"{instead}{id}-{copy}";
        return name;
    }
}
