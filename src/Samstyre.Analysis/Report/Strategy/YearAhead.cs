using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The standings of a round with their budgets of the round's year and of the year after, both out of the whole report.</summary>
internal sealed record YearAhead(Standing Standing, Money? Budget, Money? NextBudget)
{
    /// <summary>Whether it is planned to end by the end of the round's budget year, or should have ended; null where it states no end.</summary>
    public bool? Ends { get; private init; }

    private static readonly PerRound<List<YearAhead>> Made = new(Make);

    /// <summary>In the snapshot's order.</summary>
    public static IReadOnlyList<YearAhead> Of(RoundContent round) => Made.Of(round);

    private static List<YearAhead> Make(RoundContent round)
    {
        var year = round.Snapshot.Round.BudgetYear;
        return
        [
            .. round.Entries.Select(entry => new YearAhead(entry.Standing, Domain.Budget.In(entry.Report, year), Domain.Budget.In(entry.Report, year + 1))
            {
                Ends = entry.Standing.Facts.EndDate is { } end ? end.LastDay.Year <= year : null,
            }),
        ];
    }

    /// <summary>The series of a figure over both years; only the budgets are charted.</summary>
    public static ImmutableArray<FigureSeries> Series(int year) =>
    [
        new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives, Charted: false),
        new("budget", MoneyWords.InYear(FigureWords.Budget, year), FigureUnit.MillionNok),
        new("budget-next", MoneyWords.InYear(FigureWords.Budget, year + 1), FigureUnit.MillionNok),
        new("no-budget", Without(year), FigureUnit.Initiatives, Tone.NotStated, Charted: false),
        new("no-budget-next", Without(year + 1), FigureUnit.Initiatives, Tone.NotStated, Charted: false),
        new("no-budget-next-share", ShareWithout(year + 1), FigureUnit.Share, Tone.NotStated, Charted: false),
    ];

    /// <summary>A row of that figure.</summary>
    public static FigureCell[] Row(IReadOnlyList<YearAhead> entries)
    {
        AmountCell budgets = new(entries.Count), next = new(entries.Count);
        foreach (var entry in entries)
        {
            budgets.Add(entry.Standing, entry.Budget);
            next.Add(entry.Standing, entry.NextBudget);
        }

        var missing = next.Missing;
        return
        [
            FigureCells.Count(entries.Select(entry => entry.Standing)), budgets.Sum, next.Sum,
            budgets.Missing, missing, FigureCells.Share(missing.Behind, entries.Count),
        ];
    }

    /// <summary>The figure of planned budgets over both years: one row per part, all parts together the portfolio. Not reported are those that state no budget for the year after.</summary>
    public static Figure Budgets(string id, LocalText title, LocalText categoryTitle, RoundContent round, IEnumerable<(FigureCategory Category, IEnumerable<YearAhead> Entries)> parts)
    {
        var year = round.Snapshot.Round.BudgetYear;
        var entries = Of(round);
        var rows = parts.ToList();
        return new(
            id, title, categoryTitle, FigureChart.Bars,
            [.. rows.Select(row => row.Category)],
            Series(year),
            [.. rows.SelectMany(row => Row([.. row.Entries]))],
            entries.Count,
            entries.Count(entry => entry.NextBudget is null),
            Rule(year, entries));
    }

    /// <summary>What the reader must know of the budgets of both years.</summary>
    public static LocalText Rule(int year, IReadOnlyList<YearAhead> entries) => MoneyWords.Join(
        new(
            $"Begge års budsjett er fra det siste skjemaet som gjelder. Et skjema som bare oppgir {year + 1} sammen med senere år, oppgir ikke budsjett for {year + 1}.",
            $"Budsjetta for begge åra er frå det siste skjemaet som gjeld. Eit skjema som berre oppgir {year + 1} saman med seinare år, oppgir ikkje budsjett for {year + 1}.",
            $"The budgets of both years are from the last form that counts. A form that states {year + 1} only together with later years states no budget for {year + 1}."),
        AmountRules.OfOdd(entries.Select(entry => AmountRules.Oddest(entry.Budget, entry.NextBudget))));

    private static LocalText Without(int year) => new($"Uten budsjett {year}", $"Utan budsjett {year}", $"Without a budget for {year}");

    private static LocalText ShareWithout(int year) => new($"Andel uten budsjett {year}", $"Del utan budsjett {year}", $"Share without a budget for {year}");
}
