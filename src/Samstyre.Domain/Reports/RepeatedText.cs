using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>Reads texts of the interchange format so that words which come back, as the names of sources, phases and organisations do in every form, are mostly one string in memory: a portfolio holds hundreds of thousands.</summary>
internal sealed class RepeatedText : JsonConverter<string>
{
    // Longer texts are somebody's own words.
    private const int Longest = 160;

    // The last text met of those with the same number. Threads write over each other's; each text is right by itself.
    private static readonly string?[] Met = new string?[8192];

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(ref reader);

    /// <summary>The text, or property name, that a reader stands at; null for null.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.HasValueSequence || reader.ValueSpan.Length > Longest) return reader.GetString();
        Span<char> letters = stackalloc char[Longest];
        letters = letters[..reader.CopyString(letters)];
        ref var met = ref Met[string.GetHashCode(letters) & (Met.Length - 1)];
        var same = met;
        if (same is not null && letters.SequenceEqual(same)) return same;
        return met = letters.ToString();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(ref reader)!;

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
