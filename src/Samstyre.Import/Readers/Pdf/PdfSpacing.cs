namespace Samstyre.Import;

/// <summary>How far apart a file sets lines of one text, and whether rows of its tables stand further apart than that.</summary>
internal sealed class PdfSpacing
{
    /// <summary>How much further apart than lines of a text rows have to stand.</summary>
    private const double Wider = 1.12;

    /// <summary>Of lines that each have several columns so many stand further apart, where rows do at all.</summary>
    private const double LeastShare = 0.25;

    private const int LeastPairs = 3;

    /// <summary>In heights of their letters: where no text has several lines, paragraphs are not taken for them.</summary>
    private const double WidestPitch = 1.35;

    private readonly double pitch = WidestPitch;

    public PdfSpacing(IEnumerable<PdfGrid> grids)
    {
        var pairs = grids.SelectMany(grid => grid.Lines.Zip(grid.Lines.Skip(1))).Where(pair => pair.Second.Bottom > pair.First.Bottom + 1).ToList();
        if (pairs.Count == 0) return;
        var pitches = pairs.ConvertAll(pair => Pitch(pair.First, pair.Second));
        pitches.Sort();
        // A few lines may be set closer by chance.
        pitch = Math.Min(WidestPitch, pitches[pitches.Count / 50]);
        var rows = pairs.Where(pair => pair.First.Segments.Count > 1 && pair.Second.Segments.Count > 1).ToList();
        var apart = rows.Count(pair => IsApart(pair.First, pair.Second));
        PartsRows = apart >= LeastPairs && apart >= rows.Count * LeastShare;
    }

    /// <summary>Whether space tells rows from the lines of a cell.</summary>
    public bool PartsRows { get; }

    /// <summary>Whether a line stands further below another than lines of one text do.</summary>
    public bool IsApart(PdfGridLine above, PdfGridLine below) => Pitch(above, below) > pitch * Wider;

    private static double Pitch(PdfGridLine above, PdfGridLine below) => (below.Bottom - above.Bottom) / (below.Bottom - below.Top);
}
