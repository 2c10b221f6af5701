using System.Text;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What a document shows, gathered as paragraphs and table rows in reading order. Tables within tables are layout: the outer row's cells become paragraphs.</summary>
internal sealed class DocumentFlow
{
    // Merged cells make blanks beside and below them; few bytes can ask for very many.
    private const int MostBlanks = 5_000_000;

    private readonly List<Block> blocks = [];
    private readonly Stack<FlowTable> tables = new();
    private readonly List<string> tabbed = [];
    private readonly StringBuilder words = new();
    private int? line;
    private bool startsPage = true;
    private int blanks = MostBlanks;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Which slide or sheet is being read.</summary>
    public Place Place { get; set; }

    public bool IsInTable => Table is not null;

    private FlowTable? Table => tables.TryPeek(out var table) ? table : null;

    private bool InCell => Table is { IsInCell: true, IsFlat: false };

    /// <summary>White space between words is one space, as a browser shows it.</summary>
    /// <param name="text">The words.</param>
    /// <param name="at">Their line, paragraph or row, from 1.</param>
    public void Text(ReadOnlySpan<char> text, int at)
    {
        foreach (var letter in text)
        {
            if (letter is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                line ??= at;
                words.Append(letter);
            }
            else if (words.Length > 0 && words[^1] is not (' ' or '\n'))
            {
                words.Append(' ');
            }
        }
    }

    /// <summary>A tab: between the words of a cell a space, outside tables what parts one cell from the next.</summary>
    public void Tab(int at)
    {
        if (InCell)
        {
            Text(" ", at);
            return;
        }

        line ??= at;
        tabbed.Add(words.ToString().Trim());
        words.Clear();
    }

    /// <summary>The end of a line or paragraph: within a cell a new line, otherwise a new paragraph.</summary>
    public void Break()
    {
        if (!InCell) EndParagraph();
        else if (words.Length > 0 && words[^1] != '\n') words.Append('\n');
    }

    /// <summary>What follows stands on a new page.</summary>
    public void BeginPage() => startsPage = true;

    public void BeginTable()
    {
        if (InCell) Flatten();
        else EndParagraph();
        tables.Push(new());
    }

    public void BeginRow(int? at)
    {
        EndRow();
        Table?.BeginRow(at);
    }

    /// <param name="at">Where it begins.</param>
    /// <param name="columns">How many columns it takes, from 1.</param>
    /// <param name="rows">How many rows it reaches down, from 1.</param>
    public void BeginCell(int? at, int columns = 1, int rows = 1)
    {
        EndParagraph();
        Table?.BeginCell(at, columns, rows);
    }

    public void EndCell()
    {
        if (InCell) Table!.EndCell(Taken(), TakeBlank);
        else EndParagraph();
        Table?.LeaveCell();
    }

    public void EndRow()
    {
        EndParagraph();
        if (Table is { } table) Add(table.EndRow(), table.Line);
    }

    /// <summary>The end of a part of a table: no cell reaches further down.</summary>
    public void EndGroup()
    {
        EndRow();
        Table?.EndGroup();
    }

    public void EndTable()
    {
        EndRow();
        tables.TryPop(out _);
    }

    /// <summary>A block that was read elsewhere, as a text box.</summary>
    public void Take(Block block)
    {
        EndParagraph();
        blocks.Add(startsPage ? block with { StartsPage = true } : block);
        startsPage = false;
    }

    public void Finish() => EndParagraph();

    private void Flatten()
    {
        var earlier = Table!.Flatten();
        foreach (var cell in earlier) Add([cell], Table.Line);
        EndParagraph();
    }

    private void EndParagraph()
    {
        if (words.Length == 0 && tabbed.Count == 0) return;
        var place = line;
        if (tabbed.Count == 0)
        {
            Add([Taken()], place);
            return;
        }

        tabbed.Add(Taken());
        string[] cells = [.. tabbed];
        tabbed.Clear();
        Add(cells, place);
    }

    private string Taken()
    {
        var text = words.ToString().Trim();
        words.Clear();
        line = null;
        return text;
    }

    private void Add(IReadOnlyList<string> cells, int? place)
    {
        if (cells.All(string.IsNullOrWhiteSpace)) return;
        blocks.Add(new([.. cells.Select(cell => CheckBoxes.Chosen(ComposedText.Of(cell)))], Place with { Line = place }, startsPage));
        startsPage = false;
    }

    private bool TakeBlank() => blanks > 0 && blanks-- > 0;
}
