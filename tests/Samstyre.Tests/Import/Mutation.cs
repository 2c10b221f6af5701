namespace Samstyre.Tests.Import;

/// <summary>A small generator whose numbers depend on its seed alone (xorshift), so that a failing case comes back.</summary>
internal sealed class Chance(uint seed)
{
    private uint state = (seed * 2_654_435_761u) | 1u;

    /// <summary>A number from 0 up to a bound, which it never reaches.</summary>
    public int Below(int bound)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)bound);
    }
}

/// <summary>What careless fingers and copying do to a text.</summary>
internal static class Mutation
{
    private const string Letters = "aeiorntlsdkgmpøåæ 0125.,-/<>()";

    /// <summary>One letter left out, doubled, swapped with the next, or replaced by another.</summary>
    public static string Typo(string text, Chance chance)
    {
        if (text.Length < 2) return text;
        var at = chance.Below(text.Length - 1);
        return chance.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + Letters[chance.Below(17)] + text[(at + 1)..],
        };
    }

    /// <summary>Anything: letters, cells, lines left out, doubled, swapped, put in.</summary>
    public static string Anything(string text, Chance chance)
    {
        var lines = text.Split('\n').ToList();
        var at = chance.Below(lines.Count - 1);
        var cells = lines[at].Split('\t').ToList();
        var cell = chance.Below(cells.Count);
        switch (chance.Below(9))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(at, lines[at]); break;
            case 2: (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]); break;
            case 3: cells.RemoveAt(cell); lines[at] = string.Join('\t', cells); break;
            case 4: cells.Insert(cell, cells[cell]); lines[at] = string.Join('\t', cells); break;
            case 5: cells[cell] = Letters[chance.Below(Letters.Length)].ToString() + cells[cell]; lines[at] = string.Join('\t', cells); break;
            case 6: lines[at] = lines[at][..chance.Below(lines[at].Length + 1)]; break;
            case 7: lines.Insert(at, lines[chance.Below(lines.Count)]); break;
            default: lines[at] = Typo(lines[at], chance); break;
        }

        return string.Join('\n', lines);
    }
}
