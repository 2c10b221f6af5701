using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by overall status, at the round and at every one before it.</summary>
public static class StatusOverRounds
{
    private static readonly LocalText Title = new("Status over tid", "Status over tid", "Status over time");

    /// <summary>One category per round, earliest first; a series per colour.</summary>
    public static Figure Of(RoundContent round) => LightsFigure.OverRounds("status", Title, round, facts => facts.Status);
}

/// <summary>Initiatives by risk, at the round and at every one before it.</summary>
public static class RiskOverRounds
{
    private static readonly LocalText Title = new("Risiko over tid", "Risiko over tid", "Risk over time");

    /// <summary>One category per round, earliest first; a series per colour.</summary>
    public static Figure Of(RoundContent round) => LightsFigure.OverRounds("risk", Title, round, facts => facts.Risk);
}

/// <summary>A colour of all initiatives over the rounds.</summary>
internal static class LightsFigure
{
    public static Figure OverRounds(string id, LocalText title, RoundContent round, Func<ReportFacts, TrafficLight?> light)
    {
        ImmutableArray<PortfolioSnapshot> rounds = [.. round.Earlier, round.Snapshot];
        var cells = ImmutableArray.CreateBuilder<FigureCell>(rounds.Length * FigureWords.Lights.Length);
        foreach (var snapshot in rounds)
        {
            foreach (var behind in FigureCells.Divide(snapshot.Standings, FigureWords.Lights.Length, place => FigureWords.PlaceOf(light(snapshot.Standings[place].Facts)))) cells.Add(FigureCells.Count(behind));
        }

        return new(
            id, title, FigureWords.Round, FigureChart.StackedBars,
            [.. rounds.Select(snapshot => new FigureCategory(snapshot.Round.Code, FigureWords.NameOf(snapshot.Round)))],
            [.. FigureWords.Lights.Select(one => new FigureSeries(one.Key, one.Name, FigureUnit.Initiatives, one.Tone))],
            cells.MoveToImmutable(),
            round.Snapshot.Standings.Length,
            round.Snapshot.Standings.Count(standing => light(standing.Facts) is null));
    }
}
