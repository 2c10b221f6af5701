using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Samstyre.App.Portfolio;

namespace Samstyre.App.Features.Initiatives;

/// <summary>What a list of initiatives is asked for, as its address says: every part can be linked to and comes back the same.</summary>
/// <param name="Search">Words that the name, id or organisation must hold; empty for all.</param>
/// <param name="Chosen">Chosen values per facet, in the order of <see cref="FacetKind"/>; an empty one takes all.</param>
/// <param name="Sort">Column to sort by.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Page">From 1.</param>
internal sealed record InitiativeQuery(string Search, ImmutableArray<ImmutableArray<string>> Chosen, SortColumn Sort, bool Descending, int Page)
{
    public const int PageSize = 50;
    private const int LongestSearch = 200;

    /// <summary>The facets' names in addresses.</summary>
    public static readonly string[] FacetNames = ["virksomhet", "omrade", "segment", "status", "risiko", "fase"];

    private static readonly string[] SortNames = ["id", "navn", "virksomhet", "segment", "status", "risiko", "fase", "slutt", "budsjett", "totalkostnad"];
    private static readonly ImmutableArray<ImmutableArray<string>> NothingChosen = [[], [], [], [], [], []];

    /// <summary>Everything, by id.</summary>
    public static InitiativeQuery All { get; } = new("", NothingChosen, SortColumn.Id, false, 1);

    public bool IsFiltered => Search.Length > 0 || Chosen.Any(values => !values.IsEmpty);

    /// <summary>Reads an address. What it names that the round does not have is left out.</summary>
    public static InitiativeQuery Of(IQueryCollection query, RoundColumns columns)
    {
        if (query.Count == 0) return All;
        var chosen = NothingChosen;
        for (var kind = 0; kind < FacetNames.Length; kind++)
        {
            var values = query[FacetNames[kind]];
            if (values.Count == 0) continue;
            var facet = columns.Facets[kind];
            chosen = chosen.SetItem(kind, [.. Known(values, facet)]);
        }

        string sort = query["sorter"].ToString();
        var descending = sort.StartsWith('-');
        var column = Array.IndexOf(SortNames, descending ? sort[1..] : sort);
        var search = query["sok"].ToString().Trim();
        return new(
            search.Length > LongestSearch ? search[..LongestSearch] : search,
            chosen,
            column < 0 ? SortColumn.Id : (SortColumn)column,
            column >= 0 && descending,
            int.TryParse(query["side"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1);
    }

    /// <summary>As it stands in an address, with its question mark; empty for everything.</summary>
    public string ToAddress()
    {
        if (Search.Length == 0 && Sort == SortColumn.Id && !Descending && Page == 1 && !IsFiltered) return "";
        var address = new StringBuilder(80);
        if (Search.Length > 0) Append(address, "sok", Uri.EscapeDataString(Search));
        for (var kind = 0; kind < FacetNames.Length; kind++)
        {
            foreach (var value in Chosen[kind]) Append(address, FacetNames[kind], Uri.EscapeDataString(value));
        }

        if (Sort != SortColumn.Id || Descending) Append(address, "sorter", SortName);
        if (Page > 1) Append(address, "side", Page.ToString(CultureInfo.InvariantCulture));
        return address.ToString();
    }

    /// <summary>The column's name in addresses, with a minus when the largest stand first.</summary>
    public string SortName => (Descending ? "-" : "") + SortNames[(int)Sort];

    /// <summary>One facet's choice alone.</summary>
    public static InitiativeQuery Only(FacetKind kind, string value) => All with { Chosen = NothingChosen.SetItem((int)kind, [value]) };

    /// <summary>Without one choice, from the first page.</summary>
    public InitiativeQuery Without(FacetKind kind, string value) => this with { Chosen = Chosen.SetItem((int)kind, Chosen[(int)kind].Remove(value)), Page = 1 };

    private static void Append(StringBuilder address, string name, string value) =>
        address.Append(address.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);

    private static IEnumerable<string> Known(StringValues values, Facet facet) =>
        values.OfType<string>().Where(value => facet.Number(value) is not null).Distinct(StringComparer.Ordinal).OrderBy(value => facet.Number(value));
}
