using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Words of the figures about money.</summary>
internal static class MoneyWords
{
    public static readonly LocalText Group = new("Gruppe av virksomheter", "Gruppe av verksemder", "Group of organisations");
    public static readonly LocalText Source = new("Finansieringskilde", "Finansieringskjelde", "Funding source");
    public static readonly LocalText ShareOfBudget = new("Andel av budsjettet", "Del av budsjettet", "Share of the budget");
    public static readonly LocalText TotalCost = new("Totalkostnad", "Totalkostnad", "Total cost");
    public static readonly LocalText AnnualOperatingCost = new("Årlig driftskostnad", "Årleg driftskostnad", "Yearly operating cost");
    public static readonly LocalText Sum = new("Sum", "Sum", "Sum");
    public static readonly LocalText Change = new("Endring", "Endring", "Change");
    public static readonly LocalText Before = new("Før", "Før", "Before");
    public static readonly LocalText Now = new("Nå", "No", "Now");
    public static readonly LocalText Difference = new("Differanse", "Differanse", "Difference");
    public static readonly LocalText FirstRound = new(
        "Det er ingen tidligere innmelding å sammenligne med.", "Det er ikkje noka tidlegare innmelding å samanlikne med.", "There is no earlier round to compare with.");

    /// <summary>Sentences after each other; those that are null are left out.</summary>
    public static LocalText Join(params ReadOnlySpan<LocalText?> sentences)
    {
        var (bokmal, nynorsk, english) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var sentence in sentences)
        {
            if (sentence is null) continue;
            bokmal.Add(sentence.Bokmal);
            nynorsk.Add(sentence.In(Language.Nynorsk));
            english.Add(sentence.In(Language.English));
        }

        return new(string.Join(' ', bokmal), string.Join(' ', nynorsk), string.Join(' ', english));
    }

    /// <summary>A sentence about a number of initiatives; null for none. {0} is the number.</summary>
    public static LocalText? Count(int number, string bokmal, string nynorsk, string englishOne, string englishMany) => number == 0
        ? null
        : new(With(bokmal, number, Language.Bokmal), With(nynorsk, number, Language.Nynorsk), With(number == 1 ? englishOne : englishMany, number, Language.English));

    /// <summary>A word and a year: "Budsjett 2020".</summary>
    public static LocalText InYear(LocalText words, int year) =>
        new($"{words.Bokmal} {year}", $"{words.In(Language.Nynorsk)} {year}", $"{words.In(Language.English)} {year}");

    private static string With(string sentence, int number, Language language) =>
        sentence.Replace("{0}", NumberText.Of(number, language), StringComparison.Ordinal);
}
