using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>The interchange format of reports, version 1: UTF-8 JSON, camelCase, million NOK, dates in their interchange form.</summary>
public static class ReportJson
{
    /// <summary>How reports are written and read: one line.</summary>
    public static readonly JsonSerializerOptions Options = Make(indented: false);

    /// <summary>The same, for people to read.</summary>
    public static readonly JsonSerializerOptions Indented = Make(indented: true);

    /// <summary>One report as UTF-8.</summary>
    public static byte[] ToUtf8(Report report) => JsonSerializer.SerializeToUtf8Bytes(report, TypeOf<Report>(Options));

    /// <summary>One report from UTF-8.</summary>
    /// <exception cref="JsonException">It is not a report of the interchange format.</exception>
    public static Report FromUtf8(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, TypeOf<Report>(Options)) ?? throw new JsonException("The report is null.");

    /// <summary>What is asked of a report once a newer one stands, from its UTF-8 or that of some of its keys; the rest is skipped.</summary>
    /// <exception cref="JsonException">It is not a report of the interchange format.</exception>
    public static PastReport PastFromUtf8(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, TypeOf<PastReport>(Options)) ?? new();

    /// <summary>The generated serialiser of a type of the interchange format.</summary>
    public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> TypeOf<T>(JsonSerializerOptions options) =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // The text goes to files and to HTML that encodes for itself: Norwegian letters stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            TypeInfoResolver = ReportJsonContext.Default,
        };
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new PartialDateConverter());
        options.Converters.Add(new RepeatedText());
        options.Converters.Add(new LowerCaseSeverityConverter());
        options.MakeReadOnly();
        return options;
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Mnok);
    }

    private sealed class LowerCaseSeverityConverter : JsonConverter<FindingSeverity>
    {
        public override FindingSeverity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
        {
            "error" => FindingSeverity.Error,
            "review" => FindingSeverity.Review,
            "info" => FindingSeverity.Info,
            var other => throw new JsonException($"Not a severity (error, review or info): '{other}'."),
        };

        public override void Write(Utf8JsonWriter writer, FindingSeverity value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Review => "review",
            _ => "info",
        });
    }
}

/// <summary>Strategic fit as the form writes it: H, M or L.</summary>
public sealed class StrategicFitConverter : JsonConverter<IReadOnlyDictionary<string, Level>>
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Level> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fit = new SortedDictionary<string, Level>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("strategicFit must be an object.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var area = RepeatedText.Of(ref reader)!;
            reader.Read();
            fit[area] = reader.GetString() switch
            {
                "H" => Level.High,
                "M" => Level.Medium,
                "L" => Level.Low,
                var other => throw new JsonException($"Not H, M or L: '{other}'."),
            };
        }

        // In the order of the areas, and quick to go through.
        return new OrderedDictionary<string, Level>(fit, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, Level> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (area, level) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(area, level switch { Level.High => "H", Level.Medium => "M", _ => "L" });
        writer.WriteEndObject();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Report[]))]
[JsonSerializable(typeof(IReadOnlyList<Report>))]
[JsonSerializable(typeof(List<Report>))]
[JsonSerializable(typeof(PastReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
