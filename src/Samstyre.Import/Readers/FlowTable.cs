namespace Samstyre.Import;

/// <summary>A table that is open: its row so far, and which columns cells from rows above still cover.</summary>
internal sealed class FlowTable
{
    private readonly Dictionary<int, int> coveredTo = [];
    private List<string> cells = [];
    private bool isInRow;
    private int row;
    private int wide;
    private int high;

    /// <summary>Where its row begins.</summary>
    public int? Line { get; private set; }

    public bool IsInCell { get; private set; }

    /// <summary>Whether its row holds another table, so that the row is layout.</summary>
    public bool IsFlat { get; private set; }

    public void BeginRow(int? line) => (isInRow, Line) = (true, line);

    /// <param name="line">Where the cell begins.</param>
    /// <param name="columns">How many columns it takes, from 1.</param>
    /// <param name="rows">How many rows it reaches down, from 1.</param>
    public void BeginCell(int? line, int columns, int rows)
    {
        if (!isInRow) BeginRow(line);
        (IsInCell, wide, high) = (true, columns, rows);
    }

    /// <summary>Adds the cell with the blanks that merged cells make, as far as there may be more.</summary>
    public void EndCell(string text, Func<bool> mayBeBlank)
    {
        while (coveredTo.TryGetValue(cells.Count, out var last) && last >= row && mayBeBlank()) cells.Add("");
        for (var column = 0; column < wide && (column == 0 || mayBeBlank()); column++)
        {
            if (high > 1) coveredTo[cells.Count] = row + high - 1;
            cells.Add(column == 0 ? text : "");
        }
    }

    public void LeaveCell() => IsInCell = false;

    /// <summary>The cells before this one, which are paragraphs after all.</summary>
    public List<string> Flatten()
    {
        IsFlat = true;
        return Taken();
    }

    public List<string> EndRow()
    {
        if (isInRow) row++;
        (isInRow, IsInCell, IsFlat) = (false, false, false);
        return Taken();
    }

    /// <summary>Cells reach down no further than their part of the table.</summary>
    public void EndGroup() => coveredTo.Clear();

    private List<string> Taken()
    {
        var taken = cells;
        cells = [];
        return taken;
    }
}
