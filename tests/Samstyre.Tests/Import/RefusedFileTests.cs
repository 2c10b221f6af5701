using System.IO.Compression;
using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Files that can't be read: each gives one problem that says what it is and what to do.</summary>
public class RefusedFileTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "a.docx", [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "FileLocked" },
        { "a.doc", Compound, "FormatOld" },
        { "a.odt", OfficeFile.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "FormatOpenDocument" },
        { "a.docx", OfficeFile.Zip(("bilde.txt", "hei")), "FormatZip" },
        { "a.docx", "PK\u0003\u0004 and nothing more"u8.ToArray(), "FileDamaged" },
        { "a.docx", Truncated(), "FileDamaged" },
        { "a.docx", OfficeFile.Word("<w:p><w:r>"), "FileDamaged" },
        { "a.docx", Laughing(), "FileDamaged" },
        { "a.docx", Bomb(), "FileDamaged" },
        { "a.rtf", "{\\rtf1 hei}"u8.ToArray(), "FormatRtf" },
        { "a.bin", [0, 1, 2, 3, 255, 0, 0, 7], "FileBinary" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void File_ThatCannotBeRead_SaysWhatItIs(string name, byte[] bytes, string code)
    {
        var reading = DocumentReader.Read(name, bytes);
        reading.Document.ShouldBeNull();
        reading.Problem!.Code.ShouldBe(code);
        reading.Problem.File.ShouldBe(name);
    }

    [Fact]
    public void Kind_FollowsFromContent_WhateverTheNameSays() =>
        DocumentReader.Read("skjema.pdf", OfficeFile.Word("<w:p><w:r><w:t>Word</w:t></w:r></w:p>")).Document!.Blocks.Single().Cells.ShouldBe(["Word"]);

    [Fact]
    public void ReferencesOutOfTheFile_AreNeverFollowed()
    {
        var file = OfficeFile.Zip(
            ("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/officeDocument\" Target=\"../../../word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"b\" Type=\"http://x/relationships/footnotes\" Target=\"http://localhost:1/x\" TargetMode=\"External\"/></Relationships>"),
            ("word/document.xml", "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>inni</w:t></w:r></w:p></w:body></w:document>"));
        DocumentReader.Read("a.docx", file).Document!.Blocks.Single().Cells.ShouldBe(["inni"]);
    }

    private static byte[] Truncated()
    {
        var whole = OfficeFile.Word(string.Concat(Enumerable.Range(0, 500).Select(number => $"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>")));
        return whole[..(whole.Length / 2)];
    }

    private static byte[] Laughing() => OfficeFile.Zip(
        OfficeFile.RelationsOf("", ("r", "officeDocument", "word/document.xml")),
        ("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>"));

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var relations = zip.CreateEntry("_rels/.rels").Open()) relations.Write("<Relationships><Relationship Id=\"a\" Type=\"http://x/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8);
            using var document = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            document.Write("<x xmlns:w=\"x\">"u8);
            var blank = new byte[1_000_000];
            Array.Fill(blank, (byte)' ');
            for (var megabyte = 0; megabyte < 210; megabyte++) document.Write(blank);
            document.Write("</x>"u8);
        }

        return bytes.ToArray();
    }
}
