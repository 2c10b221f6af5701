using System.Collections;
using System.Runtime.CompilerServices;

namespace Samstyre.Analysis;

/// <summary>Rows in order, each made when it is asked for: a list of a large portfolio has tens of thousands, of which a page shows a hundred and a file writes one after the other.</summary>
/// <typeparam name="TRow">A row.</typeparam>
[CollectionBuilder(typeof(MadeRows), nameof(MadeRows.Create))]
public sealed class MadeRows<TRow> : IReadOnlyList<TRow>
{
    private readonly Func<int, TRow> rowAt;

    internal MadeRows(int length, Func<int, TRow> rowAt)
    {
        Length = length;
        this.rowAt = rowAt;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <inheritdoc/>
    int IReadOnlyCollection<TRow>.Count => Length;

    /// <inheritdoc/>
    public TRow this[int index] => rowAt(index);

    /// <summary>A row of another kind for each of the first of these.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="other">Makes a row; always the same of the same row.</param>
    public MadeRows<TOther> Each<TOther>(int most, Func<TRow, TOther> other) => new(Math.Min(most, Length), place => other(rowAt(place)));

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator()
    {
        for (var place = 0; place < Length; place++) yield return rowAt(place);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes rows.</summary>
public static class MadeRows
{
    /// <summary>A row per entry, in their order.</summary>
    /// <param name="entries">What is kept of each row: as little as it can be made of, never a whole report.</param>
    /// <param name="row">Makes a row; always the same of the same entry.</param>
    public static MadeRows<TRow> Of<TEntry, TRow>(IEnumerable<TEntry> entries, Func<TEntry, TRow> row)
    {
        TEntry[] kept = [.. entries];
        return new(kept.Length, place => row(kept[place]));
    }

    /// <summary>Rows that are made already.</summary>
    public static MadeRows<TRow> Create<TRow>(ReadOnlySpan<TRow> rows)
    {
        var kept = rows.ToArray();
        return new(kept.Length, place => kept[place]);
    }
}
