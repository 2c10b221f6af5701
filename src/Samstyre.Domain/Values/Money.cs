using System.Globalization;

namespace Samstyre.Domain;

/// <summary>An amount in million Norwegian kroner (NOK). Absence is <c>null</c> of the type that holds it, never zero: "not reported", "unknown" and "zero" are three things.</summary>
/// <param name="Mnok">Million NOK; may be negative (a saving or a correction).</param>
public readonly record struct Money(decimal Mnok) : IComparable<Money>
{
    /// <summary>Million NOK, without trailing zeros: 4.0 and 4 are the same amount and are written the same.</summary>
    public decimal Mnok { get; } = HasNoTrailingZeros(Mnok) ? Mnok : Mnok / 1.0000000000000000000000000000m;

    /// <summary>Whether it can be an amount at all: from 10^18 million on it is a slip of the hand, and adding it up could pass what a number holds.</summary>
    public bool IsSummable => IsShort(Mnok, out _) || Math.Abs(Mnok) < 1_000_000_000_000_000_000m;

    /// <summary>Nothing, as a reported amount.</summary>
    public static readonly Money Zero = new(0m);

    /// <summary>From whole kroner: 660 733 000 kr is 660.733 million.</summary>
    public static Money FromKroner(decimal kroner) => new(kroner / 1_000_000m);

    /// <summary>Sum of two amounts.</summary>
    public static Money operator +(Money a, Money b) => new(a.Mnok + b.Mnok);

    /// <summary>Difference of two amounts.</summary>
    public static Money operator -(Money a, Money b) => new(a.Mnok - b.Mnok);

    /// <summary>Sum of two amounts.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Difference of two amounts.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Mnok.CompareTo(other.Mnok);

    /// <summary>Less than.</summary>
    public static bool operator <(Money a, Money b) => a.Mnok < b.Mnok;

    /// <summary>Greater than.</summary>
    public static bool operator >(Money a, Money b) => a.Mnok > b.Mnok;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Money a, Money b) => a.Mnok <= b.Mnok;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Money a, Money b) => a.Mnok >= b.Mnok;

    /// <summary>The number of millions as a Norwegian or English reader writes it, without unit: <c>1 571</c>, <c>18,7</c>. At most <paramref name="decimals"/> decimals, none that are zero; thousands apart by a narrow no-break space.</summary>
    public string ToText(Language language, int decimals = 1)
    {
        var rounded = decimal.Round(Mnok, decimals, MidpointRounding.AwayFromZero);
        return NumberText.Of(rounded, language);
    }

    /// <summary>The number of millions, invariant.</summary>
    public override string ToString() => Mnok.ToString(CultureInfo.InvariantCulture);

    // Nearly all amounts are whole or have a decimal or two: of those this is far faster to see than to divide.
    private static bool HasNoTrailingZeros(decimal amount) => IsShort(amount, out var digits) && (amount.Scale == 0 ? digits != 0 : digits % 10 != 0);

    // Whether its digits, without the decimal point, are a number below 2^32.
    private static bool IsShort(decimal amount, out uint digits)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(amount, parts);
        digits = (uint)parts[0];
        return parts[1] == 0 && parts[2] == 0;
    }
}
