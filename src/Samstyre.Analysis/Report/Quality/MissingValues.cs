using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Which of the values that the form asks of everyone each report lacks.</summary>
public static class MissingValues
{
    private static readonly LocalText Title = new("Verdier som mangler", "Verdiar som manglar", "Values that are missing");
    private static readonly LocalText Empty = new("Ingen av verdiene skjemaet ber alle om, mangler.", "Ingen av verdiane skjemaet ber alle om, manglar.", "None of the values that the form asks of everyone is missing.");

    private static readonly LocalText Rule = new(
        "Verdiene skjemaet ber alle om. Tiltak som ikke rapporterte, er med gjennom sin siste rapport. Virksomhetene står i porteføljens rekkefølge, og i hver av dem tiltakene med flest manglende verdier først.",
        "Verdiane skjemaet ber alle om. Tiltak som ikkje rapporterte, er med gjennom den siste rapporten sin. Verksemdene står i rekkjefølgja til porteføljen, og i kvar av dei tiltaka som manglar flest verdiar først.",
        "The values that the form asks of everyone. Initiatives that did not report are counted by their last report. The organisations stand in the portfolio's order, and within each the initiatives that lack most values come first.");

    /// <summary>What a number of them is called.</summary>
    internal static readonly LocalText Missing = new("Manglende verdier", "Verdiar som manglar", "Values missing");

    /// <summary>How many an initiative lacks, and which.</summary>
    internal static ImmutableArray<ListingColumn> Columns { get; } =
        [new("missing", Missing, FigureUnit.Count), new("fields", new("Hvilke", "Kva for nokre", "Which"))];

    /// <summary>A row per initiative that lacks one.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var places = definition.Organisations.Select((organisation, place) => (organisation.Code, place)).DistinctBy(one => one.Code).ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
        var lacking = ReportQuality.Of(round).Counts.Where(row => row.Missing.Count > 0)
            .OrderBy(row => row.Standing.Facts.Organisation is { } code && places.TryGetValue(code, out var place) ? place : int.MaxValue)
            .ThenByDescending(row => row.Missing.Count).ThenBy(row => Order.Of(row.Standing));
        return new(
            "missing-values", Title, SlippageWords.WhoAnd(Columns.AsSpan()),
            MadeRows.Of(lacking, row => SlippageWords.Row(row.Standing, definition, row.Missing.Count, row.Missing.Names)),
            Empty, Rule);
    }
}
