using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How complete and consistent the reports are, per organisation: the share given of the values that the form asks of everyone, how many are missing, how many rules are broken, and what the reading left open.</summary>
public static class DataQuality
{
    private static readonly LocalText Title = new("Datakvalitet per virksomhet", "Datakvalitet per verksemd", "Data quality per organisation");

    private static readonly LocalText Rule = new(
        "Andelen er hvor mange av verdiene skjemaet ber alle om, som er oppgitt. Et tiltak kan ha flere verdier som ikke stemmer; hver regel teller én gang per tiltak. Åpne spørsmål er verdier i skjemaet som programmet ikke kunne lese sikkert. Tiltak som ikke rapporterte, er med gjennom sin siste rapport.",
        "Delen er kor mange av verdiane skjemaet ber alle om, som er oppgitt. Eit tiltak kan ha fleire verdiar som ikkje stemmer; kvar regel tel éin gong per tiltak. Opne spørsmål er verdiar i skjemaet som programmet ikkje kunne lese sikkert. Tiltak som ikkje rapporterte, er med gjennom den siste rapporten sin.",
        "The share is how many of the values that the form asks of everyone are given. An initiative can have several values that disagree; each rule counts once per initiative. Open questions are values of the form that could not be read with certainty. Initiatives that did not report are counted by their last report.");

    private static readonly ListingColumn Questions = new("questions", new("Åpne spørsmål", "Opne spørsmål", "Open questions"), FigureUnit.Count);

    /// <summary>A category per organisation in the definition's order, and one for what belongs to none of them.</summary>
    public static Figure Of(RoundContent round)
    {
        var snapshot = round.Snapshot;
        var known = snapshot.Definition.Organisations.Select(organisation => organisation.Code).ToHashSet(StringComparer.Ordinal);
        var rows = ReportQuality.Of(round).Counts.ToLookup(row => row.Standing.Facts.Organisation is { } code && known.Contains(code) ? code : null);
        var broken = ReportQuality.Of(round).Broken.ToLookup<BrokenRule, object>(one => one.Standing, ReferenceEqualityComparer.Instance);
        ImmutableArray<FigureCategory> categories =
        [
            .. snapshot.Definition.Organisations.Where(organisation => rows.Contains(organisation.Code)).Select(organisation => new FigureCategory(organisation.Code, FigureWords.Same(organisation.Name))),
            .. rows.Contains(null) ? [new FigureCategory("NotStated", FigureWords.NotStated, Tone.NotStated)] : ImmutableArray<FigureCategory>.Empty,
        ];
        return new(
            "data-quality", Title, FigureWords.Organisation, FigureChart.Bars, categories,
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives, Charted: false),
                new("given", new("Oppgitte verdier", "Oppgitte verdiar", "Values given"), FigureUnit.Share),
                new("missing", MissingValues.Missing, FigureUnit.Count, Charted: false),
                new("inconsistent", new("Verdier som ikke stemmer", "Verdiar som ikkje stemmer", "Values that disagree"), FigureUnit.Count, Charted: false),
                new(Questions.Key, Questions.Name, FigureUnit.Count, Charted: false),
            ],
            [.. categories.SelectMany(category => Cells([.. rows[category.Key == "NotStated" ? null : category.Key]], broken))],
            snapshot.Standings.Length, rows.SelectMany(group => group).Count(row => row.Missing.Count == AskedFields.All.Count), Rule) { IsStated = false };
    }

    private static IEnumerable<FigureCell> Cells(List<QualityCount> rows, ILookup<object, BrokenRule> broken)
    {
        var asked = rows.Count * AskedFields.All.Count;
        var missing = rows.Sum(row => row.Missing.Count);
        ImmutableArray<QualityCount> lacking = [.. rows.Where(row => row.Missing.Count > 0)];
        ImmutableArray<BrokenRule> breaches = [.. rows.SelectMany(row => broken[row.Standing])];
        ImmutableArray<Standing> unsure = [.. rows.Where(row => row.Standing.Facts.OpenQuestions > 0).Select(row => row.Standing)];
        yield return FigureCells.Count(rows.Select(row => row.Standing));
        yield return new(asked == 0 ? null : (decimal)(asked - missing) / asked, [.. rows.Select(row => row.Standing)]);
        yield return new(
            missing, [.. lacking.Select(row => row.Standing)],
            lacking.IsEmpty ? null : new(MissingValues.Columns, new(lacking.Length, place => new(lacking[place].Standing, [lacking[place].Missing.Count, lacking[place].Missing.Names])), Adds: 0));
        yield return new(
            breaches.Length, [.. rows.Where(row => row.Broken > 0).Select(row => row.Standing)],
            breaches.IsEmpty ? null : new(Inconsistencies.Columns, new(breaches.Length, place => new(breaches[place].Standing, [.. Inconsistencies.Cells(breaches[place])]))));
        yield return new(
            unsure.Sum(standing => standing.Facts.OpenQuestions), unsure,
            unsure.IsEmpty ? null : new([Questions], new(unsure.Length, place => new(unsure[place], [unsure[place].Facts.OpenQuestions])), Adds: 0));
    }
}
