using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What lies around one node: what it waits for, what that waits for, and so on; and who waits for it, in the same way.</summary>
internal static class MapFocus
{
    public static IEnumerable<MapEdge> Around(IReadOnlyCollection<MapEdge> edges, TargetRef focus, int steps) =>
        Reached(edges.ToLookup(edge => edge.Receiver), edge => edge.Giver, focus, steps)
            .Concat(Reached(edges.ToLookup(edge => edge.Giver), edge => edge.Receiver, focus, steps)).Distinct();

    private static List<MapEdge> Reached(ILookup<TargetRef, MapEdge> leaving, Func<MapEdge, TargetRef> end, TargetRef focus, int steps)
    {
        HashSet<TargetRef> seen = [focus];
        List<TargetRef> at = [focus];
        List<MapEdge> reached = [];
        for (; steps > 0 && at.Count > 0; steps--)
        {
            List<TargetRef> next = [];
            foreach (var edge in at.SelectMany(node => leaving[node]))
            {
                reached.Add(edge);
                if (seen.Add(end(edge))) next.Add(end(edge));
            }

            at = next;
        }

        return reached;
    }
}
