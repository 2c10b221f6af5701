using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Choices of the form as people write them: colours, levels, answers, yes and no, phases, categories.</summary>
internal static partial class ChoiceText
{
    private static readonly Doubt Unknown = new("ChoiceUnknown", "The words are none of the form's choices; please check.");
    private static readonly Doubt Several = new("ChoiceSeveral", "Several choices are given; please check.");
    private static readonly Doubt Hedged = new("ChoiceHedged", "The answer is partly yes; it was left open.");
    private static readonly Doubt Interpreted = new("ChoiceInterpreted", "The answer was understood from its words; please check.");

    /// <summary>Green, yellow or red. Of several colours the first, with doubt. Words such as "closed" or "done" give none.</summary>
    public static Read<TrafficLight?> Colour(string raw)
    {
        var text = CleanText.Of(raw);
        if (Nothing(text)) return new(null);
        var colours = Colours().Matches(text).Select(match => ColourOf(match.Value)).ToList();
        if (colours.Count == 0) return new(null, ClosedWords().IsMatch(text) ? null : Unknown);
        if (colours.Distinct().Count() > 1) return new(colours[0], Several);
        return new(colours[0]);
    }

    /// <summary>Whether the whole text is one colour.</summary>
    public static bool IsColour(string raw) => WholeColour().IsMatch(CleanText.Of(raw));

    /// <summary>High, medium or low. Of two the higher, with doubt.</summary>
    public static Read<Level?> Level(string raw)
    {
        var text = CleanText.Of(raw);
        if (Nothing(text)) return new(null);
        var levels = Levels().Matches(text).Select(match => LevelOf(match.Value)).Distinct().Order().ToList();
        if (levels.Count == 0) return new(null, NoLevel().IsMatch(text) ? null : Unknown);
        return new(levels[0], levels.Count > 1 ? Several : null);
    }

    /// <summary>Whether the whole text is one level.</summary>
    public static bool IsLevel(string raw) => WholeLevel().IsMatch(CleanText.Of(raw));

    /// <summary>Yes or no; "partly" is neither.</summary>
    public static Read<bool?> YesNo(string raw)
    {
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        if (Partly().IsMatch(text)) return new(null, Hedged);
        if (WholeYes().IsMatch(text)) return new(true);
        if (WholeNo().IsMatch(text)) return new(false);
        if (StartsYes().IsMatch(text)) return new(true, Interpreted);
        if (StartsNo().IsMatch(text)) return new(false, Interpreted);
        return new(null, Unknown);
    }

    /// <summary>Answer to a question about benefits.</summary>
    public static Read<Answer?> Answer(string raw)
    {
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (text.Length == 0 || CleanText.IsDash(text)) return new(null);
        if (WholeYes().IsMatch(text)) return new(Domain.Answer.Yes);
        if (WholeNo().IsMatch(text)) return new(Domain.Answer.No);
        if (WholeInProgress().IsMatch(text)) return new(Domain.Answer.InProgress);
        if (Partly().IsMatch(text)) return new(Domain.Answer.InProgress, Interpreted);
        // "Yes, overall" and "no, not yet" answer; a sentence that starts so may not.
        if (StartsYes().IsMatch(text)) return new(Domain.Answer.Yes, text.Length > 60 ? Interpreted : null);
        if (StartsNo().IsMatch(text)) return new(Domain.Answer.No, text.Length > 60 ? Interpreted : null);
        if (NotYet().IsMatch(text)) return new(Domain.Answer.No, Interpreted);
        if (InProgressWords().IsMatch(text) && text.Length <= 60) return new(Domain.Answer.InProgress, Interpreted);
        return new(Domain.Answer.Other, Unknown);
    }

    /// <summary>The phase; of two the later one, with doubt. The idea phase lies before the form and gives none.</summary>
    public static Read<Phase?> Phase(string raw)
    {
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        var phases = Phases.Where(phase => text.Contains(phase.Word, StringComparison.OrdinalIgnoreCase)).Select(phase => phase.Value).Distinct().ToList();
        if (phases.Count == 0) return new(null, Unknown);
        return new(phases.Max(), phases.Count > 1 ? Several : null);
    }

    /// <summary>Categories of a dependency, joined by comma; <c>Other</c>; or null.</summary>
    public static Read<string?> Category(string raw)
    {
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        var digits = CategoryDigit().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        if (digits.Count > 0) return new(string.Join(',', digits));
        if (text.StartsWith("anne", StringComparison.OrdinalIgnoreCase) || text.StartsWith("andre", StringComparison.OrdinalIgnoreCase)) return new("Other");
        var byWord = CategoryWords.Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Select(word => word.Code).Distinct().ToList();
        return byWord.Count == 1 ? new(byWord[0], Interpreted) : new(null, Unknown);
    }

    private static readonly (string Word, Phase Value)[] Phases =
    [
        ("konsept", Domain.Phase.Concept), ("planlegg", Domain.Phase.Planning), ("planfase", Domain.Phase.Planning), ("gjennomfør", Domain.Phase.Execution),
        ("pilotfase", Domain.Phase.Execution), ("utførelse", Domain.Phase.Execution), ("avslutning", Domain.Phase.Closing), ("realisering", Domain.Phase.Realisation),
    ];

    private static readonly (string Word, string Code)[] CategoryWords =
    [
        ("tjenester", "1"), ("applikasjon", "1"), ("sikkerhet", "2"), ("personvern", "2"), ("jurid", "2"), ("standard", "3"), ("kodeverk", "3"), ("terminologi", "3"),
        ("infrastruktur", "4"), ("felleskomponent", "4"), ("organis", "5"), ("styring", "5"),
    ];

    private static bool Nothing(string text) => text.Length == 0 || CleanText.IsDash(text) || NotApplicable().IsMatch(text);

    private static TrafficLight ColourOf(string word) => char.ToLowerInvariant(word[0]) switch
    {
        'g' when char.ToLowerInvariant(word[1]) == 'r' => TrafficLight.Green,
        'g' => TrafficLight.Yellow,
        _ => TrafficLight.Red,
    };

    private static Level LevelOf(string word) => char.ToLowerInvariant(word[0]) switch { 'h' => Domain.Level.High, 'm' => Domain.Level.Medium, _ => Domain.Level.Low };

    [GeneratedRegex(@"\b(?:grøn+t?|gr[oø]nn|gul[t]?|rø[dt]t?|raud[t]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Colours();

    [GeneratedRegex(@"^(?:grøn+t?|gult?|rød[t]?)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeColour();

    [GeneratedRegex(@"utført|lukket|levert|ferdig|avsluttet|oppfylt|løpende|ikke startet|under avklaring|ukjent|\?", RegexOptions.IgnoreCase)]
    private static partial Regex ClosedWords();

    [GeneratedRegex(@"\b(?:høy|høg|h|middels|medium|m|lav|låg|l)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Levels();

    [GeneratedRegex(@"^(?:høy|høg|h|middels|medium|m|lav|låg|l)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeLevel();

    [GeneratedRegex(@"^(?:ingen|nei|n\.?/?a\.?|neste fase|ikke avklart|ikke aktuelt|ikke relevant|uavklart|ukjent|vet ikke|\?)\b|^\?", RegexOptions.IgnoreCase)]
    private static partial Regex NoLevel();

    [GeneratedRegex(@"\bdelvis\b|\bnoen\b|\bfor deler\b", RegexOptions.IgnoreCase)]
    private static partial Regex Partly();

    [GeneratedRegex(@"^ja[\s.*!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeYes();

    [GeneratedRegex(@"^nei[\s.*!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeNo();

    [GeneratedRegex(@"^ja\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsYes();

    [GeneratedRegex(@"^nei\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsNo();

    [GeneratedRegex(@"^(?:i arbeid|under arbeid|delvis|pågår|påbegynt)[\s.*]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeInProgress();

    [GeneratedRegex(@"^ikke (?:ennå|enda|foreløpig|startet|påbegynt|utarbeidet)", RegexOptions.IgnoreCase)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"\b(?:i arbeid|under (?:arbeid|utarbeid\w*|konkretisering|utvikling|etablering)|pågår|påbegynt|i gang|startet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InProgressWords();

    [GeneratedRegex(@"^n\.?/?a\.?\s*\**$", RegexOptions.IgnoreCase)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"(?<!\d)[1-5](?!\d)")]
    private static partial Regex CategoryDigit();
}
