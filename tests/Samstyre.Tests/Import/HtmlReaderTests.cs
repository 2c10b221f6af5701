using System.Text;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Pages to paragraphs and rows, as a browser would show them.</summary>
public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>One <b>word</b>\n  more</p><p>Two", "One word more¶Two")]
    [InlineData("One<br>Two<br/>Three", "One¶Two¶Three")]
    [InlineData("<p>One<p>Two</p></div>Three", "One¶Two¶Three")]
    [InlineData("<ul><li>One<li>Two<ul><li>Three</ul><li>Four</ul>", "One¶Two¶Three¶Four")]
    [InlineData("<dl><dt>One<dd>Two<dt>Three</dl>", "One¶Two¶Three")]
    [InlineData("<b><p>One</b> word</p>", "One word")]
    [InlineData("&aring;r&nbsp;&#x2013; &lt;id&gt; &amp;amp; &unknown; R&D", "år\u00a0– <id> &amp; &unknown; R&D")]
    [InlineData("a\u030a e&#x301;", "å é")]
    public void Read_RunningText_IsParagraphs(string html, string blocks) => Read(html).ShouldBe(blocks);

    [Theory]
    [InlineData("<table><tr><th>A<td>B<tr><td>C<td>D</table>", "A|B¶C|D")]
    [InlineData("<table><tr><td><p>One</p><p>Two</p></td><td>a<br>b<ul><li>c</ul></table>", "One\nTwo|a\nb\nc")]
    [InlineData("<table><tr><td colspan=2>A<td>B<tr><td>C<td>D<td>E</table>", "A||B¶C|D|E")]
    [InlineData("<table><tr><td rowspan=2>A<td>B<tr><td>C</table>", "A|B¶|C")]
    [InlineData("<table><tr><td>A<td rowspan=3 colspan=2>B<td>C<tr><td>D<td>E<tr><td>F<td>G</table>", "A|B||C¶D|||E¶F|||G")]
    [InlineData("<table><tbody><tr><td rowspan=9>A<td>B</tbody><tbody><tr><td>C<td>D</table>", "A|B¶C|D")]
    [InlineData("<table><caption>Title</caption><thead><tr><th>A<th></thead><tbody><tr><td></td><td>B</td></tr></tbody></table>", "Title¶A|¶|B")]
    [InlineData("<table><td>A<td>B</table>after", "A|B¶after")]
    [InlineData("<table><tr><td>A</td>stray<td>B</td></tr></table>", "stray¶A|B")]
    [InlineData("<table><tr><td>A<table><tr><td>B<td>C</table>D<td>E<tr><td>F<td>G</table>", "A¶B|C¶D¶E¶F|G")]
    [InlineData("<table><tr><td>A</td><td>B<div><table><tr><td>C</td></tr></table></div></td></tr></table>", "A¶B¶C")]
    [InlineData("<table><tr><td>A<table><tr><td>B<table><tr><td>C<td>D</table></table></table>E", "A¶B¶C|D¶E")]
    [InlineData("<tr><td>A</td><td>B</td></tr>", "A¶B")]
    public void Read_Tables_AreRowsOfCells(string html, string blocks) => Read(html).ShouldBe(blocks);

    [Theory]
    [InlineData("<title>T</title><style>p{}</style><script>if(a<b)'<p>'</script><p>One<noscript>Two</noscript><template><p>Three</template><!-- <p>Four -->", "One")]
    [InlineData("<p hidden>One<p>Two<span style='color:red; DISPLAY : none'>Three</span><b hidden>Four<b>Five</b>Six</b> Seven", "Two Seven")]
    [InlineData("<div style='mso-hide:all'><p>One<table><tr><td>Two</table></div>Three", "Three")]
    [InlineData("<table><tr hidden><td>A<tr><td>B<td hidden>C<td>D</table>", "B|D")]
    [InlineData("<table hidden><tr><td>A</table><p>B", "B")]
    [InlineData("<nav><ul><li>One</ul></nav><svg><title>Two</title><style/><text>Three</text><path></svg><p>Four", "Four")]
    [InlineData("<svg><g><p>One", "One")]
    [InlineData("<p>One<del>Two</del><select><option>Three<option selected>Four<option>Five</select><textarea>Six <b></textarea>", "One¶Four¶Six <b>")]
    [InlineData("<p>One<iframe src='https://example.no'><p>Two</iframe><object data=x>Three</object><img alt=Four>", "One")]
    public void Read_WhatIsNotShown_IsLeftOut(string html, string blocks) => Read(html).ShouldBe(blocks);

    [Fact]
    public void Read_HeadingsAndBreaks_StartPages() =>
        HtmlReader.Read("a.html", "<h1>A</h1><p>B<h2>C</h2><p>D<p style='page-break-before:always'>E<hr>F<table><tr><td><h2>G</h2><td>H</table>").Blocks
            .Where(block => block.StartsPage).Select(block => block.Cells[0]).ShouldBe(["A", "C", "E", "F"]);

    [Fact]
    public void Read_Blocks_KnowTheirLines() =>
        HtmlReader.Read("a.html", "<p>\nA\n</p>\n<table>\n<tr><td>B\n<tr>\n<td>C</table>").Blocks.Select(block => block.Place.Line).ShouldBe([1, 5, 6]);

    [Theory]
    [InlineData("<!DOCTYPE html><p>", true)]
    [InlineData("\ufeff \r\n<HTML lang=nb>", true)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- saved from\n somewhere --><!-- - --> <!doctype HTML PUBLIC \"-//W3C//DTD\">", true)]
    [InlineData("<htmlx>", false)]
    [InlineData("Prosjekt <html>", false)]
    [InlineData("{\"a\":\"<html>\"}", false)]
    public void Recognises_AFile_ByItsBeginning(string text, bool isPage)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
            HtmlReader.Recognises("form", encoding.GetBytes(text)).ShouldBe(isPage);
    }

    [Fact]
    public void Recognises_AFileWithoutItsBeginning_ByItsName() => HtmlReader.Recognises("Skjema.HTM", "<table><tr><td>A"u8).ShouldBeTrue();

    [Theory]
    [InlineData("utf-8", "", null)]
    [InlineData("utf-8", "<meta charset=iso-8859-1>", null)]
    [InlineData("utf-16", "", "UTF-16")]
    [InlineData("windows-1252", "<meta charset=\"windows-1252\">", null)]
    [InlineData("iso-8859-1", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", null)]
    [InlineData("macintosh", "<meta charset=macintosh>", null)]
    [InlineData("iso-8859-1", "<meta charset=no-such-thing>", "Windows-1252")]
    [InlineData("iso-8859-1", "<meta charset=utf-16>", "Windows-1252")]
    [InlineData("iso-8859-1", "", "Windows-1252")]
    public void Decode_EveryEncoding_GivesItsLetters(string name, string declaration, string? guess)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var (text, fallback) = HtmlReader.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes($"<!doctype html>{declaration}<p>blåbærsyltetøy")]);
        text.ShouldNotBeNull().ShouldEndWith("blåbærsyltetøy");
        fallback.ShouldBe(guess);
    }

    private static string Read(string html) => string.Join('¶', HtmlReader.Read("a.html", html).Blocks.Select(block => string.Join('|', block.Cells)));
}
