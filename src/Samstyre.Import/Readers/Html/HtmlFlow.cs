namespace Samstyre.Import;

/// <summary>The tags of a page as what they do to the document.</summary>
internal sealed class HtmlFlow
{
    private readonly DocumentFlow flow = new();

    public IReadOnlyList<Block> Blocks => flow.Blocks;

    public void Text(string text, int at) => flow.Text(text, at);

    public void Enter(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "table":
                flow.BeginTable();
                break;
            case "tr":
                flow.BeginRow(tag.Line);
                break;
            case "td" or "th":
                flow.BeginCell(tag.Line, tag.Wide, tag.High);
                break;
            default:
                if (tag.Name == "br" || HtmlTag.Block.Contains(tag.Name)) flow.Break();
                break;
        }

        if (tag.StartsPage && !flow.IsInTable) flow.BeginPage();
    }

    public void Leave(string name)
    {
        switch (name)
        {
            case "td" or "th":
                flow.EndCell();
                break;
            case "tr":
                flow.EndRow();
                break;
            case "thead" or "tbody" or "tfoot":
                flow.EndGroup();
                break;
            case "table":
                flow.EndTable();
                break;
            default:
                flow.Break();
                break;
        }
    }

    /// <summary>A hidden element that would stand on lines of its own.</summary>
    public void Pass(bool beginsPage)
    {
        flow.Break();
        if (beginsPage) flow.BeginPage();
    }

    public void Finish() => flow.Finish();
}
