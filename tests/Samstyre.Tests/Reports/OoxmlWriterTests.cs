using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Whatever a person wrote comes back as text from a part of an Office file.</summary>
public sealed class OoxmlWriterTests
{
    [Fact]
    public void Text_AnyString_ComesBackWithoutWhatXmlForbids() => Prop.ForAll<string?>(text =>
    {
        var root = XElement.Parse(Written(xml => xml.Write($"<t a=\"{text}\">{text}</t>")), LoadOptions.PreserveWhitespace);
        return root.Value == Expected(text ?? "") && root.Attribute("a")!.Value == Expected(text ?? "");
    }).Check(Quietly.Try(300));

    [Theory]
    [InlineData("<b>&\"'", "<b>&\"'")]
    [InlineData("a\u0000b\u001fc\ufffed", "abcd")]
    [InlineData("a\r\nb\tc\u2028d", "a  b c d")]
    [InlineData("\u202eabc\u202c \u200fעב", "abc \u200fעב")]
    public void Text_HostileString_IsText(string text, string expected) => XElement.Parse(Written(xml => xml.Write($"<t>{text}</t>")), LoadOptions.PreserveWhitespace).Value.ShouldBe(expected);

    // No attribute can hold half a character, so it is made here.
    [Fact]
    public void Text_HalfACharacter_IsReplaced() =>
        XElement.Parse(Written(xml => xml.Write($"<t>{"halv " + (char)0xd83d + " slutt"}</t>"))).Value.ShouldBe("halv \ufffd slutt");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Text_LongerThanTheBuffer_IsWhole(int shift)
    {
        var text = new string('x', shift) + string.Concat(Enumerable.Repeat("🙂ø<", 50_000));
        XElement.Parse(Written(xml => xml.Write($"<t>{text}</t>"))).Value.ShouldBe(text);
    }

    private static string Expected(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\v' or '\r' or 0x85 or 0x2028 or 0x2029) kept.Append(' ');
            else if (rune.Value is >= 0x20 and not (>= 0x202a and <= 0x202e or >= 0x2066 and <= 0x2069 or 0xfffe or 0xffff)) kept.Append(rune);
        }

        return kept.ToString();
    }

    private static string Written(Action<OoxmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = new OoxmlWriter(stream)) write(xml);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
