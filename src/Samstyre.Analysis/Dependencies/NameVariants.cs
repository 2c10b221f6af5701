
namespace Samstyre.Analysis;

/// <summary>What people call an initiative apart from its whole name: without what stands in brackets, without the words that every project has, by its abbreviation.</summary>
internal static class NameVariants
{
    private const int ShortestAbbreviation = 3;
    private const int ShortestPart = 3;
    private const int ShortestDefinite = 12;
    private const int ShortestWithoutPlace = 16;

    // Words in front of or behind what an initiative is called; they say only that it is one.
    private static readonly string[] Openings =
    [
        "innføring av", "innføring", "etablering av", "utvikling av", "videre arbeid med", "vidare arbeid med", "realisere", "realisering av", "realiserer", "nasjonalt program for", "program for", "programmet for",
        "nasjonalt prosjekt", "prosjekt", "prosjektet", "program", "programmet", "nasjonalt", "nasjonal", "regional", "interregional", "introduction of", "programme for", "project", "programme",
    ];

    private static readonly string[] Endings =
    [
        "realisering", "programmet", "prosjektet", "program", "prosjekt", "som en tjeneste", "som tjeneste", "som ei teneste", "fase 0", "fase 1", "fase 2", "fase 3", "trinn to", "trinn 2", "løsning", "løsningen", "infrastruktur", "infrastrukturløsning",
        "programme", "project", "as a service", "phase 1", "phase 2",
    ];

    // What a programme or project for something is called in one word.
    private static readonly string[] Makings = ["programmet", "program", "prosjektet", "prosjekt"];

    private static readonly string[] Definite = ["et", "en"];
    private static readonly HashSet<string> Manners = new(["digital", "digitalt", "digitale", "ny", "nytt", "nye", "felles"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Places = [" i ", " på ", " hos ", " ved ", " in ", " at "];

    private static readonly string[] Separators = [" – ", " - ", ": "];

    // Abbreviations of the field: they name a kind of thing, not an initiative.
    private static readonly HashSet<string> OfTheField = new(
        [
            "EPJ", "EHR", "IKT", "ICT", "PLO", "RHF", "HMN", "HSØ", "API", "PKI", "PAS", "XDS", "FHIR", "HL7", "DPIA", "ROS", "NUIT", "NUFA", "NEHS", "NIKT", "PFS", "SMART", "CRM", "ERP", "KPI", "EID", "SNOMED", "ICPC", "ICD", "GDPR", "COVID", "LAB", "HDO", "DHO", "AMK",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The shorter names that follow from a name, each with how surely it is still the same: 0.9 without brackets, 0.85 without common words or one part of a name in two, 0.8 an abbreviation, 0.78 without the place, 0.75 a single word in its definite form, or the whole in its indefinite form.</summary>
    public static IEnumerable<(string Name, decimal Score)> Of(string name)
    {
        var (bare, inside) = WithoutBrackets(name);
        if (bare.Length > 0 && bare != name) yield return (bare, 0.9m);
        foreach (var inner in inside)
        {
            var called = inner.StartsWith("nå kalt ", StringComparison.OrdinalIgnoreCase) ? inner[8..] : inner;
            if (called != inner) yield return (called, 0.9m);
            else if (IsAbbreviation(inner)) yield return (inner, 0.8m);
        }

        foreach (var part in Parts(bare))
        {
            if (part.Length < bare.Length) yield return (part, 0.85m);
            foreach (var trimmed in Trimmed(part)) yield return trimmed;
            if (WithoutPlace(part) is { } shorter) yield return (shorter, 0.78m);
        }

        foreach (var indefinite in Indefinite(bare)) yield return (indefinite, 0.75m);

        // An abbreviation further on is what it is about: "Innsyn - NPR og KPR".
        if (FirstWord(bare) is { } first) yield return (first, 0.8m);
    }

    /// <summary>Whether a word is an abbreviation or a coined name: capitals within it, and none of the field's own.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestAbbreviation || word.IndexOf(' ') >= 0) return false;
        var capitals = 0;
        for (var at = 1; at < word.Length; at++)
        {
            if (char.IsUpper(word[at])) capitals++;
        }

        // "EPJ-løftet" is a word with one of the field's in it; the whole of it is its own.
        return capitals >= 1 && char.IsLetter(word[0]) && !OfTheField.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    // "MSIS-databasen" is a "MSIS database", "EPJ-løftet" an "EPJ-løft"; what follows from an everyday word is nobody's name.
    private static IEnumerable<string> Indefinite(string name) =>
        Definite.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) && (name.Contains(' ', StringComparison.Ordinal) || IsAbbreviation(name)) ? [name[..^1], name[..^2]] : [];

    private static string? FirstWord(string name)
    {
        var first = name.AsSpan();
        if (first.IndexOf(' ') is >= 0 and var end) first = first[..end];
        first = first.TrimEnd(",:.");
        return IsAbbreviation(first) ? first.ToString() : null;
    }

    private static (string Bare, List<string> Inside) WithoutBrackets(string name)
    {
        List<string> inside = [];
        var bare = name;
        while (bare.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = bare.IndexOf(')', open);
            if (close < 0) close = bare.Length;
            inside.Add(bare[(open + 1)..close].Trim());
            bare = $"{bare[..open].TrimEnd()} {bare[Math.Min(bare.Length, close + 1)..].TrimStart()}".Trim();
        }

        return (bare, inside);
    }

    private static IEnumerable<string> Parts(string name)
    {
        yield return name;
        foreach (var separator in Separators)
        {
            var at = name.IndexOf(separator, StringComparison.Ordinal);
            if (at < ShortestPart) continue;
            yield return name[..at].Trim();
            // The rest tells what it is about; only a name of several words is one by itself.
            if (name[(at + separator.Length)..].Trim() is { } rest && (rest.Count(letter => letter == ' ') >= 2 || IsAbbreviation(rest))) yield return rest;
        }
    }

    private static IEnumerable<(string Name, decimal Score)> Trimmed(string name)
    {
        var (kind, rest) = ("", name);
        foreach (var opening in Openings)
        {
            if (rest.Length <= opening.Length + ShortestPart || rest[opening.Length] != ' ' || !rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;
            kind = opening;
            rest = rest[(opening.Length + 1)..].TrimStart();
        }

        var whole = rest;
        foreach (var ending in Endings)
        {
            if (rest.Length > ending.Length + ShortestPart && rest[^(ending.Length + 1)] == ' ' && rest.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) rest = rest[..^(ending.Length + 1)].TrimEnd();
        }

        foreach (var one in rest == whole ? (string[])[rest] : [whole, rest])
        {
            if (one.Length == name.Length) continue;
            // A single everyday word is nobody's name; its definite form, or what is made for it, may be.
            if (one.Contains(' ', StringComparison.Ordinal) || IsAbbreviation(one)) yield return (one, 0.85m);
            else if (kind.EndsWith(" for", StringComparison.Ordinal)) foreach (var made in Makings) yield return (one + made, 0.85m);
            else if (one.Length >= ShortestDefinite) foreach (var ending in Definite) yield return (one + ending, 0.75m);
        }

        if (name.Split(' ') is [var manner, { Length: >= ShortestDefinite } thing] && Manners.Contains(manner)) foreach (var ending in Definite) yield return (thing + ending, 0.75m);
    }

    // "Behandling av angst i kommunen" is called "behandling av angst".
    private static string? WithoutPlace(string name)
    {
        foreach (var place in Places)
        {
            if (name.IndexOf(place, StringComparison.OrdinalIgnoreCase) is >= ShortestWithoutPlace and var at && name.AsSpan(0, at).Contains(' ')) return name[..at].TrimEnd();
        }

        return null;
    }
}
