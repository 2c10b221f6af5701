using System.IO.Compression;

namespace Samstyre.Reports;

/// <summary>A part of an Office file.</summary>
/// <param name="Path">Where it stands in the package: <c>word/document.xml</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Write">Writes its bytes.</param>
/// <param name="Links">The parts that it names.</param>
internal sealed record OoxmlPart(string Path, string ContentType, Action<Stream> Write, params IReadOnlyList<OoxmlLink> Links)
{
    /// <summary>A part that is XML.</summary>
    public static OoxmlPart Xml(string path, string contentType, Action<OoxmlWriter> write, params IReadOnlyList<OoxmlLink> links) => new(path, contentType, stream =>
    {
        using var xml = new OoxmlWriter(stream);
        xml.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"""u8);
        write(xml);
    }, links);
}

/// <summary>A relationship to a part.</summary>
/// <param name="Id">Its name within the part it starts from.</param>
/// <param name="Type">The last word of its type, or the whole address.</param>
/// <param name="Target">The other part, from the folder of the one it starts from.</param>
internal sealed record OoxmlLink(string Id, string Type, string Target);

/// <summary>Writes parts as an Office file, one after the other and never whole in memory. The same parts give the same bytes: no times, no chance.</summary>
internal static class OoxmlPackage
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // The earliest time that a zip file can state.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it; <paramref name="root"/> are the package's own links.</summary>
    public static void Write(Stream output, IReadOnlyList<OoxmlPart> parts, IReadOnlyList<OoxmlLink> root)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Types come first: mail gateways tell an Office file from another zip by its first entry.
        Entry(zip, OoxmlPart.Xml("[Content_Types].xml", "", xml => Types(xml, parts)));
        Entry(zip, Links("_rels/.rels", root));
        foreach (var part in parts)
        {
            Entry(zip, part);
            if (part.Links.Count == 0) continue;
            var name = part.Path.LastIndexOf('/') + 1;
            Entry(zip, Links($"{part.Path[..name]}_rels/{part.Path[name..]}.rels", part.Links));
        }
    }

    private static void Entry(ZipArchive zip, OoxmlPart part)
    {
        var entry = zip.CreateEntry(part.Path, part.Path.EndsWith(".xlsx", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        part.Write(stream);
    }

    private static void Types(OoxmlWriter xml, IReadOnlyList<OoxmlPart> parts)
    {
        xml.Write("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""u8);
        foreach (var part in parts) xml.Write($"<Override PartName=\"/{part.Path}\" ContentType=\"{part.ContentType}\"/>");
        xml.Write("</Types>"u8);
    }

    private static OoxmlPart Links(string path, IReadOnlyList<OoxmlLink> links) => OoxmlPart.Xml(path, "", xml =>
    {
        xml.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""u8);
        foreach (var link in links)
        {
            var type = link.Type.Contains(':', StringComparison.Ordinal) ? link.Type : Office + link.Type;
            xml.Write($"<Relationship Id=\"{link.Id}\" Type=\"{type}\" Target=\"{link.Target}\"/>");
        }

        xml.Write("</Relationships>"u8);
    });
}
