using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What a number of a figure counts or measures.</summary>
public enum FigureUnit
{
    /// <summary>Initiatives.</summary>
    Initiatives,

    /// <summary>Other things: dependencies, prerequisites, fields.</summary>
    Count,

    /// <summary>Million NOK.</summary>
    MillionNok,

    /// <summary>A share, 0-1.</summary>
    Share,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Days.</summary>
    Days,
}

/// <summary>How a figure is drawn. Its table is always there.</summary>
public enum FigureChart
{
    /// <summary>As a table alone.</summary>
    None,

    /// <summary>One bar per category and charted series, beside each other.</summary>
    Bars,

    /// <summary>One bar per category, its charted series after each other.</summary>
    StackedBars,

    /// <summary>One line per charted series; the categories are rounds or years in order.</summary>
    Lines,

    /// <summary>From each category to each charted series, as wide as there are many.</summary>
    Flow,
}

/// <summary>What a category or series means, for its colour and shape; never shown without its words.</summary>
public enum Tone
{
    /// <summary>No meaning of its own.</summary>
    Neutral,

    /// <summary>Green status or risk.</summary>
    Green,

    /// <summary>Yellow status or risk.</summary>
    Yellow,

    /// <summary>Red status or risk.</summary>
    Red,

    /// <summary>Not reported.</summary>
    NotStated,

    /// <summary>High on a scale of three.</summary>
    High,

    /// <summary>In the middle of a scale of three.</summary>
    Medium,

    /// <summary>Low on a scale of three.</summary>
    Low,
}

/// <summary>A row of a figure.</summary>
/// <param name="Key">Stable name within the figure, language-free: <c>helse-vest</c>, <c>Yellow</c>, <c>2020-03</c>.</param>
/// <param name="Name">Its words.</param>
/// <param name="Tone">What it means.</param>
public sealed record FigureCategory(string Key, LocalText Name, Tone Tone = Tone.Neutral);

/// <summary>A column of a figure.</summary>
/// <param name="Key">Stable name within the figure: <c>initiatives</c>, <c>budget</c>.</param>
/// <param name="Name">Its words, without unit.</param>
/// <param name="Unit">Unit of its numbers.</param>
/// <param name="Tone">What it means.</param>
/// <param name="Charted">Whether the chart shows it; charted series of a figure have one unit.</param>
public sealed record FigureSeries(string Key, LocalText Name, FigureUnit Unit, Tone Tone = Tone.Neutral, bool Charted = true);

/// <summary>A number of a figure with what it rests on.</summary>
/// <param name="Value">In its series' unit; null is not reported or can't be said, never zero.</param>
/// <param name="Behind">The standings whose reports it rests on, in the snapshot's order, each once.</param>
/// <param name="Rows">What it adds up; null where each standing behind it counts as one, and where it is a share.</param>
public sealed record FigureCell(decimal? Value, ImmutableArray<Standing> Behind, CellRows? Rows = null);

/// <summary>The rows that a number adds up: amounts, dependencies, missing values.</summary>
/// <param name="Columns">What stands beside the initiative.</param>
/// <param name="Rows">In the snapshot's order, made when somebody asks for them.</param>
/// <param name="Adds">The column, from 0, whose numbers add up to the value; null where each row counts as one.</param>
public sealed record CellRows(ImmutableArray<ListingColumn> Columns, MadeRows<ListingRow> Rows, int? Adds = null);

/// <summary>A figure or table of the portfolio report as data.</summary>
/// <param name="Id">Stable name in addresses and files: <c>status</c>, <c>budget-by-area</c>.</param>
/// <param name="Title">Says what one sees, without the round.</param>
/// <param name="CategoryTitle">What the categories are: "Strategy area".</param>
/// <param name="Chart">How it is drawn.</param>
/// <param name="Categories">The rows in order.</param>
/// <param name="Series">The columns in order.</param>
/// <param name="Cells">Row by row; as many as categories times series.</param>
/// <param name="Population">How many initiatives (or dependencies ...) the figure is about.</param>
/// <param name="NotReported">How many of these did not report the value shown.</param>
/// <param name="Rule">How it is counted, where that isn't plain from the title; null where it is.</param>
public sealed record Figure(
    string Id,
    LocalText Title,
    LocalText CategoryTitle,
    FigureChart Chart,
    ImmutableArray<FigureCategory> Categories,
    ImmutableArray<FigureSeries> Series,
    ImmutableArray<FigureCell> Cells,
    int Population,
    int NotReported,
    LocalText? Rule = null)
{
    /// <summary>Whether initiatives state what it shows; false where it is counted or found in what they state about other things, or kept by the office: nobody can have left that out.</summary>
    public bool IsStated { get; init; } = true;

    /// <summary>Unit of what the chart shows, or else of the first series.</summary>
    public FigureUnit Unit => (Series.FirstOrDefault(series => series.Charted) ?? Series[0]).Unit;

    /// <summary>The cell at a row and column, both from 0.</summary>
    public FigureCell Cell(int row, int column) => Cells[(row * Series.Length) + column];

    /// <summary>The cell of a category and series by key; null where the figure has none.</summary>
    public FigureCell? Cell(string category, string series)
    {
        var (row, column) = (RowOf(category), ColumnOf(series));
        return row < 0 || column < 0 ? null : Cell(row, column);
    }

    /// <summary>The row of a category; -1 where there is none.</summary>
    public int RowOf(string category) => Categories.TakeWhile(one => one.Key != category).Count() is var row && row < Categories.Length ? row : -1;

    /// <summary>The column of a series; -1 where there is none.</summary>
    public int ColumnOf(string series) => Series.TakeWhile(one => one.Key != series).Count() is var column && column < Series.Length ? column : -1;
}

/// <summary>A list of initiatives as data: the red ones, what moved, the annex.</summary>
/// <param name="Id">Stable name in addresses and files.</param>
/// <param name="Title">Says what one sees, without the round.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">In order.</param>
/// <param name="Empty">What an empty list means: "No initiative is red."</param>
/// <param name="Rule">How it is chosen or computed, where that isn't plain from the title.</param>
public sealed record Listing(
    string Id, LocalText Title, ImmutableArray<ListingColumn> Columns, MadeRows<ListingRow> Rows, LocalText Empty, LocalText? Rule = null);

/// <summary>A column of a list.</summary>
/// <param name="Key">Stable name within the list.</param>
/// <param name="Name">Its heading, without unit.</param>
/// <param name="Unit">Unit of its numbers; null for words, dates and colours.</param>
/// <param name="Absent">What a cell without a value means; null where it means that the value is not stated.</param>
public sealed record ListingColumn(string Key, LocalText Name, FigureUnit? Unit = null, LocalText? Absent = null);

/// <summary>A row of a list.</summary>
/// <param name="Standing">The initiative it is about, to be linked; null where it is about none.</param>
/// <param name="Cells">One per column: text, <see cref="LocalText"/>, <see cref="int"/>, <see cref="decimal"/>, <see cref="Money"/>, <see cref="PartialDate"/>, <see cref="DateOnly"/> or <see cref="TrafficLight"/>; null is not reported.</param>
public sealed record ListingRow(Standing? Standing, ImmutableArray<object?> Cells);
