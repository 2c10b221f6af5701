using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Common;
using AngleSharp.Html.Parser.Tokens;

namespace Samstyre.Import;

/// <summary>A tag that opens an element, as far as it matters for what the page says.</summary>
/// <param name="Name">In small letters.</param>
/// <param name="IsClosed">Whether it is written as closed in itself.</param>
/// <param name="IsHidden">Whether what stands in it is not shown.</param>
/// <param name="StartsPage">Whether it begins a page.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Wide">Columns that a cell covers.</param>
/// <param name="High">Rows that a cell covers.</param>
/// <param name="IsChapter">Whether it is a chapter of one of our own documents.</param>
/// <param name="IsCover">Whether it is the title page of one.</param>
internal readonly partial record struct HtmlTag(
    string Name, bool IsClosed = false, bool IsHidden = false, bool StartsPage = false, int Line = 0, int Wide = 1, int High = 1, bool IsChapter = false, bool IsCover = false)
{
    private const int LargestSpan = 60;

    // Code, furniture of a page, and what is drawn or fetched.
    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        "title", "script", "style", "template", "noscript", "nav", "footer", "svg", "math", "object", "iframe", "applet", "audio", "video", "canvas", "noembed", "noframes", "del");

    /// <summary>Elements that hold nothing.</summary>
    public static readonly FrozenSet<string> Void = FrozenSet.Create(
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Block = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp");

    /// <summary>Whether a tag's attribute of that name is looked at.</summary>
    public static bool Reads(StringOrMemory attribute) => attribute.Memory.Span is "hidden" or "class" or "style" or "colspan" or "rowspan" or "selected";

    public static HtmlTag Of(HtmlTagToken tag)
    {
        var (isHidden, isChosen, startsPage) = (Unread.Contains(tag.Name), tag.Name != "option", tag.Name is "h1" or "h2" or "hr");
        var (wide, high) = (1, 1);
        var classes = "";
        foreach (var attribute in tag.Attributes)
        {
            switch (attribute.Name)
            {
                case "hidden": isHidden = true; break;
                case "selected": isChosen = true; break;
                case "colspan": wide = Span(attribute.Value); break;
                case "rowspan": high = Span(attribute.Value); break;
                case "class": classes = attribute.Value; break;
                case "style":
                    isHidden |= NotShown().IsMatch(attribute.Value);
                    startsPage |= PageBreak().IsMatch(attribute.Value);
                    break;
            }
        }

        // A caption for those who hear the page stands beside the words that others see.
        isHidden |= !isChosen || HasClass(classes, "ds-sr-only");
        return new(tag.Name, tag.IsSelfClosing, isHidden, startsPage || HasClass(classes, "new-page"), tag.Position.Line, wide, high, HasClass(classes, "chapter"), HasClass(classes, "cover"));
    }

    private static bool HasClass(string classes, string name)
    {
        foreach (var range in classes.AsSpan().Split(' '))
        {
            if (classes.AsSpan(range).SequenceEqual(name)) return true;
        }

        return false;
    }

    private static int Span(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, LargestSpan) : 1;

    [GeneratedRegex(@"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", RegexOptions.IgnoreCase)]
    private static partial Regex NotShown();

    [GeneratedRegex(@"break-before\s*:\s*(?:always|page)", RegexOptions.IgnoreCase)]
    private static partial Regex PageBreak();
}
