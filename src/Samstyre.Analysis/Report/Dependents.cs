using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Somebody who waits for an initiative.</summary>
/// <param name="Waiter">Who.</param>
/// <param name="Dependency">For what, in the waiter's own words.</param>
public sealed record Dependent(Standing Waiter, Dependency Dependency);

/// <summary>Who waits for whom, as far as the reported dependencies name an initiative of the portfolio outright: by its whole name, or by an abbreviation in capitals that only its name has. Nothing is guessed.</summary>
public static class Dependents
{
    private const int ShortestAbbreviation = 4;
    private const int LongestName = 12;

    /// <summary>Per initiative those who wait for it, by national id; initiatives that nobody names are left out.</summary>
    public static IReadOnlyDictionary<Guid, ImmutableArray<Dependent>> Of(RoundContent round)
    {
        var names = Names(round.Snapshot);
        // The longest name that begins with a word: most words begin none.
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names.Keys)
        {
            var first = FirstWord(name).ToString();
            longest[first] = Math.Max(longest.GetValueOrDefault(first), Math.Min(LongestName, name.AsSpan().Count(' ') + 1));
        }

        var waiting = new Dictionary<Guid, ImmutableArray<Dependent>.Builder>();
        foreach (var (standing, report) in Order.Sorted(round))
        {
            foreach (var dependency in report.Dependencies)
            {
                foreach (var named in Named($"{dependency.On} | {dependency.What}", names, longest))
                {
                    if (named == standing.Initiative.Id) continue;
                    if (!waiting.TryGetValue(named, out var own)) waiting[named] = own = ImmutableArray.CreateBuilder<Dependent>();
                    own.Add(new(standing, dependency));
                }
            }
        }

        return waiting.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
    }

    /// <summary>What each initiative can be called; a name of several is nobody's.</summary>
    private static Dictionary<string, Guid> Names(PortfolioSnapshot snapshot)
    {
        var owners = new Dictionary<string, Guid?>(snapshot.Standings.Length * 2, StringComparer.Ordinal);
        void Add(string name, Guid id)
        {
            if (!owners.TryAdd(name, id) && owners[name] != id) owners[name] = null;
        }

        foreach (var standing in snapshot.Standings)
        {
            foreach (var name in standing.Initiative.Name == standing.Facts.Name ? (string[])[standing.Facts.Name] : [standing.Initiative.Name, standing.Facts.Name])
            {
                if (FormIdentity.Key(name) is { Length: > 0 } key) Add(key, standing.Initiative.Id);
                foreach (var range in name.AsSpan().Split(' '))
                {
                    var letters = name.AsSpan(range).Trim("(),.:-–");
                    if (letters.Length >= ShortestAbbreviation && IsUpper(letters)) Add(FormIdentity.Key(letters.ToString()), standing.Initiative.Id);
                }
            }
        }

        return owners.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.Value, StringComparer.Ordinal);
    }

    private static bool IsUpper(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (!char.IsUpper(letter)) return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> words) => words.IndexOf(' ') is >= 0 and var end ? words[..end] : words;

    /// <summary>Whom a text names, each once. A key has one blank between its words, so that some of its words in a row are a part of it: nothing is copied.</summary>
    private static List<Guid> Named(string text, Dictionary<string, Guid> names, Dictionary<string, int> longest)
    {
        var (nameOf, longestOf) = (names.GetAlternateLookup<ReadOnlySpan<char>>(), longest.GetAlternateLookup<ReadOnlySpan<char>>());
        List<Guid> found = [];
        var rest = FormIdentity.Key(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var passed = FirstWord(rest).Length;
            if (longestOf.TryGetValue(rest[..passed], out var words))
            {
                // The longest name that begins here.
                for (var name = Words(rest, words); !name.IsEmpty; name = name[..Math.Max(0, name.LastIndexOf(' '))])
                {
                    if (!nameOf.TryGetValue(name, out var id)) continue;
                    if (!found.Contains(id)) found.Add(id);
                    passed = name.Length;
                    break;
                }
            }

            rest = rest[Math.Min(rest.Length, passed + 1)..];
        }

        return found;
    }

    /// <summary>The first words, all where there are fewer.</summary>
    private static ReadOnlySpan<char> Words(ReadOnlySpan<char> text, int count)
    {
        var end = 0;
        for (var word = 0; word < count && end < text.Length; word++)
        {
            if (word > 0) end++;
            end += FirstWord(text[end..]).Length;
        }

        return text[..end];
    }
}
