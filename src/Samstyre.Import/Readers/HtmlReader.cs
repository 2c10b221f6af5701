using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>HTML to a neutral document: paragraphs and table rows in reading order. Nothing is fetched and no script runs. What is hidden, and the furniture of a page (navigation, covers in a section's header), is left out.</summary>
internal static class HtmlReader
{
    private const int WidestSpan = 60;
    private static readonly HashSet<string> Skipped = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "NAV", "FOOTER", "SVG", "OBJECT", "IFRAME", "COLGROUP"];
    private static readonly HashSet<string> Blocks =
    [
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "ASIDE", "FIGURE", "FIGCAPTION", "BLOCKQUOTE", "PRE", "UL", "OL", "LI", "DL", "DT", "DD", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "CAPTION", "HR",
        "THEAD", "TBODY", "TFOOT", "TR", "TD", "TH", "DETAILS", "SUMMARY", "FORM", "FIELDSET", "ADDRESS", "BODY",
    ];

    /// <summary>Whether a file looks like HTML: it begins with a tag of a whole page.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00fe', '\u00ff', ' ', '\t', '\r', '\n');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The document of a file's bytes.</summary>
    public static NeutralDocument Read(string fileName, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var page = new HtmlParser(new() { IsKeepingSourceReferences = true }).ParseDocument(stream);
        var reading = new Reading();
        if (page.Body is { } body) reading.Flow(body);
        return new(fileName, reading.Done());
    }

    private static bool IsSkipped(IElement element) =>
        Skipped.Contains(element.NodeName.ToUpperInvariant())
        || element.HasAttribute("hidden")
        || element.ClassList.Contains("ds-sr-only")
        || (element.NodeName == "HEADER" && element.ParentElement is { NodeName: not "BODY" });

    /// <summary>One walk through a page. Pages nest as deep as somebody wants them to, so it keeps its own stack.</summary>
    private sealed class Reading
    {
        private readonly List<Block> blocks = [];
        private readonly StringBuilder paragraph = new();
        private int? line;
        private bool startsPage = true;

        public void Flow(INode root)
        {
            var waiting = new Stack<(INode Node, bool Leaving)>();
            foreach (var child in root.ChildNodes.Reverse()) waiting.Push((child, false));
            while (waiting.TryPop(out var next))
            {
                if (next.Node is IText text)
                {
                    line ??= (text.Parent as IElement)?.SourceReference?.Position.Line;
                    Append(paragraph, text.Data);
                    continue;
                }

                if (next.Node is not IElement element) continue;
                if (next.Leaving)
                {
                    End();
                    continue;
                }

                if (IsSkipped(element))
                {
                    End();
                    startsPage |= element.NodeName is "HEADER" or "NAV";
                    continue;
                }

                if (element.NodeName == "BR")
                {
                    paragraph.Append('\n');
                    continue;
                }

                var isBlock = Blocks.Contains(element.NodeName);
                if (isBlock) End();
                startsPage |= element.NodeName is "H1" or "H2" or "HR";
                // Tables within tables are layout: the outer one's cells are read as they come.
                var isPlain = element.NodeName is "TABLE" or "TR" && element.QuerySelector("table") is null;
                if (isPlain)
                {
                    Table(element);
                    continue;
                }

                if (isBlock) waiting.Push((element, true));
                foreach (var child in element.ChildNodes.Reverse()) waiting.Push((child, false));
            }

            End();
        }

        public List<Block> Done() => blocks;

        private void Table(IElement table)
        {
            foreach (var caption in table.Children.Where(child => child.NodeName == "CAPTION" && !IsSkipped(child))) Add([TextOf(caption)], caption);
            // What cells of rows above still cover: rows left, by column.
            var covered = new Dictionary<int, int>();
            foreach (var row in table.NodeName == "TR" ? [table] : table.QuerySelectorAll("tr").Where(row => !IsSkipped(row)))
            {
                var cells = new List<string>();
                void Cover()
                {
                    while (covered.TryGetValue(cells.Count, out var rows) && rows > 0)
                    {
                        covered[cells.Count] = rows - 1;
                        cells.Add("");
                    }
                }

                foreach (var cell in row.Children.Where(cell => cell.NodeName is "TD" or "TH" && !IsSkipped(cell)))
                {
                    Cover();
                    var (wide, high) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                    for (var column = 0; column < wide; column++)
                    {
                        if (high > 1) covered[cells.Count] = high - 1;
                        cells.Add(column == 0 ? TextOf(cell) : "");
                    }
                }

                Cover();
                Add(cells, row);
            }
        }

        private static int Span(IElement cell, string attribute) =>
            int.TryParse(cell.GetAttribute(attribute), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WidestSpan) : 1;

        private static string TextOf(IElement cell)
        {
            var words = new StringBuilder();
            var waiting = new Stack<(INode Node, bool Leaving)>();
            foreach (var child in cell.ChildNodes.Reverse()) waiting.Push((child, false));
            while (waiting.TryPop(out var next))
            {
                if (next.Node is IText text)
                {
                    Append(words, text.Data);
                    continue;
                }

                if (next.Node is not IElement element || IsSkipped(element)) continue;
                var breaks = element.NodeName == "BR" || Blocks.Contains(element.NodeName);
                if (breaks && words.Length > 0 && words[^1] != '\n') words.Append('\n');
                if (next.Leaving || element.NodeName == "BR") continue;
                if (breaks) waiting.Push((element, true));
                foreach (var child in element.ChildNodes.Reverse()) waiting.Push((child, false));
            }

            return words.ToString().Trim();
        }

        /// <summary>White space between words is one space, as a browser shows it.</summary>
        private static void Append(StringBuilder words, string text)
        {
            foreach (var letter in text)
            {
                if (letter is not (' ' or '\t' or '\n' or '\r' or '\f')) words.Append(letter);
                else if (words.Length > 0 && words[^1] is not (' ' or '\n')) words.Append(' ');
            }
        }

        private void End()
        {
            var text = paragraph.ToString();
            paragraph.Clear();
            if (!string.IsNullOrWhiteSpace(text)) blocks.Add(new([ComposedText.Of(text.Trim())], new(Line: line), TakePage()));
            line = null;
        }

        private void Add(List<string> cells, IElement row)
        {
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) blocks.Add(new([.. cells.Select(ComposedText.Of)], new(Line: row.SourceReference?.Position.Line), TakePage()));
        }

        private bool TakePage()
        {
            var starts = startsPage;
            startsPage = false;
            return starts;
        }
    }
}
