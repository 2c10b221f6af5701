using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>The columns that a list of initiatives can be sorted by.</summary>
internal enum SortColumn
{
    Id,
    Name,
    Organisation,
    Segment,
    Status,
    Risk,
    Phase,
    EndDate,
    Budget,
    TotalCost,
}

/// <summary>A round as columns, for lists that filter, count and sort ten thousand initiatives in some ten microseconds.</summary>
internal sealed class RoundColumns
{
    private readonly RoundIndex round;
    private readonly int[]?[] orders = new int[Enum.GetValues<SortColumn>().Length * 2][];

    public RoundColumns(RoundIndex round)
    {
        this.round = round;
        Facets = Facet.Of(round.Snapshot);
        Words = new SearchText(round.Snapshot);
        (StatusPaths, RiskPaths) = LightPaths.Of(round);
    }

    public PortfolioSnapshot Snapshot => round.Snapshot;

    public int Rows => round.Snapshot.Standings.Length;

    /// <summary>In the order of <see cref="FacetKind"/>.</summary>
    public Facet[] Facets { get; }

    public SearchText Words { get; }

    /// <summary>Each initiative's status over the last rounds; see <see cref="LightPaths"/>.</summary>
    public ushort[] StatusPaths { get; }

    /// <summary>Each initiative's risk over the last rounds.</summary>
    public ushort[] RiskPaths { get; }

    /// <summary>The rows in the order of a column; made at first use. What is not stated stands last in both directions, and equals keep the order of their ids.</summary>
    public int[] Order(SortColumn column, bool descending)
    {
        ref var order = ref orders[((int)column * 2) + (descending ? 1 : 0)];
        return Volatile.Read(ref order) ?? (order = Sorted(column, descending));
    }

    private int[] Sorted(SortColumn column, bool descending)
    {
        var standings = round.Snapshot.Standings;
        return column switch
        {
            SortColumn.Id => By(row => standings[row].Initiative.NationalId, descending),
            SortColumn.Name => ByWords(row => standings[row].Facts.Name, descending),
            SortColumn.Organisation => ByChoice(FacetKind.Organisation, descending),
            SortColumn.Segment => ByChoice(FacetKind.Segment, descending),
            SortColumn.Status => ByChoice(FacetKind.Status, descending),
            SortColumn.Risk => ByChoice(FacetKind.Risk, descending),
            SortColumn.Phase => ByChoice(FacetKind.Phase, descending),
            SortColumn.EndDate => By(row => standings[row].Facts.EndDate, descending),
            SortColumn.Budget => By(row => standings[row].Facts.Budget, descending),
            _ => By(row => standings[row].Facts.TotalCost, descending),
        };
    }

    private int[] ByChoice(FacetKind kind, bool descending)
    {
        var facet = Facets[(int)kind];
        return By<ushort>(row => facet.Column[row] == facet.Choices.Count - 1 ? null : facet.Column[row], descending);
    }

    private int[] By<T>(Func<int, T?> value, bool descending) where T : struct
    {
        var stated = Enumerable.Range(0, Rows).Where(row => value(row) is not null);
        var sorted = descending ? stated.OrderByDescending(row => value(row)!.Value) : stated.OrderBy(row => value(row)!.Value);
        return [.. sorted, .. Enumerable.Range(0, Rows).Where(row => value(row) is null)];
    }

    private int[] ByWords(Func<int, string> words, bool descending)
    {
        var keys = Enumerable.Range(0, Rows).Select(row => SortWords.Of(words(row))).ToArray();
        var rows = Enumerable.Range(0, Rows);
        return [.. descending ? rows.OrderByDescending(row => keys[row], StringComparer.Ordinal) : rows.OrderBy(row => keys[row], StringComparer.Ordinal)];
    }
}

/// <summary>What a round's list is searched in: the names, ids and organisations of all initiatives as one lower-case text, so that a search is one sweep over memory.</summary>
internal sealed class SearchText
{
    private readonly string text;
    private readonly int[] starts;

    public SearchText(PortfolioSnapshot snapshot)
    {
        var all = new System.Text.StringBuilder();
        starts = new int[snapshot.Standings.Length + 1];
        for (var row = 0; row < snapshot.Standings.Length; row++)
        {
            starts[row] = all.Length;
            var standing = snapshot.Standings[row];
            all.Append(standing.Facts.Name).Append(' ').Append(standing.Initiative.NationalId?.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(snapshot.Definition.OrganisationByCode(standing.Facts.Organisation)?.Name).Append('\n');
        }

        starts[^1] = all.Length;
        text = all.ToString().ToLowerInvariant();
    }

    /// <summary>Marks the rows that lack a word of a search with a bit.</summary>
    public void Mark(string search, Span<byte> failures, byte bit)
    {
        foreach (var word in search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = 0;
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = starts[next] < text.Length ? text.IndexOf(word, starts[next], StringComparison.Ordinal) : -1)
            {
                var row = Array.BinarySearch(starts, next, starts.Length - next, at);
                if (row < 0) row = ~row - 1;
                for (var missed = next; missed < row; missed++) failures[missed] |= bit;
                next = row + 1;
            }

            for (var missed = next; missed < failures.Length; missed++) failures[missed] |= bit;
        }
    }
}
