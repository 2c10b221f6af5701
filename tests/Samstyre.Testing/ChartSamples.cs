using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Testing;

/// <summary>A document with a figure of every kind that reports draw: few and many categories and series, long names, negative and missing values, hostile words.</summary>
internal static class ChartSamples
{
    private static readonly string[] Names =
    [
        "Direktoratet for e-helse", "Helse Midt-Norge RHF", "Helsedirektoratet", "Norsk Helsenett SF", "Folkehelseinstituttet", "KS",
        "Et felles innsatsområde for digital samhandling mellom kommuner, fastleger og spesialisthelsetjenesten i hele landet", "Sykehusinnkjøp",
    ];

    /// <summary>Words that would do harm as anything but text.</summary>
    public const string Hostile = "<script>alert(1)</script>\"'&{a|b}\u202Eabc=cmd|'/c'!A1";

    public static ReportDocument Document(Language language = Language.Bokmal)
    {
        var texts = ReportTexts.In(language);
        (string Section, Figure Figure)[] figures =
        [
            ("Stolper", Of("bars-one", FigureChart.Bars, FigureUnit.MillionNok, 8, [Tone.Neutral], (row, _) => row == 3 ? null : 635m / (row + 1))),
            ("Stolper med farger", Of("bars-tones", FigureChart.Bars, FigureUnit.Initiatives, 4, [Tone.Neutral], (row, _) => 31 - (row * 9), [Tone.Green, Tone.Yellow, Tone.Red, Tone.NotStated])),
            ("Stolper ved siden av hverandre", Of("bars-two", FigureChart.Bars, FigureUnit.MillionNok, 7, [Tone.Neutral, Tone.Neutral], (row, column) => (row + column) % 5 == 2 ? null : 40m + (row * 31m) - (column * 17m))),
            ("Opp og ned", Of("bars-negative", FigureChart.Bars, FigureUnit.MillionNok, 6, [Tone.Neutral], (row, _) => row == 4 ? null : 120m - (row * 55m))),
            ("Mange", Of("bars-many", FigureChart.Bars, FigureUnit.Count, 40, [Tone.Neutral], (row, _) => row % 7 == 3 ? null : 400 - (row * 9))),
            ("Andeler", Of("bars-share", FigureChart.Bars, FigureUnit.Share, 5, [Tone.Neutral], (row, _) => row == 2 ? 0m : 1m / (row + 1))),
            ("Status", Of("stacked-lights", FigureChart.StackedBars, FigureUnit.Initiatives, 4, [Tone.Green, Tone.Yellow, Tone.Red, Tone.NotStated], (row, column) => column switch { 0 => 18 + row, 1 => 31 - row, 2 => 2, _ => 1 })),
            ("Høy, middels, lav", Of("stacked-levels", FigureChart.StackedBars, FigureUnit.Count, 8, [Tone.High, Tone.Medium, Tone.Low, Tone.NotStated], (row, column) => (row * 7 + column * 5) % 13)),
            ("Sju deler", Of("stacked-seven", FigureChart.StackedBars, FigureUnit.MillionNok, 8, [.. Enumerable.Repeat(Tone.Neutral, 7)], (row, column) => row == 5 || (row + column) % 6 == 4 ? null : 11m + (((row * 13) + (column * 29)) % 83))),
            ("Ei linje", Of("lines-one", FigureChart.Lines, FigureUnit.MillionNok, 8, [Tone.Neutral], (row, _) => row is 3 or 4 ? null : 1400m + (row * 53m))),
            ("Tre linjer", Of("lines-three", FigureChart.Lines, FigureUnit.Share, 6, [Tone.Green, Tone.Yellow, Tone.Red], (row, column) => (row, column) is (2, 2) ? null : 0.05m + (0.3m * column) - (0.02m * row * (column - 1)))),
            ("Sju linjer", Of("lines-seven", FigureChart.Lines, FigureUnit.Count, 12, [.. Enumerable.Repeat(Tone.Neutral, 7)], (row, column) => 10 + (column * 12) + (row * column))),
            ("To innmeldinger", Of("lines-two-rounds", FigureChart.Lines, FigureUnit.Initiatives, 2, [Tone.Neutral], (row, _) => 54 - (2 * row))),
            ("Bare ikke oppgitt", Of("bars-nothing", FigureChart.Bars, FigureUnit.MillionNok, 3, [Tone.Neutral], (_, _) => null)),
            ("Svært store tall", Of("bars-huge", FigureChart.Bars, FigureUnit.MillionNok, 3, [Tone.Neutral], (row, _) => row == 1 ? 1_000_000_000_000_000m : 10m)),
            ("Bare tabell", Of("table-only", FigureChart.None, FigureUnit.Count, 3, [Tone.Neutral], (row, _) => row)),
            ("Fiendtlige ord", Of("hostile", FigureChart.Bars, FigureUnit.Count, 2, [Tone.Neutral], (row, _) => row + 1, name: _ => Hostile)),
            ("Ingen kategorier", Of("empty", FigureChart.Bars, FigureUnit.Count, 0, [Tone.Neutral], (_, _) => null)),
        ];
        return new(
            "Diagrammer", "alle slag", language, "Prøve", ["Revisjon 1"],
            [.. figures.Select((pair, at) => new Chapter("kapittel-" + at, pair.Section, [new Paragraph([new("Se figuren", pair.Figure.Id)], ParagraphStyle.Lead), FigureTables.Of(pair.Figure, texts)]))]);
    }

    private static Figure Of(
        string id, FigureChart chart, FigureUnit unit, int rows, Tone[] series, Func<int, int, decimal?> value, Tone[]? tones = null, Func<int, string>? name = null)
    {
        var standings = MemoryPortfolio.Example.Content("2020-03").Snapshot.Standings;
        var cells = ImmutableArray.CreateBuilder<FigureCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < series.Length; column++)
                cells.Add(new(value(row, column), value(row, column) is null ? [] : standings[..((row * 11 % standings.Length) + 1)]));
        }

        var words = name ?? (row => chart == FigureChart.Lines ? PartialDate.OfMonth(2018 + (row / 4), (row % 4 * 3) + 1).ToText(Language.Bokmal) : Names[row % Names.Length] + (row < Names.Length ? "" : $" {row}"));
        return new(
            id, new(id), new("Kategori"), chart,
            [.. Enumerable.Range(0, rows).Select(row => new FigureCategory("c" + row, new(words(row)), tones is null ? Tone.Neutral : tones[row]))],
            [.. series.Select((tone, column) => new FigureSeries("s" + column, new(tone == Tone.Neutral ? "Serie " + (column + 1) : tone.ToString()), unit, tone))],
            cells.ToImmutable(), 52, 3);
    }
}
