using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The portfolio report of a round as a document: chapters with their sentences, figures and lists.</summary>
public static class PortfolioReport
{
    /// <summary>Writes it.</summary>
    /// <param name="now">The round's figures.</param>
    /// <param name="before">Figures of the round it is compared with; null for none.</param>
    /// <param name="provenance">Of which revision it is and when that was published, a line each.</param>
    /// <param name="language">Its language.</param>
    /// <param name="length">How many rows lists may have; as a document to read unless told.</param>
    /// <param name="edited">By chapter the words that a person wrote; the other chapters have those drafted from the figures.</param>
    public static ReportDocument Of(
        ReportFigures now, ReportFigures? before, ImmutableArray<string> provenance, Language language, ReportLength? length = null, IReadOnlyDictionary<string, string>? edited = null)
    {
        var input = new ChapterInput(now, before, new(ReportTexts.In(language)), length ?? ReportLength.Document) { Edited = edited ?? ImmutableDictionary<string, string>.Empty };
        var texts = input.Prose.Texts;
        return new(
            texts["report.title"], now.Round.Round.Month.ToText(language), language, now.Round.Definition.Name.In(language), provenance,
            [.. ReportChapters.All.Where(plan => plan.IsIn(input)).Select(plan => ReportChapters.Of(plan, input))]);
    }
}

/// <summary>How many rows the lists of a report may have before the rest is left to the Excel file and the list's own page.</summary>
/// <param name="Lists">Rows of a list.</param>
/// <param name="Annex">Rows of the annex.</param>
/// <param name="RawLists">Whether it has the lists of all dependencies and prerequisites, which nobody reads on paper.</param>
public sealed record ReportLength(int Lists, int Annex, bool RawLists)
{
    /// <summary>To read on a page that a browser opens at once.</summary>
    public static ReportLength Page { get; } = new(100, 300, RawLists: true);

    /// <summary>To read and print.</summary>
    public static ReportLength Document { get; } = new(250, int.MaxValue, RawLists: false);

    /// <summary>Everything.</summary>
    public static ReportLength Whole { get; } = new(int.MaxValue, int.MaxValue, RawLists: true);
}
