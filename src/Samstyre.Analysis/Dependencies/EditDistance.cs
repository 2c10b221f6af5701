namespace Samstyre.Analysis;

/// <summary>How many slips of the pen lie between two words.</summary>
internal static class EditDistance
{
    /// <summary>Whether one becomes the other by so many letters added, left out, changed, or changed places with the next.</summary>
    public static bool IsAtMost(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return false;
        var same = one.CommonPrefixLength(other);
        if (same == one.Length || same == other.Length) return true;
        var (first, second) = (one[same], other[same]);
        var restOfOne = one[(same + 1)..];
        var restOfOther = other[(same + 1)..];
        return most > 0
            && (IsAtMost(restOfOne, restOfOther, most - 1)
                || IsAtMost(restOfOne, other[same..], most - 1)
                || IsAtMost(one[same..], restOfOther, most - 1)
                || (restOfOne is [var next, ..] && restOfOther is [var nextOther, ..] && next == second && nextOther == first && IsAtMost(restOfOne[1..], restOfOther[1..], most - 1)));
    }
}
