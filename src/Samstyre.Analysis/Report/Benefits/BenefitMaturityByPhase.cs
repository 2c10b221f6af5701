using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by how mature their work on benefits is, per phase. Those that answer none of the four questions and name no responsible are "not stated", never low.</summary>
public static class BenefitMaturityByPhase
{
    private static readonly LocalText Title = new("Modenhet i arbeidet med gevinster, per fase", "Modning i arbeidet med gevinstar, per fase", "Maturity of the work on benefits, by phase");

    /// <summary>One category per phase in the model's order, and those that state none; a series per level.</summary>
    public static Figure Of(RoundContent round)
    {
        List<Standing>[][] cells = [.. FigureWords.Phases.Select(_ => FigureWords.Levels.Select(_ => new List<Standing>()).ToArray())];
        foreach (var (standing, report) in round.Entries) cells[FigureWords.PlaceOf(standing.Facts.Phase)][FigureWords.PlaceOf(MaturityRule.Of(report))].Add(standing);
        return new(
            "benefit-maturity", Title, FigureWords.Phase, FigureChart.StackedBars,
            [.. FigureWords.Phases.Select(phase => new FigureCategory(phase.Key, phase.Name, phase.Phase is null ? Tone.NotStated : Tone.Neutral))],
            [.. FigureWords.Levels.Select(level => new FigureSeries(level.Key, level.Name, FigureUnit.Initiatives, level.Tone))],
            [.. cells.SelectMany(levels => levels.Select(FigureCells.Count))],
            round.Snapshot.Standings.Length,
            cells.Sum(levels => levels[^1].Count),
            MaturityRule.Words);
    }
}
