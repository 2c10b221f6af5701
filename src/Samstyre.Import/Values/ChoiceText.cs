using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Choices of the form as people write them: colours, levels, answers, yes and no, phases, categories.</summary>
internal static partial class ChoiceText
{
    private static readonly Doubt Unknown = new("ChoiceUnknown", "The words are none of the form's choices; please check.");
    private static readonly Doubt Several = new("ChoiceSeveral", "Several choices are given; please check.");
    private static readonly Doubt Hedged = new("ChoiceHedged", "The answer is partly yes; it was left open.");
    private static readonly Doubt Unchosen = new("ChoiceUnchosen", "The template's choices stand there, and none was chosen.");
    private static readonly Doubt Words = new("ChoiceWords", "There are words instead of a choice; none was read.", FindingSeverity.Info);
    private static readonly Doubt Interpreted = new("ChoiceInterpreted", "The answer was understood from its words; please check.");

    /// <summary>Green, yellow or red. Of several colours the first, with doubt. Words such as "closed" or "done" give none.</summary>
    public static Read<TrafficLight?> Colour(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Colour(inner));
        var text = CleanText.Of(raw);
        if (Nothing(text)) return new(null);
        var matches = Colours().Matches(text);
        var colours = matches.Select(match => ColourOf(match.Value)).ToList();
        if (colours.Count == 0) return new(null, LikeColour().IsMatch(text) ? Unknown : Words);
        if (colours.Distinct().Count() > 1) return new(colours[0], Several);
        return new(colours[0], LeadsOff(text, matches[0]) ? null : Interpreted);
    }

    /// <summary>Whether the whole text is one colour.</summary>
    public static bool IsColour(string raw) => WholeColour().IsMatch(CleanText.Of(raw));

    /// <summary>High, medium or low. Of two the higher, with doubt.</summary>
    public static Read<Level?> Level(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Level(inner));
        var text = CleanText.Of(raw);
        if (Nothing(text)) return new(null);
        var matches = Levels().Matches(text);
        var levels = matches.Select(match => LevelOf(match.Value)).Distinct().Order().ToList();
        if (levels.Count == 0) return new(null, NoLevel().IsMatch(text) ? null : Unknown);
        if (levels.Count > 1) return new(levels[0], Several);
        return new(levels[0], LeadsOff(text, matches[0]) && !Alternative().IsMatch(text) ? null : Interpreted);
    }

    /// <summary>Whether the whole text is one level.</summary>
    public static bool IsLevel(string raw) => WholeLevel().IsMatch(CleanText.Of(raw));

    /// <summary>Whether a text begins with the choice, so that the rest is a remark on it; a negation or question before or behind it says otherwise.</summary>
    private static bool LeadsOff(string text, Match match) => LeadIn().IsMatch(text[..match.Index]) && !Negation().IsMatch(text) && !text.Contains('?', StringComparison.Ordinal);

    /// <summary>Yes or no; "partly" is neither.</summary>
    public static Read<bool?> YesNo(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(YesNo(inner));
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        if (BothLeft().IsMatch(text)) return new(null, Unchosen);
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
        if (Brackets.Inner(raw) is { } inner && Answer(inner) is { Value: not Domain.Answer.Other } bare) return Brackets.Doubted(bare);
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (text.Length == 0 || CleanText.IsDash(text)) return new(null);
        if (BothLeft().IsMatch(text)) return new(null, Unchosen);
        if (WholeYes().IsMatch(text)) return new(Domain.Answer.Yes);
        if (WholeNo().IsMatch(text)) return new(Domain.Answer.No);
        if (WholeInProgress().IsMatch(text)) return new(Domain.Answer.InProgress);
        if (Partly().IsMatch(text)) return new(Domain.Answer.InProgress, Interpreted);
        // "Yes, overall" and "no, not yet" answer; a sentence that starts so may not, nor one that goes on about work under way.
        var unsure = text.Length > 60 || text.Contains('?', StringComparison.Ordinal) || InProgressWords().IsMatch(text) || PlannedWords().IsMatch(text) || (StartsYes().IsMatch(text) && (Negation().IsMatch(text) || StartsNo().IsMatch(text[2..].TrimStart())));
        if (StartsYes().IsMatch(text)) return new(Domain.Answer.Yes, unsure ? Interpreted : null);
        if (StartsNo().IsMatch(text)) return new(Domain.Answer.No, unsure ? Interpreted : null);
        if (NotYet().IsMatch(text)) return new(Domain.Answer.No, Interpreted);
        if (InProgressWords().IsMatch(text) && text.Length <= 60) return new(Domain.Answer.InProgress, Interpreted);
        return new(Domain.Answer.Other, Unknown);
    }

    /// <summary>The phase; of two the later one, with doubt. The idea phase lies before the form and gives none.</summary>
    public static Read<Phase?> Phase(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Phase(inner));
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        var phases = Phases.Where(phase => text.Contains(phase.Word, StringComparison.OrdinalIgnoreCase)).Select(phase => phase.Value).Distinct().ToList();
        if (phases.Count == 0) return new(null, Unknown);
        if (phases.Count > 1) return new(phases.Max(), Several);
        return new(phases[0], PhaseFirst().IsMatch(text) && !PhaseOver().IsMatch(text) ? null : Interpreted);
    }

    /// <summary>Categories of a dependency, joined by comma; <c>Other</c>; or null.</summary>
    public static Read<string?> Category(string raw)
    {
        if (Brackets.Inner(raw) is { } inner) return Brackets.Doubted(Category(inner));
        var text = CleanText.WithoutPlaceholders(raw).Text;
        if (Nothing(text)) return new(null);
        var digits = CategoryDigit().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        if (digits.Count > 0) return new(string.Join(',', digits), CategoryUnsure().IsMatch(text) || !CategoryFirst().IsMatch(text) ? Interpreted : null);
        if (text.StartsWith("anne", StringComparison.OrdinalIgnoreCase) || text.StartsWith("andre", StringComparison.OrdinalIgnoreCase)) return new("Other");
        var byWord = CategoryWords.Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Select(word => word.Code).Distinct().ToList();
        return byWord.Count == 1 ? new(byWord[0], Interpreted) : new(null, Unknown);
    }

    private static readonly (string Word, Phase Value)[] Phases =
    [
        ("konsept", Domain.Phase.Concept), ("planlegg", Domain.Phase.Planning), ("planfase", Domain.Phase.Planning), ("plan-", Domain.Phase.Planning), ("gjennomfør", Domain.Phase.Execution), ("gjenomfør", Domain.Phase.Execution),
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

    [GeneratedRegex(@"\b(?:planl\w+|kommer|skal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlannedWords();

    // A single letter, or the beginning of a colour in this or another language.
    [GeneratedRegex(@"^\W*\p{L}\W*$|\b(?:g[ru]|rø|ro|gønn|yel|red\b|oran|lys|mørk|blå|svart|hvit)|[\uD800-\uDFFF]", RegexOptions.IgnoreCase)]
    private static partial Regex LikeColour();

    [GeneratedRegex(@"^[^\p{L}]*(?:\b(?:nå|er|status|risiko|trafikklys|svært|meget|veldig|ganske|kritikalitet|lys|mørke?|kategori)\b[^\p{L}]*){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"\b(?:ikke|ikkje|ingen|aldri|uten|tidligere|var)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    // A level and another word that may be one misspelt, side by side.
    [GeneratedRegex(@"^\p{L}+\s?[/–-]\s?\p{L}+\.?$")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"^ja\s?(?:/|eller|og)\s?nei\b|^nei\s?(?:/|eller|og)\s?ja", RegexOptions.IgnoreCase)]
    private static partial Regex BothLeft();

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:i|er|fase|under|idé|ide)\b[^\p{L}]*)?(?:konsept|planlegg|planfase|plan\b|gjenn?omfør|pilotfase|utførelse|avslutning|realisering|gevinstrealisering)", RegexOptions.IgnoreCase)]
    private static partial Regex PhaseFirst();

    [GeneratedRegex(@"\b(?:ferdig|fullført|gjennomført|avsluttet|ikke|avventer|før|etter|stanset|stoppet|pause|utsatt)\b|\?", RegexOptions.IgnoreCase)]
    private static partial Regex PhaseOver();

    [GeneratedRegex(@"\d\.\d|\p{L}\d|\d[a-zæøå]|\b1\s?[-–]\s?[3-5]|2\s?[-–]\s?[45]|3\s?[-–]\s?5|\d\d|\?", RegexOptions.IgnoreCase)]
    private static partial Regex CategoryUnsure();

    [GeneratedRegex(@"^\W*(?:(?:kat|kategori|nr)\b\W*)?\d", RegexOptions.IgnoreCase)]
    private static partial Regex CategoryFirst();

    [GeneratedRegex(@"\b(?:høyt?|høgt?|h|middels?|medium|m|lavt?|lågt?|l)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Levels();

    [GeneratedRegex(@"^(?:høyt?|høgt?|h|middels?|medium|m|lavt?|lågt?|l)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeLevel();

    [GeneratedRegex(@"^(?:ingen|nei|n\.?/?a\.?|neste fase|ikke avklart|ikke aktuelt|ikke relevant|uavklart|ukjent|ikke vurdert|avklares|vet ikke)\b|^\?", RegexOptions.IgnoreCase)]
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

    [GeneratedRegex(@"^(?:(?:er )?(?:i|under) arbeid|under (?:utarbeidelse|utvikling)|delvis|pågår|pågående|påbegynt|arbeides med|det arbeides med|i gang|igangsatt|startet)[\s.*]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeInProgress();

    [GeneratedRegex(@"^(?:er |foreløpig )?ikke\b(?! aktuel| relevan)", RegexOptions.IgnoreCase)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"\b(?:i arbeid|i prosess|under (?:arbeid|utarbeid\w*|konkretisering|utvikling|etablering)|pågår|påbegynt|i gang|(?:opp)?startet|igangsatt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InProgressWords();

    [GeneratedRegex(@"^n\.?/?a\.?\s*\**$", RegexOptions.IgnoreCase)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"(?<!\d)[1-5](?!\d)")]
    private static partial Regex CategoryDigit();
}
