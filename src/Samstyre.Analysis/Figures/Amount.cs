using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A sum of amounts that says how many it rests on.</summary>
/// <param name="Sum">Million NOK; null when nobody states an amount, which is not zero.</param>
/// <param name="Reported">How many state one.</param>
/// <param name="NotReported">How many state none.</param>
public sealed record Amount(Money? Sum, int Reported, int NotReported)
{
    /// <summary>Adds up what is stated.</summary>
    public static Amount Of(IEnumerable<Money?> stated)
    {
        var (sum, reported, missing) = (0m, 0, 0);
        foreach (var money in stated)
        {
            if (money is { } amount)
            {
                sum += amount.Mnok;
                reported++;
            }
            else
            {
                missing++;
            }
        }

        return new(reported == 0 ? null : new Money(sum), reported, missing);
    }
}
