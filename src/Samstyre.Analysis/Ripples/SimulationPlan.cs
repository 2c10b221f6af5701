namespace Samstyre.Analysis;

/// <summary>The order in which a run computes nodes: each after those that delay it, and circles together.</summary>
internal sealed class SimulationPlan
{
    private readonly int[] nodeAt;

    private SimulationPlan(RippleGraph graph, int[] nodeAt, List<(int From, int To, bool Circle)> parts)
    {
        this.nodeAt = nodeAt;
        Parts = [.. parts];
        PlaceOf = new int[nodeAt.Length];
        for (var place = 0; place < nodeAt.Length; place++) PlaceOf[nodeAt[place]] = place;
        Source = new int[nodeAt.Length];
        Array.Fill(Source, -1);
        for (var unit = 0; unit < graph.Units; unit++)
        {
            if (graph.Source[unit] >= 0) Source[PlaceOf[graph.Source[unit]]] = unit;
        }

        InFrom = new int[nodeAt.Length + 1];
        for (var node = 0; node < nodeAt.Length; node++)
        {
            if (!graph.IsEnd(node)) InFrom[PlaceOf[node + 1] + 1]++;
        }

        foreach (var edge in graph.Edges) InFrom[PlaceOf[edge.To] + 1]++;
        for (var place = 0; place < nodeAt.Length; place++) InFrom[place + 1] += InFrom[place];
        (Giver, Slack) = (new int[InFrom[^1]], new byte[InFrom[^1]]);
        var next = InFrom.AsSpan().ToArray();
        for (var node = 0; node < nodeAt.Length; node++)
        {
            if (!graph.IsEnd(node)) Giver[next[PlaceOf[node + 1]]++] = PlaceOf[node];
        }

        foreach (var edge in graph.Edges)
        {
            var at = next[PlaceOf[edge.To]]++;
            (Giver[at], Slack[at]) = (PlaceOf[edge.From], (byte)edge.Slack);
        }
    }

    /// <summary>Places in a row that are computed once, or until nothing changes where they are a circle.</summary>
    public (int From, int To, bool Circle)[] Parts { get; }

    /// <summary>Per node its place.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Per place the unit whose own lateness begins there; -1 where none does.</summary>
    public int[] Source { get; }

    /// <summary>Per place where its givers begin.</summary>
    public int[] InFrom { get; }

    /// <summary>Places that delay, by the place that they delay.</summary>
    public int[] Giver { get; }

    /// <summary>Their slack in months.</summary>
    public byte[] Slack { get; }

    /// <summary>The order for a graph: strongly connected components (Tarjan), givers first, without recursion because chains can be as long as the portfolio.</summary>
    public static SimulationPlan Of(RippleGraph graph)
    {
        var (index, low, next) = (new int[graph.Nodes], new int[graph.Nodes], new int[graph.Nodes]);
        var onStack = new bool[graph.Nodes];
        var (stack, path) = (new Stack<int>(), new Stack<int>());
        var found = new List<int>(graph.Nodes);
        var parts = new List<(int From, int To, bool Circle)>();
        var seen = 0;
        for (var root = 0; root < graph.Nodes; root++)
        {
            if (index[root] == 0) Enter(root);
            while (path.TryPeek(out var node))
            {
                if (Follower(node) is { } to)
                {
                    if (index[to] == 0) Enter(to);
                    else if (onStack[to]) low[node] = Math.Min(low[node], index[to]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before)) low[before] = Math.Min(low[before], low[node]);
                if (low[node] == index[node]) Close(node);
            }
        }

        // Components are found receivers first: turned round, givers come first.
        found.Reverse();
        parts.Reverse();
        return new(graph, [.. found], [.. parts.Select(part => (graph.Nodes - part.To, graph.Nodes - part.From, part.Circle))]);

        void Enter(int node)
        {
            index[node] = low[node] = ++seen;
            onStack[node] = true;
            stack.Push(node);
            path.Push(node);
        }

        int? Follower(int node)
        {
            var at = next[node]++;
            if (!graph.IsEnd(node))
            {
                if (at == 0) return node + 1;
                at--;
            }

            var edge = graph.OutFrom[node] + at;
            return edge < graph.OutFrom[node + 1] ? graph.Edges[edge].To : null;
        }

        void Close(int node)
        {
            var from = found.Count;
            int member;
            do
            {
                member = stack.Pop();
                onStack[member] = false;
                found.Add(member);
            }
            while (member != node);

            // Within a circle in the order of the search, so that a delay runs through most of it in one pass; turned round at the end.
            found.Sort(from, found.Count - from, Comparer<int>.Create((a, b) => index[b].CompareTo(index[a])));
            parts.Add((from, found.Count, found.Count - from > 1));
        }
    }
}
