using System.Globalization;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Samstyre.Import;

/// <summary>The parts of a Markdown file as what they do to the document.</summary>
/// <param name="lines">The file's lines.</param>
internal sealed class MarkdownFlow(string[] lines)
{
    // A line that ends sooner than this was ended by its author, not by a program that wraps long ones.
    private const int NarrowestWrap = 60;
    private const int PageHeading = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().Build();

    private readonly DocumentFlow flow = new();

    /// <summary>Some lines as Markdown.</summary>
    public void Markdown(int from, int to)
    {
        if (from < to) Blocks(Markdig.Markdown.Parse(string.Join('\n', lines[from..to]), Pipeline), from + 1);
    }

    /// <summary>A page or a part of one.</summary>
    /// <param name="html">Its text.</param>
    /// <param name="at">The line that it begins on, from 0.</param>
    public void Html(string html, int at)
    {
        flow.Break();
        foreach (var block in HtmlReader.Read("", html).Blocks)
        {
            var line = at + (block.Place.Line ?? 1);
            if (block.Cells.Count == 1) Words(block.Cells[0], line);
            else Row(line, block.Cells, Words);
        }
    }

    public void Table(DashTable table)
    {
        foreach (var (line, cells) in table.Rows) Row(line + 1, cells, (cell, at) => Blocks(Markdig.Markdown.Parse(cell, Pipeline), at));
    }

    public IReadOnlyList<Block> Finish()
    {
        flow.Finish();
        return flow.Blocks;
    }

    private void Row(int line, IReadOnlyList<string> cells, Action<string, int> add)
    {
        flow.BeginTable();
        flow.BeginRow(line);
        foreach (var cell in cells)
        {
            flow.BeginCell(line);
            add(cell, line);
            flow.EndCell();
        }

        flow.EndTable();
    }

    private void Words(string text, int line)
    {
        foreach (var words in text.AsSpan().EnumerateLines())
        {
            flow.Text(words, line);
            flow.Break();
        }
    }

    private void Blocks(ContainerBlock container, int first)
    {
        foreach (var block in container) Block(block, first);
    }

    private void Block(Markdig.Syntax.Block block, int first)
    {
        var at = first + block.Line;
        switch (block)
        {
            case Table table:
                Table(table, first);
                break;
            case HtmlBlock html:
                Html(html.Lines.ToString(), at - 1);
                break;
            case CodeBlock code:
                Words(code.Lines.ToString(), at);
                break;
            case ThematicBreakBlock:
                flow.BeginPage();
                break;
            case LinkReferenceDefinition:
                break;
            case ListItemBlock { Parent: ListBlock { IsOrdered: true } } item:
                // What the author wrote before the point may be a date or the number of a strategy area.
                flow.Text(string.Create(CultureInfo.InvariantCulture, $"{item.Order}. "), at);
                Blocks(item, first);
                break;
            case ContainerBlock container:
                Blocks(container, first);
                break;
            case LeafBlock { Inline: { } inlines } leaf:
                if (leaf is HeadingBlock { Level: <= PageHeading } && !flow.IsInTable) flow.BeginPage();
                Inlines(inlines, ref at);
                flow.Break();
                break;
        }
    }

    private void Table(Table table, int first)
    {
        flow.BeginTable();
        foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            flow.BeginRow(first + row.Line);
            foreach (var cell in row.OfType<TableCell>())
            {
                flow.BeginCell(first + row.Line, Math.Max(1, cell.ColumnSpan), Math.Max(1, cell.RowSpan));
                Blocks(cell, first);
                flow.EndCell();
            }

            flow.EndRow();
        }

        flow.EndTable();
    }

    private void Inlines(ContainerInline inlines, ref int at)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LineBreakInline end:
                    if (end.IsHard || IsAuthors(at)) flow.Break();
                    else flow.Text(" ", at);
                    at++;
                    break;
                case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    flow.Break();
                    break;
                case HtmlInline { Tag: var tag }:
                    // A placeholder of the form, or a tag that the author's tool left behind: who reads the form knows.
                    flow.Text(tag, at);
                    break;
                case LiteralInline literal:
                    Literal(literal.Content.AsSpan(), at);
                    break;
                case CodeInline code:
                    flow.Text(code.Content, at);
                    break;
                case AutolinkInline link:
                    flow.Text(link.Url, at);
                    break;
                case HtmlEntityInline entity:
                    flow.Text(entity.Transcoded.AsSpan(), at);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline container:
                    Inlines(container, ref at);
                    break;
            }
        }
    }

    /// <summary>Plain words. Pandoc and writers on a keyboard put two hyphens for the dash of a range, three for a longer one.</summary>
    private void Literal(ReadOnlySpan<char> text, int at)
    {
        if (text.Contains("--", StringComparison.Ordinal)) text = text.ToString().Replace("---", "—", StringComparison.Ordinal).Replace("--", "–", StringComparison.Ordinal);
        flow.Text(text, at);
    }

    /// <summary>Whether a line outside tables ended although the next one's first word had room on it.</summary>
    private bool IsAuthors(int at)
    {
        if (flow.IsInTable || at >= lines.Length) return false;
        var next = lines[at].AsSpan().Trim();
        var word = next.IndexOf(' ') is >= 0 and var space ? space : next.Length;
        return lines[at - 1].AsSpan().Trim().Length + 1 + word < NarrowestWrap;
    }
}
