using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How many initiatives support each focus area strongly, somewhat or weakly, with the total cost and this year's budget (million NOK) of those that support it strongly. A focus area that a form leaves blank is not stated, not low. An initiative counts in full at each area that it marks, so the money can't be added up over areas. Marks at areas that the strategy doesn't have are a last row, each initiative once, at its highest mark.</summary>
public static class StrategicFitMatrix
{
    private static readonly LocalText Title = new("Støtte til innsatsområdene", "Støtte til innsatsområda", "Support for the focus areas");
    private static readonly LocalText FocusArea = new("Innsatsområde", "Innsatsområde", "Focus area");
    private static readonly LocalText CostBehind = new("Totalkostnad bak høy", "Totalkostnad bak høg", "Total cost behind high");
    private static readonly LocalText BudgetBehind = new("Budsjett bak høy", "Budsjett bak høg", "Budget behind high");
    private static readonly FigureCategory Outside = new("others", new("Andre områder enn strategiens", "Andre område enn dei i strategien", "Areas that the strategy does not have"));

    /// <summary>One category per focus area in the strategy's order; a series per level, and the money. Not reported are those that mark no area at all.</summary>
    public static Figure Of(RoundContent round)
    {
        var areas = round.Snapshot.Definition.StrategyAreas.SelectMany(area => area.FocusAreas).ToList();
        var entries = round.Entries.ToList();
        List<Money?> odd = [];
        var marks = Marks(round.Snapshot.Standings, entries, areas, odd);
        var rows = areas.Select((area, place) => (Category: new FigureCategory(area.Code, FigureWords.NameOf(area)), Marks: marks[place])).ToList();
        if (marks[^1].Standings[..^1].Any(marked => !marked.IsEmpty)) rows.Add((Outside, marks[^1]));
        return new(
            "strategic-fit", Title, FocusArea, FigureChart.StackedBars,
            [.. rows.Select(row => row.Category)],
            [
                .. FigureWords.Levels.Select(level => new FigureSeries(level.Key, level.Name, FigureUnit.Initiatives, level.Tone)),
                new("total-cost-high", CostBehind, FigureUnit.MillionNok, Charted: false),
                new("budget-high", BudgetBehind, FigureUnit.MillionNok, Charted: false),
            ],
            [.. rows.SelectMany(row => Row(row.Marks))],
            entries.Count,
            entries.Count(entry => entry.Report.StrategicFit.Count == 0),
            MoneyWords.Join(
                new(
                    "Et tiltak teller fullt ut på hvert område det støtter, så pengene kan ikke legges sammen på tvers av områder. Et område som ikke er merket i skjemaet, er ikke oppgitt.",
                    "Eit tiltak tel fullt ut på kvart område det støttar, så pengane kan ikkje leggjast saman på tvers av område. Eit område som ikkje er merkt i skjemaet, er ikkje oppgitt.",
                    "An initiative counts in full at each area that it supports, so the money can't be added up over areas. An area not marked in the form is not stated."),
                AmountRules.OfOtherYears(round.Snapshot),
                AmountRules.OfOdd(odd)));
    }

    private static IEnumerable<FigureCell> Row(AreaMarks marks) => [.. marks.Standings.Select(marked => FigureCells.Count(marked)), marks.TotalCost.Sum, marks.Budget.Sum];

    /// <summary>Per focus area the standings by their mark (<see cref="FigureWords.Levels"/>), and last those by their highest mark outside the strategy. One reading of each form. To the odd ones it adds of each standing that marks any of them high what is odd about its amounts.</summary>
    private static AreaMarks[] Marks(ImmutableArray<Standing> standings, List<(Standing Standing, Report Report)> entries, List<FocusArea> areas, List<Money?> odd)
    {
        var places = areas.Select((area, place) => (area.Code, place)).DistinctBy(area => area.Code).ToDictionary(area => area.Code, area => area.place, StringComparer.Ordinal);
        AreaMarks[] marks = [.. Enumerable.Range(0, areas.Count + 1).Select(_ => new AreaMarks())];
        var own = new Level?[marks.Length];
        // Of every area the place of each standing's mark.
        var levels = Array.ConvertAll(marks, _ => new byte[standings.Length]);
        for (var at = 0; at < entries.Count; at++)
        {
            var (standing, report) = entries[at];
            Array.Clear(own);
            foreach (var (code, level) in report.StrategicFit)
            {
                var place = places.GetValueOrDefault(code, areas.Count);
                if (own[place] is not { } higher || level < higher) own[place] = level;
            }

            for (var place = 0; place < own.Length; place++) levels[place][at] = (byte)FigureWords.PlaceOf(own[place]);
            if (!own.Contains(Level.High)) continue;
            var (cost, budget) = (standing.Facts.TotalCost, standing.Facts.Budget);
            if (AmountRules.Oddest(cost, budget) is { } oddest) odd.Add(oddest);
            for (var place = 0; place < own.Length; place++)
            {
                if (own[place] != Level.High) continue;
                marks[place].TotalCost.Add(standing, cost);
                marks[place].Budget.Add(standing, budget);
            }
        }

        for (var place = 0; place < marks.Length; place++)
        {
            var area = levels[place];
            marks[place].Standings = FigureCells.Divide(standings, FigureWords.Levels.Length, at => area[at]);
        }

        return marks;
    }

    /// <summary>The standings by their mark at an area, and the money of those that mark it high.</summary>
    private sealed class AreaMarks
    {
        public ImmutableArray<Standing>[] Standings { get; set; } = [];

        public AmountCell TotalCost { get; } = new(amountOf: standing => standing.Facts.TotalCost);

        public AmountCell Budget { get; } = new(amountOf: FigureWords.BudgetOf);
    }
}
