namespace Samstyre.Reports;

/// <summary>How far the rendering of a document has come: its words, anchors, links, and how many figures and tables it has counted.</summary>
internal sealed class HtmlPlace(TextSet texts, HtmlAnchors anchors, HtmlLinks links)
{
    private int figures;
    private int tables;

    public TextSet Texts => texts;

    public HtmlAnchors Anchors => anchors;

    public HtmlLinks Links => links;

    /// <summary>"Figure 3": what has a chart is a figure, the rest are tables.</summary>
    public string NextFigure() => texts["html.figure", ++figures];

    public string NextTable() => texts["html.table", ++tables];
}
