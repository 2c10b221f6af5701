using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Each contradiction in one sentence: who says what, in their own words, with dates and statuses.</summary>
public static class ContradictionWords
{
    private const int LongestQuote = 120;
    private const int MostAround = 6;

    private static readonly string[] Nothing = ["uten status", "utan status", "without status"];
    private static readonly string[][] Stages = [["er satt på pause", "er stoppet", "er trukket ut"], ["er sett på pause", "er stoppa", "er trekt ut"], ["is paused", "is stopped", "has been withdrawn"]];
    private static readonly string[] Makes = ["{0} er ikke nevnt, men lager {1} i felles grunnmur.", "{0} er ikkje nemnd, men lagar {1} i felles grunnmur.", "{0} is not named, but makes {1} of the common foundation."];
    private static readonly string[] Accepts = ["leverer den", "leverer det", "delivers it"];
    private static readonly string[] Late = [" først {0}", " først {0}", " only for {0}"];
    private static readonly string[] Corrects = ["leverer noe annet eller til en annen tid", "leverer noko anna eller til ei anna tid", "delivers something else or at another time"];
    private static readonly string[] Rejects = ["har avvist den", "har avvist det", "has rejected it"];
    private static readonly string[] Left = ["er ute av porteføljen", "er ute av porteføljen", "has left the portfolio"];

    private static readonly Dictionary<ContradictionRule, LocalText> Names = new()
    {
        [ContradictionRule.NeededBeforeDelivered] = new("Trengs før det leveres", "Trengst før det blir levert", "Needed before it is delivered"),
        [ContradictionRule.GreenGiverRed] = new("Grønn her, rødt hos den som skal levere", "Grøn her, raudt hos den som skal levere", "Green here, red at the giver"),
        [ContradictionRule.GreenGiverLate] = new("Grønn her, forsinket hos den som skal levere", "Grøn her, forseinka hos den som skal levere", "Green here, late at the giver"),
        [ContradictionRule.GiverLeft] = new("Den som skal levere, er ute", "Den som skal levere, er ute", "The giver has left"),
        [ContradictionRule.GreenNoSuchDeliverable] = new("Grønn her, ingen slik leveranse", "Grøn her, ingen slik leveranse", "Green here, no such deliverable"),
        [ContradictionRule.DeadlinePassed] = new("Fristen er passert", "Fristen er passert", "The deadline has passed"),
        [ContradictionRule.CriticalWithoutDeadline] = new("Kritisk uten frist", "Kritisk utan frist", "Critical without a deadline"),
        [ContradictionRule.UnknownToGiver] = new("Den andre siden nevner den ikke", "Den andre sida nemner han ikkje", "The other side does not mention it"),
        [ContradictionRule.Circle] = new("Venter på hverandre", "Ventar på kvarandre", "Waiting for each other"),
        [ContradictionRule.Itself] = new("Avhengig av seg selv", "Avhengig av seg sjølv", "Depends on itself"),
        [ContradictionRule.StatusDiffers] = new("Ulik status på de to sidene", "Ulik status på dei to sidene", "The two sides give different status"),
        [ContradictionRule.Vanished] = new("Forsvant siden sist", "Forsvann sidan sist", "Gone since last time"),
        [ContradictionRule.UnfundedPart] = new("Mange trenger, ingen betaler", "Mange treng, ingen betaler", "Many need it, nobody pays"),
        [ContradictionRule.Clash] = new("De to sidene er uenige", "Dei to sidene er usamde", "The two sides disagree"),
    };

    /// <summary>What a rule is called.</summary>
    public static LocalText NameOf(ContradictionRule rule) => Names[rule];

    /// <summary>The sentence in three languages.</summary>
    public static LocalText Of(Contradiction one) => one.Rule switch
    {
        ContradictionRule.NeededBeforeDelivered => Each(one, "{0} trenger {2} innen {3}, men {1} planlegger {6} først {5}.", "{0} treng {2} innan {3}, men {1} planlegg {6} først {5}.", "{0} needs {2} by {3}, but {1} plans {6} only for {5}."),
        ContradictionRule.GreenGiverRed => Each(one, "{0} melder {2} som grønn, mens {1} selv melder rødt.", "{0} melder {2} som grøn, medan {1} sjølv melder raudt.", "{0} reports {2} as green, while {1} itself reports red."),
        ContradictionRule.GreenGiverLate => Each(one, "{0} melder {2} som grønn, men {1} skulle ha levert {6} innen {5} og har ikke meldt det som levert.", "{0} melder {2} som grøn, men {1} skulle ha levert {6} innan {5} og har ikkje meldt det som levert.", "{0} reports {2} as green, but {1} was to deliver {6} by {5} and has not reported it as delivered."),
        ContradictionRule.GiverLeft => Each(one, "{0} trenger {2} ({4}), men {1} {7}.", "{0} treng {2} ({4}), men {1} {7}.", "{0} needs {2} ({4}), but {1} {7}."),
        ContradictionRule.GreenNoSuchDeliverable => Each(one, "{0} melder den kritiske avhengigheten {2} som grønn, men ingen av hovedleveransene til {1} ligner på den.", "{0} melder den kritiske avhengnaden {2} som grøn, men ingen av hovudleveransane til {1} liknar på den.", "{0} reports the critical dependency {2} as green, but none of the main deliverables of {1} is like it."),
        ContradictionRule.DeadlinePassed => Each(one, "Fristen for {2} hos {0} var {3}; den står fortsatt åpen og er {4}.", "Fristen for {2} hos {0} var {3}; den står framleis open og er {4}.", "The deadline for {2} of {0} was {3}; it is still open and {4}."),
        ContradictionRule.CriticalWithoutDeadline => Each(one, "{0} kan ikke levere uten {2}, men har ingen dato for når den trengs.", "{0} kan ikkje levere utan {2}, men har ingen dato for når den trengst.", "{0} cannot deliver without {2}, but has no date for when it is needed."),
        ContradictionRule.UnknownToGiver => Each(one, "{0} trenger {2}, men skjemaet til {1} sier ingenting om {0}.", "{0} treng {2}, men skjemaet til {1} seier ingenting om {0}.", "{0} needs {2}, but the form of {1} says nothing about {0}."),
        ContradictionRule.Itself => Each(one, "{0} oppgir seg selv som den det er avhengig av: {2}.", "{0} oppgir seg sjølv som den det er avhengig av: {2}.", "{0} gives itself as what it depends on: {2}."),
        ContradictionRule.StatusDiffers => Each(one, "{0} melder {2} som {4}, mens {1} selv er {9}.", "{0} melder {2} som {4}, medan {1} sjølv er {9}.", "{0} reports {2} as {4}, while {1} itself is {9}."),
        ContradictionRule.Clash => Each(one, "{0} trenger {2} innen {3}; {1} {8}.", "{0} treng {2} innan {3}; {1} {8}.", "{0} needs {2} by {3}; {1} {8}."),
        ContradictionRule.Vanished => Each(one, "{0} meldte {2} ({4}) sist, og sier ikke noe om den nå. Den ble ikke meldt som oppfylt.", "{0} melde {2} ({4}) sist, og seier ikkje noko om den no. Den vart ikkje meld som oppfylt.", "{0} reported {2} ({4}) last time and says nothing of it now. It was not reported as fulfilled."),
        ContradictionRule.UnfundedPart => new(
            $"{one.Waiting} tiltak trenger {one.Part!.Name.In(Language.Bokmal)} i felles grunnmur, som ingen finansierer.",
            $"{one.Waiting} tiltak treng {one.Part.Name.In(Language.Nynorsk)} i felles grunnmur, som ingen finansierer.",
            $"{one.Waiting} initiatives need {one.Part.Name.In(Language.English)} of the common foundation, which nobody funds."),
        ContradictionRule.Circle => Around(one),
        _ => throw new InvalidOperationException($"No words for {one.Rule}."),
    };

    private static LocalText Around(Contradiction one)
    {
        var names = string.Join(" → ", one.Around.Take(MostAround).Select(standing => standing.Facts.Name));
        var all = names + (one.Around.Length > MostAround ? " → …" : $" → {one.Around[0].Facts.Name}");
        return new(
            $"{one.Around.Length} tiltak venter på hverandre i ring: {all}.",
            $"{one.Around.Length} tiltak ventar på kvarandre i ring: {all}.",
            $"{one.Around.Length} initiatives wait for each other in a circle: {all}.");
    }

    private static LocalText Each(Contradiction one, string bokmal, string nynorsk, string english) =>
        new(Filled(one, bokmal, Language.Bokmal), Filled(one, nynorsk, Language.Nynorsk), Filled(one, english, Language.English));

    // 0 receiver, 1 giver, 2 what is needed, 3 by when, 4 its status, 5 when the giver plans it, 6 what the giver plans, 7 what became of the giver, 8 what it answered, 9 the giver's own status.
    private static string Filled(Contradiction one, string sentence, Language language)
    {
        var dependency = one.Need?.Dependency ?? one.Gone!;
        var said = string.Format(
            CultureInfo.InvariantCulture,
            sentence,
            one.Receiver!.Facts.Name,
            one.Giver?.Facts.Name,
            Quoted(string.Join(": ", new[] { dependency.On, dependency.What }.Where(words => !string.IsNullOrWhiteSpace(words))), language),
            (one.Need?.NeededBy ?? dependency.Deadline)?.ToText(language) ?? NoDate(language),
            Light(dependency.Status, language),
            one.Delivered?.ToText(language),
            one.Deliverable is { } deliverable ? Quoted(deliverable.Text, language) : FirstDelivery(language),
            one.Giver is { } giver ? Stage(giver, language) : "",
            one.Answer is { } answer ? AnswerText(answer, language) : "",
            Light(one.Giver?.Facts.Status, language));
        return one.ByParts is { } parts ? $"{said} {string.Format(CultureInfo.InvariantCulture, Makes[(int)language], one.Giver!.Facts.Name, parts.In(language))}" : said;
    }

    private static string Light(TrafficLight? status, Language language) => status is { } light ? FigureWords.Lights[FigureWords.PlaceOf(light)].Name.In(language).ToLowerInvariant() : Nothing[(int)language];

    // An acceptance is a clash only when its date is later than the receiver's.
    private static string AnswerText(NeedAnswer answer, Language language)
    {
        var date = answer.DeliverBy?.ToText(language);
        var said = answer.Kind switch
        {
            AnswerKind.Accepted => Accepts[(int)language] + (date is null ? "" : string.Format(CultureInfo.InvariantCulture, Late[(int)language], date)),
            AnswerKind.Corrected => Corrects[(int)language] + (date is null ? "" : $", {date}"),
            _ => Rejects[(int)language],
        };
        return said + (string.IsNullOrWhiteSpace(answer.Words) ? "" : $": {Quoted(answer.Words, language)}");
    }

    private static string FirstDelivery(Language language) => language switch
    {
        Language.English => "its first delivery",
        Language.Nynorsk => "den første leveransen sin",
        _ => "sin første leveranse",
    };

    private static string NoDate(Language language) => language switch
    {
        Language.English => "a date that is not given",
        Language.Nynorsk => "ein dato som ikkje er oppgitt",
        _ => "en dato som ikke er oppgitt",
    };

    private static string Stage(Standing giver, Language language) => (giver.Initiative.Life is [.., var last] ? last.Stage : LifeStage.InPortfolio) switch
    {
        LifeStage.Paused => Stages[(int)language][0],
        LifeStage.Stopped => Stages[(int)language][1],
        LifeStage.Withdrawn => Stages[(int)language][2],
        _ => Left[(int)language],
    };

    private static string Quoted(string words, Language language)
    {
        var one = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (one.Length > LongestQuote) one = one[..(char.IsHighSurrogate(one[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)].TrimEnd() + "…";
        return language == Language.English ? $"\"{one}\"" : $"«{one}»";
    }
}
