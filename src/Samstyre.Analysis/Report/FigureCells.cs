using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>Those of some standings that something holds of; the very same where it holds of all, which spares a copy.</summary>
    public static ImmutableArray<Standing> Those(ImmutableArray<Standing> standings, Func<Standing, bool> holds)
    {
        var place = 0;
        while (place < standings.Length && holds(standings[place])) place++;
        return place == standings.Length ? standings : [.. standings.AsSpan(0, place), .. standings[(place + 1)..].Where(holds)];
    }

    /// <summary>Standings divided into parts.</summary>
    /// <param name="standings">The standings.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="partOf">The part, from 0, of the standing at a place.</param>
    public static ImmutableArray<Standing>[] Divide(ImmutableArray<Standing> standings, int parts, Func<int, int> partOf)
    {
        var (own, many) = (new int[standings.Length], new int[parts]);
        for (var at = 0; at < own.Length; at++) many[own[at] = partOf(at)]++;
        Standing[][] divided = Array.ConvertAll(many, count => new Standing[count]);
        Array.Clear(many);
        for (var at = 0; at < own.Length; at++) divided[own[at]][many[own[at]]++] = standings[at];
        return Array.ConvertAll(divided, ImmutableCollectionsMarshal.AsImmutableArray);
    }

    /// <summary>The sum of what is stated; nothing where there is nobody, null when nobody of them states it, or when what somebody states can't be added up. Behind it are those that do.</summary>
    /// <param name="amounts">The amounts; those of one standing follow each other.</param>
    /// <param name="amountOf">See <see cref="AmountCell"/>.</param>
    public static FigureCell Sum(IEnumerable<(Standing Standing, Money? Amount)> amounts, Func<Standing, Money?>? amountOf = null)
    {
        var all = new AmountCell(amountOf: amountOf);
        foreach (var (standing, amount) in amounts) all.Add(standing, amount);
        return all.Sum;
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

/// <summary>Cells of amounts in the making: for figures that look once at each standing.</summary>
/// <param name="most">How many it may have to hold.</param>
/// <param name="amountOf">Reads the amount out of a standing; null where it stands in the report alone, so that the amounts must be kept for the rows behind the sum.</param>
internal sealed class AmountCell(int most = 0, Func<Standing, Money?>? amountOf = null)
{
    private static readonly ImmutableArray<ListingColumn> Columns = [new("amount", new("Beløp", "Beløp", "Amount"), FigureUnit.MillionNok)];

    private readonly ImmutableArray<Standing>.Builder stated = ImmutableArray.CreateBuilder<Standing>(most);
    private readonly ImmutableArray<Standing>.Builder missing = ImmutableArray.CreateBuilder<Standing>();
    private readonly List<Money> kept = [];
    private decimal sum;
    private bool absurd;

    /// <summary>Adds what a standing states. The amounts of one standing follow each other.</summary>
    public void Add(Standing standing, Money? amount)
    {
        if (amount is not { } money)
        {
            missing.Add(standing);
            return;
        }

        if (money.IsSummable) sum += money.Mnok;
        else absurd = true;
        var isNext = stated.Count > 0 && ReferenceEquals(stated[^1], standing);
        if (!isNext) stated.Add(standing);
        if (amountOf is not null) return;
        if (!isNext) kept.Add(money);
        else if (!money.IsSummable) kept[^1] = money;
        else if (kept[^1].IsSummable) kept[^1] += money;
    }

    /// <summary>See <see cref="FigureCells.Sum"/>.</summary>
    public FigureCell Sum
    {
        get
        {
            var behind = stated.ToImmutable();
            return new(absurd || (behind.IsEmpty && missing.Count > 0) ? null : sum, behind, behind.IsEmpty ? null : new(Columns, Rows(behind, amountOf, kept), Adds: 0));
        }
    }

    /// <summary>How many lack it.</summary>
    public FigureCell Missing => new(missing.Count, missing.ToImmutable());

    // Static, so that the rows keep nothing else of what the sum was made from.
    private static MadeRows<ListingRow> Rows(ImmutableArray<Standing> behind, Func<Standing, Money?>? amountOf, List<Money> kept)
    {
        if (amountOf is not null) return new(behind.Length, place => new(behind[place], [amountOf(behind[place])]));
        Money[] amounts = [.. kept];
        return new(behind.Length, place => new(behind[place], [amounts[place]]));
    }
}
