namespace Samstyre.Import;

/// <summary>Words of a line that no wide gap parts.</summary>
internal sealed record PdfSegment(PdfLine Line, string Text, PdfBox Box) : IPlaced
{
    /// <summary>The widest gap between words of one text, in heights of their letters.</summary>
    private const double WidestSpace = 0.9;

    private const double SameLeft = 2;

    public double Left => Box.Left;

    public double Top => Box.Top;

    public double Right => Box.Right;

    public double Bottom => Box.Bottom;

    /// <summary>Whether it is alone on its line, close under another one and as far from the left.</summary>
    public bool GoesOnUnder(PdfSegment above) =>
        Line != above.Line && Box == Line.Box && Math.Abs(Left - above.Left) < SameLeft && Top >= above.Top && Top - above.Bottom < Box.Height / 2;

    public static IEnumerable<PdfSegment> Of(PdfLine line)
    {
        var start = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i < line.Words.Count && line.Words[i].Box.Left - line.Words[i - 1].Box.Right <= WidestSpace * line.Words[i].Box.Height) continue;
            var words = line.Words[start..i];
            yield return new(line, string.Join(' ', words.Select(word => word.Text)), words.Select(word => word.Box).Aggregate((a, b) => a.With(b)));
            start = i;
        }
    }
}
