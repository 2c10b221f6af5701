using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>The text of one shape: paragraphs, or the rows of a table.</summary>
internal sealed class SlideText
{
    /// <summary>A few bytes of a zip can become very many paragraphs.</summary>
    private const int MostParagraphs = 1_000_000;

    private DocumentFlow? flow;
    private bool inRun;
    private bool isNumber;
    private bool isMerged;
    private int row;
    private int merged;
    private int paragraphs;

    public void Begin(DocumentFlow into) => (flow, row) = (into, 0);

    public void End() => flow = null;

    public void Enter(XmlReader xml)
    {
        if (flow is null) return;
        switch (xml.LocalName)
        {
            case "tbl":
                flow.BeginTable();
                break;
            case "tr":
                merged = 0;
                flow.BeginRow(++row);
                break;
            case "tc":
                BeginCell(xml);
                break;
            case "p":
                if (++paragraphs > MostParagraphs) throw new InvalidDataException("The slide has too many paragraphs.");
                if (!flow.IsInTable) row++;
                break;
            case "br":
                if (!isMerged) flow.Break();
                break;
            case "fld":
                isNumber = xml.GetAttribute("type") == "slidenum";
                break;
            case "t":
                inRun = true;
                break;
        }
    }

    public void Leave(string name)
    {
        if (flow is null) return;
        switch (name)
        {
            case "t":
                inRun = false;
                break;
            case "fld":
                isNumber = false;
                break;
            case "p":
                if (!isMerged) flow.Break();
                break;
            case "tc":
                flow.EndCell();
                isMerged = false;
                break;
            case "tr":
                flow.EndRow();
                break;
            case "tbl":
                flow.EndTable();
                break;
        }
    }

    /// <summary>Text, where it stands in a run of words.</summary>
    public void Add(string words)
    {
        if (flow is null || !inRun || isNumber || isMerged) return;
        for (var start = 0; ;)
        {
            var tab = words.IndexOf('\t', start);
            if (tab < 0)
            {
                flow.Text(words.AsSpan(start), row);
                return;
            }

            flow.Text(words.AsSpan(start, tab - start), row);
            flow.Tab(row);
            start = tab + 1;
        }
    }

    /// <summary>A cell that another one covers is there all the same, as a blank; what it may still hold nobody sees.</summary>
    private void BeginCell(XmlReader xml)
    {
        isMerged = IsSet(xml.GetAttribute("hMerge")) || IsSet(xml.GetAttribute("vMerge"));
        if (!isMerged) FillUp();
        else if (merged > 0) merged--;
        flow!.BeginCell(row);
        if (!isMerged && int.TryParse(xml.GetAttribute("gridSpan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)) merged = Math.Max(0, columns - 1);
    }

    /// <summary>Some programs leave the covered cells out.</summary>
    private void FillUp()
    {
        paragraphs += merged;
        if (paragraphs > MostParagraphs) throw new InvalidDataException("The slide has too many cells.");
        for (; merged > 0; merged--)
        {
            flow!.BeginCell(row);
            flow.EndCell();
        }
    }

    private static bool IsSet(string? value) => value is "1" or "true" or "on";
}
