using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A cost of the initiatives by its size.</summary>
internal static class CostIntervals
{
    // From the lower border, the upper one not included.
    private static readonly (string Key, decimal Below, LocalText Name)[] Intervals =
    [
        ("negative", 0m, new("Under 0", "Under 0", "Below 0")),
        ("under-10", 10m, new("Under 10", "Under 10", "Under 10")),
        ("10-50", 50m, new("10–50")),
        ("50-100", 100m, new("50–100")),
        ("100-300", 300m, new("100–300")),
        ("300-500", 500m, new("300–500")),
        ("over-500", decimal.MaxValue, new("500 og over", "500 og over", "500 and over")),
    ];

    /// <summary>A category per interval, those that state none last; "below 0" only where there is such an amount. Series: initiatives (charted), their share of all, and the sum of their amounts.</summary>
    public static Figure Of(string id, LocalText title, LocalText measure, RoundContent round, Func<ReportFacts, Money?> amount)
    {
        var standings = round.Snapshot.Standings;
        var byInterval = standings.Select(standing => (Standing: standing, Amount: amount(standing.Facts))).ToLookup(pair => KeyOf(pair.Amount));
        var rows = Intervals.Where(interval => interval.Key != "negative" || byInterval.Contains(interval.Key))
            .Select(interval => new FigureCategory(interval.Key, interval.Name)).Append(new("NotStated", FigureWords.NotStated, Tone.NotStated)).ToImmutableArray();
        return new(
            id, title, measure, FigureChart.Bars, rows,
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives),
                new("share", FigureWords.Share, FigureUnit.Share, Charted: false),
                new("sum", MoneyWords.Sum, FigureUnit.MillionNok, Charted: false),
            ],
            [
                .. rows.SelectMany(row => new[]
                {
                    FigureCells.Count(byInterval[row.Key].Select(pair => pair.Standing)),
                    FigureCells.Share(byInterval[row.Key].Select(pair => pair.Standing), standings.Length),
                    FigureCells.Sum(byInterval[row.Key], standing => amount(standing.Facts)),
                }),
            ],
            standings.Length,
            byInterval["NotStated"].Count(),
            MoneyWords.Join(
                new(
                    "Grensene er i millioner kroner, og et beløp på en grense hører til intervallet over den.",
                    "Grensene er i millionar kroner, og eit beløp på ei grense høyrer til intervallet over henne.",
                    "The borders are in NOK million, and an amount on a border belongs to the interval above it."),
                AmountRules.OfOdd(standings.Select(standing => amount(standing.Facts)))));
    }

    private static string KeyOf(Money? amount) =>
        amount is { } stated ? Intervals.FirstOrDefault(interval => stated.Mnok < interval.Below, Intervals[^1]).Key : "NotStated";
}
