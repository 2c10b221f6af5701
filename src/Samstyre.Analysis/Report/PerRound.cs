using System.Runtime.CompilerServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What several figures ask of the same round, computed once and kept as long as the round is. The answer never changes: a round's content is immutable.</summary>
internal sealed class PerRound<T>(Func<RoundContent, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<RoundContent, T> made = [];

    public T Of(RoundContent round) => made.GetValue(round, key => make(key));
}
