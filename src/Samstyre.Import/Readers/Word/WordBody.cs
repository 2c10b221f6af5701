using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>Goes through the elements of a Word document's body once, whatever their nesting. Elements are known by their local name: the two editions of the standard differ only in their namespaces.</summary>
/// <param name="xml">At the body, or before it.</param>
/// <param name="flow">Where the words go.</param>
/// <param name="notes">The document's notes.</param>
/// <param name="depth">How many text boxes it stands in.</param>
internal sealed class WordBody(XmlReader xml, DocumentFlow flow, WordNotes notes, int depth = 0)
{
    private const int MostBoxes = 6;

    /// <summary>What is not shown: what a tracked change struck out or moved away, fields' instructions, the copy of a shape for old programs, how things were formatted before, stops of tabs.</summary>
    private static readonly HashSet<string> Skipped = ["del", "moveFrom", "instrText", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGrid", "tabs"];

    /// <summary>Styles of the front and of the covers of a compendium of forms.</summary>
    private static readonly HashSet<string> Covers = ["PortfolioName", "Title", "Subtitle", "Provenance", "CoverText", "Heading1", "Heading2"];

    private readonly Stack<Cell> cells = new();
    private readonly List<Block> boxed = [];
    private readonly WordFields fields = new();
    private int paragraph;
    private int mutedFrom = -1;
    private bool inRun;
    private bool inText;
    private bool pageAfter;
    private bool isCompendium;

    private bool IsMuted => mutedFrom >= 0 || (cells.TryPeek(out var cell) && cell.Continues);

    public void Read()
    {
        var more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (Skipped.Contains(xml.LocalName) || !Enter(xml.LocalName))
                {
                    xml.Skip();
                    more = !xml.EOF;
                    continue;
                }

                if (xml.IsEmptyElement) Leave(xml.LocalName);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                Leave(xml.LocalName);
            }
            else if (inText && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                Write(xml.Value);
            }

            more = xml.Read();
        }

        EndParagraph();
        flow.Finish();
    }

    /// <summary>An attribute by its local name; null where the element has none such.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != name) continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }

        xml.MoveToElement();
        return null;
    }

    /// <summary>Whether an element that switches something on does so.</summary>
    private bool IsOn() => Attribute(xml, "val") is not ("0" or "false" or "off" or "none");

    private int Count() => int.TryParse(Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 0, 1_000) : 0;

    /// <summary>False where the element and what is in it have been dealt with.</summary>
    private bool Enter(string name)
    {
        switch (name)
        {
            case "t":
                inText = true;
                break;
            case "r":
                inRun = true;
                break;
            case "p":
                BeginCell();
                paragraph++;
                break;
            case "tbl":
                BeginCell();
                flow.BeginTable();
                break;
            case "tr":
                flow.BeginRow(++paragraph);
                break;
            case "gridBefore":
                for (var blank = Count(); blank > 0; blank--)
                {
                    flow.BeginCell(paragraph);
                    flow.EndCell();
                }

                break;
            case "tc":
                cells.Push(new());
                break;
            case "gridSpan" when cells.TryPeek(out var wide) && !wide.IsOpen:
                wide.Columns = Math.Max(1, Count());
                break;
            case "vMerge" or "hMerge" when cells.TryPeek(out var merged) && !merged.IsOpen:
                merged.Continues = Attribute(xml, "val") is not "restart";
                break;
            case "txbxContent":
                TakeBox();
                return false;
            case "sectPr":
                TakeSection();
                return false;
            case "pStyle":
                TakeStyle(Attribute(xml, "val") ?? "");
                break;
            case "vanish" when inRun && IsOn():
            case "showingPlcHdr" when IsOn():
                // Until the paragraph, the run or the content control ends.
                if (mutedFrom < 0) mutedFrom = xml.Depth - 2;
                break;
            case "pageBreakBefore" when IsOn():
                if (!flow.IsInTable) flow.BeginPage();
                break;
            case "tab" or "ptab":
                if (!IsMuted) flow.Tab(paragraph);
                break;
            case "br" or "cr":
                flow.Break();
                if (Attribute(xml, "type") == "page" && !flow.IsInTable) flow.BeginPage();
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                Write(WordFields.Symbol(Attribute(xml, "char")));
                break;
            case "footnoteReference" or "endnoteReference":
                if (Attribute(xml, "id") is { } id && notes.Text(name[..^"Reference".Length], id) is { } note) Write($" ({note})");
                break;
            default:
                fields.Enter(name, xml);
                break;
        }

        return true;
    }

    private void Leave(string name)
    {
        if (mutedFrom >= 0 && xml.Depth <= mutedFrom) mutedFrom = -1;
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "r":
                inRun = false;
                break;
            case "p":
                EndParagraph();
                break;
            case "tbl":
                flow.EndTable();
                break;
            case "tr":
                flow.EndRow();
                break;
            case "tc":
                BeginCell();
                flow.EndCell();
                cells.TryPop(out _);
                break;
            default:
                if (fields.Leave(name) is { } shown) Write(shown);
                break;
        }
    }

    /// <summary>Lists of what the document holds and covers are passed by: they repeat names and dates that stand in the forms.</summary>
    private void TakeStyle(string style)
    {
        isCompendium |= style == "PortfolioName";
        if (!style.StartsWith("TOC", StringComparison.Ordinal) && !(isCompendium && Covers.Contains(style))) return;
        if (mutedFrom < 0) mutedFrom = xml.Depth - 2;
        if (!flow.IsInTable) flow.BeginPage();
    }

    private void Write(string text)
    {
        if (!IsMuted) flow.Text(text, paragraph);
    }

    /// <summary>A cell begins with the first that stands in it: how wide it is, is told before.</summary>
    private void BeginCell()
    {
        if (!cells.TryPeek(out var cell) || cell.IsOpen) return;
        cell.IsOpen = true;
        flow.BeginCell(paragraph, cell.Columns);
    }

    private void EndParagraph()
    {
        flow.Break();
        foreach (var block in boxed)
        {
            if (flow.IsInTable)
            {
                flow.Text(string.Join(' ', block.Cells), paragraph);
                flow.Break();
            }
            else
            {
                flow.Take(block);
            }
        }

        boxed.Clear();
        if (pageAfter) flow.BeginPage();
        pageAfter = false;
    }

    /// <summary>A text box is read where its anchor's paragraph ends.</summary>
    private void TakeBox()
    {
        if (depth >= MostBoxes) return;
        var box = new DocumentFlow();
        using var inside = xml.ReadSubtree();
        inside.Read();
        new WordBody(inside, box, notes, depth + 1) { paragraph = paragraph }.Read();
        if (!IsMuted) boxed.AddRange(box.Blocks.Select(block => block with { StartsPage = false }));
    }

    private void TakeSection()
    {
        using var section = xml.ReadSubtree();
        var begins = "nextPage";
        while (section.Read())
        {
            if (section.NodeType == XmlNodeType.Element && section.LocalName == "type") begins = Attribute(section, "val") ?? begins;
        }

        pageAfter = begins is "nextPage" or "oddPage" or "evenPage";
    }

    /// <summary>A cell of a table that is open.</summary>
    private sealed class Cell
    {
        public int Columns { get; set; } = 1;

        /// <summary>Whether it is the rest of one above or to its left.</summary>
        public bool Continues { get; set; }

        public bool IsOpen { get; set; }
    }
}
