namespace Samstyre.Reports;

/// <summary>What rendering a part of a document needs to know of the whole.</summary>
internal sealed record HtmlPlace(TextSet Texts, HtmlOutline Outline, HtmlLinks Links)
{
    public static HtmlPlace In(ReportDocument document, HtmlLinks links) => new(ReportTexts.In(document.Language), new(document), links);
}
