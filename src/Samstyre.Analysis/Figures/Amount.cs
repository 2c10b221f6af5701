using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A sum of amounts that says how many it rests on.</summary>
/// <param name="Sum">Million NOK; null when nobody states an amount, which is not zero, or when one of them can't be added up.</param>
/// <param name="Reported">How many state one.</param>
/// <param name="NotReported">How many state none.</param>
public sealed record Amount(Money? Sum, int Reported, int NotReported)
{
    /// <summary>Adds up what is stated.</summary>
    public static Amount Of(IEnumerable<Money?> stated)
    {
        var (sum, reported, missing, absurd) = (0m, 0, 0, false);
        foreach (var money in stated)
        {
            if (money is { } amount)
            {
                if (amount.IsSummable) sum += amount.Mnok;
                else absurd = true;
                reported++;
            }
            else
            {
                missing++;
            }
        }

        return new(reported == 0 || absurd ? null : new Money(sum), reported, missing);
    }
}
