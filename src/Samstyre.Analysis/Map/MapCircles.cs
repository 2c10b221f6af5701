namespace Samstyre.Analysis;

/// <summary>Finds the circles of a map: nodes that wait for each other, directly or through others (Tarjan's strongly connected components, without recursion, since a chain can be as long as the portfolio).</summary>
internal static class MapCircles
{
    /// <summary>The circle of each node: nodes of the same circle have the same number.</summary>
    public static int[] Of(int nodes, (int Receiver, int Giver)[] edges)
    {
        var givers = edges.ToLookup(edge => edge.Receiver, edge => edge.Giver);
        var next = Enumerable.Range(0, nodes).Select(node => givers[node].ToArray()).ToArray();
        var (circle, found, low, tried) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        var (circles, count) = (0, 0);
        var open = new Stack<int>();
        var path = new Stack<int>();
        for (var start = 0; start < nodes; start++)
        {
            if (found[start] == 0) path.Push(start);
            while (path.TryPeek(out var node))
            {
                if (found[node] == 0)
                {
                    found[node] = low[node] = ++count;
                    open.Push(node);
                }

                if (tried[node] < next[node].Length)
                {
                    var giver = next[node][tried[node]++];
                    if (found[giver] == 0) path.Push(giver);
                    else if (circle[giver] == 0) low[node] = Math.Min(low[node], found[giver]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before)) low[before] = Math.Min(low[before], low[node]);
                if (low[node] != found[node]) continue;
                circles++;
                int member;
                do circle[member = open.Pop()] = circles;
                while (member != node);
            }
        }

        return circle;
    }
}
