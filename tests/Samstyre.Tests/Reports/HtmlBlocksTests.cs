using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Documents as HTML: what people wrote stays text, anchors are single, headings and tables are as readers of all kinds need them.</summary>
public sealed partial class HtmlBlocksTests
{
    private static readonly HtmlLinks Links = new(standing => "/tiltak/" + standing.Initiative.NationalId, figure => "/rapport/" + figure);
    private static readonly Standing Someone = MemoryPortfolio.Example.Content("2020-03").Snapshot.Standings[0];

    public static TheoryData<string> HostileTexts => [ChartSamples.Hostile, "</table><script>", "\" onmouseover=\"alert(1)", "]]>\u0000\u202e<!--", new string('x', 100_000)];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Write_HostileTextsEverywhere_ComeOutAsText(string text)
    {
        var table = new DocTable("t", text, [new(text), new(text, FigureUnit.Count)], [new([new(text, text, Initiative: Someone), new(text, null)]), new([new(text, text, TrafficLight.Red), new(text, text)])], TableKind.List);
        var html = Render(Document(
            new SectionHeading("h", text),
            new Paragraph([new(text), new(text, "t"), new(text, Initiative: Someone)], ParagraphStyle.Point),
            new TableBlock(table, text),
            new TableBlock(table with { Id = "f", Kind = TableKind.Form }, text),
            FigureTables.Of(Figure(text), ReportTexts.In(Language.Bokmal))));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<!--");
        // Every tag is one of ours, and so is every attribute.
        Tag().Matches(html).Select(tag => tag.Groups["name"].Value).Distinct().Except("section h2 h3 ul li p a bdi figure figcaption span div table caption colgroup col thead tbody tr th td details summary dl dt dd svg path".Split(' ')).ShouldBeEmpty();
        Attribute().Matches(Tag().Replace(html, tag => tag.Value)).ShouldAllBe(attribute => attribute.Groups["name"].Value != "onmouseover");
    }

    [Fact]
    public void Write_ChaptersNamedAsTheirFigures_EveryAnchorIsSingleAndEveryLinkLeadsSomewhere()
    {
        var html = Render(Example("2020-10"));
        var ids = Id().Matches(html).Select(id => id.Groups[1].Value).ToList();
        ids.ShouldBeUnique();
        ids.ShouldContain("status");
        ids.ShouldContain("chapter-status");
        LocalLink().Matches(html).Select(link => link.Groups[1].Value).Except(ids).ShouldBeEmpty();
    }

    [Fact]
    public void Write_RowsBehindASum_StandWithTheirAmountsAndEndWhereTheOwnPageGoesOn()
    {
        var figure = new Figure(
            "f", new("Budsjett"), new("Fase"), FigureChart.None, [new("a", new("Konsept"))], [new("initiatives", new("Tiltak"), FigureUnit.Initiatives), new("budget", new("Budsjett"), FigureUnit.MillionNok)],
            [new(1, [Someone]), new(30m, [Someone], new([new("amount", new("Beløp"), FigureUnit.MillionNok)], [.. Enumerable.Repeat(new ListingRow(Someone, [new Money(1.25m)]), 24)], Adds: 0))], 1, 0);
        var html = Render(Document(FigureTables.Of(figure, ReportTexts.In(Language.Bokmal))));
        html.ShouldContain("<dt>Konsept – Tiltak 1, Budsjett 30 mill. kr</dt>");
        html.ShouldContain("<th scope=\"col\">Tiltak</th><th scope=\"col\" class=\"num\">Beløp (mill.\u00a0kr)</th>");
        html.ShouldContain($"<a class=\"ds-link\" href=\"/tiltak/{Someone.Initiative.NationalId}\">");
        Regex.Count(html, "<td class=\"num\">1,3</td>").ShouldBe(20);
        html.ShouldContain("<p><a class=\"ds-link\" href=\"/rapport/f\">og 4 til</a></p>");
    }

    [Theory]
    [InlineData("a\u0000\u0001\u000b\u001b\u007fb", "a\ufffd\ufffd\ufffd\ufffd\ufffdb")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    public void Text_ControlCharacters_DoNotStandInHtml(string text, string written)
    {
        using var html = new HtmlWriter();
        html.Write($"<p>{text}</p>");
        Text(html).ShouldBe($"<p>{written}</p>");
    }

    [Fact]
    public void Contents_OfTheReport_LeadToItsChapters()
    {
        var document = Example("2020-10");
        using var html = new HtmlWriter();
        HtmlBlocks.Contents(html, document);
        var links = LocalLink().Matches(Text(html)).Select(link => link.Groups[1].Value).ToList();
        links.Count.ShouldBe(document.Chapters.Length);
        links.Except(Id().Matches(Render(document)).Select(id => id.Groups[1].Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Write_SectionsOfAnyLevel_SkipNoHeading()
    {
        var html = Render(Document(new SectionHeading("a", "A", 3), new SectionHeading("b", "B", 3), new SectionHeading("c", "C", 2), new SectionHeading("d", "D", 3)));
        Heading().Matches(html).Select(heading => heading.Groups[1].Value).ShouldBe(["2", "3", "4", "3", "4"]);
    }

    [Fact]
    public void Write_Figure_HasNumberTableHeadersAndWordsForWhatIsMissing()
    {
        var html = Render(Document(FigureTables.Of(Figure("Vest"), ReportTexts.In(Language.Bokmal)), new TableBlock(new("t", "Liste", [new("Navn")], [new([new("A", "A")])], TableKind.List))));
        html.ShouldContain("<figure class=\"figure\" id=\"f\"><figcaption><span class=\"figure-number\">Figur 1</span> <a class=\"ds-link\" href=\"/rapport/f\">Vest</a></figcaption>");
        html.ShouldContain("<span class=\"figure-number\">Tabell 1</span>");
        html.ShouldContain("<th scope=\"col\">Vest</th><th scope=\"col\" class=\"num\">Vest (mill.\u00a0kr)</th>");
        html.ShouldContain("<th scope=\"row\">Vest</th><td class=\"num\"><span class=\"quiet\">ikke oppgitt</span></td>");
        html.ShouldContain("role=\"img\" aria-label=\"Vest. ");
    }

    [Theory]
    [InlineData(Language.Bokmal, "Figur 1", "Tabell 1", "Vis radene")]
    [InlineData(Language.Nynorsk, "Figur 1", "Tabell 1", "Vis radene")]
    [InlineData(Language.English, "Figure 1", "Table 1", "Show the rows")]
    public void Write_InEveryLanguage_NumbersAndFoldsInIt(Language language, string figure, string table, string rows)
    {
        var html = Render(Document(FigureTables.Of(Figure("Vest"), ReportTexts.In(language)), FigureTables.Of(Figure("Vest") with { Id = "g", Chart = FigureChart.None }, ReportTexts.In(language))) with { Language = language });
        html.ShouldContain($">{figure}</span>");
        html.ShouldContain($">{table}</span>");
        html.ShouldContain($"<summary>{rows}<span");
    }

    [Fact]
    public void Write_FormTable_HasLabelsInItsRowsAndNoEmptyHead()
    {
        var form = new DocTable("cost", "Kostnad", [new("", Width: 2), new("", Width: 4)], [new([new("Totalkostnad", IsHeading: true), new("128", 128m)]), new([new("Årlig drift", IsHeading: true), new("ikke oppgitt")])], TableKind.Form);
        var html = Render(Document(new TableBlock(form)));
        html.ShouldNotContain("<thead");
        html.ShouldContain("<col class=\"share-2\"><col class=\"share-4\">");
        html.ShouldContain("<tr><th scope=\"row\">Totalkostnad</th><td>128</td></tr><tr><th scope=\"row\">Årlig drift</th><td><span class=\"quiet\">ikke oppgitt</span></td></tr>");
        Render(Document(new TableBlock(form with { Columns = [new("År"), new("Sum")] }))).ShouldContain("<thead><tr><th scope=\"col\">År</th>");
    }

    [Fact]
    public void Write_Colours_AreShapeAndWord()
    {
        var html = Render(Document(new TableBlock(new("t", "T", [new("Navn"), new("Status")], [new([new("A", "A"), new("rød", "rød", TrafficLight.Red)]), new([new("B", "B"), new("ikke oppgitt")])], TableKind.List))));
        html.ShouldContain("<path class=\"red\"");
        html.ShouldContain("</svg>rød</span>");
        html.ShouldContain("<circle class=\"none\"");
        html.ShouldContain("</svg>ikke oppgitt</span>");
    }

    [Fact]
    public void RowsBehind_MoreThanTwenty_NamesTwentyAndLeadsToTheRest()
    {
        var standings = MemoryPortfolio.Example.Content("2020-03").Snapshot.Standings;
        var document = Document(FigureTables.Of(Figure("Vest") with { Cells = [new(1m, standings), new(2m, standings)] }, ReportTexts.In(Language.Bokmal)));
        var html = Render(document);
        Regex.Count(html, "<li><a class=\"ds-link\" href=\"/tiltak/").ShouldBe(20);
        html.ShouldContain("<li><a class=\"ds-link\" href=\"/rapport/f\">og 32 til</a></li>");
        html.ShouldContain("<dt>Vest – Vest 1 mill. kr, Vest 2 mill. kr</dt>");
        using var one = new HtmlWriter();
        HtmlBlocks.WriteOne(one, document, "f", Links).ShouldBeTrue();
        Regex.Count(Text(one), "<li><a class=\"ds-link\" href=\"/tiltak/").ShouldBe(52);
        HtmlBlocks.WriteOne(one, document, "none", Links).ShouldBeFalse();
    }

    [Fact]
    public void Write_InAFile_LeadsNowhereButWithinItself()
    {
        var html = Render(Example("2020-10"), HtmlLinks.None);
        html.ShouldNotContain("<details");
        Regex.Matches(html, "href=\"([^\"]*)\"").Select(link => link.Groups[1].Value).ShouldAllBe(link => link.StartsWith('#'));
    }

    [Fact]
    public void ChartData_WhatIsNotReported_IsNullAndNeverZero()
    {
        using var chart = JsonDocument.Parse(ChartData.Json(FigureTables.Of(Figure("Vest"), ReportTexts.In(Language.Bokmal)), ReportTexts.In(Language.Bokmal)));
        var series = chart.RootElement.GetProperty("series");
        series[0].GetProperty("values")[0].ValueKind.ShouldBe(JsonValueKind.Null);
        series[0].GetProperty("words")[0].ValueKind.ShouldBe(JsonValueKind.Null);
        series[1].GetProperty("words")[0].GetString().ShouldBe("1\u202f234,5");
    }

    [Fact]
    public void ChartData_MoreCategoriesThanCanBeRead_ChartsThirtyAndSaysSo()
    {
        var many = Figure("Vest") with { Categories = [.. Enumerable.Range(0, 40).Select(row => new FigureCategory("c" + row, new("C" + row)))], Cells = [.. Enumerable.Range(0, 80).Select(cell => new FigureCell(cell, []))] };
        var block = FigureTables.Of(many, ReportTexts.In(Language.Bokmal));
        using var chart = JsonDocument.Parse(ChartData.Json(block, ReportTexts.In(Language.Bokmal)));
        chart.RootElement.GetProperty("categories").GetArrayLength().ShouldBe(30);
        var html = Render(Document(block));
        html.ShouldContain("de 30 første av 40");
        Regex.Count(html, "<th scope=\"row\">").ShouldBe(40);
    }

    [Theory]
    [InlineData("0;31", "1", "0 10 20 30 40")]
    [InlineData("2;3", "1", "0 1 2 3")]
    [InlineData("0.05;0.65", "0.01", "0 0.2 0.4 0.6 0.8")]
    [InlineData("-155;120", "0.1", "-200 -100 0 100 200")]
    [InlineData("1771", "0.1", "0 500 1000 1500 2000")]
    [InlineData("0", "1", "")]
    [InlineData("", "1", "")]
    public void ChartScale_OfValues_IsRoundAndReachesOverAll(string values, string finest, string ticks)
    {
        var all = values.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        string.Join(' ', ChartScale.Of(all, decimal.Parse(finest, System.Globalization.CultureInfo.InvariantCulture)).Select(tick => tick.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(ticks);
    }

    private static ReportDocument Document(params Block[] blocks) => new("Rapport", "mars 2020", Language.Bokmal, "Portefølje", [], [new("one", "Kapittel", [.. blocks])]);

    private static ReportDocument Example(string round) => PortfolioReport.Of(ReportFigures.Of(MemoryPortfolio.Example.Content(round)), null, [], Language.Bokmal);

    private static Figure Figure(string words) => new(
        "f", new(words), new(words), FigureChart.Bars, [new("c", new(words))],
        [new("a", new(words), FigureUnit.MillionNok), new("b", new(words), FigureUnit.MillionNok)], [new(null, []), new(1234.5m, [Someone])], 2, 1);

    private static string Render(ReportDocument document) => Render(document, Links);

    private static string Render(ReportDocument document, HtmlLinks links)
    {
        using var html = new HtmlWriter();
        HtmlBlocks.Write(html, document, links);
        return Text(html);
    }

    private static string Text(HtmlWriter html) => Encoding.UTF8.GetString(html.Written.Span);

    [GeneratedRegex("<(?<name>[a-z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[a-z0-9]+(?: [a-z-]+(?:=\"[^\"]*\")?)*? (?<name>[a-z-]+)=\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex LocalLink();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Heading();
}
