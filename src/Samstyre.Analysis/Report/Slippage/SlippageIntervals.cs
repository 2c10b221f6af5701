using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by how far their planned end has moved since their first and since their last earlier report.</summary>
public static class SlippageIntervals
{
    private static readonly LocalText Title = new("Hvor langt sluttdatoene er flyttet", "Kor langt sluttdatoane er flytta", "How far end dates have moved");
    private static readonly LocalText Moved = new("Flyttet", "Flytta", "Moved");

    private static readonly LocalText Rule = new(
        "Til og med den øvre grensen. I rute er en sluttdato som er flyttet mindre enn 0,05 måneder. Det kan ikke sies når sluttdato mangler, eller når ingen tidligere rapport oppgir den og den ikke er passert.",
        "Til og med den øvre grensa. I rute er ein sluttdato som er flytta mindre enn 0,05 månader. Det kan ikkje seiast når sluttdato manglar, eller når ingen tidlegare rapport oppgir han og han ikkje er passert.",
        "Up to and with the upper limit. On time is an end that moved less than 0.05 months. It can't be said where the end date is missing, or where no earlier report states one and it hasn't passed.");

    private static readonly (string Key, LocalText Name, Func<decimal, bool> Holds)[] Intervals =
    [
        ("ahead", new("Tidligere enn planlagt", "Tidlegare enn planlagt", "Ahead"), months => months < 0m),
        ("onTime", new("I rute", "I rute", "On time"), months => months == 0m),
        ("upTo3", new("Inntil 3 måneder senere", "Inntil 3 månader seinare", "Up to 3 months later"), months => months is > 0m and <= 3m),
        ("3to6", new("3–6 måneder senere", "3–6 månader seinare", "3–6 months later"), months => months is > 3m and <= 6m),
        ("6to12", new("6–12 måneder senere", "6–12 månader seinare", "6–12 months later"), months => months is > 6m and <= 12m),
        ("over12", new("Over 12 måneder senere", "Over 12 månader seinare", "Over 12 months later"), months => months > 12m),
    ];

    /// <summary>A category per interval and one for what can't be said; a series against the first and one against the last earlier report.</summary>
    public static Figure Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var moves = ScheduleVariance.Of(round);
        var cells = ImmutableArray.CreateBuilder<FigureCell>((Intervals.Length + 1) * 2);
        List<Standing>[] first = [.. Enumerable.Range(0, Intervals.Length + 1).Select(_ => new List<Standing>())];
        List<Standing>[] last = [.. first.Select(_ => new List<Standing>())];
        foreach (var (standing, variance) in moves)
        {
            first[PlaceOf(variance.First)].Add(standing);
            last[PlaceOf(variance.Last)].Add(standing);
        }

        for (var place = 0; place < first.Length; place++)
        {
            cells.Add(FigureCells.Count(first[place]));
            cells.Add(FigureCells.Count(last[place]));
        }

        return new(
            "slippage-intervals", Title, Moved, FigureChart.Bars,
            [.. Intervals.Select(one => new FigureCategory(one.Key, one.Name)), new("unknown", new("Kan ikke sies", "Kan ikkje seiast", "Can't be said"), Tone.NotStated)],
            [
                new("first", new("Mot første rapport", "Mot første rapport", "Against first report"), FigureUnit.Initiatives),
                new("last", new("Mot forrige rapport", "Mot førre rapport", "Against last report"), FigureUnit.Initiatives),
            ],
            cells.MoveToImmutable(), snapshot.Standings.Length, first[^1].Count, SlippageWords.Join(Rule, SlippageWords.RuleOfToday)) { IsStated = false };
    }

    private static int PlaceOf(DateMove? move)
    {
        var place = 0;
        while (place < Intervals.Length && (move is null || !Intervals[place].Holds(move.Months))) place++;
        return place;
    }
}
