using System.Globalization;

namespace Samstyre.Reports;

/// <summary>What is known of a document before its first line is written: bookmarks, entries of the contents, charts.</summary>
internal sealed class WordPlan
{
    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public WordPlan(ReportDocument document)
    {
        Document = document;
        Texts = ReportTexts.In(document.Language);
        foreach (var chapter in document.Chapters)
        {
            Heading(chapter.Id, chapter.Title, 1);
            foreach (var block in chapter.Blocks) Add(block);
        }
    }

    public ReportDocument Document { get; }

    public TextSet Texts { get; }

    /// <summary>A bookmark for each heading, figure and numbered table, in order.</summary>
    public List<string> Bookmarks { get; } = [];

    /// <summary>The headings of levels 1 and 2.</summary>
    public List<(string Bookmark, string Title, int Level)> Contents { get; } = [];

    /// <summary>The figures that are drawn, in order.</summary>
    public List<FigureBlock> Charts { get; } = [];

    /// <summary>Bookmark of the figure or table with that id; null where the document holds none.</summary>
    public string? BookmarkOf(string id) => byId.GetValueOrDefault(id);

    private void Add(Block block)
    {
        switch (block)
        {
            case SectionHeading heading:
                Heading(heading.Id, heading.Text, heading.Level);
                break;
            case FigureBlock figure:
                byId.TryAdd(figure.Figure.Id, Mark(figure.Figure.Id));
                if (figure.Alternative is not null && ChartNumbers.HasNumbers(figure.Figure)) Charts.Add(figure);
                break;
            case TableBlock { Table.Kind: not TableKind.Form } table:
                byId.TryAdd(table.Table.Id, Mark(table.Table.Id));
                break;
        }
    }

    private void Heading(string id, string title, int level)
    {
        var mark = Mark(id);
        if (level <= 2) Contents.Add((mark, title, level));
    }

    /// <summary>Word wants letters, digits and underlines, a letter first, at most 40, each once.</summary>
    private string Mark(string id)
    {
        var name = string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_').Take(30));
        if (name.Length == 0 || !char.IsAsciiLetter(name[0])) name = "b_" + name;
        var number = names.GetValueOrDefault(name);
        var free = name;
        while (!taken.Add(free)) free = string.Create(CultureInfo.InvariantCulture, $"{name}_{++number}");
        names[name] = number;
        Bookmarks.Add(free);
        return free;
    }
}
