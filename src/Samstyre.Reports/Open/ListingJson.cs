using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A list of initiatives as JSON. What a column's values are is said once, in its heading.</summary>
internal static class ListingJson
{
    public static async Task Write(Utf8JsonWriter json, Listing listing, CancellationToken cancellation)
    {
        var types = TypesOf(listing);
        json.WriteStartObject();
        json.WriteString("id", listing.Id);
        FigureJson.Words(json, "title", listing.Title);
        FigureJson.Words(json, "rule", listing.Rule);
        json.WriteStartArray("columns");
        for (var place = 0; place < listing.Columns.Length; place++)
        {
            var column = listing.Columns[place];
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            FigureJson.Words(json, "name", column.Name);
            json.WriteString("type", types[place]);
            json.WriteString("unit", column.Unit is { } unit ? FigureUnits.Code(unit) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in listing.Rows)
        {
            Row(json, row);
            await FigureJson.FlushSome(json, cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, ListingRow row)
    {
        json.WriteStartObject();
        json.WritePropertyName("initiative");
        if (row.Standing is { } standing) FigureJson.Initiative(json, standing);
        else json.WriteNullValue();
        json.WritePropertyName("report");
        if (row.Standing is { } its) json.WriteStringValue(its.ReportId);
        else json.WriteNullValue();
        json.WriteStartArray("cells");
        foreach (var value in row.Cells) Value(json, value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What all values of a column are; null of a column without any. Each row is made once.
    private static string?[] TypesOf(Listing listing)
    {
        var types = new string?[listing.Columns.Length];
        foreach (var row in listing.Rows)
        {
            for (var place = 0; place < types.Length; place++)
            {
                if (TypeOf(row.Cells[place]) is { } type) types[place] = types[place] is null || types[place] == type ? type : "mixed";
            }
        }

        return types;
    }

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "text",
        LocalText => "words",
        int or decimal or Money => "number",
        PartialDate or DateOnly => "date",
        TrafficLight => "light",
        _ => throw new InvalidOperationException($"No open data for {value.GetType()}."),
    };

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case LocalText words:
                FigureJson.Words(json, words);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(PlainNumber.Of(number));
                break;
            case Money money:
                json.WriteNumberValue(money.Mnok);
                break;
            case PartialDate date:
                json.WriteStringValue(date.ToString());
                break;
            case DateOnly day:
                json.WriteStringValue(FigureJson.Day(day));
                break;
            case TrafficLight light:
                json.WriteStringValue(light.ToString());
                break;
            default:
                throw new InvalidOperationException($"No open data for {value.GetType()}.");
        }
    }
}
