using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The figures and lists of a round as JSON, with the reports behind each number. Its shape is public in docs/open-data.md and its schema; members are only ever added.</summary>
public static class FigureJson
{
    private const int SchemaVersion = 1;
    private const int BytesAtOnce = 32 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes it piece by piece.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="figures">The round's figures.</param>
    /// <param name="edition">Of which revision it is, for programs.</param>
    /// <param name="provenance">Of which revision it is and when that was published, a line each.</param>
    /// <param name="cancellation">Stops it between two pieces.</param>
    public static async Task Write(Stream output, ReportFigures figures, ReportEdition edition, ImmutableArray<string> provenance, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteStartObject("portfolio");
        json.WriteString("code", figures.Round.Definition.Code);
        Words(json, "name", figures.Round.Definition.Name);
        json.WriteEndObject();
        json.WriteStartObject("round");
        json.WriteString("code", figures.Round.Round.Code);
        json.WriteString("collectedOn", Day(figures.Round.Round.CollectedOn));
        json.WriteEndObject();
        if (edition.Revision is { } revision) json.WriteNumber("revision", revision);
        else json.WriteNull("revision");
        json.WriteString("publishedAt", edition.Published);
        json.WriteString("comparedWith", edition.ComparedWith);
        json.WriteStartArray("provenance");
        foreach (var line in provenance) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var figure in figures.Figures)
        {
            await One(json, figure, cancellation);
        }

        json.WriteEndArray();
        json.WriteStartArray("listings");
        foreach (var listing in figures.Listings)
        {
            await ListingJson.Write(json, listing, cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>Sends what has been written, once that is worth it: a list of a large portfolio is tens of megabytes.</summary>
    internal static Task FlushSome(Utf8JsonWriter json, CancellationToken cancellation) => json.BytesPending >= BytesAtOnce ? json.FlushAsync(cancellation) : Task.CompletedTask;

    private static async Task One(Utf8JsonWriter json, Figure figure, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("id", figure.Id);
        Words(json, "title", figure.Title);
        json.WriteString("unit", FigureUnits.Code(figure.Unit));
        json.WriteString("chart", FigureUnits.Code(figure.Chart));
        json.WriteNumber("population", figure.Population);
        json.WriteNumber("notReported", figure.NotReported);
        Words(json, "rule", figure.Rule);
        Words(json, "categoryTitle", figure.CategoryTitle);
        json.WriteStartArray("categories");
        foreach (var category in figure.Categories)
        {
            json.WriteStartObject();
            json.WriteString("key", category.Key);
            Words(json, "name", category.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("series");
        foreach (var series in figure.Series)
        {
            json.WriteStartObject();
            json.WriteString("key", series.Key);
            Words(json, "name", series.Name);
            json.WriteString("unit", FigureUnits.Code(series.Unit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        for (var row = 0; row < figure.Categories.Length; row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < figure.Series.Length; column++)
            {
                Cell(json, figure.Cell(row, column));
                await FlushSome(json, cancellation);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Cell(Utf8JsonWriter json, FigureCell cell)
    {
        json.WriteStartObject();
        if (cell.Value is { } value) json.WriteNumber("value", PlainNumber.Of(value));
        else json.WriteNull("value");
        json.WriteStartArray("reports");
        foreach (var standing in cell.Behind) json.WriteStringValue(standing.ReportId);
        json.WriteEndArray();
        json.WriteStartArray("initiatives");
        foreach (var standing in cell.Behind) Initiative(json, standing);
        json.WriteEndArray();
        if (cell.Rows is { Adds: { } adds } rows && rows.Columns[adds].Unit == FigureUnit.MillionNok)
        {
            json.WriteStartArray("amounts");
            foreach (var row in rows.Rows)
            {
                if (row.Cells[adds] is Money amount) json.WriteNumberValue(amount.Mnok);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>An initiative by its national id, or by its identity before it got one.</summary>
    internal static void Initiative(Utf8JsonWriter json, Standing standing)
    {
        if (standing.Initiative.NationalId is { } id) json.WriteNumberValue(id);
        else json.WriteStringValue(standing.Initiative.Id);
    }

    /// <summary>A text in every language; null where there is none.</summary>
    internal static void Words(Utf8JsonWriter json, string name, LocalText? words)
    {
        json.WritePropertyName(name);
        Words(json, words);
    }

    internal static void Words(Utf8JsonWriter json, LocalText? words)
    {
        if (words is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("nb", words.In(Language.Bokmal));
        json.WriteString("nn", words.In(Language.Nynorsk));
        json.WriteString("en", words.In(Language.English));
        json.WriteEndObject();
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
