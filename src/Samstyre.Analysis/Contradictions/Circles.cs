using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives that wait for each other in a circle.</summary>
internal static class Circles
{
    /// <summary>One for each group that is bound together: the shortest circle through its first, however many others there are. Of itself an initiative is told by another rule.</summary>
    public static IEnumerable<Contradiction> In(DependencyRegister register)
    {
        var order = new Dictionary<Guid, int>(register.Entries.Length);
        foreach (var entry in register.Entries) order.Add(entry.Standing.Initiative.Id, order.Count);
        var waits = new List<int>?[register.Entries.Length];
        var critical = new HashSet<(int Receiver, int Giver)>();
        foreach (var need in register.Needs)
        {
            if (need.IsPrerequisite || need.IsClosed) continue;
            foreach (var giver in need.Givers)
            {
                if (giver == need.Receiver.Initiative.Id || !order.TryGetValue(giver, out var place)) continue;
                var receiver = order[need.Receiver.Initiative.Id];
                (waits[receiver] ??= []).Add(place);
                if (need.Criticality == Level.High) critical.Add((receiver, place));
            }
        }

        var next = Array.ConvertAll(waits, own => own is null ? [] : own.Count == 1 ? own.ToArray() : [.. own.Order().Distinct()]);
        foreach (var group in StrongComponents.Of(next).Where(group => group.Length > 1))
        {
            var around = Shortest(next, group);
            var isCritical = around.Zip(around.Skip(1).Append(around[0])).All(critical.Contains);
            yield return new(ContradictionRule.Circle, isCritical ? Level.High : Level.Medium) { Around = [.. around.Select(place => register.Entries[place].Standing)], Waiting = group.Length };
        }
    }

    // Breadth first from the group's first; a group without a short circle through it is still a circle.
    private static List<int> Shortest(int[][] next, int[] group)
    {
        var within = group.ToHashSet();
        var start = group.Min();
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var to in next[at])
            {
                if (to == start)
                {
                    List<int> around = [at];
                    while (around[^1] != start) around.Add(from[around[^1]]);
                    around.Reverse();
                    return around;
                }

                if (within.Contains(to) && from.TryAdd(to, at)) queue.Enqueue(to);
            }
        }

        throw new InvalidOperationException("A strong component of several has a circle through each of them.");
    }
}
