namespace Samstyre.Analysis;

/// <summary>How far one delay spreads through a graph.</summary>
internal sealed class RippleSpread
{
    /// <summary>The delay of what never comes; it passes every slack.</summary>
    public const int Never = int.MaxValue;

    private RippleSpread(int nodes)
    {
        Months = new int[nodes];
        Via = new int[nodes];
        Before = new int[nodes];
        Array.Fill(Before, -1);
    }

    /// <summary>Per node its delay in months; 0 where it is not reached.</summary>
    public int[] Months { get; }

    /// <summary>Per reached node the edge that brought the delay; -1 where the plan of its own unit did, and at the start.</summary>
    public int[] Via { get; }

    /// <summary>Per reached node the one that the delay came from; -1 at the start.</summary>
    public int[] Before { get; }

    /// <summary>The reached nodes, the start first; each after the one that its delay came from.</summary>
    public List<int> Order { get; } = [];

    /// <summary>Spreads a delay.</summary>
    // Ends whatever circles the graph has: a delay never grows on its way (slack is never negative), so the largest one
    // that is left can't be raised by any other; nodes are taken by falling delay, each once, and each edge is followed once.
    public static RippleSpread Of(RippleGraph graph, int start, int months, bool criticalOnly)
    {
        var spread = new RippleSpread(graph.Nodes);
        // What never comes loses nothing to slack: one queue is enough. Else one per month that a delay can have.
        var top = months == Never ? 0 : months;
        var queues = new List<int>[top + 1];
        for (var delay = 0; delay <= top; delay++) queues[delay] = [];
        var taken = new bool[graph.Nodes];
        spread.Months[start] = months;
        spread.Via[start] = -1;
        queues[top].Add(start);
        for (var queue = top; queue >= (months == Never ? 0 : 1); queue--)
        {
            var waiting = queues[queue];
            for (var at = 0; at < waiting.Count; at++)
            {
                var node = waiting[at];
                if (taken[node]) continue;
                taken[node] = true;
                spread.Order.Add(node);
                var delay = spread.Months[node];
                if (!graph.IsEnd(node)) Pass(node, node + 1, delay, -1);
                for (var edge = graph.OutFrom[node]; edge < graph.OutFrom[node + 1]; edge++)
                {
                    var along = graph.Edges[edge];
                    if (criticalOnly && !along.Critical) continue;
                    Pass(node, along.To, Passed(delay, along.Slack), edge);
                }
            }
        }

        return spread;

        void Pass(int from, int to, int delay, int via)
        {
            if (delay <= spread.Months[to]) return;
            (spread.Months[to], spread.Via[to], spread.Before[to]) = (delay, via, from);
            queues[delay == Never ? 0 : delay].Add(to);
        }
    }

    /// <summary>What is left of a delay after a slack.</summary>
    public static int Passed(int delay, int slack) => delay == Never ? Never : Math.Max(0, delay - slack);
}
