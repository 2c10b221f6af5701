namespace Samstyre.Import;

/// <summary>A table by its drawn lines: its rows and columns, and which of their squares are one cell.</summary>
internal sealed class PdfTable : IPlaced
{
    /// <summary>Lines nearer to each other than this are one: both edges of a thin bar, the borders of neighbouring cells.</summary>
    private const double Thickness = 4;

    /// <summary>So often in a cell a word may fill its line by chance.</summary>
    private const int SureBreaks = 1;

    private const int MostSquares = 50_000;

    private readonly double[] columns;
    private readonly double[] rows;
    private readonly int[] cellOf;
    private readonly bool closedAbove;
    private readonly bool closedBelow;
    private readonly List<PdfWord>[] words;

    private PdfTable(double[] columns, double[] rows, int[] cellOf, List<PdfRule> level)
    {
        (this.columns, this.rows, this.cellOf) = (columns, rows, cellOf);
        closedAbove = level.Exists(rule => Math.Abs(rule.At - rows[0]) < Thickness);
        closedBelow = level.Exists(rule => Math.Abs(rule.At - rows[^1]) < Thickness);
        words = new List<PdfWord>[cellOf.Length];
        Box = new(columns[0], rows[0], columns[^1], rows[^1]);
    }

    public PdfBox Box { get; }

    public double Left => Box.Left;

    public double Top => Box.Top;

    public double Right => Box.Right;

    public double Bottom => Box.Bottom;

    private int Wide => columns.Length - 1;

    private int High => rows.Length - 1;

    /// <summary>The table of lines that touch each other; null where they enclose no cells beside or below each other.</summary>
    public static PdfTable? Of(IReadOnlyList<PdfRule> rules)
    {
        var (level, upright) = (rules.Where(rule => rule.IsLevel).ToList(), rules.Where(rule => !rule.IsLevel).ToList());
        if (level.Count == 0 || upright.Count == 0) return null;
        // A cell that goes on over the page's end is open there.
        var columns = Clustered([.. upright.Select(rule => rule.At), level.Min(rule => rule.From), level.Max(rule => rule.To)]);
        var rows = Clustered([.. level.Select(rule => rule.At), upright.Min(rule => rule.From), upright.Max(rule => rule.To)]);
        if (columns.Length < 2 || rows.Length < 2 || (columns.Length - 1) * (rows.Length - 1) is 1 or > MostSquares) return null;
        var cells = Cells(columns, rows, level, upright);
        return cells.Distinct().Skip(1).Any() ? new(columns, rows, cells, level) : null;
    }

    /// <summary>Whether another table has this one's edges and no columns but this one's, as its rest on the next page does.</summary>
    public bool HasColumnsOf(PdfTable rest) =>
        Math.Abs(Left - rest.Left) < Thickness && Math.Abs(Right - rest.Right) < Thickness && Array.TrueForAll(rest.columns, line => Array.Exists(columns, mine => Math.Abs(mine - line) < Thickness));

    /// <summary>Takes a word that stands in one of its cells.</summary>
    public void Add(PdfWord word)
    {
        var cell = cellOf[(Square(rows, word.Box.MiddleY) * Wide) + Square(columns, word.Box.MiddleX)];
        (words[cell] ??= []).Add(word);
    }

    /// <summary>The rows with ink, cells that are covered by others as blanks.</summary>
    /// <param name="vocabulary">How often each word stands in the file.</param>
    public IEnumerable<PdfRow> Rows(IReadOnlyDictionary<string, int> vocabulary)
    {
        foreach (var part in Parts())
        {
            // Where no cell of a part begins, the line belongs to another part.
            var begun = Enumerable.Range(0, Wide).Where(column => part.Exists(row => Begins(row, column))).ToList();
            foreach (var row in part)
            {
                var cells = begun.ConvertAll(column => TextOf((row * Wide) + column, vocabulary));
                if (cells.Exists(cell => cell.Length > 0)) yield return new(cells, begun.ConvertAll(column => columns[column]), row == 0 && !closedAbove, row == High - 1 && !closedBelow) { IsDoubtful = begun.Exists(column => IsDoubtful((row * Wide) + column, vocabulary)) };
            }
        }
    }

    /// <summary>Tables that stand on each other are drawn as one, though each has columns of its own.</summary>
    private List<List<int>> Parts()
    {
        var parts = new List<List<int>>();
        var known = new HashSet<int>();
        for (var row = 0; row < High; row++)
        {
            var begun = Enumerable.Range(0, Wide).Where(column => Begins(row, column) || BeginsAbove(row, column)).ToHashSet();
            if (parts.Count == 0 || !(begun.IsSubsetOf(known) || known.IsSubsetOf(begun)))
            {
                parts.Add([]);
                known.Clear();
            }

            parts[^1].Add(row);
            known.UnionWith(begun);
        }

        return parts;
    }

    private bool Begins(int row, int column) => cellOf[(row * Wide) + column] == (row * Wide) + column;

    /// <summary>Whether a cell that reaches down from above begins in the column.</summary>
    private bool BeginsAbove(int row, int column) => cellOf[(row * Wide) + column] < row * Wide && cellOf[(row * Wide) + column] % Wide == column;

    private string TextOf(int square, IReadOnlyDictionary<string, int> vocabulary) =>
        cellOf[square] == square && words[square] is { } inside ? PdfText.Of(inside, columns[square % Wide], RightOf(square), vocabulary) : "";

    private bool IsDoubtful(int square, IReadOnlyDictionary<string, int> vocabulary) =>
        cellOf[square] == square && words[square] is { } inside && PdfText.UnsureBreaks(inside, columns[square % Wide], RightOf(square), vocabulary) > (PdfText.IsNarrow(inside, columns[square % Wide], RightOf(square)) ? 0 : SureBreaks);

    private double RightOf(int square)
    {
        var last = square;
        while ((last + 1) % Wide != 0 && cellOf[last + 1] == square) last++;
        return columns[(last % Wide) + 1];
    }

    private static int Square(double[] lines, double at)
    {
        var found = Array.BinarySearch(lines, at);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, lines.Length - 2);
    }

    private static double[] Clustered(List<double> places)
    {
        places.Sort();
        var lines = new List<double>();
        for (var start = 0; start < places.Count;)
        {
            var end = start + 1;
            while (end < places.Count && places[end] - places[end - 1] < Thickness) end++;
            lines.Add((places[start] + places[end - 1]) / 2);
            start = end;
        }

        return [.. lines];
    }

    /// <summary>Joins squares that no line parts; every square gets the number of its cell's first square.</summary>
    private static int[] Cells(double[] columns, double[] rows, List<PdfRule> level, List<PdfRule> upright)
    {
        var (wide, high) = (columns.Length - 1, rows.Length - 1);
        var (below, beside) = (Parted(level, rows, columns), Parted(upright, columns, rows));
        var cells = Enumerable.Range(0, wide * high).ToArray();
        for (var row = 0; row < high; row++)
        {
            for (var column = 0; column < wide; column++)
            {
                var square = (row * wide) + column;
                if (column + 1 < wide && !beside.Contains((column + 1, row))) Join(cells, square, square + 1);
                if (row + 1 < high && !below.Contains((row + 1, column))) Join(cells, square, square + wide);
            }
        }

        for (var square = 0; square < cells.Length; square++) cells[square] = Root(cells, square);
        return cells;
    }

    /// <summary>Which stretches of which lines are drawn, at least over half their length.</summary>
    private static HashSet<(int Line, int Stretch)> Parted(List<PdfRule> rules, double[] lines, double[] across)
    {
        var parted = new HashSet<(int, int)>();
        foreach (var group in rules.GroupBy(rule => Nearest(lines, rule.At)))
        {
            var covered = new double[across.Length - 1];
            var reached = double.NegativeInfinity;
            foreach (var rule in group.OrderBy(rule => rule.From))
            {
                var from = Math.Max(rule.From, reached);
                for (var i = Square(across, from); i < covered.Length && across[i] < rule.To; i++) covered[i] += Math.Max(0, Math.Min(across[i + 1], rule.To) - Math.Max(across[i], from));
                reached = Math.Max(reached, rule.To);
            }

            for (var i = 0; i < covered.Length; i++)
            {
                if (covered[i] >= (across[i + 1] - across[i]) / 2) parted.Add((group.Key, i));
            }
        }

        return parted;
    }

    private static int Nearest(double[] lines, double at)
    {
        var square = Square(lines, at);
        return at - lines[square] <= lines[square + 1] - at ? square : square + 1;
    }

    private static void Join(int[] cells, int a, int b)
    {
        var (first, second) = (Root(cells, a), Root(cells, b));
        cells[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Root(int[] cells, int square)
    {
        while (cells[square] != square) square = cells[square] = cells[cells[square]];
        return square;
    }
}
