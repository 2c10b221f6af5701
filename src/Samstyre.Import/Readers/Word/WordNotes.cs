using System.Xml;

namespace Samstyre.Import;

/// <summary>The texts of a Word document's footnotes and endnotes.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(string Kind, string Id), string> texts = [];

    /// <summary>The text of a note; null where there is none.</summary>
    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    /// <param name="id">Its id.</param>
    public string? Text(string kind, string id) => texts.GetValueOrDefault((kind, id));

    public static WordNotes Of(OfficePackage package, string main)
    {
        var notes = new WordNotes();
        foreach (var (_, kind, part) in package.Related(main))
        {
            if (kind is not ("footnotes" or "endnotes")) continue;
            using var xml = package.Xml(part);
            if (xml is not null) notes.Take(xml, kind.TrimEnd('s'));
        }

        return notes;
    }

    private void Take(XmlReader xml, string kind)
    {
        while (xml.Read())
        {
            // The lines that part notes from text are notes with a type.
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != kind || WordBody.Attribute(xml, "type") is not null || WordBody.Attribute(xml, "id") is not { } id) continue;
            var flow = new DocumentFlow();
            using var note = xml.ReadSubtree();
            new WordBody(note, flow, this).Read();
            var text = string.Join(' ', flow.Blocks.SelectMany(block => block.Cells).Select(cell => cell.Trim()));
            if (text.Length > 0) texts[(kind, id)] = text;
        }
    }
}
