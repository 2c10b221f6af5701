using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How large the portfolio was at every round up to this one: initiatives, how many reported, and the budget of the round's year in million NOK. Who states no budget is counted apart, never as zero.</summary>
public static class SizeOverRounds
{
    /// <summary>One category per round, earliest first.</summary>
    public static Figure Of(RoundContent round)
    {
        ImmutableArray<PortfolioSnapshot> rounds = [.. round.Earlier, round.Snapshot];
        return new(
            "size",
            new("Porteføljens størrelse over tid", "Storleiken på porteføljen over tid", "Size of the portfolio over time"),
            FigureWords.Round,
            FigureChart.Bars,
            [.. rounds.Select(snapshot => new FigureCategory(snapshot.Round.Code, FigureWords.NameOf(snapshot.Round)))],
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives),
                new("organisations", new("Virksomheter", "Verksemder", "Organisations"), FigureUnit.Count, Charted: false),
                new("reported", new("Har meldt inn", "Har meldt inn", "Reported"), FigureUnit.Initiatives, Charted: false),
                new("carried", new("Videreført fra før", "Vidareført frå før", "Carried over"), FigureUnit.Initiatives, Charted: false),
                new("budget", FigureWords.Budget, FigureUnit.MillionNok, Charted: false),
                new("no-budget", FigureWords.NoBudget, FigureUnit.Initiatives, Charted: false),
            ],
            [.. rounds.SelectMany(Row)],
            round.Snapshot.Standings.Length,
            round.Snapshot.Standings.Count(standing => standing.Facts.Budget is null),
            MoneyWords.Join(
                MoneyWords.Count(
                    round.Snapshot.Standings.Count(standing => standing.Facts.Budget is null),
                    "{0} tiltak har ikke oppgitt budsjett i denne innmeldingen.", "{0} tiltak har ikkje oppgitt budsjett i denne innmeldinga.",
                    "{0} initiative states no budget in this round.", "{0} initiatives state no budget in this round."),
                new(
                    "Budsjettet gjelder året innmeldingen ble samlet inn.",
                    "Budsjettet gjeld året innmeldinga vart samla inn.",
                    "The budget is that of the year in which the round was collected."))) { IsStated = false };
    }

    private static IEnumerable<FigureCell> Row(PortfolioSnapshot snapshot)
    {
        var organisations = new Dictionary<string, int>(StringComparer.Ordinal);
        var budgets = new AmountCell(snapshot.Standings.Length, FigureWords.BudgetOf);
        foreach (var standing in snapshot.Standings)
        {
            budgets.Add(standing, standing.Facts.Budget);
            if (standing.Facts.Organisation is { } organisation) CollectionsMarshal.GetValueRefOrAddDefault(organisations, organisation, out _)++;
        }

        yield return FigureCells.Count(snapshot.Standings);
        yield return new(organisations.Count, FigureCells.Those(snapshot.Standings, standing => standing.Facts.Organisation is not null), Organisations(organisations, snapshot.Definition));
        yield return FigureCells.Count(FigureCells.Those(snapshot.Standings, standing => !standing.CarriedOver));
        yield return FigureCells.Count(FigureCells.Those(snapshot.Standings, standing => standing.CarriedOver));
        yield return budgets.Sum;
        yield return budgets.Missing;
    }

    private static CellRows? Organisations(Dictionary<string, int> organisations, PortfolioDefinition definition) => organisations.Count == 0 ? null : new(
        [new("organisation", FigureWords.Organisation), new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives)],
        MadeRows.Of(organisations.OrderBy(one => one.Key, StringComparer.Ordinal), one => new ListingRow(null, [definition.OrganisationByCode(one.Key)?.Name ?? one.Key, one.Value])));
}
