using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What initiatives with yellow or red status give as cause, by the portfolio's list of words (<see cref="CauseList"/>). One initiative can give several.</summary>
public static class CommonCauses
{
    private static readonly LocalText Rule = new(
        "Årsakene er funnet ved ord i teksten om årsaken til gul eller rød status. Ett tiltak kan ha flere årsaker. Setningene de bygger på, står i listen under.",
        "Årsakene er funne ved ord i teksten om årsaka til gul eller raud status. Eitt tiltak kan ha fleire årsaker. Setningane dei byggjer på, står i lista under.",
        "The causes are found by words in the text about the cause of yellow or red status. An initiative can have several. The sentences they rest on stand in the list below.");

    private static readonly PerRound<List<(Standing Standing, string? Text, ImmutableArray<FoundCause> Causes)>> Found = new(Find);

    /// <summary>The most frequent first; last those whose words are none of the list's, and those that give no cause.</summary>
    public static Figure Of(RoundContent round)
    {
        var troubled = Troubled(round);
        var causes = round.Snapshot.Definition.Causes.Causes;
        var byCause = causes.ToDictionary(cause => cause.Key, _ => new List<Standing>(), StringComparer.Ordinal);
        foreach (var entry in troubled)
        {
            foreach (var found in entry.Causes) byCause[found.Cause.Key].Add(entry.Standing);
        }

        var rows = causes
            .Select((cause, place) => (cause.Key, cause.Name, Behind: byCause[cause.Key], Place: place))
            .OrderByDescending(row => row.Behind.Count).ThenBy(row => row.Place)
            .Select(row => (row.Key, row.Name, Behind: (IReadOnlyList<Standing>)row.Behind))
            .Append(("other", new("Annet", "Anna", "Other"), [.. troubled.Where(entry => entry.Text is not null && entry.Causes.IsEmpty).Select(entry => entry.Standing)]))
            .Append(("none", new("Ingen årsak oppgitt", "Inga årsak oppgitt", "No cause stated"), [.. troubled.Where(entry => entry.Text is null).Select(entry => entry.Standing)]))
            .ToList();
        return new(
            "causes",
            new("Vanlige årsaker til gul og rød status", "Vanlege årsaker til gul og raud status", "Common causes of yellow and red status"),
            FigureWords.Cause,
            FigureChart.Bars,
            [.. rows.Select(row => new FigureCategory(row.Key, row.Name, row.Key == "none" ? Tone.NotStated : Tone.Neutral))],
            [new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives), new("share", FigureWords.Share, FigureUnit.Share, Charted: false)],
            [.. rows.SelectMany(row => new[] { FigureCells.Count(row.Behind), FigureCells.Share(row.Behind, troubled.Count) })],
            troubled.Count,
            troubled.Count(entry => entry.Text is null),
            Rule);
    }

    /// <summary>The initiatives whose status is yellow or red, with what their cause tells of, by national id.</summary>
    internal static List<(Standing Standing, string? Text, ImmutableArray<FoundCause> Causes)> Troubled(RoundContent round) => Found.Of(round);

    private static List<(Standing Standing, string? Text, ImmutableArray<FoundCause> Causes)> Find(RoundContent round) =>
    [
        .. Order.Sorted(round).Where(entry => entry.Standing.Facts.Status is TrafficLight.Yellow or TrafficLight.Red)
            .Select(entry => (entry.Standing, string.IsNullOrWhiteSpace(entry.Report.StatusCause) ? null : entry.Report.StatusCause, CauseFinder.Of(round.Snapshot.Definition.Causes).In(entry.Report.StatusCause))),
    ];
}

/// <summary>The sentences that the common causes rest on.</summary>
public static class CauseSentences
{
    /// <summary>By national id, then in the word list's order.</summary>
    public static Listing Of(RoundContent round) => new(
        "cause-sentences",
        new("Setningene som årsakene bygger på", "Setningane som årsakene byggjer på", "The sentences that the causes rest on"),
        [
            new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("status", FigureWords.Status), new("cause", FigureWords.Cause),
            new("sentence", new("Tiltakets egne ord", "Tiltaket sine eigne ord", "In its own words")),
        ],
        MadeRows.Of(
            CommonCauses.Troubled(round).SelectMany(entry => entry.Causes, (entry, found) => (entry.Standing, found)),
            one => new ListingRow(one.Standing, [one.Standing.Initiative.NationalId, one.Standing.Facts.Name, one.Standing.Facts.Status, one.found.Cause.Name, one.found.Sentence])),
        new("Ingen tiltak oppgir en av de vanlige årsakene.", "Ingen tiltak oppgir ei av dei vanlege årsakene.", "No initiative states one of the common causes."));
}
