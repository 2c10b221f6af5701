using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>A date as JSON: the text of the interchange format, <c>2020-Q3</c>.</summary>
public sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    /// <inheritdoc/>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException($"Not a date of the interchange format: '{reader.GetString()}'.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
