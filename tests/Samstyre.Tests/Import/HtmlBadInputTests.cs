using System.Diagnostics;
using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Tests.Reports;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Pages that are spoilt, or made to hurt: reports or a problem, never an exception, in time that grows with their length.</summary>
public sealed class HtmlBadInputTests
{
    private const string Start = "<!doctype html><html><body>";

    /// <summary>Far above what linear reading takes on a slow machine, far below what anything quadratic takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly string[] Fragments =
    [
        "<", ">", "</", "<!--", "-->", "<![CDATA[", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=99999999999>", "<td rowspan=0 colspan=-1>", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<script>", "</script>",
        "<textarea>", "<title>", "<plaintext>", "<svg>", "</svg>", "<math>", "<select>", "<option>", "<template>", "<section class=chapter>", "<header>", "<header class=cover>", "<p hidden>", "</body>", "</html>", "<html>", "<br>", "<li>",
        "&", "&#", "&#x110000;", "&#0;", "&amp", "\0", "\ud800", "\udc00", "\u202e", "\"", "'", "=", "\ufffe", " style='display:none'", "<a href=\"", "<?xml ?>", "<style>",
    ];

    private static readonly string Page = Encoding.UTF8.GetString(MadeCompendium.Html(MadeCompendium.RoundOf([new SampleForm().Read(), new SampleForm().With("Prosjekt-/programnavn", "Et annet").Read()])));

    public static TheoryData<string, string> Hostile() => new()
    {
        { "elements in each other", Start + Many("<div>", 200_000) },
        { "lists in each other", Start + Many("<ul><li>x", 100_000) },
        { "tables in each other", Start + Many("<table><tr><td>x", 100_000) },
        { "words set apart in each other", Start + Many("<b class=x><i><font>", 100_000) + Many("<p>x", 50_000) },
        { "links in each other", Start + Many("<a><div>", 100_000) },
        { "merged cells", Start + "<table><tr>" + Many("<td colspan=60 rowspan=60>x", 50_000) + Many("<tr><td>x", 50_000) },
        { "one row", Start + "<table><tr>" + Many("<td>x", 300_000) },
        { "attributes", Start + "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=x ")) + ">" },
        { "attributes of one name", Start + "<p " + Many("class=x ", 100_000) + ">" },
        { "ends of nothing", Start + Many("<div>", 500) + Many("</p></table></b>", 100_000) },
        { "comments begun", Start + Many("<!--", 300_000) },
        { "scripts begun", Start + Many("<script><!--<script>", 100_000) },
        { "characters by name", Start + Many("&aring;&notit;&#65;", 100_000) },
        { "hidden", Start + Many("<p hidden><span hidden>x", 100_000) },
        { "drawings", Start + Many("<svg><g><title>", 100_000) },
        { "a comment before the page", "<!--" + Many("- ", 2_000_000) + "--><html>" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_PageMadeToHurt_TakesBoundedTime(string what, string page)
    {
        var time = Stopwatch.StartNew();
        var reading = Read(Encoding.UTF8.GetBytes(page));
        reading.Problems.ShouldHaveSingleItem(what).Code.ShouldBe("NoForm");
        time.Elapsed.ShouldBeLessThan(Bound, what);
    }

    [Fact]
    public void Read_FormBehindThingsMadeToHurt_IsReadAllTheSame()
    {
        var form = Page[Page.IndexOf("<main", StringComparison.Ordinal)..];
        Read(Encoding.UTF8.GetBytes(Start + Many("<b><font size=2>", 5_000) + form)).Reports.Count.ShouldBe(2);
        Read(Encoding.UTF8.GetBytes(Start + Many("<div><p>", 60) + form)).Reports.Count.ShouldBe(2);
        Read(Encoding.UTF8.GetBytes(Start + "<table><tr><td>" + form)).Reports.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_PageSpoilt_NeverThrowsAndReadsBackFromJson()
    {
        for (var seed = 1u; seed <= 400; seed++)
        {
            var chance = new Chance(seed);
            var page = new StringBuilder(Page);
            for (var errors = 1 + chance.Below(20); errors > 0 && page.Length > 200; errors--) Spoil(page, chance);
            var bytes = Encoding.UTF8.GetBytes(page.ToString());
            if (chance.Below(3) == 0)
            {
                for (var errors = chance.Below(40); errors > 0; errors--) bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
            }

            var reading = Read(bytes);
            (reading.Reports.Count + reading.Problems.Count).ShouldBeGreaterThan(0, $"seed {seed}");
            foreach (var report in reading.Reports)
            {
                var json = ReportJson.ToUtf8(report);
                ReportJson.ToUtf8(ReportJson.FromUtf8(json)).ShouldBe(json, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Read_Garbage_IsAProblem()
    {
        for (var seed = 1u; seed <= 300; seed++)
        {
            var chance = new Chance(seed);
            var page = Start + string.Concat(Enumerable.Range(0, 300).Select(_ => Fragments[chance.Below(Fragments.Length)] + (char)chance.Below(0x3000)));
            Read(Encoding.UTF8.GetBytes(page)).Problems.ShouldHaveSingleItem($"seed {seed}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("<!doctype html><html><head><title>Prosjekt-/programnavn:</title></head><body></body></html>")]
    [InlineData("<html><p>Møtet er flyttet til torsdag.")]
    public void Read_PageThatIsNoForm_IsAProblem(string page) => Read(Encoding.UTF8.GetBytes(page)).Problems.ShouldHaveSingleItem();

    private static void Spoil(StringBuilder page, Chance chance)
    {
        var at = chance.Below(page.Length - 100);
        var length = 1 + chance.Below(chance.Below(6) == 0 ? 2_000 : 12);
        length = Math.Min(length, page.Length - at);
        switch (chance.Below(5))
        {
            case 0: page.Remove(at, length); break;
            case 1: page.Insert(chance.Below(page.Length), page.ToString(at, length)); break;
            case 2: page.Length = chance.Below(4) == 0 ? at + 100 : page.Length; break;
            default: page.Insert(at, Fragments[chance.Below(Fragments.Length)]); break;
        }
    }

    private static FileReading Read(byte[] bytes) => ReportReader.Read("form.html", bytes, ExamplePortfolio.Definition);

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
