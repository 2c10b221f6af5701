using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives by the band of their quantified benefits over the lifetime (million NOK), with the sum of the amounts stated. An amount decides its band; else the band stated in the form counts. Those that state neither are a part of their own; benefits that are only stated per year have no band.</summary>
public static class BenefitBands
{
    private static readonly LocalText Title = new("Tallfestede gevinster", "Talfeste gevinstar", "Quantified benefits");
    private static readonly LocalText Band = new("Gevinst over levetiden (mill. kr)", "Gevinst over levetida (mill. kr)", "Benefit over the lifetime (NOK million)");
    private static readonly LocalText Amounts = new("Sum av oppgitte beløp", "Sum av oppgitte beløp", "Sum of stated amounts");
    private static readonly LocalText WithAmount = new("Med beløp", "Med beløp", "With an amount");

    private static readonly FigureCategory Negative = new("negative", new("Under 0", "Under 0", "Below 0"));
    private static readonly FigureCategory NotStated = new("NotStated", FigureWords.NotStated, Tone.NotStated);

    private static readonly FigureCategory[] Bands =
    [
        new(nameof(BenefitBand.Under10), new("Under 10", "Under 10", "Under 10")),
        new(nameof(BenefitBand.From10To100), new("10–100")),
        new(nameof(BenefitBand.Over100), new("Over 100", "Over 100", "Over 100")),
    ];

    /// <summary>One category per band; "below 0" only where there is such an amount.</summary>
    public static Figure Of(RoundContent round)
    {
        var entries = round.Entries.ToLookup(entry => KeyOf(entry.Report), entry => (entry.Standing, Amount: entry.Report.BenefitAmountMnok));
        ImmutableArray<FigureCategory> rows = [.. entries.Contains(Negative.Key) ? Bands.Prepend(Negative) : Bands, NotStated];
        var population = round.Snapshot.Standings.Length;
        return new(
            "benefit-bands", Title, Band, FigureChart.Bars, rows,
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives),
                new("share", FigureWords.Share, FigureUnit.Share, Charted: false),
                new("with-amount", WithAmount, FigureUnit.Initiatives, Charted: false),
                new("sum", Amounts, FigureUnit.MillionNok, Charted: false),
            ],
            [.. rows.SelectMany(row => Row([.. entries[row.Key]], population))],
            population,
            entries[NotStated.Key].Count(),
            MoneyWords.Join(
                new(
                    "Er det oppgitt et beløp, bestemmer det størrelsen: 10 og 100 millioner hører til 10–100. Ellers gjelder størrelsen som er krysset av. Gevinster som bare er oppgitt per år, er ikke med.",
                    "Er det oppgitt eit beløp, bestemmer det storleiken: 10 og 100 millionar høyrer til 10–100. Elles gjeld storleiken som er kryssa av. Gevinstar som berre er oppgitte per år, er ikkje med.",
                    "A stated amount decides the band: 10 and 100 million belong to 10–100. Otherwise the band ticked in the form counts. Benefits stated only per year are not included."),
                AmountRules.OfOdd(round.Reports.Select(report => report.BenefitAmountMnok))));
    }

    private static FigureCell[] Row(IReadOnlyList<(Standing Standing, Money? Amount)> entries, int population) =>
    [
        FigureCells.Count(entries.Select(entry => entry.Standing)),
        FigureCells.Share(entries.Select(entry => entry.Standing), population),
        FigureCells.Count(entries.Where(entry => entry.Amount is not null).Select(entry => entry.Standing)),
        FigureCells.Sum(entries),
    ];

    private static string KeyOf(Report report) => report.BenefitAmountMnok switch
    {
        { Mnok: < 0m } => Negative.Key,
        { Mnok: < 10m } => nameof(BenefitBand.Under10),
        { Mnok: <= 100m } => nameof(BenefitBand.From10To100),
        { } => nameof(BenefitBand.Over100),
        null => report.BenefitBand?.ToString() ?? NotStated.Key,
    };
}
