using DocumentFormat.OpenXml.Wordprocessing;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Samstyre.Tests.Reports;

/// <summary>The Word file: valid, the same every time, and made of what Word knows as headings, captions and tables.</summary>
public sealed class WordReportTests
{
    public static TheoryData<Language> Languages => [Language.Bokmal, Language.Nynorsk, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Write_Example_IsValid(Language language) => WordSample.ShouldBeValid(WordSample.Example(language));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Write_EveryBlock_IsValid(Language language) => WordSample.ShouldBeValid(WordSample.Whole(language: language));

    [Fact]
    public void Write_NoChapters_IsValid() => WordSample.ShouldBeValid(WordSample.Empty);

    [Fact]
    public void Write_HostileTexts_IsValid() => WordSample.ShouldBeValid(WordSample.Whole(WordSample.Hostile));

    [Fact]
    public void Write_LongText_IsValidAndWhole()
    {
        var words = string.Concat(Enumerable.Repeat("ærlig 🙂 ", 12_500));
        var document = WordSample.Empty with { Chapters = [new("one", words, [new Samstyre.Reports.Paragraph([new(words)]), new TableBlock(new("t", words, [new("A")], [new([new(words, words)])]), words)])] };
        WordSample.ShouldBeValid(document);
        WordSample.Read(document, main => main.Document.Body!.Descendants<TableCell>().Last().InnerText).ShouldBe(words);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => WordSample.Bytes(WordSample.Whole()).ShouldBe(WordSample.Bytes(WordSample.Whole()));

    [Fact]
    public void Write_HostileText_StandsAsText()
    {
        var (text, breaks) = WordSample.Read(
            WordSample.Empty with { Chapters = [new("one", "En", [new Samstyre.Reports.Paragraph([new(WordSample.Hostile)])])] },
            main => main.Document.Body!.Elements<WordParagraph>().Last() is var last ? (last.InnerText, last.Descendants<Break>().Count()) : default);
        text.ShouldBe("<w:p>&amp; \"x\" 'y' =1+2\ufffd omvendt \u200fעבריתlinjetotabulator");
        breaks.ShouldBe(2);
    }

    [Fact]
    public void Write_Chapters_AreHeadingsInTheContents()
    {
        WordSample.Check(WordSample.Whole(), main =>
        {
            var body = main.Document.Body!;
            Styled(body, "Heading1").ShouldBe(["Status og risiko Felles journal", "Skjema", "Vedlegg: alle tiltak"]);
            Styled(body, "Heading2").ShouldBe(["Etter område", "Felles journal"]);
            Styled(body, "Heading3").ShouldBe(["Nærmere om tallene"]);
            var contents = body.Descendants<SdtBlock>().Single();
            contents.Descendants<Hyperlink>().Select(link => string.Concat(link.Descendants<Text>().Select(text => text.Text)))
                .ShouldBe(["Status og risiko Felles journal", "Etter område", "Skjema", "Felles journal", "Vedlegg: alle tiltak"]);
            var marks = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value).ToList();
            body.Descendants<Hyperlink>().Select(link => link.Anchor!.Value).ShouldBeSubsetOf(marks);
            marks.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(marks.Count);
        });
    }

    [Fact]
    public void Write_Spans_LeadToTheirFigures() => WordSample.Check(WordSample.Whole(), main =>
    {
        var body = main.Document.Body!;
        var links = body.Elements<WordParagraph>().SelectMany(paragraph => paragraph.Elements<Hyperlink>()).ToList();
        links.Select(link => (link.InnerText, link.Anchor!.Value)).ShouldBe([("52 tiltak", "bars"), ("31 tiltak", "stacked")]);
        body.Descendants<BookmarkStart>().Single(mark => mark.Name == "stacked").Parent!.InnerText.ShouldStartWith("Figur\u00a01");
    });

    [Theory]
    [InlineData(Language.Bokmal, "Figur", "Tabell", "nb-NO", "1 av 1")]
    [InlineData(Language.Nynorsk, "Figur", "Tabell", "nn-NO", "1 av 1")]
    [InlineData(Language.English, "Figure", "Table", "en-GB", "1 of 1")]
    public void Write_Language_IsThatOfCaptionsFooterAndStyles(Language language, string figure, string table, string code, string footer) => WordSample.Check(WordSample.Whole(language: language), main =>
    {
        var captions = main.Document.Body!.Elements<WordParagraph>().Where(paragraph => StyleOf(paragraph) == "Caption").ToList();
        captions.Select(caption => caption.Descendants<SimpleField>().Single()).Select(field => (field.Instruction!.Value!.Split(' ')[2], field.InnerText))
            .ShouldBe([(figure, "1"), (figure, "2"), (figure, "3"), (table, "1"), (table, "2")]);
        main.FooterParts.Single().Footer.InnerText.ShouldBe(footer);
        main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value.ShouldBe(code);
        main.OpenXmlPackage.PackageProperties.Language.ShouldBe(code);
    });

    [Fact]
    public void Write_Tables_RepeatTheirHeadingsAndKeepRowsWhole() => WordSample.Check(WordSample.Whole(), main =>
    {
        foreach (var table in main.Document.Body!.Elements<Table>())
        {
            var rows = table.Elements<TableRow>().ToList();
            var hasHeadings = table.GetFirstChild<TableProperties>()!.TableLook!.FirstRow!.Value;
            rows.Select(row => row.Descendants<TableHeader>().Any()).ShouldBe(rows.Select((_, place) => place == 0 && hasHeadings));
            rows.ShouldAllBe(row => row.Descendants<CantSplit>().Any());
            table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value.ShouldNotBeNullOrEmpty();
        }
    });

    [Fact]
    public void Write_LongRow_MaySplit() => WordSample.Check(
        WordSample.Empty with { Chapters = [new("one", "En", [new TableBlock(new("t", "T", [new("A")], [new([new(new string('x', 5000), "x")])]))])] },
        main => main.Document.Body!.Descendants<TableRow>().Last().Descendants<CantSplit>().ShouldBeEmpty());

    [Fact]
    public void Write_TenThousandRows_IsWrittenRowByRow()
    {
        var document = WordSample.Large;
        WordReport.Write(Stream.Null, WordSample.Whole());
        var before = GC.GetAllocatedBytesForCurrentThread();
        WordReport.Write(Stream.Null, document);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }

    [Fact]
    public void Write_TenThousandRows_AreAllThereUnderHeadings() => WordSample.Check(WordSample.Large, main =>
    {
        var tables = main.Document.Body!.Elements<Table>().ToList();
        tables.ShouldAllBe(table => table.Elements<TableRow>().First().Descendants<TableHeader>().Any());
        tables.Sum(table => table.Elements<TableRow>().Count() - 1).ShouldBe(10_001);
    });

    [Fact]
    public void Write_Colours_AreShapeAndWord() => WordSample.Check(WordSample.Whole(), main =>
    {
        var statuses = main.Document.Body!.Elements<Table>().Last().Elements<TableRow>().Skip(1).Take(4).Select(row => row.Elements<TableCell>().ElementAt(3).InnerText);
        statuses.ShouldBe(["▲\u00a0gul", "■\u00a0rød", "○\u00a0ikke oppgitt", "●\u00a0grønn"]);
    });

    [Fact]
    public void Write_Annex_LiesOnItsSide() => WordSample.Check(WordSample.Whole(), main =>
        main.Document.Body!.Descendants<PageSize>().Select(size => size.Orient?.Value == PageOrientationValues.Landscape).ShouldBe([false, true]));

    [Fact]
    public void Write_TableOfManyColumns_LiesOnItsSideAlone()
    {
        var wide = WordSample.Annex(3) with { Kind = TableKind.List, Columns = [.. Enumerable.Range(1, 13).Select(column => new DocColumn($"Kolonne {column}"))] };
        var document = WordSample.Empty with { Chapters = [new("one", "En", [new Samstyre.Reports.Paragraph([new("Før")]), new TableBlock(wide), new Samstyre.Reports.Paragraph([new("Etter")])])] };
        WordSample.ShouldBeValid(document);
        WordSample.Check(document, main => main.Document.Body!.Descendants<PageSize>().Select(size => size.Orient?.Value == PageOrientationValues.Landscape).ShouldBe([false, true, false]));
    }

    [Fact]
    public void Write_NotAskedToUpdate_OpensWithoutQuestion() => WordSample.Check(WordSample.Whole(), main =>
    {
        main.DocumentSettingsPart!.Settings.Descendants<UpdateFieldsOnOpen>().ShouldBeEmpty();
        main.Document.Descendants<FieldChar>().Where(field => field.Dirty is not null).ShouldBeEmpty();
    });

    [Fact]
    public void Write_SameIdsTwice_GivesEachItsBookmark()
    {
        var chapter = new Chapter("å b/c", "Tittel", [new SectionHeading("å b/c", "Del"), new TableBlock(new(new string('x', 90), "T", [new("A")], [])), new TableBlock(new(new string('x', 90), "T", [new("A")], []))]);
        var document = WordSample.Empty with { Chapters = [chapter, chapter with { Title = "Igjen" }] };
        WordSample.ShouldBeValid(document);
        var names = WordSample.Read(document, main => main.Document.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToList());
        names.Count.ShouldBe(8);
        names.Distinct().Count().ShouldBe(8);
        names.ShouldAllBe(name => name.Length <= 40 && char.IsAsciiLetter(name[0]));
    }

    private static List<string> Styled(Body body, string style) =>
        [.. body.Elements<WordParagraph>().Where(paragraph => StyleOf(paragraph) == style).Select(paragraph => paragraph.InnerText)];

    private static string? StyleOf(WordParagraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
}
