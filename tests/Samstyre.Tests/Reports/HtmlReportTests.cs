using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The report as one file that stands alone.</summary>
public sealed partial class HtmlReportTests
{
    private static readonly HtmlAssets Assets = new(
        "body{margin:0}@font-face{font-family:Inter;src:url(\"./inter-latin-wght-normal-X.woff2\") format(\"woff2\")}@font-face{font-family:Inter;src:url(\"./inter-latin-ext-wght-normal-Y.woff2\")}p{margin:0}", "draw();", "font"u8);

    [Fact]
    public void Write_Report_CarriesStyleFontAndScriptWithinItself()
    {
        var html = Written(ChartSamples.Document());
        html.ShouldContain("body{margin:0}@font-face{font-family:Inter;src:url(data:font/woff2;base64,Zm9udA==) format(\"woff2\")}p{margin:0}");
        html.ShouldNotContain("latin-ext");
        html.ShouldContain("<script>draw();</script></body></html>");
        Regex.Count(html, "<link|src=\"|url\\((?!data:)").ShouldBe(0);
    }

    [Fact]
    public void Write_Policy_NamesEveryStyleAndScriptByItsHash()
    {
        var html = Written(ChartSamples.Document() with { Title = "Rapport \"</style><script>alert(1)</script>", Subtitle = "\\20 \u202e", Portfolio = new('x', 100_000) });
        var policy = Policy().Match(html).Groups[1].Value;
        var inline = Inline().Matches(html).Select(part => (Tag: part.Groups[1].Value, Text: part.Groups[2].Value)).ToList();
        inline.Select(part => part.Tag).ShouldBe(["style", "style", "script"]);
        foreach (var (_, text) in inline) policy.ShouldContain("&#39;sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "&#39;");
        policy.ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public void Write_DocumentWithoutCharts_HasNoScript()
    {
        var document = ChartSamples.Document() with { Chapters = [new("a", "A", [new Paragraph([new("Ord")])])], Contents = false };
        var html = Written(document);
        html.ShouldNotContain("script");
        html.ShouldNotContain("<nav");
    }

    [Fact]
    public void Write_SameDocument_IsTheSameFile() => Written(ChartSamples.Document()).ShouldBe(Written(ChartSamples.Document()));

    private static string Written(ReportDocument document)
    {
        using var output = new MemoryStream();
        HtmlReport.Write(output, document, Assets);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<(style|script)>(.*?)</\\1>", RegexOptions.Singleline)]
    private static partial Regex Inline();
}
