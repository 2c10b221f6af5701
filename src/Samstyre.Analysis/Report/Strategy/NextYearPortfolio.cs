using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What becomes of the portfolio in the year after the round's: initiatives that end in the round's budget year or should have ended, that go on, that state no end, and candidates; with their budgets of both years (million NOK). Candidates have not reported, so nothing is known of their budgets.</summary>
public static class NextYearPortfolio
{
    private static readonly LocalText Part = new("Del av porteføljen", "Del av porteføljen", "Part of the portfolio");
    private static readonly LocalText GoesOn = new("Fortsetter", "Held fram", "Go on");
    private static readonly LocalText NoEnd = new("Slutt ikke oppgitt", "Slutt ikkje oppgitt", "End not stated");
    private static readonly LocalText Candidates = new("Kandidater", "Kandidatar", "Candidates");

    /// <summary>Four categories that add up to the initiatives and the candidates together; three where the reader is told nothing of candidates. Not reported are the initiatives that state no end.</summary>
    public static Figure Of(RoundContent round)
    {
        var year = round.Snapshot.Round.BudgetYear;
        var entries = YearAhead.Of(round);
        var byEnd = entries.ToLookup(entry => entry.Ends);
        var candidates = round.Candidates.Length + round.UnnamedCandidates;
        return new(
            "next-year", new($"Porteføljen i {year + 1}", $"Porteføljen i {year + 1}", $"The portfolio in {year + 1}"), Part, FigureChart.Bars,
            [
                new("ending", new($"Slutter i {year} eller før", $"Sluttar i {year} eller før", $"End in {year} or before")),
                new("continuing", GoesOn), new("NotStated", NoEnd, Tone.NotStated),
                .. candidates is null ? [] : (FigureCategory[])[new("candidates", Candidates)],
            ],
            YearAhead.Series(year),
            [
                .. YearAhead.Row([.. byEnd[true]]), .. YearAhead.Row([.. byEnd[false]]), .. YearAhead.Row([.. byEnd[null]]),
                .. candidates is { } many ? (FigureCell[])[new(many, []), new(null, []), new(null, []), new(many, []), new(many, []), new(many == 0 ? null : 1m, [])] : [],
            ],
            entries.Count + (candidates ?? 0),
            byEnd[null].Count(),
            YearAhead.Rule(year, entries));
    }
}
