using System.IO.Compression;
using System.Security;
using System.Text;

namespace Samstyre.Tests.Import;

/// <summary>A PowerPoint file made for a test, as small as one can be.</summary>
internal sealed class SlideFile
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Attributes, string Shapes)> slides = [];
    private readonly Dictionary<string, string> others = [];

    /// <summary>Drawing and presentation names; the strict kind of file has other ones.</summary>
    public string Names { get; init; } = "http://schemas.openxmlformats.org/";

    /// <summary>The slides' order in the show, by their numbers from 1; as they were added where it is not given.</summary>
    public int[]? Order { get; init; }

    public static string Paragraphs(params string[] lines) => string.Concat(lines.Select(line => $"<a:p><a:r><a:t>{SecurityElement.Escape(line)}</a:t></a:r></a:p>"));

    public static string Box(int x, int y, int width, int height, string paragraphs, string inside = "") =>
        $"<p:sp><p:nvSpPr><p:cNvPr id='1' name=''/><p:nvPr>{inside}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x='{x}0000' y='{y}0000'/><a:ext cx='{width}0000' cy='{height}0000'/></a:xfrm></p:spPr><p:txBody>{paragraphs}</p:txBody></p:sp>";

    /// <summary>A shape that leaves its place to the layout.</summary>
    public static string Placeholder(string role, string paragraphs) => $"<p:sp><p:nvSpPr><p:cNvPr id='1' name=''/><p:nvPr><p:ph {role}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>{paragraphs}</p:txBody></p:sp>";

    public static string Table(int x, int y, int width, int height, params string[] rows) =>
        $"<p:graphicFrame><p:xfrm><a:off x='{x}0000' y='{y}0000'/><a:ext cx='{width}0000' cy='{height}0000'/></p:xfrm><a:graphic><a:graphicData><a:tbl>{string.Concat(rows)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";

    public static string Row(params string[] cells) => $"<a:tr h='1'>{string.Concat(cells.Select(cell => cell.StartsWith('<') ? cell : Cell(cell)))}</a:tr>";

    public static string Cell(string text, string attributes = "") => CellOf(Paragraphs(text), attributes);

    public static string CellOf(string paragraphs, string attributes = "") => $"<a:tc {attributes}><a:txBody>{paragraphs}</a:txBody><a:tcPr/></a:tc>";

    public SlideFile Slide(params string[] shapes) => SlideWith("", shapes);

    public SlideFile SlideWith(string attributes, params string[] shapes)
    {
        slides.Add((attributes, string.Concat(shapes)));
        return this;
    }

    public SlideFile Part(string name, string content)
    {
        others[name] = content;
        return this;
    }

    public byte[] Bytes()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Order ?? [.. Enumerable.Range(1, slides.Count)];
            Write(zip, "_rels/.rels", Relations(("m", "officeDocument", "ppt/presentation.xml")));
            Write(zip, "ppt/presentation.xml", $"<p:presentation {Declared()}><p:sldIdLst>{string.Concat(numbers.Select(number => $"<p:sldId id='{255 + number}' r:id='s{number}'/>"))}</p:sldIdLst></p:presentation>");
            Write(zip, "ppt/_rels/presentation.xml.rels", Relations([.. numbers.Select(number => ($"s{number}", "slide", $"slides/slide{number}.xml"))]));
            for (var i = 0; i < slides.Count; i++) Write(zip, $"ppt/slides/slide{i + 1}.xml", $"<p:sld {Declared()} {slides[i].Attributes}><p:cSld><p:spTree><p:grpSpPr/>{slides[i].Shapes}</p:spTree></p:cSld></p:sld>");
            foreach (var (name, content) in others) Write(zip, name, content.Replace("$names", Declared(), StringComparison.Ordinal));
        }

        return memory.ToArray();
    }

    public static string Relations(params (string Id, string Kind, string Target)[] relations) =>
        $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(relations.Select(relation => $"<Relationship Id='{relation.Id}' Type='{Office}/{relation.Kind}' Target='{relation.Target}'/>"))}</Relationships>";

    private string Declared() => $"xmlns:a='{Names}drawingml' xmlns:p='{Names}presentationml' xmlns:r='{Names}officeDocument/relationships' xmlns:mc='{Names}compatibility'";

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
