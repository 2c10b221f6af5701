using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the initiatives expect of the municipalities over time: work on their health records, on their organisation, and what dependencies ask them for.</summary>
public static class MunicipalLoad
{
    // What is further ahead stands together.
    private const int Years = 5;
    private const string Named = "named";
    private const int Undated = int.MaxValue;

    private static readonly LocalText Title = new("Forventet belastning på kommunene", "Forventa belastning på kommunane", "Expected load on the municipalities");
    private static readonly LocalText When = new("Når", "Når", "When");
    private static readonly LocalText Asked = new("Avhengigheter som nevner kommuner", "Avhengnader som nemner kommunar", "Dependencies that name municipalities");
    private static readonly LocalText NoDate = new("Tidspunkt ikke oppgitt", "Tidspunkt ikkje oppgitt", "Time not stated");

    private static readonly LocalText Rule = new(
        "Tallene er tiltak som venter noe av kommunene i året, og et tiltak kan stå i flere kolonner. Det som er lukket, er ikke med.",
        "Tala er tiltak som ventar noko av kommunane i året, og eit tiltak kan stå i fleire kolonnar. Det som er lukka, er ikkje med.",
        "The numbers are initiatives that expect something of the municipalities in the year, and an initiative can stand in several columns. What is closed is left out.");

    private static readonly string[] Kinds = ["ehrMunicipal", "orgMunicipal"];

    /// <summary>A category per year, what lies before the round's year or long after it, and what has no date; a series per kind of work. Population is what is expected, not reported what of it has no date.</summary>
    public static Figure Of(RoundContent round)
    {
        var year = round.Snapshot.Round.CollectedOn.Year;
        var municipalities = round.Snapshot.Definition.Parties.Where(party => party.Kind == PartyKind.Municipalities).Select(party => new TargetRef(TargetKind.Party, party.Code)).ToHashSet();
        List<(string Kind, RegisteredNeed Need, int Time)> expected = [];
        foreach (var need in DependencyRegister.Of(round).Needs)
        {
            if (!need.IsClosed && (need.IsPrerequisite ? Kinds.Contains(need.Key) : IsNamed(need, municipalities))) expected.Add((need.IsPrerequisite ? need.Key : Named, need, TimeOf(need, year)));
        }

        var cells = expected.ToLookup(one => (one.Kind, one.Time), one => one.Need.Receiver);
        var times = expected.Select(one => one.Time).Distinct().ToList();
        // Years between two that have something are years of quiet.
        var ahead = times.Where(time => time is >= 0 and <= Years).ToList();
        var shown = Enumerable.Range(0, ahead.Count == 0 ? 0 : ahead.Max() + 1).Union(times).Order().ToList();
        return new(
            "municipal-load", Title, When, FigureChart.StackedBars,
            [.. shown.Select(time => new FigureCategory(KeyOf(time, year), NameOf(time, year), time == Undated ? Tone.NotStated : Tone.Neutral))],
            [.. Kinds.Select(kind => new FigureSeries(kind, PrerequisitesByKind.NameOf(kind), FigureUnit.Initiatives)), new(Named, Asked, FigureUnit.Initiatives)],
            [.. from time in shown from kind in Kinds.Append(Named) select FigureCells.Count(cells[(kind, time)].DistinctBy(receiver => receiver.Initiative.Id))],
            expected.Count, expected.Count(one => one.Time == Undated), Rule);
    }

    private static bool IsNamed(RegisteredNeed need, HashSet<TargetRef> targets)
    {
        foreach (var named in need.Named)
        {
            if (named.Target.Kind == TargetKind.Party && targets.Contains(named.Target)) return true;
        }

        return false;
    }

    // Years after the round's; -1 before it, one more than the last for all that is later.
    private static int TimeOf(RegisteredNeed need, int year) => need.NeededBy is { } date ? Math.Clamp(date.LastDay.Year - year, -1, Years + 1) : Undated;

    private static string KeyOf(int time, int year) => time switch
    {
        -1 => "earlier",
        Years + 1 => "later",
        Undated => "NotStated",
        _ => (year + time).ToString(CultureInfo.InvariantCulture),
    };

    private static LocalText NameOf(int time, int year) => time switch
    {
        -1 => new($"Før {year}", $"Før {year}", $"Before {year}"),
        Years + 1 => new($"Etter {year + Years}", $"Etter {year + Years}", $"After {year + Years}"),
        Undated => NoDate,
        _ => new(KeyOf(time, year)),
    };
}
