namespace Samstyre.Import;

/// <summary>Lying pages whose left and right halves are texts of their own, as slides have them.</summary>
internal static class PdfHalves
{
    private const int LeastLines = 4;
    private const double SameLine = 1.5;

    /// <summary>Of the right half's lines so many stand on the height of no line of the left half: those of a table would stand beside its labels.</summary>
    private const double Staggered = 0.3;

    /// <summary>What stands above both halves, the left half and the right one; null where the page is one text.</summary>
    public static List<List<PdfSegment>>? Of(PdfPage page, IReadOnlyList<PdfSegment> segments)
    {
        if (page.Width <= page.Height) return null;
        var middle = segments.Select(segment => segment.Left).Where(left => left > page.Width * 0.35 && left < page.Width * 0.65).Order();
        foreach (var gutter in middle.Take(segments.Count).Distinct().Take(LeastLines))
        {
            var (left, right) = (segments.Where(segment => segment.Right < gutter).ToList(), segments.Where(segment => segment.Left >= gutter).ToList());
            if (left.Count < LeastLines || right.Count < LeastLines) continue;
            var across = segments.Except(left).Except(right).ToList();
            var top = Math.Min(left.Min(segment => segment.Top), right.Min(segment => segment.Top));
            // A title over the halves may be short and stand in one of them.
            if (across.TrueForAll(segment => segment.Bottom < top + segment.Box.Height) && IsStaggered(left, right)) return [across, left, right];
        }

        return null;
    }

    private static bool IsStaggered(List<PdfSegment> left, List<PdfSegment> right) =>
        right.Count(one => !left.Exists(other => Math.Abs(other.Bottom - one.Bottom) < SameLine)) >= right.Count * Staggered;
}
