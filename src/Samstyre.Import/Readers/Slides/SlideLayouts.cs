namespace Samstyre.Import;

/// <summary>Where a slide's shapes stand whose place its layout, or the layout's master, decides.</summary>
internal sealed class SlideLayouts(OfficePackage package)
{
    private readonly Dictionary<string, IReadOnlyList<SlideShape>> layouts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the shapes of a slide their places.</summary>
    public void Place(string slide, IReadOnlyList<SlideShape> shapes)
    {
        if (!shapes.Any(IsOpen) || Above(slide, "slideLayout") is not { } layout) return;
        var places = Shapes(layout);
        foreach (var shape in shapes.Where(IsOpen)) shape.Frame = places.FirstOrDefault(place => Fills(shape, place))?.Frame;
    }

    private static bool IsOpen(SlideShape shape) => shape is { Frame: null, Role: not null, IsTitle: false };

    private static bool Fills(SlideShape shape, SlideShape place) => place.Role is not null && place.Index == shape.Index && !place.IsFurniture;

    private IReadOnlyList<SlideShape> Shapes(string layout)
    {
        if (layouts.TryGetValue(layout, out var shapes)) return shapes;
        shapes = Read(layout);
        if (shapes.Any(IsOpen) && Above(layout, "slideMaster") is { } master)
        {
            var body = Read(master).FirstOrDefault(shape => shape.Role == "body")?.Frame;
            foreach (var shape in shapes.Where(IsOpen)) shape.Frame = body;
        }

        return layouts[layout] = shapes;
    }

    private IReadOnlyList<SlideShape> Read(string part)
    {
        using var xml = package.Xml(part);
        return xml is null ? [] : new SlideContent().Read(xml);
    }

    private string? Above(string part, string kind) => package.Related(part).FirstOrDefault(relation => relation.Kind == kind).Target;
}
