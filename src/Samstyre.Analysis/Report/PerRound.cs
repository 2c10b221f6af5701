using System.Runtime.CompilerServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What several figures ask of the same round, computed once and kept as long as the round is. The answer never changes: a round's content is immutable.</summary>
internal sealed class PerRound<T>(Func<RoundContent, T> make)
    where T : class
{
    // Lazy, so that of two figures that ask at the same moment one waits instead of doing the same work.
    private readonly ConditionalWeakTable<RoundContent, Lazy<T>> made = [];

    public T Of(RoundContent round) => made.GetValue(round, key => new(() => make(key))).Value;

    /// <summary>Has a round's made in another way with the same answer, unless somebody has asked for it already.</summary>
    public void MakeBy(RoundContent round, Func<RoundContent, T> other) => made.GetValue(round, key => new(() => other(key)));
}
