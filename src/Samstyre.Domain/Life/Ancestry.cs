namespace Samstyre.Domain;

/// <summary>Who came from whom by merges and splits.</summary>
public static class Ancestry
{
    /// <summary>Whether following an initiative's successors leads to another.</summary>
    public static bool LeadsTo(Initiative from, Guid to, IReadOnlyDictionary<Guid, Initiative> all) => DescendantsOf(from, all).Contains(to);

    /// <summary>All that go on with what an initiative was, near and far; itself not among them.</summary>
    public static HashSet<Guid> DescendantsOf(Initiative initiative, IReadOnlyDictionary<Guid, Initiative> all)
    {
        var found = new HashSet<Guid>();
        var open = new Stack<Initiative>([initiative]);
        while (open.TryPop(out var one))
        {
            foreach (var id in one.Successors)
            {
                if (found.Add(id) && all.TryGetValue(id, out var successor)) open.Push(successor);
            }
        }

        return found;
    }
}
