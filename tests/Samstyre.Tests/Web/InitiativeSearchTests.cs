using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>Filtering, counting and sorting against the same asked of the initiatives one by one.</summary>
public sealed class InitiativeSearchTests
{
    private static readonly PortfolioIndex Portfolio = new(MemoryPortfolio.Generated(3, 300, 3).History);
    private static readonly RoundColumns Columns = Portfolio.Latest!.Columns;

    [Theory]
    [InlineData("")]
    [InlineData("?status=gul")]
    [InlineData("?status=gul&status=rod&risiko=rod")]
    [InlineData("?sok=journal")]
    [InlineData("?sok=helse%20journal&fase=gjennomforing&sorter=-budsjett")]
    [InlineData("?omrade=1&segment=co-govern&sorter=navn&side=2")]
    [InlineData("?sok=finnes%20ikke")]
    public void Page_AnyQuery_IsWhatAskingOneByOneGives(string address)
    {
        var query = Parsed(address);
        var expected = Enumerable.Range(0, Columns.Rows).Where(row => Meets(row, query, null)).ToList();
        var result = InitiativeSearch.Page(Columns, query);
        result.Found.ShouldBe(expected.Count);
        InitiativeSearch.AllRows(Columns, query).ShouldBe(expected, ignoreOrder: true);
        foreach (var facet in Columns.Facets)
        {
            for (var choice = 0; choice < facet.Choices.Count; choice++)
                result.Counts[(int)facet.Kind][choice].ShouldBe(Enumerable.Range(0, Columns.Rows).Count(row => facet.Column[row] == choice && Meets(row, query, facet.Kind)));
        }
    }

    [Fact]
    public void Order_EveryColumnBothWays_HoldsEachRowOnceAndUnstatedLast()
    {
        foreach (var column in Enum.GetValues<SortColumn>())
        {
            foreach (var descending in (bool[])[false, true])
                Columns.Order(column, descending).Order().ShouldBe(Enumerable.Range(0, Columns.Rows));
        }

        var budgets = Columns.Order(SortColumn.Budget, true).Select(row => Columns.Snapshot.Standings[row].Facts.Budget).ToList();
        var stated = budgets.TakeWhile(budget => budget is not null).Select(budget => budget!.Value.Mnok).ToList();
        stated.ShouldBe(stated.OrderDescending());
        budgets.Skip(stated.Count).ShouldAllBe(budget => budget == null);
    }

    [Fact]
    public void AllRows_Pages_JoinToTheWhole()
    {
        var query = Parsed("?sorter=slutt&status=gul&status=gronn");
        var pages = Enumerable.Range(1, 8).SelectMany(page => InitiativeSearch.Page(Columns, query with { Page = page }).Rows);
        pages.ShouldBe(InitiativeSearch.AllRows(Columns, query));
    }

    [Theory]
    [InlineData("?sok=a%20b&virksomhet=ks&status=rod&sorter=-budsjett&side=3")]
    [InlineData("")]
    public void ToAddress_ParsedAddress_IsTheSame(string address) => Parsed(address).ToAddress().ShouldBe(address);

    [Fact]
    public void Of_UnknownValues_AreLeftOut() => Parsed("?status=lilla&sorter=farge&side=-4&annet=x").ToAddress().ShouldBe("");

    [Fact]
    public void SortWords_NorwegianLetters_FollowZ() =>
        "Åse zebra Ære ape Øre".Split(' ').OrderBy(SortWords.Of, StringComparer.Ordinal).ShouldBe(["ape", "zebra", "Ære", "Øre", "Åse"]);

    private static bool Meets(int row, InitiativeQuery query, FacetKind? except)
    {
        var standing = Columns.Snapshot.Standings[row];
        var words = $"{standing.Facts.Name} {standing.Initiative.NationalId} {Columns.Snapshot.Definition.OrganisationByCode(standing.Facts.Organisation)?.Name}".ToLowerInvariant();
        return query.Search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => words.Contains(word, StringComparison.Ordinal))
            && Columns.Facets.All(facet => facet.Kind == except || query.Chosen[(int)facet.Kind].IsEmpty || query.Chosen[(int)facet.Kind].Contains(facet.Choices[facet.Column[row]].Value));
    }

    private static InitiativeQuery Parsed(string address) => InitiativeQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(address)), Columns);
}
