namespace Samstyre.Import;

/// <summary>Words of a line that no wide gap parts.</summary>
internal sealed record PdfSegment(PdfLine Line, IReadOnlyList<PdfWord> Words, PdfBox Box) : IPlaced
{
    /// <summary>The widest gap between words of one text, in heights of their letters.</summary>
    private const double WidestSpace = 0.6;

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    public double Left => Box.Left;

    public double Top => Box.Top;

    public double Right => Box.Right;

    public double Bottom => Box.Bottom;

    public static IEnumerable<PdfSegment> Of(PdfLine line)
    {
        var start = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i < line.Words.Count && line.Words[i].Box.Left - line.Words[i - 1].Box.Right <= WidestSpace * line.Words[i].Box.Height) continue;
            var words = line.Words[start..i];
            yield return new(line, words, words.Select(word => word.Box).Aggregate((a, b) => a.With(b)));
            start = i;
        }
    }
}
