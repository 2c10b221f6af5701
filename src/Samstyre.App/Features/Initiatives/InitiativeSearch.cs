using System.Buffers;
using Samstyre.App.Portfolio;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The answer to a query.</summary>
/// <param name="Found">How many initiatives meet all that is asked.</param>
/// <param name="Rows">The page's rows of the round, in order.</param>
/// <param name="Counts">Per facet and choice: how many would meet the rest of the query.</param>
internal sealed record InitiativeSearchResult(int Found, int[] Rows, int[][] Counts);

/// <summary>Filters, counts and sorts a round.</summary>
internal static class InitiativeSearch
{
    // Bit 6 of a row's failures; bits 0-5 are the facets'.
    private const byte SearchFailed = 64;

    /// <summary>One page of what is asked.</summary>
    public static InitiativeSearchResult Page(RoundColumns columns, InitiativeQuery query) => Find(columns, query, InitiativeQuery.PageSize);

    /// <summary>All rows of what is asked, in order.</summary>
    public static int[] AllRows(RoundColumns columns, InitiativeQuery query) => Find(columns, query with { Page = 1 }, int.MaxValue).Rows;

    private static InitiativeSearchResult Find(RoundColumns columns, InitiativeQuery query, int size)
    {
        var order = columns.Order(query.Sort, query.Descending);
        if (!query.IsFiltered)
        {
            var first = (int)Math.Min((long)(query.Page - 1) * size, columns.Rows);
            return new(columns.Rows, order[first..(int)Math.Min((long)first + size, columns.Rows)], [.. columns.Facets.Select(facet => facet.Totals)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(columns.Rows);
        try
        {
            var failures = rented.AsSpan(0, columns.Rows);
            failures.Clear();
            for (var kind = 0; kind < columns.Facets.Length; kind++) Mark(columns.Facets[kind], query, failures);
            if (query.Search.Length > 0) columns.Words.Mark(query.Search, failures, SearchFailed);
            var counts = Count(columns, failures, out var found);
            return new(found, Rows(order, failures, found, (long)(query.Page - 1) * size, size), counts);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void Mark(Facet facet, InitiativeQuery query, Span<byte> failures)
    {
        var chosen = query.Chosen[(int)facet.Kind];
        if (chosen.IsEmpty) return;
        Span<byte> fails = stackalloc byte[facet.Choices.Count <= 512 ? facet.Choices.Count : 0];
        if (fails.IsEmpty) fails = new byte[facet.Choices.Count];
        fails.Fill((byte)(1 << (int)facet.Kind));
        foreach (var value in chosen) fails[facet.Number(value)!.Value] = 0;
        var column = facet.Column;
        for (var row = 0; row < failures.Length; row++) failures[row] |= fails[column[row]];
    }

    // A row counts for a facet's choices when nothing but that facet turns it away.
    private static int[][] Count(RoundColumns columns, ReadOnlySpan<byte> failures, out int found)
    {
        var facets = columns.Facets;
        var counts = new int[facets.Length][];
        for (var kind = 0; kind < facets.Length; kind++)
        {
            var count = counts[kind] = new int[facets[kind].Choices.Count];
            var column = facets[kind].Column;
            var only = (byte)~(1 << kind);
            for (var row = 0; row < failures.Length; row++)
            {
                if ((failures[row] & only) == 0) count[column[row]]++;
            }
        }

        found = failures.Count((byte)0);
        return counts;
    }

    private static int[] Rows(int[] order, ReadOnlySpan<byte> failures, int found, long skip, int size)
    {
        var rows = new int[(int)Math.Clamp(found - skip, 0, size)];
        var taken = 0;
        foreach (var row in order)
        {
            if (taken == rows.Length) break;
            if (failures[row] != 0) continue;
            if (skip-- > 0) continue;
            rows[taken++] = row;
        }

        return rows;
    }
}
