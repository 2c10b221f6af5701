using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the initiatives of a round reported before: per standing the reports made before the one that it stands with, earliest first.</summary>
internal sealed class EarlierReports
{
    private static readonly PerRound<EarlierReports> Made = new(round => new(round));

    private readonly ImmutableArray<Standing> now;
    private readonly Standing?[] before;
    private readonly int rounds;

    private EarlierReports(RoundContent round)
    {
        now = round.Snapshot.Standings;
        rounds = round.Earlier.Length;
        before = new Standing?[now.Length * rounds];
        var places = new StandingPlaces(now);
        for (var column = 0; column < rounds; column++)
        {
            foreach (var standing in round.Earlier[column].Standings)
            {
                if (places.Of(standing.Initiative) is >= 0 and var place) before[(place * rounds) + column] = standing;
            }
        }
    }

    /// <summary>Of every initiative of a round.</summary>
    public static EarlierReports Of(RoundContent round) => Made.Of(round);

    /// <summary>Of one initiative; with the standing it has now, null where it is not in the round.</summary>
    public static (Standing? Now, IReadOnlyList<Standing> Before) Of(Guid initiative, RoundContent round)
    {
        var standing = round.Snapshot.Standings.FirstOrDefault(one => one.Initiative.Id == initiative);
        return standing is null
            ? (null, [])
            : (standing, Distinct(standing, [.. round.Earlier.Select(snapshot => snapshot.Standings.FirstOrDefault(one => one.Initiative.Id == initiative))]));
    }

    /// <summary>Of the standing at that place of the snapshot.</summary>
    public IReadOnlyList<Standing> At(int place) => Distinct(now[place], before.AsSpan(place * rounds, rounds));

    /// <summary>How many rounds in a row up to this one, itself included, a standing at that place has something; with the earliest of them.</summary>
    public (int Rounds, Standing Earliest) Row(int place, Func<Standing, bool> has)
    {
        var (count, earliest) = (1, now[place]);
        for (var column = rounds - 1; column >= 0 && before[(place * rounds) + column] is { } standing && has(standing); column--) (count, earliest) = (count + 1, standing);
        return (count, earliest);
    }

    private static List<Standing> Distinct(Standing now, ReadOnlySpan<Standing?> standings)
    {
        List<Standing> made = new(standings.Length);
        foreach (var standing in standings)
        {
            if (standing is not null && standing.ReportedIn.Id != now.ReportedIn.Id && (made.Count == 0 || made[^1].ReportedIn.Id != standing.ReportedIn.Id)) made.Add(standing);
        }

        return made;
    }
}

/// <summary>Where in a row of standings an initiative stands.</summary>
internal sealed class StandingPlaces(ImmutableArray<Standing> standings)
{
    private Dictionary<Guid, int>? places;
    private int next;

    /// <summary>Its place; -1 where it has none. Rounds list the same initiatives in the same order, so that it is nearly always one of the next.</summary>
    public int Of(Initiative initiative)
    {
        const int Near = 6;
        for (var place = next; place < standings.Length && place < next + Near; place++)
        {
            if (!ReferenceEquals(standings[place].Initiative, initiative)) continue;
            next = place + 1;
            return place;
        }

        if (places is null)
        {
            places = new(standings.Length);
            for (var place = 0; place < standings.Length; place++) places[standings[place].Initiative.Id] = place;
        }

        if (!places.TryGetValue(initiative.Id, out var found)) return -1;
        next = found + 1;
        return found;
    }
}
