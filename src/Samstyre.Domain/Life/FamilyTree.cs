namespace Samstyre.Domain;

/// <summary>A line of a family tree.</summary>
/// <param name="Initiative">Who.</param>
/// <param name="Depth">How many merges and splits below one that came from nobody; 0 for such a one.</param>
/// <param name="IsRepeat">Whether it stands further up already, below another of those that it came from; what became of it stands there.</param>
public sealed record FamilyLine(Initiative Initiative, int Depth, bool IsRepeat);

/// <summary>All that an initiative is related to by merges and splits, origins first.</summary>
public static class FamilyTree
{
    /// <summary>The lines from top to bottom, each followed by those that go on with it. The initiative alone where it has no relatives.</summary>
    public static IReadOnlyList<FamilyLine> Of(Initiative initiative, IReadOnlyDictionary<Guid, Initiative> all)
    {
        var origins = all.Values.SelectMany(one => one.Successors.Select(successor => (Successor: successor, Origin: one))).ToLookup(pair => pair.Successor, pair => pair.Origin);
        var family = new HashSet<Guid> { initiative.Id };
        var open = new Stack<Initiative>([initiative]);
        while (open.TryPop(out var one))
        {
            foreach (var relative in origins[one.Id].Concat(Children(one, all)))
            {
                if (family.Add(relative.Id)) open.Push(relative);
            }
        }

        // A stack of its own, not calls: a long line of merges must not end the program.
        var lines = new List<FamilyLine>(family.Count);
        var seen = new HashSet<Guid>();
        var next = new Stack<(Initiative Initiative, int Depth)>();
        Push(family.Select(id => all.GetValueOrDefault(id, initiative)).Where(one => !origins[one.Id].Any()), 0);
        while (next.TryPop(out var place))
        {
            var isRepeat = !seen.Add(place.Initiative.Id);
            lines.Add(new(place.Initiative, place.Depth, isRepeat));
            if (!isRepeat) Push(Children(place.Initiative, all), place.Depth + 1);
        }

        return lines;

        void Push(IEnumerable<Initiative> some, int depth)
        {
            foreach (var one in some.OrderByDescending(one => one.Name, StringComparer.Ordinal).ThenByDescending(one => one.Id)) next.Push((one, depth));
        }
    }

    private static IEnumerable<Initiative> Children(Initiative one, IReadOnlyDictionary<Guid, Initiative> all) => one.Successors.Where(all.ContainsKey).Select(id => all[id]);
}
