using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How many initiatives each segment has at the round, with their budget in million NOK. Who states no budget is counted apart.</summary>
public static class InitiativesBySegment
{
    /// <summary>A category per segment in the portfolio's order; one more for those without, where there are any.</summary>
    public static Figure Of(RoundContent round)
    {
        var places = new SegmentPlaces(round);
        var divided = FigureCells.Divide(round.Snapshot.Standings, places.Count, place => places.Of(round.Snapshot.Standings[place], round.Snapshot.Round));
        return new(
            "segments",
            new("Tiltak per segment", "Tiltak per segment", "Initiatives by segment"),
            SegmentPlaces.Title,
            FigureChart.Bars,
            places.Categories,
            [new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives), new("budget", FigureWords.Budget, FigureUnit.MillionNok, Charted: false), new("no-budget", FigureWords.NoBudget, FigureUnit.Initiatives, Charted: false)],
            [.. divided.SelectMany(own => new[] { FigureCells.Count(own), FigureCells.Sum(own.Select(standing => (standing, standing.Facts.Budget)), FigureWords.BudgetOf), FigureCells.Missing(own.Select(standing => (standing, standing.Facts.Budget))) })],
            round.Snapshot.Standings.Length,
            round.Snapshot.Standings.Count(standing => standing.Initiative.SegmentOn(round.Snapshot.Round.CollectedOn) is null)) { IsStated = false };
    }
}

/// <summary>From which segment to which initiatives went since the round compared with, those that came and left included.</summary>
public static class SegmentMoves
{
    private static readonly LocalText New = new("Nye i porteføljen", "Nye i porteføljen", "New in the portfolio");
    private static readonly LocalText Left = new("Ute av porteføljen", "Ute av porteføljen", "Out of the portfolio");

    /// <summary>A category for where initiatives were, a series for where they are. All zero at the first round.</summary>
    public static Figure Of(RoundContent round)
    {
        var places = new SegmentPlaces(round);
        // One more row for those that came, one more column for those that left.
        var (rows, columns) = (places.Count + 1, places.Count + 1);
        var cells = new List<Standing>[rows * columns];
        for (var at = 0; at < cells.Length; at++) cells[at] = [];
        if (round.ComparedWith is { } before)
        {
            var was = before.Standings.ToDictionary(standing => standing.Initiative.Id);
            foreach (var standing in round.Snapshot.Standings)
            {
                var from = was.Remove(standing.Initiative.Id, out var earlier) ? places.Of(earlier, before.Round) : places.Count;
                cells[(from * columns) + places.Of(standing, round.Snapshot.Round)].Add(standing);
            }

            foreach (var gone in before.Standings.Where(standing => was.ContainsKey(standing.Initiative.Id))) cells[(places.Of(gone, before.Round) * columns) + places.Count].Add(gone);
        }

        return new(
            "segment-moves",
            new("Flytting mellom segmenter", "Flytting mellom segment", "Moves between segments"),
            new("Fra", "Frå", "From"),
            FigureChart.Flow,
            [.. places.Categories, new("new", New)],
            [.. places.Categories.Select(category => new FigureSeries(category.Key, category.Name, FigureUnit.Initiatives)), new("left", Left, FigureUnit.Initiatives)],
            [.. cells.Select(FigureCells.Count)],
            cells.Sum(cell => cell.Count),
            0) { IsStated = false };
    }
}

/// <summary>The places of segments in a figure: in the portfolio's order, and one for those without where there are any.</summary>
internal sealed class SegmentPlaces
{
    public static readonly LocalText Title = new("Segment", "Segment", "Segment");
    private static readonly LocalText None = new("Uten segment", "Utan segment", "Without a segment");
    private readonly Dictionary<string, int> places;

    public SegmentPlaces(RoundContent round)
    {
        var segments = round.Snapshot.Definition.Segments;
        places = segments.Select((segment, place) => (segment.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal);
        var hasNone = round.Snapshot.Standings.Any(standing => Missing(standing, round.Snapshot.Round)) || (round.ComparedWith is { } before && before.Standings.Any(standing => Missing(standing, before.Round)));
        Categories = [.. segments.Select(segment => new FigureCategory(segment.Code, segment.Name)), .. hasNone ? new[] { new FigureCategory("none", None, Tone.NotStated) } : []];
    }

    public ImmutableArray<FigureCategory> Categories { get; }

    public int Count => Categories.Length;

    /// <summary>The place of an initiative's segment at a round.</summary>
    public int Of(Standing standing, Round round) => Missing(standing, round) ? Count - 1 : places[standing.Initiative.SegmentOn(round.CollectedOn)!];

    private bool Missing(Standing standing, Round round) => standing.Initiative.SegmentOn(round.CollectedOn) is not { } segment || !places.ContainsKey(segment);
}
