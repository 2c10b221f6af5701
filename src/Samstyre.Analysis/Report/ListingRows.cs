using System.Collections;
using System.Runtime.CompilerServices;

namespace Samstyre.Analysis;

/// <summary>The rows of a list in order. A row is made each time it is asked for: a list of a large portfolio has tens of thousands, of which a page shows a hundred.</summary>
[CollectionBuilder(typeof(ListingRows), nameof(Create))]
public sealed class ListingRows : IReadOnlyList<ListingRow>
{
    private readonly Func<int, ListingRow> rowAt;

    private ListingRows(int length, Func<int, ListingRow> rowAt)
    {
        Length = length;
        this.rowAt = rowAt;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <inheritdoc/>
    int IReadOnlyCollection<ListingRow>.Count => Length;

    /// <inheritdoc/>
    public ListingRow this[int index] => rowAt(index);

    /// <summary>A row per entry, in their order.</summary>
    /// <param name="entries">What is kept of each row: as little as it can be made of, never a whole report.</param>
    /// <param name="row">Makes a row; always the same of the same entry.</param>
    public static ListingRows Of<T>(IEnumerable<T> entries, Func<T, ListingRow> row)
    {
        T[] kept = [.. entries];
        return new(kept.Length, place => row(kept[place]));
    }

    /// <summary>Rows that are made already.</summary>
    public static ListingRows Create(ReadOnlySpan<ListingRow> rows)
    {
        var kept = rows.ToArray();
        return new(kept.Length, place => kept[place]);
    }

    /// <inheritdoc/>
    public IEnumerator<ListingRow> GetEnumerator()
    {
        for (var place = 0; place < Length; place++) yield return rowAt(place);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
