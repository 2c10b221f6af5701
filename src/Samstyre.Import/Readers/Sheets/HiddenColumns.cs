using System.Globalization;

namespace Samstyre.Import;

/// <summary>Which columns of a sheet are not shown.</summary>
internal sealed class HiddenColumns
{
    // How many ranges of hidden columns begin less how many end with each column: a file may name very many.
    private int[]? changes;
    private bool[]? hidden;

    /// <param name="first">The number of the first one, as written.</param>
    /// <param name="last">The number of the last one.</param>
    public void Add(string? first, string? last)
    {
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) || from > to || from is < 1 or > SheetReference.LastColumn) return;
        changes ??= new int[SheetReference.LastColumn + 2];
        changes[from]++;
        changes[Math.Min(to, SheetReference.LastColumn) + 1]--;
        hidden = null;
    }

    public bool Has(int column)
    {
        if (changes is null) return false;
        hidden ??= Sum(changes);
        return hidden[column];
    }

    private static bool[] Sum(int[] changes)
    {
        var sums = new bool[changes.Length];
        var open = 0;
        for (var column = 0; column < changes.Length; column++)
        {
            open += changes[column];
            sums[column] = open > 0;
        }

        return sums;
    }
}
