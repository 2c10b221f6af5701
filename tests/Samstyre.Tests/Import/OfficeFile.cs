using System.IO.Compression;
using System.Text;

namespace Samstyre.Tests.Import;

/// <summary>Office files of a few parts, made by hand so that each test shows the markup it is about.</summary>
internal static class OfficeFile
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A zip of these parts.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The relations of a part.</summary>
    public static (string Name, string Content) RelationsOf(string part, params IEnumerable<(string Id, string Kind, string Target)> relations)
    {
        var at = part.LastIndexOf('/') + 1;
        var lines = relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Kind}\" Target=\"{relation.Target}\"/>");
        return ($"{part[..at]}_rels/{part[at..]}.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(lines)}</Relationships>");
    }

    /// <summary>A Word file with this body.</summary>
    public static byte[] Word(string body, params IEnumerable<(string Name, string Content)> others) => Zip(
    [
        RelationsOf("", ("rId1", "officeDocument", "word/document.xml")),
        ("word/document.xml", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>
            """),
        .. others,
    ]);
}
