using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies that stood open in the round before and that the initiative's new report says nothing of.</summary>
internal static class VanishedNeeds
{
    // Rows are rewritten from round to round: this much in common is the same.
    private const decimal Same = 0.5m;

    /// <summary>Those that are gone without having been closed. An initiative that did not report again has lost none.</summary>
    public static IEnumerable<Contradiction> In(DependencyRegister register)
    {
        foreach (var entry in register.Entries)
        {
            var standing = entry.Standing;
            // What is kept from the reader has not vanished.
            if (standing.CarriedOver || standing.Facts.Confidential.Contains("dependencies") || !register.Before.TryGetValue(standing.Initiative.Id, out var before)) continue;
            var now = register.NeedsOf(standing.Initiative.Id);
            foreach (var was in before)
            {
                if (IsThere(was, now) || !ReportedNeeds.SaysSomething(was) || DependencyRows.IsClosed(was)) continue;
                yield return new(ContradictionRule.Vanished, was.Criticality == Level.High ? Level.Medium : Level.Low) { Owner = standing, Gone = was };
            }
        }
    }

    // Most rows are word for word those of before.
    private static bool IsThere(Dependency was, ImmutableArray<RegisteredNeed> now)
    {
        foreach (var need in now)
        {
            if (need.Dependency is { } other && was.On == other.On && was.What == other.What) return true;
        }

        foreach (var need in now)
        {
            if (need.Dependency is { } other && IsSame(was, other)) return true;
        }

        return false;
    }

    private static bool IsSame(Dependency was, Dependency now) =>
        (WordRun.Key(was.On) is { Length: > 0 } on && on == WordRun.Key(now.On)) || NameLikeness.Of($"{was.On} {was.What}", $"{now.On} {now.What}") >= Same;
}
