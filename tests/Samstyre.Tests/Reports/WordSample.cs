using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;

namespace Samstyre.Tests.Reports;

/// <summary>Documents with every kind of block, and what a Word file is asked.</summary>
internal static class WordSample
{
    public const string Hostile = "<w:p>&amp; \"x\" 'y' =1+2\u0000\u0008\u001b\ufffe\ud800 \u202eomvendt\u2066 \u200fעברית\r\nlinje\u2028to\ttabulator";

    public static readonly ReportDocument Empty = new("Porteføljerapport", "mars 2020", Language.Bokmal, "Nasjonal e-helseportefølje", [], []);

    /// <summary>An annex of 10,000 initiatives.</summary>
    public static ReportDocument Large => Empty with { Chapters = [new("annex", "Vedlegg", [new TableBlock(Annex(10_000))])] };

    public static ReportDocument Example(Language language) => PortfolioReport.Of(ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10")), null, ["Runde 2020-10"], language);

    /// <summary>Every kind of block, with texts that all say the same.</summary>
    public static ReportDocument Whole(string text = "Felles journal", Language language = Language.Bokmal) => new(
        text, "oktober 2020", language, "Nasjonal e-helseportefølje",
        ["Innmelding oktober 2020, revisjon 3", "Publisert 12.11.2020", text],
        [
            new("status", "Status og risiko " + text,
            [
                new Paragraph([new("Porteføljen har "), new("52 tiltak", "bars"), new(", to færre enn i mars. "), new(text)], ParagraphStyle.Lead),
                new Paragraph([new("31 tiltak", "stacked"), new(" (60 %) melder gul status; se også "), new("det som mangler", "nowhere"), new(".")]),
                new Paragraph([new(text)], ParagraphStyle.Point),
                new Paragraph([new("Et punkt til")], ParagraphStyle.Point),
                Block(Chart("stacked", FigureChart.StackedBars, FigureUnit.Initiatives, text), language),
                new SectionHeading("by-area", "Etter område"),
                Block(Chart("bars", FigureChart.Bars, FigureUnit.MillionNok, text), language),
                Block(Chart("lines", FigureChart.Lines, FigureUnit.Share, text), language),
                new SectionHeading("deeper", "Nærmere om tallene", 3),
                Block(Chart("table-only", FigureChart.None, FigureUnit.Count, text), language),
                new Paragraph([new(text)], ParagraphStyle.Note),
            ]),
            new("form", "Skjema",
            [
                new SectionHeading("form-1", text, 2, NewPage: true),
                new TableBlock(new("f1", "Identitet", [new(""), new("", null, 3)], [Row(Label("Navn"), Said(text)), Row(Label("Formål"), Said(text + "\n" + text))], TableKind.Form)),
                new TableBlock(new("f2", "Leveranser", [new("Leveranse", null, 3), new("Planlagt"), new("Beløp (mill. kr)", FigureUnit.MillionNok)], [Row(Said(text), Said("Q1 2021"), Said("3,5"))], TableKind.Form), text),
            ], NewPage: true),
            new("annex", "Vedlegg: alle tiltak", [new TableBlock(Annex(120, text), text)]),
        ]);

    public static DocTable Annex(int rows, string text = "Felles journal") => new("annex", "Alle tiltak",
    [
        new("Id"), new("Tiltak", null, 4), new("Virksomhet", null, 3), new("Status", null, 2), new("Risiko", null, 2),
        new("Fase", null, 2), new("Slutt", null, 2), new("Budsjett (mill. kr)", FigureUnit.MillionNok, 2), new("Totalkostnad (mill. kr)", FigureUnit.MillionNok, 2), new("Strategisk område", null, 3),
    ],
    [
        .. Enumerable.Range(1, rows).Select(row => new DocRow(
        [
            Said($"{row}"), Said($"{text} {row}"), Said("Helse Midt-Norge RHF"), Light(row), Light(row + 1), Said("Gjennomføring"), Said("31.12.2021"),
            row % 7 == 0 ? new("ikke oppgitt") : new($"{row},5", row + 0.5m), new("1\u202f200", 1200m), Said("1 Digitalisering av arbeidsprosesser"),
        ])),
        new([Said("I alt"), .. Enumerable.Repeat(Said(""), 6), Said("1\u202f571"), Said("6\u202f000"), Said("")], IsTotal: true),
    ], TableKind.Annex);

    public static Figure Chart(string id, FigureChart kind, FigureUnit unit, string text = "Felles journal", int categories = 4)
    {
        Tone[] tones = kind == FigureChart.StackedBars ? [Tone.Green, Tone.Yellow, Tone.Red, Tone.NotStated] : [Tone.Neutral, Tone.Neutral];
        var scale = unit == FigureUnit.Share ? 0.01m : 1m;
        return new(
            id, new($"{text} {id}"), new("Strategisk område"), kind,
            [.. Enumerable.Range(1, categories).Select(place => new FigureCategory($"c{place}", new($"{place} {text}")))],
            [.. tones.Select((tone, place) => new FigureSeries($"s{place}", new($"{(tone == Tone.Neutral ? "Serie" : tone)} {place + 1}"), unit, tone)), new FigureSeries("more", new("Bare i tabellen"), FigureUnit.Count, Charted: false)],
            [.. Enumerable.Range(0, categories).SelectMany(row => tones.Select((_, column) => new FigureCell(row == 1 && column == 1 ? null : scale * (((row * 7) + (column * 13)) % 40), [])).Append(new FigureCell(-1m, [])))],
            52, 3);
    }

    public static FigureBlock Block(Figure figure, Language language = Language.Bokmal) => FigureTables.Of(figure, ReportTexts.In(language));

    public static byte[] Bytes(ReportDocument document)
    {
        using var stream = new MemoryStream();
        WordReport.Write(stream, document);
        return stream.ToArray();
    }

    /// <summary>Opens the file of a document, as Word would.</summary>
    public static T Read<T>(ReportDocument document, Func<MainDocumentPart, T> read)
    {
        using var stream = new MemoryStream(Bytes(document));
        using var word = WordprocessingDocument.Open(stream, false);
        return read(word.MainDocumentPart!);
    }

    /// <summary>Opens the file of a document to look at it.</summary>
    public static void Check(ReportDocument document, Action<MainDocumentPart> check) => Read(document, main =>
    {
        check(main);
        return true;
    });

    public static void ShouldBeValid(ReportDocument document)
    {
        using var stream = new MemoryStream(Bytes(document));
        using var word = WordprocessingDocument.Open(stream, false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Take(20).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        foreach (var chart in word.MainDocumentPart!.ChartParts)
        {
            using var inner = chart.EmbeddedPackagePart!.GetStream();
            using var workbook = SpreadsheetDocument.Open(inner, false);
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }
    }

    private static DocRow Row(params ImmutableArray<DocCell> cells) => new(cells);

    private static DocCell Said(string text) => new(text, text);

    private static DocCell Label(string text) => new(text, text, IsHeading: true);

    private static DocCell Light(int row) => (row % 4) switch
    {
        0 => new("grønn", "grønn", TrafficLight.Green),
        1 => new("gul", "gul", TrafficLight.Yellow),
        2 => new("rød", "rød", TrafficLight.Red),
        _ => new("ikke oppgitt"),
    };
}
