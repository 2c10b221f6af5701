using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Columns and words that the lists of initiatives share.</summary>
internal static class SlippageWords
{
    public static readonly LocalText RuleOfToday = new(
        "Skjemaet har ingen faktisk sluttdato. Er den planlagte datoen passert mens tiltaket pågår, regnes den som dagen for innmeldingen. En dato regnes som den siste dagen den kan bety.",
        "Skjemaet har ingen faktisk sluttdato. Er den planlagde datoen passert medan tiltaket går, blir han rekna som dagen for innmeldinga. Ein dato blir rekna som den siste dagen han kan bety.",
        "The form holds no actual end date. If the planned date has passed while the initiative runs, it counts as the day of the round. A date counts as the last day that it can mean.");

    public static ImmutableArray<ListingColumn> WhoAnd(params ReadOnlySpan<ListingColumn> columns) =>
        [new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("organisation", FigureWords.Organisation), .. columns];

    public static ListingRow Row(Standing standing, PortfolioDefinition definition, params ReadOnlySpan<object?> cells) =>
        new(standing, [standing.Initiative.NationalId, standing.Facts.Name, definition.OrganisationByCode(standing.Facts.Organisation)?.Name, .. cells]);

    /// <summary>Sentences after each other.</summary>
    public static LocalText Join(params ReadOnlySpan<LocalText> sentences)
    {
        List<string> bokmal = [], nynorsk = [], english = [];
        foreach (var sentence in sentences)
        {
            bokmal.Add(sentence.Bokmal);
            nynorsk.Add(sentence.In(Language.Nynorsk));
            english.Add(sentence.In(Language.English));
        }

        return new(string.Join(' ', bokmal), string.Join(' ', nynorsk), string.Join(' ', english));
    }
}
