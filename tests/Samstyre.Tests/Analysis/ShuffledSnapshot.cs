using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Samstyre.Testing;

namespace Samstyre.Tests.Analysis;

/// <summary>The property of every analysis: the order in which initiatives come makes no difference.</summary>
internal static class ShuffledSnapshot
{
    private static readonly MemoryPortfolio Portfolio = MemoryPortfolio.Generated(7, 120, 4);

    public static ImmutableArray<PortfolioSnapshot> Rounds => Portfolio.History.Snapshots;

    /// <summary>The analysis gives the same for twenty other orders of the same round.</summary>
    public static void ShouldGiveTheSame<T>(Func<PortfolioSnapshot, T> analysis)
    {
        var snapshot = Rounds[^1];
        var expected = Text(analysis(snapshot));
        Prop.ForAll(Gen.Shuffle(snapshot.Standings.ToArray()).ToArbitrary(), shuffled => Text(analysis(snapshot with { Standings = [.. shuffled] })) == expected)
            .Check(Quietly.Try(20));
    }

    private static string Text<T>(T result) => System.Text.Json.JsonSerializer.Serialize(result);
}
