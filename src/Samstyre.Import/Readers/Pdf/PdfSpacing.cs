namespace Samstyre.Import;

/// <summary>How far apart a file sets lines of one text, and whether rows of its tables stand further apart than that.</summary>
internal sealed class PdfSpacing
{
    /// <summary>How much further apart than lines of a text rows have to stand.</summary>
    private const double Wider = 1.12;

    private const double MuchWider = 1.5;

    /// <summary>Of lines that look like rows so many stand further apart, where rows do at all.</summary>
    private const double LeastShare = 0.5;

    private const int LeastPairs = 3;

    /// <summary>The share of tables in which some texts may be centred or set in.</summary>
    private const double MostUneven = 0.2;

    /// <summary>In heights of their letters: where no text has several lines, paragraphs are not taken for them.</summary>
    private const double WidestPitch = 1.35;

    private readonly double pitch = WidestPitch;

    public PdfSpacing(IReadOnlyList<PdfGrid> grids)
    {
        var tables = grids.Where(grid => grid.Columns.Count > 1 && grid.Lines.Count > 2).ToList();
        IsUneven = tables.Count(grid => !grid.IsEven) > tables.Count * MostUneven;
        var pairs = grids.SelectMany(grid => grid.Lines.Zip(grid.Lines.Skip(1))).Where(pair => pair.Second.Bottom > pair.First.Bottom + 1).ToList();
        if (pairs.Count == 0) return;
        var pitches = pairs.ConvertAll(pair => Pitch(pair.First, pair.Second));
        pitches.Sort();
        // A few lines may be set closer by chance.
        pitch = Math.Min(WidestPitch, pitches[pitches.Count / 50]);
        var rows = grids.SelectMany(grid => grid.Lines.Zip(grid.Lines.Skip(1)).Where(pair => pair.First.Segments.Count > 1 && BeginsRow(grid, pair.Second))).ToList();
        var apart = rows.Count(pair => IsApart(pair.First, pair.Second));
        PartsRows = apart >= LeastPairs && apart >= rows.Count * LeastShare;
    }

    /// <summary>Whether texts under each other begin here and there, as centred ones do: then a gap between them proves no column.</summary>
    public bool IsUneven { get; }

    /// <summary>Whether space tells rows from the lines of a cell.</summary>
    public bool PartsRows { get; }

    /// <summary>Whether a line stands further below another than lines of one text do.</summary>
    public bool IsApart(PdfGridLine above, PdfGridLine below) => Pitch(above, below) > pitch * Wider;

    /// <summary>Whether a line looks like the first one of a row: words that go on in several cells at once seldom begin with a capital.</summary>
    private static bool BeginsRow(PdfGrid grid, PdfGridLine line) => line.Segments.Count > 1 && grid.ColumnOf(line.Segments[0]) == 0 && !PdfText.GoesOn(line.Segments[0].Text);

    /// <summary>Whether a line stands so far below another that no cell holds both.</summary>
    public bool IsFarApart(PdfGridLine above, PdfGridLine below) => Pitch(above, below) > pitch * MuchWider;

    private static double Pitch(PdfGridLine above, PdfGridLine below) => (below.Bottom - above.Bottom) / (below.Bottom - below.Top);
}
