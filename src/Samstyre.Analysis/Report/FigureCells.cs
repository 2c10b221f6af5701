using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Cells of figures out of standings.</summary>
internal static class FigureCells
{
    /// <summary>How many there are.</summary>
    public static FigureCell Count(IEnumerable<Standing> standings)
    {
        var behind = standings.ToImmutableArray();
        return new(behind.Length, behind);
    }

    /// <summary>Standings divided by a place that each has, from 0.</summary>
    public static List<Standing>[] Divide(ImmutableArray<Standing> standings, int parts, Func<Standing, int> placeOf)
    {
        List<Standing>[] divided = [.. Enumerable.Range(0, parts).Select(_ => new List<Standing>())];
        foreach (var standing in standings) divided[placeOf(standing)].Add(standing);
        return divided;
    }

    /// <summary>The sum of what is stated; nothing where there is nobody, null when nobody of them states it, or when what somebody states can't be added up. Behind it are those that do.</summary>
    public static FigureCell Sum(IEnumerable<(Standing Standing, Money? Amount)> amounts)
    {
        var behind = ImmutableArray.CreateBuilder<Standing>();
        var (sum, nobody, absurd) = (0m, true, false);
        foreach (var (standing, amount) in amounts)
        {
            nobody = false;
            if (amount is not { } stated) continue;
            if (stated.IsSummable) sum += stated.Mnok;
            else absurd = true;
            if (behind.Count == 0 || !ReferenceEquals(behind[^1], standing)) behind.Add(standing);
        }

        return new(absurd || (behind.Count == 0 && !nobody) ? null : sum, behind.ToImmutable());
    }

    /// <summary>How many lack a value.</summary>
    public static FigureCell Missing(IEnumerable<(Standing Standing, Money? Amount)> amounts) =>
        Count(amounts.Where(pair => pair.Amount is null).Select(pair => pair.Standing));

    /// <summary>A part of a whole, 0-1, resting on the part; null of an empty whole.</summary>
    public static FigureCell Share(IEnumerable<Standing> part, int whole)
    {
        var behind = part.ToImmutableArray();
        return new(whole == 0 ? null : (decimal)behind.Length / whole, behind);
    }
}
