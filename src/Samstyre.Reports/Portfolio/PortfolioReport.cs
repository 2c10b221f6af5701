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
    public static ReportDocument Of(ReportFigures now, ReportFigures? before, ImmutableArray<string> provenance, Language language)
    {
        var input = new ChapterInput(now, before, new(ReportTexts.In(language)));
        var texts = input.Prose.Texts;
        return new(
            texts["report.title"], now.Round.Round.Month.ToText(language), language, now.Round.Definition.Name.In(language), provenance,
            [.. ReportChapters.All.Select(plan => ReportChapters.Of(plan, input))]);
    }
}
