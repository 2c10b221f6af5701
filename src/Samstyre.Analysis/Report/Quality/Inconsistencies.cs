using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Reports whose values disagree: the rule and the values concerned, errors first.</summary>
public static class Inconsistencies
{
    private const int Told = 5;

    private static readonly LocalText Title = new("Verdier som ikke stemmer", "Verdiar som ikkje stemmer", "Values that disagree");
    private static readonly LocalText Empty = new("Ingen verdier er i strid med hverandre.", "Ingen verdiar er i strid med kvarandre.", "No values disagree.");
    private static readonly LocalText Error = new("Feil", "Feil", "Error");
    private static readonly LocalText Review = new("Må sjekkes", "Må sjekkast", "To be looked at");

    /// <summary>What lists say of a rule that a report breaks.</summary>
    internal static ImmutableArray<ListingColumn> Columns { get; } =
        [new("severity", new("Alvor", "Alvor", "Severity")), new("rule", new("Hva som ikke stemmer", "Kva som ikkje stemmer", "What disagrees")), new("values", new("Verdier", "Verdiar", "Values"))];

    /// <summary>A broken rule in these columns.</summary>
    internal static object?[] Cells(BrokenRule one) =>
    [
        one.Rule.Severity == FindingSeverity.Error ? Error : Review, one.Rule.Sentence,
        new LocalText(Text(one.Values, Language.Bokmal), Text(one.Values, Language.Nynorsk), Text(one.Values, Language.English)),
    ];

    /// <summary>A row per initiative and rule that it breaks.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        // The sort keeps the order of what is equal: the rules' own.
        var broken = ReportQuality.Of(round).Broken.OrderBy(one => one.Rule.Severity).ThenBy(one => Order.Of(one.Standing));
        return new(
            "inconsistencies", Title,
            SlippageWords.WhoAnd(Columns.AsSpan()),
            MadeRows.Of(broken, one => SlippageWords.Row(one.Standing, definition, Cells(one))),
            Empty);
    }

    private static string Text(ImmutableArray<ConcernedValue> values, Language language)
    {
        var text = new StringBuilder();
        foreach (var value in values.AsSpan()[..Math.Min(Told, values.Length)])
            text.Append(text.Length > 0 ? "; " : "").Append(value.Name.In(language)).Append(": ").Append(Text(value.Value, language));
        if (values.Length > Told)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {language switch { Language.English => "and", _ => "og" }} {values.Length - Told} {language switch { Language.English => "more", _ => "til" }}");
        }

        return text.ToString();
    }

    private static string Text(object? value, Language language) => value switch
    {
        string text => text,
        LocalText words => words.In(language),
        Money money => $"{money.ToText(language)} {(language == Language.English ? "NOK million" : "mill. kr")}",
        PartialDate date => date.ToText(language),
        TrafficLight light => Array.Find(FigureWords.Lights, one => one.Light == light).Name.In(language),
        _ => FigureWords.NotStated.In(language),
    };
}
