using System.Collections.Immutable;
using System.Text;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Words that a person wrote take the place of those drafted from the figures.</summary>
public sealed class EditedWordsTests
{
    private static readonly ReportFigures March = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-03"));
    private static readonly ReportFigures October = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));

    [Fact]
    public void Of_ChapterEdited_HasThoseWordsAndTheOthersTheirDraft()
    {
        var drafted = PortfolioReport.Of(October, March, [], Language.Bokmal);
        var edited = Edited("status", "Første avsnitt\nmed to linjer.\n\n\n  Andre avsnitt: 58 %.  \n");
        edited.Chapters.Select(chapter => chapter.Id).ShouldBe(drafted.Chapters.Select(chapter => chapter.Id));
        Paragraphs(edited, "status").Select(paragraph => (paragraph.Style, Text(paragraph))).ShouldBe([(ParagraphStyle.Lead, "Første avsnitt\nmed to linjer."), (ParagraphStyle.Body, "Andre avsnitt: 58 %.")]);
        Paragraphs(edited, "status").SelectMany(paragraph => paragraph.Spans).ShouldAllBe(span => span.Figure == null && span.Initiative == null);
        edited.Chapters.Single(chapter => chapter.Id == "status").Blocks.Where(block => block is not Paragraph).Count().ShouldBe(drafted.Chapters.Single(chapter => chapter.Id == "status").Blocks.Count(block => block is not Paragraph));
        foreach (var chapter in drafted.Chapters.Where(chapter => chapter.Id != "status"))
            Paragraphs(edited, chapter.Id).Select(Text).ShouldBe(Paragraphs(drafted, chapter.Id).Select(Text));
    }

    [Theory]
    [InlineData(Language.Bokmal)]
    [InlineData(Language.Nynorsk)]
    [InlineData(Language.English)]
    public void Drafted_WrittenBack_IsTheSameWords(Language language)
    {
        var words = ReportWords.Drafted(October, March, language);
        var drafted = PortfolioReport.Of(October, March, [], language);
        words.Where(chapter => chapter.Chapter != "changes").Select(chapter => (chapter.Chapter, chapter.Title)).ShouldBe(drafted.Chapters.Where(chapter => chapter.Id != "annex").Select(chapter => (chapter.Id, chapter.Title)));
        var written = PortfolioReport.Of(October, March, [], language, edited: words.Where(chapter => chapter.Text.Length > 0).ToDictionary(chapter => chapter.Chapter, chapter => chapter.Text));
        foreach (var chapter in drafted.Chapters) Paragraphs(written, chapter.Id).Select(Text).ShouldBe(Paragraphs(drafted, chapter.Id).Select(Text).Where(text => text.Length > 0));
    }

    [Fact]
    public void Drafted_OtherNumbers_AreOtherWords() =>
        ReportWords.Drafted(October, March, Language.Bokmal).Single(chapter => chapter.Chapter == "summary").Text.ShouldNotBe(ReportWords.Drafted(March, null, Language.Bokmal).Single(chapter => chapter.Chapter == "summary").Text);

    [Theory]
    [InlineData("<script>alert(1)</script> =HYPERLINK(\"http://x\") \u0001\ufffe \u202egnp.exe & \"'</w:t>]]>")]
    [InlineData("100000")]
    public void Files_OfHostileWords_AreMade(string words)
    {
        var document = Edited("summary", words == "100000" ? new string('ø', 100_000) : words);
        Written(output => WordReport.Write(output, document)).ShouldNotBeEmpty();
        Written(output => ExcelReport.Write(output, document)).ShouldNotBeEmpty();
        using var html = new HtmlWriter();
        HtmlBlocks.Write(html, document, HtmlLinks.None);
        Encoding.UTF8.GetString(html.Written.Span).ShouldNotContain("<script>alert");
    }

    private static ReportDocument Edited(string chapter, string text) =>
        PortfolioReport.Of(October, March, [], Language.Bokmal, edited: ImmutableDictionary<string, string>.Empty.Add(chapter, text));

    private static IEnumerable<Paragraph> Paragraphs(ReportDocument document, string chapter) => document.Chapters.Single(one => one.Id == chapter).Blocks.OfType<Paragraph>();

    private static string Text(Paragraph paragraph) => string.Concat(paragraph.Spans.Select(span => span.Text));

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
