namespace Samstyre.Import;

/// <summary>A row of a table or a line of text.</summary>
/// <param name="Cells">Its cells.</param>
/// <param name="Lefts">Where the cells of a table begin; empty for text.</param>
/// <param name="IsOpenAbove">Whether no line closes it above.</param>
/// <param name="IsOpenBelow">Whether no line closes it below.</param>
internal sealed record PdfRow(List<string> Cells, List<double> Lefts, bool IsOpenAbove, bool IsOpenBelow)
{
    private const double SameColumn = 4;

    public int Page { get; init; }

    public bool StartsPage { get; init; }

    /// <summary>Whether its cells are a guess, or a part of them is cut off.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether the first row of the next page is the rest of this one: no cell has ink that is blank here, and the words go on in their middle, or the row is not closed.</summary>
    public bool GoesOnWith(PdfRow next)
    {
        if (Lefts.Count == 0 || next.Lefts.Count == 0) return false;
        var inked = Enumerable.Range(0, next.Cells.Count).Where(i => next.Cells[i].Length > 0).ToList();
        if (!inked.TrueForAll(i => ColumnAt(next.Lefts[i]) is { } column && Cells[column].Length > 0)) return false;
        return (IsOpenBelow && next.IsOpenAbove) || inked[0] > 0 || PdfText.GoesOn(next.Cells[0]);
    }

    /// <summary>This row with the rest of it.</summary>
    public PdfRow With(PdfRow rest)
    {
        var cells = Cells.ToList();
        for (var i = 0; i < rest.Cells.Count; i++)
        {
            if (rest.Cells[i].Length > 0 && ColumnAt(rest.Lefts[i]) is { } column) cells[column] = PdfText.Joined(cells[column], rest.Cells[i]);
        }

        return this with { Cells = cells, IsOpenBelow = rest.IsOpenBelow, IsDoubtful = IsDoubtful || rest.IsDoubtful };
    }

    private int? ColumnAt(double left) => Lefts.FindIndex(mine => Math.Abs(mine - left) < SameColumn) is >= 0 and var column ? column : null;
}
