using System.Text;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What a page shows, as paragraphs and table rows in reading order. Tables within tables are layout: the outer row's cells become paragraphs.</summary>
internal sealed class HtmlFlow
{
    // Merged cells make blanks beside and below them; few bytes can ask for very many.
    private const int MostBlanks = 5_000_000;

    private readonly List<Block> blocks = [];
    private readonly Stack<HtmlTable> tables = new();
    private readonly StringBuilder words = new();
    private int? line;
    private bool startsPage = true;
    private int blanks = MostBlanks;

    public IReadOnlyList<Block> Blocks => blocks;

    private HtmlTable? Table => tables.TryPeek(out var table) ? table : null;

    private bool InCell => Table is { IsInCell: true, IsFlat: false };

    /// <summary>White space between words is one space, as a browser shows it.</summary>
    public void Text(string text, int at)
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

    public void Enter(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "table":
                if (InCell) Flatten();
                else EndParagraph();
                tables.Push(new());
                break;
            case "tr":
                EndRow();
                Table?.BeginRow(tag.Line);
                break;
            case "td" or "th":
                EndParagraph();
                Table?.BeginCell(tag);
                break;
            default:
                if (tag.Name == "br" || HtmlTag.Block.Contains(tag.Name)) Break();
                break;
        }

        startsPage |= tag.StartsPage && Table is null;
    }

    public void Leave(string name)
    {
        switch (name)
        {
            case "td" or "th":
                if (InCell) Table!.EndCell(Taken(), TakeBlank);
                else EndParagraph();
                Table?.LeaveCell();
                break;
            case "tr":
                EndRow();
                break;
            case "thead" or "tbody" or "tfoot":
                EndRow();
                Table?.EndGroup();
                break;
            case "table":
                EndRow();
                tables.TryPop(out _);
                break;
            default:
                Break();
                break;
        }
    }

    /// <summary>A hidden element that would stand on lines of its own.</summary>
    public void Pass(bool beginsPage)
    {
        Break();
        startsPage |= beginsPage;
    }

    public void Finish() => EndParagraph();

    private void Break()
    {
        if (!InCell) EndParagraph();
        else if (words.Length > 0 && words[^1] != '\n') words.Append('\n');
    }

    private void Flatten()
    {
        var earlier = Table!.Flatten();
        foreach (var cell in earlier) Add([cell], Table.Line);
        EndParagraph();
    }

    private void EndRow()
    {
        EndParagraph();
        if (Table is { } table) Add(table.EndRow(), table.Line);
    }

    private void EndParagraph()
    {
        if (words.Length == 0) return;
        var place = line;
        Add([Taken()], place);
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
        blocks.Add(new([.. cells.Select(ComposedText.Of)], new(Line: place), startsPage));
        startsPage = false;
    }

    private bool TakeBlank() => blanks > 0 && blanks-- > 0;
}
