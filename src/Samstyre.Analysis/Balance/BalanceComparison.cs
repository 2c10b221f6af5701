using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A part of the portfolio at two moments.</summary>
/// <param name="Was">At the first.</param>
/// <param name="Is">At the second.</param>
public sealed record BalanceChange(BalanceCell Was, BalanceCell Is)
{
    /// <summary>How many more initiatives; below zero for fewer.</summary>
    public int Initiatives => Is.Initiatives - Was.Initiatives;

    /// <summary>How many million NOK more; null where one of the two can't be said.</summary>
    public decimal? Mnok => Is.Mnok - Was.Mnok;
}

/// <summary>An initiative that came, left or changed segment between two moments.</summary>
/// <param name="Initiative">Which.</param>
/// <param name="Name">What its last report by then calls it.</param>
/// <param name="Was">Code of its segment at the first moment; null where it had none or was not in.</param>
/// <param name="Became">Code of its segment at the second; null where it has none or is not in.</param>
public sealed record BalanceMove(Initiative Initiative, string Name, string? Was, string? Became);

/// <summary>The portfolio at two moments by the same two axes.</summary>
/// <param name="Rows">Values of the first axis at either moment, those that state nothing last.</param>
/// <param name="Columns">Values of the second axis.</param>
/// <param name="Cells">Row by row; as many as rows times columns.</param>
/// <param name="RowTotals">One per row.</param>
/// <param name="ColumnTotals">One per column.</param>
/// <param name="Total">The whole.</param>
/// <param name="Came">In the portfolio at the second moment alone.</param>
/// <param name="Left">In the portfolio at the first moment alone.</param>
/// <param name="Moved">In another segment.</param>
public sealed record BalanceComparison(
    ImmutableArray<FigureCategory> Rows, ImmutableArray<FigureCategory> Columns, ImmutableArray<BalanceChange> Cells,
    ImmutableArray<BalanceChange> RowTotals, ImmutableArray<BalanceChange> ColumnTotals, BalanceChange Total,
    ImmutableArray<BalanceMove> Came, ImmutableArray<BalanceMove> Left, ImmutableArray<BalanceMove> Moved)
{
    /// <summary>The change at a row and a column, both from 0.</summary>
    public BalanceChange Cell(int row, int column) => Cells[(row * Columns.Length) + column];

    /// <summary>What differs between two moments.</summary>
    /// <param name="first">The earlier one, though any order can be compared.</param>
    /// <param name="second">The later one.</param>
    /// <param name="rows">What the rows are.</param>
    /// <param name="columns">What the columns are.</param>
    public static BalanceComparison Of(PortfolioMoment first, PortfolioMoment second, BalanceAxis rows, BalanceAxis columns)
    {
        var was = BalanceTable.Of(first.Snapshot, first.Day, rows, columns);
        var now = BalanceTable.Of(second.Snapshot, second.Day, rows, columns);
        var (down, across) = (Union(was.Rows, now.Rows), Union(was.Columns, now.Columns));
        var (before, after) = (Members(first), Members(second));
        return new(
            down, across,
            [.. from row in down from column in across select new BalanceChange(was.Cell(row.Key, column.Key), now.Cell(row.Key, column.Key))],
            [.. down.Select(row => new BalanceChange(Part(was.Rows, row), Part(now.Rows, row)))],
            [.. across.Select(column => new BalanceChange(Part(was.Columns, column), Part(now.Columns, column)))],
            new(was.Total, now.Total),
            [.. InOrder(after.Values.Where(one => !before.ContainsKey(one.Initiative.Id)).Select(one => new BalanceMove(one.Initiative, one.Name, null, one.Segment)))],
            [.. InOrder(before.Values.Where(one => !after.ContainsKey(one.Initiative.Id)).Select(one => new BalanceMove(one.Initiative, one.Name, one.Segment, null)))],
            [.. InOrder(after.Values.Where(one => before.TryGetValue(one.Initiative.Id, out var then) && then.Segment != one.Segment).Select(one => new BalanceMove(one.Initiative, one.Name, before[one.Initiative.Id].Segment, one.Segment)))]);
    }

    private static Dictionary<Guid, Member> Members(PortfolioMoment moment) =>
        moment.Snapshot.Standings.Select(standing => new Member(standing.Initiative, standing.Facts.Name, standing.Initiative.SegmentOn(moment.Day)))
            .Concat(moment.NotYetReported.Select(initiative => new Member(initiative, initiative.Name, initiative.SegmentOn(moment.Day))))
            .ToDictionary(member => member.Initiative.Id);

    private static IEnumerable<BalanceMove> InOrder(IEnumerable<BalanceMove> moves) =>
        moves.OrderBy(move => move.Initiative.NationalId ?? int.MaxValue).ThenBy(move => move.Name, StringComparer.Ordinal).ThenBy(move => move.Initiative.Id);

    // In the second one's order; what only the first knows follows, and those that state nothing stand last.
    private static ImmutableArray<FigureCategory> Union(ImmutableArray<BalancePart> was, ImmutableArray<BalancePart> now) =>
        [.. now.Concat(was).Select(part => part.Value).DistinctBy(value => value.Key).OrderBy(value => value.Tone == Tone.NotStated)];

    private static BalanceCell Part(ImmutableArray<BalancePart> parts, FigureCategory value) => parts.FirstOrDefault(part => part.Value.Key == value.Key)?.Cell ?? BalanceCell.Empty;

    private sealed record Member(Initiative Initiative, string Name, string? Segment);
}
