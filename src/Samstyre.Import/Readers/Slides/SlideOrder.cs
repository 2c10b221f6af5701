namespace Samstyre.Import;

/// <summary>The order in which a person reads a slide's shapes: the title, then as they stand.</summary>
internal static class SlideOrder
{
    /// <summary>Frames drawn by hand overlap a little (5 points).</summary>
    private const double Overlap = 63_500;

    public static IEnumerable<SlideShape> Of(IReadOnlyList<SlideShape> shapes)
    {
        var titles = shapes.Where(shape => shape.IsTitle);
        var unplaced = shapes.Where(shape => shape is { IsTitle: false, Frame: null });
        var placed = shapes.Where(shape => shape is { IsTitle: false, Frame: not null }).ToList();
        return [.. titles, .. unplaced, .. ReadingOrder.Of(placed, Overlap)];
    }
}
