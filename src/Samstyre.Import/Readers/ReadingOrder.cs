namespace Samstyre.Import;

/// <summary>Something with a place on a page or slide.</summary>
internal interface IPlaced
{
    double Left { get; }

    double Top { get; }

    double Right { get; }

    double Bottom { get; }
}

/// <summary>The order in which a person reads what stands on a page or slide: bands from top to bottom, and within a band columns from left to right.</summary>
internal static class ReadingOrder
{
    /// <summary>Cutting is for pages that people made; far more things than that are only sorted.</summary>
    private const int MostToCut = 300;

    /// <param name="things">What stands there.</param>
    /// <param name="overlap">How far two things may reach into each other and still stand apart.</param>
    public static IEnumerable<T> Of<T>(List<T> things, double overlap)
        where T : IPlaced => things.Count <= MostToCut ? Cut(things, overlap) : Sorted(things);

    private static IEnumerable<T> Cut<T>(List<T> things, double overlap)
        where T : IPlaced
    {
        if (things.Count < 2) return things;
        var parts = Parts(things, thing => thing.Top, thing => thing.Bottom, overlap);
        if (parts.Count == 1) parts = Parts(things, thing => thing.Left, thing => thing.Right, overlap);
        return parts.Count == 1 ? Sorted(things) : parts.SelectMany(part => Cut(part, overlap));
    }

    /// <summary>Things parted where a straight line crosses none of them.</summary>
    private static List<List<T>> Parts<T>(List<T> things, Func<T, double> from, Func<T, double> to, double overlap)
    {
        var parts = new List<List<T>>();
        var end = double.NegativeInfinity;
        foreach (var thing in things.OrderBy(from))
        {
            if (parts.Count == 0 || from(thing) >= end - overlap) parts.Add([]);
            parts[^1].Add(thing);
            // A thin thing must not vanish in the overlap.
            end = Math.Max(end, Math.Max(to(thing), from(thing) + overlap + 1));
        }

        return parts;
    }

    private static IOrderedEnumerable<T> Sorted<T>(List<T> things)
        where T : IPlaced => things.OrderBy(thing => thing.Top).ThenBy(thing => thing.Left);
}
