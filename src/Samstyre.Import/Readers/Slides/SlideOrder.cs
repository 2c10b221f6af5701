namespace Samstyre.Import;

/// <summary>The order in which a person reads a slide's shapes: the title, then bands from top to bottom, and within a band columns from left to right.</summary>
internal static class SlideOrder
{
    /// <summary>Cutting is for slides that people made; far more shapes than that are only sorted.</summary>
    private const int MostShapesToCut = 300;

    /// <summary>Frames drawn by hand overlap a little (5 points).</summary>
    private const double Overlap = 63_500;

    public static IEnumerable<SlideShape> Of(IReadOnlyList<SlideShape> shapes)
    {
        var titles = shapes.Where(shape => shape.IsTitle);
        var unplaced = shapes.Where(shape => shape is { IsTitle: false, Frame: null });
        var rest = shapes.Where(shape => shape is { IsTitle: false, Frame: not null }).ToList();
        return [.. titles, .. unplaced, .. rest.Count <= MostShapesToCut ? Cut(rest) : Sorted(rest)];
    }

    private static IEnumerable<SlideShape> Cut(List<SlideShape> shapes)
    {
        if (shapes.Count < 2) return shapes;
        var parts = Parts(shapes, shape => shape.Frame!.Value.Y, shape => shape.Frame!.Value.Bottom);
        if (parts.Count == 1) parts = Parts(shapes, shape => shape.Frame!.Value.X, shape => shape.Frame!.Value.Right);
        return parts.Count == 1 ? Sorted(shapes) : parts.SelectMany(Cut);
    }

    /// <summary>Shapes parted where a straight line crosses none of them.</summary>
    private static List<List<SlideShape>> Parts(List<SlideShape> shapes, Func<SlideShape, double> from, Func<SlideShape, double> to)
    {
        var parts = new List<List<SlideShape>>();
        var end = double.NegativeInfinity;
        foreach (var shape in shapes.OrderBy(from))
        {
            if (parts.Count == 0 || from(shape) >= end - Overlap) parts.Add([]);
            parts[^1].Add(shape);
            // A thin shape must not vanish in the tolerance.
            end = Math.Max(end, Math.Max(to(shape), from(shape) + Overlap + 1));
        }

        return parts;
    }

    private static IEnumerable<SlideShape> Sorted(IEnumerable<SlideShape> shapes) => shapes.OrderBy(shape => shape.Frame!.Value.Y).ThenBy(shape => shape.Frame!.Value.X);
}
