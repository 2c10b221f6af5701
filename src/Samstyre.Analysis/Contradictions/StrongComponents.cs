namespace Samstyre.Analysis;

/// <summary>Tarjan's strong components of a directed graph, without recursion: a circle may be as long as the portfolio.</summary>
internal static class StrongComponents
{
    /// <summary>The components, each after those that it leads to.</summary>
    /// <param name="next">For each node where it leads.</param>
    public static List<int[]> Of(int[][] next)
    {
        var (index, low) = (new int[next.Length], new int[next.Length]);
        var onStack = new bool[next.Length];
        var stack = new Stack<int>();
        var work = new Stack<(int Node, int At)>();
        var components = new List<int[]>();
        var count = 0;
        for (var root = 0; root < next.Length; root++)
        {
            if (index[root] > 0) continue;
            work.Push((root, 0));
            while (work.TryPop(out var step))
            {
                var (node, at) = step;
                if (at == 0)
                {
                    index[node] = low[node] = ++count;
                    stack.Push(node);
                    onStack[node] = true;
                }
                else if (next[node][at - 1] is var came)
                {
                    low[node] = Math.Min(low[node], low[came]);
                }

                var descended = false;
                for (; at < next[node].Length; at++)
                {
                    var to = next[node][at];
                    if (index[to] == 0)
                    {
                        work.Push((node, at + 1));
                        work.Push((to, 0));
                        descended = true;
                        break;
                    }

                    if (onStack[to]) low[node] = Math.Min(low[node], index[to]);
                }

                if (descended || low[node] != index[node]) continue;
                var component = new List<int>();
                int member;
                do
                {
                    member = stack.Pop();
                    onStack[member] = false;
                    component.Add(member);
                }
                while (member != node);
                components.Add([.. component]);
            }
        }

        return components;
    }
}
