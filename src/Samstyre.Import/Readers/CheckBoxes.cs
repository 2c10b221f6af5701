using System.Buffers;
using System.Text;

namespace Samstyre.Import;

/// <summary>Choices made by ticking boxes: <c>☐ Ja ☒ Nei</c> says <c>Nei</c>.</summary>
internal static class CheckBoxes
{
    public const string Checked = "☒";
    public const string Unchecked = "☐";

    private static readonly SearchValues<char> Boxes = SearchValues.Create("☐☑☒");

    /// <summary>A cell's text with only the choices whose box is ticked; nothing where none is. Text without boxes stays as it is.</summary>
    public static string Chosen(string cell)
    {
        var first = cell.AsSpan().IndexOfAny(Boxes);
        if (first < 0) return cell;
        var before = cell[..first].Trim();
        var boxesFollow = before.Length > 0 && Boxes.Contains(cell.TrimEnd()[^1]);
        var chosen = new StringBuilder(boxesFollow ? "" : before);
        var from = boxesFollow ? 0 : first;
        while (from < cell.Length)
        {
            // The words of a choice stand behind its box, or before it where the text ends with one.
            var at = boxesFollow ? from + cell.AsSpan(from).IndexOfAny(Boxes) : from;
            if (at < from) break;
            var next = cell.AsSpan(at + 1).IndexOfAny(Boxes);
            var end = boxesFollow ? at : next < 0 ? cell.Length : at + 1 + next;
            if (cell[at] != Unchecked[0])
            {
                var words = boxesFollow ? cell[from..at] : cell[(at + 1)..end];
                if (chosen.Length > 0) chosen.Append(boxesFollow || before.Length == 0 || chosen.Length > before.Length ? ", " : " ");
                chosen.Append(words.Trim());
            }

            from = boxesFollow ? at + 1 : end;
        }

        return chosen.ToString();
    }
}
