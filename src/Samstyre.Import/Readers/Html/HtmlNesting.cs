namespace Samstyre.Import;

/// <summary>Which elements are open as the tags of a page go by: the end tags that HTML lets authors leave out are added, those that close nothing are passed over. What stands in hidden elements goes no further.</summary>
internal sealed class HtmlNesting(HtmlFlow flow)
{
    // No form nests so deep. What does counts as standing in the deepest element.
    private const int Deepest = 120;

    private readonly List<Open> open = [];
    private int tooDeep;
    private int hidden;
    private int foreign;

    private readonly record struct Open(string Name, bool IsHidden, bool IsChapter);

    /// <summary>Whether a drawing or formula is open, whose tags have rules of their own.</summary>
    public bool IsForeign => foreign > 0;

    public void Text(string text, int line)
    {
        if (hidden == 0) flow.Text(text, line);
    }

    public void Start(HtmlTag tag)
    {
        var isBlock = HtmlTag.Block.Contains(tag.Name);
        // A drawing that nobody closed ends where the page goes on.
        if (IsForeign && isBlock) CloseTo(open.FindIndex(IsDrawing));
        if (IsForeign && tag.IsClosed) return;
        if (isBlock && !MakeRoom(tag.Name)) return;
        if (HtmlTag.Void.Contains(tag.Name))
        {
            if (hidden == 0 && !tag.IsHidden) flow.Enter(tag);
            return;
        }

        // The title page of a chapter or form is about what follows, not part of it.
        var isCover = tag.Name == "header" && (tag.IsCover || (open.Count > 0 && open[^1].IsChapter));
        var isHidden = tag.IsHidden || isCover;
        // What only sets words apart is followed where it hides them: authors' tools leave it open by the hundred.
        if (tag.Name is "html" or "body" || !(isBlock || isHidden || hidden > 0)) return;
        if (open.Count == Deepest)
        {
            tooDeep++;
            return;
        }

        open.Add(new(tag.Name, isHidden, tag.IsChapter));
        if (IsDrawing(open[^1])) foreign++;
        if (hidden == 0)
        {
            if (!isHidden) flow.Enter(tag);
            else if (isBlock) flow.Pass(beginsPage: isCover);
        }

        if (isHidden) hidden++;
    }

    public void End(string name)
    {
        if (name == "br")
        {
            if (hidden == 0) flow.Enter(new(name, IsClosed: true));
            return;
        }

        var isBlock = HtmlTag.Block.Contains(name);
        if (tooDeep > 0 && (isBlock || hidden > 0))
        {
            tooDeep--;
            return;
        }

        var isOfTable = name is "table" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "caption";
        var at = Nearest(name, isOfTable ? ["table"] : ["td", "th", "caption", "table"]);
        if (at < 0) return;
        // Words set apart across several paragraphs end, but not the paragraphs.
        if (!isBlock && open.FindIndex(at, element => HtmlTag.Block.Contains(element.Name)) >= 0) Forget(at);
        else CloseTo(at);
    }

    public void Finish()
    {
        CloseTo(0);
        flow.Finish();
    }

    /// <summary>Closes what ends where an element begins; false for a part of a table outside one.</summary>
    private bool MakeRoom(string name)
    {
        switch (name)
        {
            case "td" or "th": return CloseAbove("tr", "thead", "tbody", "tfoot", "table");
            case "tr": return CloseAbove("thead", "tbody", "tfoot", "table");
            case "thead" or "tbody" or "tfoot" or "caption": return CloseAbove("table");
            case "table":
                // A table in a table, but in none of its cells: the first one has ended.
                if (Nearest(["table"], ["td", "th", "caption"]) is >= 0 and var outer) CloseTo(outer);
                break;
            case "li": Close(["li"], ["ul", "ol", "menu", "dir", "td", "th", "caption", "table"]); break;
            case "dt" or "dd": Close(["dt", "dd"], ["dl", "td", "th", "caption", "table"]); break;
            case "option" or "optgroup":
                Close([name], ["select", "td", "th", "caption", "table"]);
                return true;
        }

        Close(["p"], ["td", "th", "caption", "table"]);
        if (IsHeading(name) && open.Count > 0 && IsHeading(open[^1].Name)) CloseTo(open.Count - 1);
        return true;
    }

    private void Close(ReadOnlySpan<string> names, ReadOnlySpan<string> within)
    {
        if (Nearest(names, within) is >= 0 and var at) CloseTo(at);
    }

    private bool CloseAbove(params ReadOnlySpan<string> containers)
    {
        var at = Nearest(containers, []);
        if (at >= 0) CloseTo(at + 1);
        else if (hidden == 0) flow.Pass(beginsPage: false);
        return at >= 0;
    }

    private int Nearest(string name, ReadOnlySpan<string> within) => Nearest([name], within);

    /// <summary>The place of the innermost open element of these names, looked for no further out than certain others.</summary>
    private int Nearest(ReadOnlySpan<string> names, ReadOnlySpan<string> within)
    {
        for (var at = open.Count - 1; at >= 0; at--)
        {
            if (names.Contains(open[at].Name)) return at;
            if (within.Contains(open[at].Name)) return -1;
        }

        return -1;
    }

    private void CloseTo(int first)
    {
        for (var at = open.Count - 1; at >= first; at--)
        {
            var (name, isHidden, _) = open[at];
            Forget(at);
            if (hidden == 0 && !isHidden) flow.Leave(name);
        }
    }

    private void Forget(int at)
    {
        if (open[at].IsHidden) hidden--;
        if (IsDrawing(open[at])) foreign--;
        open.RemoveAt(at);
    }

    private static bool IsDrawing(Open element) => element.Name is "svg" or "math";

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];
}
