using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What rows name, while a round is read. What many rows say is kept once: a large round has tens of thousands of rows, and most of them name one thing.</summary>
internal sealed class Namings
{
    // What stands in the second field names the giver less surely than the field that asks for it.
    private const decimal InWhat = 0.95m;
    private const int LongestEveryday = 6;

    // A name that is read again is the same object.
    private readonly Dictionary<NamedTarget, Naming> alone = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NamedTarget, NamedTarget> inWhat = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was found, the sure and the less sure apart.</summary>
    /// <param name="found">In the order of the text.</param>
    /// <param name="elsewhere">Whether somebody decided that the words name nothing that the portfolio follows.</param>
    public Naming Of(IReadOnlyList<NamedTarget> found, bool elsewhere)
    {
        if (found is [] && !elsewhere) return Naming.Nothing;
        if (elsewhere || found is not [var only]) return Made(found, elsewhere);
        return alone.TryGetValue(only, out var known) ? known : alone[only] = Made(found, false);
    }

    /// <summary>A name that stands in the second field, which tells what is needed: names stand in it too, and everyday words that are somebody's name.</summary>
    public NamedTarget InText(NamedTarget named)
    {
        if (inWhat.TryGetValue(named, out var known)) return known;
        var isDoubtful = named.Target.Kind == TargetKind.Initiative && (named.Rule == NamingRule.Abbreviation || IsEverydayWord(named.Words));
        return inWhat[named] = named with { Score = isDoubtful ? Math.Min(named.Score, NameIndex.EverydayWord) : named.Score * InWhat };
    }

    private static Naming Made(IReadOnlyList<NamedTarget> found, bool elsewhere)
    {
        var (named, suggested) = (Surest(found, one => one.Score >= NameIndex.Threshold), Surest(found, one => one.Score < NameIndex.Threshold));
        return new(named, suggested, named.Length > 0 ? NamingState.Resolved : elsewhere ? NamingState.Elsewhere : suggested.Length > 0 ? NamingState.ToDecide : NamingState.Unresolved);
    }

    private static ImmutableArray<NamedTarget> Surest(IReadOnlyList<NamedTarget> found, Func<NamedTarget, bool> wanted) => found switch
    {
        [] => [],
        [var only] => wanted(only) ? [only] : [],
        _ => [.. found.Where(wanted).OrderByDescending(one => one.Score)],
    };

    // One word in lower case, or short ones: "alle møter".
    private static bool IsEverydayWord(string words) => !words.Any(letter => char.IsUpper(letter) || char.IsDigit(letter)) && words.Split(' ') is var each && (each.Length == 1 || each.All(word => word.Length <= LongestEveryday));
}
