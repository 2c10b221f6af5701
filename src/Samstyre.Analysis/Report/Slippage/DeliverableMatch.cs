using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Which deliverable of an earlier report each deliverable of a later one is. Never two to one; words that stand several times are matched only where they stand as often in both.</summary>
internal static class DeliverableMatch
{
    /// <summary>No earlier deliverable.</summary>
    public const int None = -1;

    // Beyond this only the same words are looked for: every deliverable would be compared with every other.
    private const int MostCompared = 2500;

    /// <summary>Per deliverable of the later report its place in the earlier, or <see cref="None"/>; null where both have the same words in the same order.</summary>
    public static int[]? Between(IReadOnlyList<Deliverable> before, IReadOnlyList<Deliverable> now)
    {
        if (SameOrder(before, now)) return null;
        var match = new int[now.Count];
        Array.Fill(match, None);
        var earlier = Groups(before);
        List<int> newOnes = [];
        foreach (var (key, places) in Groups(now))
        {
            if (!earlier.Remove(key, out var same)) newOnes.AddRange(places.Count == 1 ? places : []);
            else if (same.Count == places.Count) places.Zip(same).ToList().ForEach(pair => match[pair.First] = pair.Second);
        }

        Reworded([.. earlier.Values.Where(places => places.Count == 1).Select(places => places[0]).Order()], before, [.. newOnes.Order()], now, match);
        return match;
    }

    private static bool SameOrder(IReadOnlyList<Deliverable> before, IReadOnlyList<Deliverable> now)
    {
        if (ReferenceEquals(before, now)) return true;
        if (before.Count != now.Count) return false;
        for (var place = 0; place < now.Count; place++)
        {
            var (was, item) = (before[place], now[place]);
            if (!ReferenceEquals(was, item) && !string.Equals(was.Text, item.Text, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static Dictionary<string, List<int>> Groups(IReadOnlyList<Deliverable> items)
    {
        var groups = new Dictionary<string, List<int>>(items.Count, StringComparer.Ordinal);
        for (var place = 0; place < items.Count; place++)
        {
            var key = DeliverableWords.KeyOf(items[place].Text);
            if (key.Length == 0) continue;
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
            group.Add(place);
        }

        return groups;
    }

    /// <summary>Those that are alike and like no other, on either side.</summary>
    private static void Reworded(List<int> gone, IReadOnlyList<Deliverable> before, List<int> added, IReadOnlyList<Deliverable> now, int[] match)
    {
        if (gone.Count * (long)added.Count is 0 or > MostCompared) return;
        var wordsGone = gone.ConvertAll(place => DeliverableWords.KeyOf(before[place].Text).Split(' '));
        var wordsAdded = added.ConvertAll(place => DeliverableWords.KeyOf(now[place].Text).Split(' '));
        var pairs = (from a in Enumerable.Range(0, gone.Count) from b in Enumerable.Range(0, added.Count) where DeliverableWords.Alike(wordsGone[a], wordsAdded[b]) select (Gone: a, Added: b)).ToList();
        var (timesGone, timesAdded) = (new int[gone.Count], new int[added.Count]);
        foreach (var (a, b) in pairs)
        {
            timesGone[a]++;
            timesAdded[b]++;
        }

        foreach (var (a, b) in pairs)
        {
            if (timesGone[a] == 1 && timesAdded[b] == 1) match[added[b]] = gone[a];
        }
    }
}
