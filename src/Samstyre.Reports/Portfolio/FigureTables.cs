using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Figures and lists as tables of a document.</summary>
public static class FigureTables
{
    // Shorter tables are made whole: renderers look at their rows more than once. Of longer ones a row at a time is in memory.
    private const int Short = 500;

    /// <summary>A figure with its table, its note and the words that stand for its chart.</summary>
    public static FigureBlock Of(Figure figure, TextSet texts)
    {
        var language = texts.Language;
        var caption = figure.Title.In(language);
        ImmutableArray<DocColumn> columns =
        [
            new(figure.CategoryTitle.In(language), null, 3),
            .. figure.Series.Select(series => new DocColumn(Heading(series.Name, series.Unit, language), series.Unit)),
        ];
        var rows = figure.Categories.Select((category, row) => new DocRow(
        [
            new(category.Name.In(language), category.Name.In(language), LightOf(category.Tone)),
            .. figure.Series.Select((series, column) => NumberCell(figure.Cell(row, column), series.Unit, language)),
        ]));
        return new(figure, caption, new(figure.Id, caption, columns, [.. rows]), Note(figure, texts), figure.Chart == FigureChart.None ? null : Alternative(figure, texts));
    }

    /// <summary>A list as a table.</summary>
    public static TableBlock Of(Listing listing, TextSet texts, TableKind kind = TableKind.List, int longest = int.MaxValue)
    {
        var language = texts.Language;
        ImmutableArray<DocColumn> columns = [.. listing.Columns.Select(column => new DocColumn(Heading(column.Name, column.Unit, language), column.Unit))];
        var rows = listing.Rows.Each(longest, row => new DocRow([.. row.Cells.Select((value, place) => ValueCell(value, row.Standing, listing.Columns[place], language))]));
        if (rows.Length <= Short) rows = [.. rows];
        var note = listing.Rows.IsEmpty ? listing.Empty.In(language) : listing.Rule?.In(language);
        var cut = listing.Rows.Length > longest ? texts["list.first", texts.Number(longest), texts.Number(listing.Rows.Length)] : null;
        return new(new(listing.Id, listing.Title.In(language), columns, rows, kind), cut is null ? note : note is null ? cut : $"{cut} {note}");
    }

    /// <summary>The rows that a number adds up as a table.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="caption">What the number is.</param>
    /// <param name="texts">Words of its language.</param>
    /// <param name="longest">How many rows it may have.</param>
    public static DocTable Of(CellRows rows, string caption, TextSet texts, int longest)
    {
        var language = texts.Language;
        var named = rows.Rows.Any(row => row.Standing is not null);
        IEnumerable<DocColumn> columns = rows.Columns.Select(column => new DocColumn(Heading(column.Name, column.Unit, language), column.Unit));
        return new(
            "rows", caption, [.. named ? columns.Prepend(new(texts["html.rows.initiative"])) : columns],
            rows.Rows.Each(longest, row =>
            {
                var cells = row.Cells.Select((value, place) => ValueCell(value, row.Standing, rows.Columns[place], language));
                return new DocRow([.. named ? cells.Prepend(new(row.Standing?.Facts.Name ?? "–", row.Standing?.Facts.Name, Initiative: row.Standing)) : cells]);
            }),
            TableKind.Rows);
    }

    private static string Heading(LocalText name, FigureUnit? unit, Language language) =>
        unit is { } known && UnitIn(known, language) is { Length: > 0 } words ? $"{name.In(language)} ({words})" : name.In(language);

    /// <summary>A unit in words; empty where the column's own name says it.</summary>
    public static string UnitIn(FigureUnit unit, Language language) => unit switch
    {
        FigureUnit.MillionNok => language == Language.English ? "NOK million" : "mill. kr",
        FigureUnit.Months => language switch { Language.English => "months", Language.Nynorsk => "månader", _ => "måneder" },
        FigureUnit.Days => language switch { Language.English => "days", Language.Nynorsk => "dagar", _ => "dager" },
        _ => "",
    };

    /// <summary>A number as its reader writes it: shares as percent, money with at most one decimal.</summary>
    public static string Number(decimal value, FigureUnit unit, Language language) => unit switch
    {
        FigureUnit.Share => NumberText.Percent(value, language),
        FigureUnit.MillionNok or FigureUnit.Months => NumberText.Of(decimal.Round(value, 1, MidpointRounding.AwayFromZero), language),
        _ => NumberText.Of(decimal.Round(value, 0, MidpointRounding.AwayFromZero), language),
    };

    private static DocCell NumberCell(FigureCell cell, FigureUnit unit, Language language) => cell.Value is { } value
        ? new(Number(value, unit, language), value, Behind: cell.Behind)
        : new(Absent(unit, language), null, Behind: cell.Behind);

    // Amounts are stated or not. Shares and counts are computed, and lacking they could not be.
    private static string Absent(FigureUnit unit, Language language) => unit switch
    {
        FigureUnit.MillionNok => NotStated(language),
        _ => language switch { Language.English => "can't be said", Language.Nynorsk => "kan ikkje seiast", _ => "kan ikke sies" },
    };

    private static DocCell ValueCell(object? value, Standing? standing, ListingColumn column, Language language) => value switch
    {
        // Who has no number lacks nothing that was asked for.
        null => new(column.Absent?.In(language) ?? (column.Key == "id" ? "–" : NotStated(language))),
        string text => new(text, text, Initiative: column.Key == "name" ? standing : null),
        LocalText words => new(words.In(language), words.In(language)),
        int number => new(column.Key is "id" or "year" ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : NumberText.Of(number, language), (decimal)number),
        decimal number => new(Number(number, column.Unit ?? FigureUnit.Count, language), number),
        Money money => new(money.ToText(language), money.Mnok),
        PartialDate date => new(date.ToText(language), date.Precision == DatePrecision.Day ? date.FirstDay : date.ToText(language)),
        DateOnly day => new(day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture), day),
        TrafficLight light => new(LightWord(light, language), LightWord(light, language), light),
        _ => throw new InvalidOperationException($"No cell for {value.GetType()}."),
    };

    private static string LightWord(TrafficLight light, Language language) => light switch
    {
        TrafficLight.Green => language switch { Language.English => "green", Language.Nynorsk => "grøn", _ => "grønn" },
        TrafficLight.Yellow => language == Language.English ? "yellow" : "gul",
        _ => language switch { Language.English => "red", Language.Nynorsk => "raud", _ => "rød" },
    };

    private static string NotStated(Language language) => language switch { Language.English => "not stated", Language.Nynorsk => "ikkje oppgitt", _ => "ikke oppgitt" };

    private static TrafficLight? LightOf(Tone tone) => tone switch { Tone.Green => TrafficLight.Green, Tone.Yellow => TrafficLight.Yellow, Tone.Red => TrafficLight.Red, _ => null };

    private static string Note(Figure figure, TextSet texts)
    {
        var missing = figure.Population == 0 ? texts["note.empty"]
            : !figure.IsStated ? ""
            : figure.NotReported == 0 ? texts["note.allReported", texts.Number(figure.Population)]
            : texts["note.notReported", texts.Number(figure.NotReported), texts.Number(figure.Population)];
        return figure.Rule is { } rule ? $"{missing} {rule.In(texts.Language)}".TrimStart() : missing;
    }

    /// <summary>What the chart shows, in one sentence, the numbers of at most its first eight categories included.</summary>
    private static string Alternative(Figure figure, TextSet texts)
    {
        const int Told = 8;
        var charted = figure.Series.Select((series, column) => (series, column)).Where(pair => pair.series.Charted).ToList();
        var told = figure.Categories.Take(Told).Select((category, row) => category.Name.In(texts.Language) + ": " + string.Join(", ", charted.Select(pair =>
            (charted.Count > 1 ? pair.series.Name.In(texts.Language) + " " : "")
            + (figure.Cell(row, pair.column).Value is { } value ? Number(value, pair.series.Unit, texts.Language) : Absent(pair.series.Unit, texts.Language)))));
        return texts["chart.alternative", figure.Title.In(texts.Language), string.Join("; ", told)];
    }
}
