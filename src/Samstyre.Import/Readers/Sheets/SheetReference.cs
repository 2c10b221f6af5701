using System.Globalization;

namespace Samstyre.Import;

/// <summary>Cells of a sheet that are merged to one, from the first row and column to the last.</summary>
internal readonly record struct SheetRange(int Top, int Left, int Bottom, int Right);

/// <summary>References to cells such as B12.</summary>
internal static class SheetReference
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    /// <summary>The column of a reference, from 1.</summary>
    public static bool TryColumn(ReadOnlySpan<char> reference, out int column)
    {
        column = 0;
        foreach (var letter in reference)
        {
            if (letter == '$') continue;
            if (!char.IsAsciiLetter(letter)) break;
            column = (column * 26) + (letter & 31);
            if (column > LastColumn) return false;
        }

        return column > 0;
    }

    /// <summary>A range such as B2:D4.</summary>
    public static bool TryRange(string? reference, out SheetRange range)
    {
        range = default;
        if (reference?.IndexOf(':') is not (> 0 and var colon)) return false;
        if (!TryCell(reference.AsSpan(0, colon), out var top, out var left) || !TryCell(reference.AsSpan(colon + 1), out var bottom, out var right)) return false;
        range = new(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
        return true;
    }

    private static bool TryCell(ReadOnlySpan<char> reference, out int row, out int column)
    {
        row = 0;
        return TryColumn(reference, out column) && int.TryParse(reference[(reference.LastIndexOfAnyExceptInRange('0', '9') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is > 0 and <= LastRow;
    }
}
