using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A colour over the last four rounds in one number, so that the few shapes that occur are drawn once: four digits to the base of five, the earliest first. 0: not in the portfolio; 1: not stated; 2, 3, 4: green, yellow, red.</summary>
internal static class LightPaths
{
    public const int Rounds = 4;
    public const int Base = 5;

    /// <summary>Number of different paths.</summary>
    public const int Count = Base * Base * Base * Base;

    public static (ushort[] Status, ushort[] Risk) Of(RoundIndex round)
    {
        var standings = round.Snapshot.Standings;
        var (status, risk) = (new ushort[standings.Length], new ushort[standings.Length]);
        var earlier = Enumerable.Range(1, Rounds).Select(step => round.Position - Rounds + step).Select(place => place >= 0 ? round.Portfolio.Rounds[place] : null).ToArray();
        for (var row = 0; row < standings.Length; row++)
        {
            foreach (var past in earlier)
            {
                var standing = past?.Standing(standings[row].Initiative.Id);
                status[row] = (ushort)((status[row] * Base) + Digit(standing, standing?.Facts.Status));
                risk[row] = (ushort)((risk[row] * Base) + Digit(standing, standing?.Facts.Risk));
            }
        }

        return (status, risk);
    }

    public static int Digit(Standing? standing, TrafficLight? light) => standing is null ? 0 : light is { } stated ? 2 + (int)stated : 1;
}
