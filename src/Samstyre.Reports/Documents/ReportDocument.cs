using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A report as a document, in one language, before it becomes a page or a file. Every renderer takes this and nothing else.</summary>
/// <param name="Title">Title of the whole.</param>
/// <param name="Subtitle">The line under it: the round.</param>
/// <param name="Language">Its language.</param>
/// <param name="Portfolio">Name of the portfolio.</param>
/// <param name="Provenance">Of which round and revision it is, when that was published, and with what it is compared; a line each.</param>
/// <param name="Chapters">In order.</param>
/// <param name="Contents">Whether it shows a table of contents.</param>
public sealed record ReportDocument(
    string Title, string Subtitle, Language Language, string Portfolio, ImmutableArray<string> Provenance, ImmutableArray<Chapter> Chapters, bool Contents = true);

/// <summary>A chapter: heading level 1 in files, 2 on pages.</summary>
/// <param name="Id">Stable name, anchor in pages and bookmark in files.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it holds, in order.</param>
/// <param name="NewPage">Whether it starts a page in print.</param>
public sealed record Chapter(string Id, string Title, ImmutableArray<Block> Blocks, bool NewPage = false);

/// <summary>A piece of a chapter.</summary>
public abstract record Block;

/// <summary>A heading inside a chapter.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Text">Its words.</param>
/// <param name="Level">2 or 3, below the chapter's 1.</param>
/// <param name="NewPage">Whether it starts a page in print.</param>
public sealed record SectionHeading(string Id, string Text, int Level = 2, bool NewPage = false) : Block;

/// <summary>A paragraph. Line breaks in its texts are kept.</summary>
/// <param name="Spans">Its words.</param>
/// <param name="Style">How it stands.</param>
public sealed record Paragraph(ImmutableArray<Span> Spans, ParagraphStyle Style = ParagraphStyle.Body) : Block;

/// <summary>How a paragraph stands.</summary>
public enum ParagraphStyle
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The chapter's first sentence.</summary>
    Lead,

    /// <summary>A note under a figure or table.</summary>
    Note,

    /// <summary>A point of a list.</summary>
    Point,

    /// <summary>On a cover page: about the document, not part of what it holds.</summary>
    Cover,
}

/// <summary>Words of a paragraph.</summary>
/// <param name="Text">As text, never markup.</param>
/// <param name="Figure">The figure or list that a number in it comes from; null for other words.</param>
/// <param name="Initiative">The initiative it names; null where it names none.</param>
public sealed record Span(string Text, string? Figure = null, Standing? Initiative = null);

/// <summary>A figure with its chart, table and note.</summary>
/// <param name="Figure">The figure as data.</param>
/// <param name="Caption">Its title, without number.</param>
/// <param name="Table">Its numbers.</param>
/// <param name="Note">How many did not report, and the rule.</param>
/// <param name="Alternative">What a chart shows, for those who can't see it; null where there is no chart.</param>
public sealed record FigureBlock(Figure Figure, string Caption, DocTable Table, string Note, string? Alternative) : Block;

/// <summary>A table on its own.</summary>
/// <param name="Table">The table.</param>
/// <param name="Note">The rule; null where it needs none.</param>
public sealed record TableBlock(DocTable Table, string? Note = null) : Block;

/// <summary>A table.</summary>
/// <param name="Id">Stable name, anchor; name of its sheet.</param>
/// <param name="Caption">Its title, without number.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">In order; the first cell of each is its heading.</param>
/// <param name="Kind">What kind of table it is.</param>
public sealed record DocTable(string Id, string Caption, ImmutableArray<DocColumn> Columns, MadeRows<DocRow> Rows, TableKind Kind = TableKind.Figure)
{
    /// <summary>Of each column whether it states colours: what is missing there is a hollow ring.</summary>
    public bool[] LightColumns()
    {
        var lights = new bool[Columns.Length];
        foreach (var row in Rows)
        {
            for (var place = Kind == TableKind.Figure ? 1 : 0; place < Math.Min(lights.Length, row.Cells.Length); place++) lights[place] |= row.Cells[place].Light is not null;
        }

        return lights;
    }
}

/// <summary>What kind of table.</summary>
public enum TableKind
{
    /// <summary>A figure's numbers.</summary>
    Figure,

    /// <summary>A list of initiatives.</summary>
    List,

    /// <summary>The annex: many rows, small print.</summary>
    Annex,

    /// <summary>What a number adds up.</summary>
    Rows,

    /// <summary>A part of the form: labels and values, without column headings of its own where all are empty.</summary>
    Form,
}

/// <summary>A column.</summary>
/// <param name="Heading">Its heading, with unit; empty for none.</param>
/// <param name="Unit">Unit of its numbers, which stand to the right; null for words.</param>
/// <param name="Width">Its share of the width against the others.</param>
public sealed record DocColumn(string Heading, FigureUnit? Unit = null, int Width = 1)
{
    /// <summary>Its heading, whose unit stays on one line.</summary>
    public string UnbrokenHeading => Unit is not null && Heading.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var unit
        ? string.Concat(Heading.AsSpan(0, unit + 1), Heading[(unit + 1)..].Replace(' ', '\u00a0'))
        : Heading;
}

/// <summary>A row.</summary>
/// <param name="Cells">One per column; in a form the last cell of a shorter row covers the rest.</param>
/// <param name="IsTotal">Whether it sums up the others.</param>
public sealed record DocRow(ImmutableArray<DocCell> Cells, bool IsTotal = false);

/// <summary>A cell.</summary>
/// <param name="Text">As a person reads it; what is not reported says so.</param>
/// <param name="Value">As typed value for spreadsheets: string, decimal, DateOnly, or null for what is not reported.</param>
/// <param name="Light">The colour it states, shown as shape and word.</param>
/// <param name="Initiative">The initiative it names, to be linked.</param>
/// <param name="Behind">The standings a number rests on; default where it rests on none.</param>
/// <param name="IsHeading">A label of the form within a row.</param>
public readonly record struct DocCell(
    string Text, object? Value = null, TrafficLight? Light = null, Standing? Initiative = null, ImmutableArray<Standing> Behind = default, bool IsHeading = false);
