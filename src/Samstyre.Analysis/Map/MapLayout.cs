using System.Collections.Immutable;
namespace Samstyre.Analysis;

/// <summary>Where the middle of a node is drawn, in pixels from the upper left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct MapPlace(int X, int Y);

/// <summary>A drawing of a map in layers: whoever waits stands to the left of whom it waits for. The same map is always drawn the same.</summary>
/// <param name="Places">Per node of the map, in its order.</param>
/// <param name="Width">Of the drawing, pixels.</param>
/// <param name="Height">Of the drawing, pixels.</param>
public sealed record MapLayout(ImmutableArray<MapPlace> Places, int Width, int Height)
{
    /// <summary>Width of a node, pixels.</summary>
    public const int NodeWidth = 176;

    /// <summary>Height of a node, pixels: three lines of text.</summary>
    public const int NodeHeight = 60;

    private const int Across = 250;
    private const int Down = 80;
    private const int FewestRows = 10;

    /// <summary>The drawing of a map.</summary>
    public static MapLayout Of(DependencyMap map)
    {
        if (map.Nodes.IsEmpty) return new([], NodeWidth, NodeHeight);
        var number = map.Nodes.Select((node, place) => (node.Target, place)).ToDictionary(pair => pair.Target, pair => pair.place);
        var edges = map.Edges.Select(edge => (Receiver: number[edge.Receiver], Giver: number[edge.Giver])).ToArray();
        var layers = MapLayers.Ordered(MapLayers.Of(map.Nodes.Length, edges), edges);
        // A layer of very many stands in several columns, so that the whole is about as wide as high.
        var most = Math.Max(FewestRows, (int)Math.Ceiling(Math.Sqrt((double)map.Nodes.Length * Across / Down)));
        var rows = layers.Select(layer => Rows(layer.Length, most)).ToArray();
        var places = new MapPlace[map.Nodes.Length];
        var (column, highest) = (0, rows.Max());
        // The first layer is waited for and waits for nobody: it stands to the right.
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            for (var at = 0; at < layers[layer].Length; at++)
                places[layers[layer][at]] = new((NodeWidth / 2) + ((column + (at / rows[layer])) * Across), (NodeHeight / 2) + ((at % rows[layer]) * Down) + ((highest - rows[layer]) * Down / 2));
            column += (layers[layer].Length + rows[layer] - 1) / rows[layer];
        }

        return new([.. places], NodeWidth + ((column - 1) * Across), NodeHeight + ((highest - 1) * Down));
    }

    private static int Rows(int count, int most)
    {
        var columns = (count + most - 1) / most;
        return (count + columns - 1) / columns;
    }
}
