namespace Samstyre.Import;

/// <summary>Lines of text under each other that no drawn cells hold. Its columns are what no gap parts when all its lines are looked at from above.</summary>
internal sealed class PdfGrid
{
    /// <summary>Columns nearer to each other than this are one.</summary>
    private const double Apart = 1.5;

    private const double Even = 0.7;

    private const double SamePlace = 1.5;

    private readonly List<PdfGridLine> lines = [];
    private List<(double Left, double Right)> columns = [];
    private bool mayMerge = true;

    public IReadOnlyList<PdfGridLine> Lines => lines;

    public IReadOnlyList<(double Left, double Right)> Columns => columns;

    /// <summary>Whether nearly all texts of each column begin, or nearly all end, at the same distance from the left.</summary>
    public bool IsEven => lines.Where(line => !line.IsWide).SelectMany(line => line.Segments).GroupBy(ColumnOf).All(column =>
        MostAlike(column.Select(segment => segment.Left)) >= column.Count() * Even || MostAlike(column.Select(segment => segment.Right)) >= column.Count() * Even);

    /// <summary>Segments in reading order, those of a line together, as grids in which no two segments of a line share a column.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="above">What ended the page before, whose columns may go on here; null where nothing can.</param>
    public static IEnumerable<PdfGrid> Of(IEnumerable<PdfSegment> segments, PdfGrid? above)
    {
        var grid = new PdfGrid { columns = above is null ? [] : [.. above.columns], mayMerge = above is null };
        foreach (var line in InLines(segments))
        {
            if (grid.Takes(line)) continue;
            if (grid.lines.Count > 0) yield return grid;
            grid = new();
            grid.Takes(line);
        }

        if (grid.lines.Count > 0) yield return grid;
    }

    /// <summary>Where the texts of a column break at the latest: nearer to the next column than all others' texts none comes.</summary>
    public double EdgeOf(int column) => column == columns.Count - 1 ? columns[column].Right : columns[column + 1].Left - Enumerable.Range(1, columns.Count - 1).Min(next => columns[next].Left - columns[next - 1].Right);

    /// <summary>The column that a segment stands in.</summary>
    public int ColumnOf(PdfSegment segment) => ColumnOf(columns, segment);

    private static int MostAlike(IEnumerable<double> places) => places.Order().Aggregate((Most: 0, Run: 0, Last: double.NegativeInfinity), (seen, place) =>
    {
        var run = place - seen.Last < SamePlace ? seen.Run + 1 : 1;
        return (Math.Max(seen.Most, run), run, place);
    }).Most;

    private static int ColumnOf(List<(double Left, double Right)> columns, PdfSegment segment) => columns.FindLastIndex(column => column.Left <= segment.Left);

    private static IEnumerable<List<PdfSegment>> InLines(IEnumerable<PdfSegment> segments)
    {
        var line = new List<PdfSegment>();
        foreach (var segment in segments)
        {
            if (line.Count > 0 && line[^1].Line != segment.Line)
            {
                yield return line;
                line = [];
            }

            line.Add(segment);
        }

        if (line.Count > 0) yield return line;
    }

    private bool Takes(List<PdfSegment> segments)
    {
        // A text that goes over several columns belongs to none of them.
        var isWide = segments.Count == 1 && columns.Count(column => column.Left < segments[0].Right && column.Right > segments[0].Left) > 1;
        if (!isWide)
        {
            var widened = Merged([.. columns, .. segments.Select(segment => (segment.Left, segment.Right))]);
            if (!HasOwnColumns(widened, segments)) return false;
            if (widened.Count < columns.Count && (!mayMerge || !lines.TrueForAll(line => line.IsWide || HasOwnColumns(widened, line.Segments)))) return false;
            columns = widened;
        }

        lines.Add(new(segments, isWide));
        return true;
    }

    private static bool HasOwnColumns(List<(double Left, double Right)> columns, IReadOnlyList<PdfSegment> segments) =>
        segments.Count == 1 || segments.Select(segment => ColumnOf(columns, segment)).Distinct().Count() == segments.Count;

    private static List<(double Left, double Right)> Merged(List<(double Left, double Right)> spans)
    {
        spans.Sort();
        var merged = new List<(double Left, double Right)>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Left < merged[^1].Right + Apart) merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, span.Right));
            else merged.Add(span);
        }

        return merged;
    }
}

/// <summary>A line of a grid.</summary>
/// <param name="Segments">Its words, parted by wide gaps; at least one.</param>
/// <param name="IsWide">Whether it is one text that goes over several columns.</param>
internal sealed record PdfGridLine(IReadOnlyList<PdfSegment> Segments, bool IsWide)
{
    public double Top { get; } = Segments.Min(segment => segment.Top);

    public double Bottom { get; } = Segments.Max(segment => segment.Bottom);

    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;
}
