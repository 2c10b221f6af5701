namespace Samstyre.Analysis;

/// <summary>The layers of a drawing: everybody one layer above the highest of those it waits for, once circles are broken.</summary>
internal static class MapLayers
{
    private const int Sweeps = 4;

    /// <summary>The layer of each node, from 0 for those that wait for nobody.</summary>
    public static int[] Of(int nodes, (int Receiver, int Giver)[] edges)
    {
        var circle = MapCircles.Of(nodes, edges);
        var weight = new int[nodes];
        foreach (var (receiver, giver) in edges)
        {
            weight[giver]++;
            weight[receiver]--;
        }

        // Within a circle those that many wait for stand below; what points the other way does not count.
        var kept = edges.Where(edge => circle[edge.Receiver] != circle[edge.Giver] || (weight[edge.Giver], -edge.Giver).CompareTo((weight[edge.Receiver], -edge.Receiver)) > 0).ToList();
        var receivers = kept.ToLookup(edge => edge.Giver, edge => edge.Receiver);
        var waiting = new int[nodes];
        foreach (var (receiver, _) in kept) waiting[receiver]++;
        var layer = new int[nodes];
        var ready = new Queue<int>(Enumerable.Range(0, nodes).Where(node => waiting[node] == 0));
        while (ready.TryDequeue(out var giver))
        {
            foreach (var receiver in receivers[giver])
            {
                layer[receiver] = Math.Max(layer[receiver], layer[giver] + 1);
                if (--waiting[receiver] == 0) ready.Enqueue(receiver);
            }
        }

        return layer;
    }

    /// <summary>The nodes of each layer, ordered so that neighbours stand near each other: each by the middle of its neighbours, down and up again some times.</summary>
    public static int[][] Ordered(int[] layer, (int Receiver, int Giver)[] edges)
    {
        var layers = Enumerable.Range(0, layer.Max() + 1).Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < layer.Length; node++) layers[layer[node]].Add(node);
        var ordered = layers.Select(nodes => nodes.ToArray()).ToArray();
        var place = new double[layer.Length];
        foreach (var nodes in ordered) Number(nodes, place);
        var neighbours = edges.Concat(edges.Select(edge => (edge.Giver, edge.Receiver))).ToLookup(pair => pair.Item1, pair => pair.Item2);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var up = sweep % 2 == 0;
            for (var step = 0; step < ordered.Length; step++)
            {
                var at = up ? step : ordered.Length - 1 - step;
                ordered[at] = [.. ordered[at].OrderBy(Middle).ThenBy(node => node)];
                Number(ordered[at], place);

                double Middle(int node) => neighbours[node].Where(other => up ? layer[other] < at : layer[other] > at).Select(other => place[other]).DefaultIfEmpty(place[node]).Average();
            }
        }

        return ordered;
    }

    // Places from 0 to 1, so that layers of different sizes can be compared.
    private static void Number(int[] nodes, double[] place)
    {
        for (var at = 0; at < nodes.Length; at++) place[nodes[at]] = (at + 0.5) / nodes.Length;
    }
}
