using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives whose planned end has moved, or has passed while they run, the furthest first: against their first and their last earlier report.</summary>
public static class Slippage
{
    private static readonly LocalText Title = new("Flyttede sluttdatoer", "Flytta sluttdatoar", "Moved end dates");
    private static readonly LocalText Empty = new(
        "Ingen planlagt sluttdato er kjent flyttet eller passert.", "Ingen planlagd sluttdato er kjend flytta eller passert.", "No planned end is known to have moved or passed.");

    private static readonly LocalText Rule = new(
        "Måneder over null er forsinkelse, under null er tidligere enn planlagt. Det sammenlignes med den første og den siste av de tidligere rapportene som oppgir sluttdato.",
        "Månader over null er forseinking, under null er tidlegare enn planlagt. Det blir samanlikna med den første og den siste av dei tidlegare rapportane som oppgir sluttdato.",
        "Months above zero are slippage, below zero ahead of plan. Compared with the first and the last of the earlier reports that state an end.");

    /// <summary>A row per initiative that moved.</summary>
    public static Listing Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var moved = ScheduleVariance.Of(round)
            .Where(pair => pair.Variance is { First.Days: not 0 } or { Last.Days: not 0 })
            .OrderByDescending(pair => pair.Variance.First!.Days).ThenByDescending(pair => pair.Variance.Last!.Days).ThenBy(pair => Order.Of(pair.Standing));
        return new(
            "slippage", Title,
            SlippageWords.WhoAnd(
                new("first", new("Slutt i første rapport", "Slutt i første rapport", "End in first report")),
                new("last", new("Slutt i forrige rapport", "Slutt i førre rapport", "End in last report")),
                new("end", new("Slutt nå", "Slutt no", "End now")),
                new("overdue", new("Gått over tiden", "Gått over tida", "Overdue"), FigureUnit.Days),
                new("sinceFirst", new("Flyttet siden første rapport", "Flytta sidan første rapport", "Moved since first report"), FigureUnit.Months),
                new("sinceLast", new("Flyttet siden forrige rapport", "Flytta sidan førre rapport", "Moved since last report"), FigureUnit.Months)),
            MadeRows.Of(moved, pair => SlippageWords.Row(
                pair.Standing, snapshot.Definition,
                pair.Variance.First!.Planned, pair.Variance.Last!.Planned, pair.Variance.Planned, pair.Variance.DaysOverdue, pair.Variance.First.Months, pair.Variance.Last.Months)),
            Empty, SlippageWords.Join(Rule, SlippageWords.RuleOfToday));
    }
}
