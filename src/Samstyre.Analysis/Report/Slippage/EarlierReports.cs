using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the initiatives of a round reported before: per standing the reports made before the one that it stands with, earliest first.</summary>
internal sealed class EarlierReports
{
    private readonly ImmutableArray<Standing> now;
    private readonly Standing?[] before;
    private readonly int rounds;

    private EarlierReports(RoundContent round)
    {
        now = round.Snapshot.Standings;
        rounds = round.Earlier.Length;
        before = new Standing?[now.Length * rounds];
        var places = new Dictionary<Guid, int>(now.Length);
        for (var place = 0; place < now.Length; place++) places[now[place].Initiative.Id] = place;
        for (var column = 0; column < rounds; column++)
        {
            foreach (var standing in round.Earlier[column].Standings)
            {
                if (places.TryGetValue(standing.Initiative.Id, out var place)) before[(place * rounds) + column] = standing;
            }
        }
    }

    /// <summary>Of every initiative of a round.</summary>
    public static EarlierReports Of(RoundContent round) => new(round);

    /// <summary>Of one initiative; with the standing it has now, null where it is not in the round.</summary>
    public static (Standing? Now, List<Standing> Before) Of(Guid initiative, RoundContent round)
    {
        var standing = round.Snapshot.Standings.FirstOrDefault(one => one.Initiative.Id == initiative);
        return standing is null
            ? (null, [])
            : (standing, Distinct(standing, round.Earlier.Select(snapshot => snapshot.Standings.FirstOrDefault(one => one.Initiative.Id == initiative))));
    }

    /// <summary>Of the standing at that place of the snapshot.</summary>
    public List<Standing> At(int place) => Distinct(now[place], new ArraySegment<Standing?>(before, place * rounds, rounds));

    /// <summary>How many rounds in a row up to this one, itself included, a standing at that place has something; with the earliest of them.</summary>
    public (int Rounds, Standing Earliest) Row(int place, Func<Standing, bool> has)
    {
        var (count, earliest) = (1, now[place]);
        for (var column = rounds - 1; column >= 0 && before[(place * rounds) + column] is { } standing && has(standing); column--) (count, earliest) = (count + 1, standing);
        return (count, earliest);
    }

    private static List<Standing> Distinct(Standing now, IEnumerable<Standing?> standings)
    {
        List<Standing> made = [];
        foreach (var standing in standings)
        {
            if (standing is not null && standing.ReportedIn.Id != now.ReportedIn.Id && (made.Count == 0 || made[^1].ReportedIn.Id != standing.ReportedIn.Id)) made.Add(standing);
        }

        return made;
    }
}
