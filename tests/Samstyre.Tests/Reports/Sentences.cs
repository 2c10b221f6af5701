using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Tests.Reports;

/// <summary>The drafted words of a report, as its readers see them.</summary>
internal static class Sentences
{
    /// <summary>Every paragraph of the chapters, or of one.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(ReportFigures now, ReportFigures? before, Language language, string? chapter = null) =>
        [.. PortfolioReport.Of(now, before, [], language).Chapters.Where(one => chapter is null || one.Id == chapter).SelectMany(one => one.Blocks).OfType<Paragraph>()];

    /// <summary>The words of a chapter, its paragraphs after each other.</summary>
    public static string Of(ReportFigures now, ReportFigures? before, Language language, string chapter) => string.Join(' ', Paragraphs(now, before, language, chapter).Select(Text));

    /// <summary>A paragraph's words, with common spaces.</summary>
    public static string Text(Paragraph paragraph) => string.Concat(paragraph.Spans.Select(span => span.Text)).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
