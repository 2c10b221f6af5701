using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A portfolio's definition as it is stored: camelCase JSON.</summary>
internal static class DefinitionJson
{
    private static readonly DefinitionJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PartialDateConverter() },
    });

    public static string Write(PortfolioDefinition definition) => JsonSerializer.Serialize(definition, Context.PortfolioDefinition);

    public static PortfolioDefinition Read(string json) =>
        JsonSerializer.Deserialize(json, Context.PortfolioDefinition) ?? throw new JsonException("The stored definition is null.");

    public static string Write(Checklist checklist) => JsonSerializer.Serialize(checklist, Context.Checklist);

    public static Checklist ReadChecklist(string json) => JsonSerializer.Deserialize(json, Context.Checklist) ?? throw new JsonException("The stored checklist is null.");

    /// <summary>Which parts of the definition differ. Of lists whose items have codes only the items that differ are told, each by its code and what differs of it.</summary>
    public static AuditChange Change(string was, string now)
    {
        var (before, after) = (JsonNode.Parse(was)!.AsObject(), JsonNode.Parse(now)!.AsObject());
        var change = new AuditChange();
        foreach (var key in before.Select(part => part.Key).Union(after.Select(part => part.Key)).Where(key => !JsonNode.DeepEquals(before[key], after[key])))
        {
            var (told, became) = Differing(before[key], after[key]);
            change.Of(key, told, became);
        }

        return change;
    }

    private static (JsonNode? Was, JsonNode? Now) Differing(JsonNode? was, JsonNode? now) => (was, now) switch
    {
        (JsonArray had, JsonArray has) when had.All(IsCoded) && has.All(IsCoded) => DifferingItems(had, has),
        (JsonObject had, JsonObject has) when had.Any(part => part.Value is JsonArray) => DifferingParts(had, has, null),
        _ => (was, now),
    };

    private static (JsonNode? Was, JsonNode? Now) DifferingItems(JsonArray had, JsonArray has)
    {
        var (before, after) = (new JsonArray(), new JsonArray());
        foreach (var code in had.Concat(has).Select(CodeOf).Distinct(StringComparer.Ordinal))
        {
            var (was, now) = (had.FirstOrDefault(item => CodeOf(item) == code), has.FirstOrDefault(item => CodeOf(item) == code));
            if (JsonNode.DeepEquals(was, now)) continue;
            var (told, became) = was is JsonObject one && now is JsonObject other ? DifferingParts(one, other, code) : (was, now);
            if (told is not null) before.Add(told.DeepClone());
            if (became is not null) after.Add(became.DeepClone());
        }

        // The same items in another order are told as a whole.
        return before.Count + after.Count == 0 ? (had, has) : (before, after);
    }

    private static (JsonNode? Was, JsonNode? Now) DifferingParts(JsonObject had, JsonObject has, string? code)
    {
        var (before, after) = (new JsonObject(), new JsonObject());
        if (code is not null) (before["code"], after["code"]) = (code, code);
        foreach (var key in had.Select(part => part.Key).Union(has.Select(part => part.Key)).Where(key => !JsonNode.DeepEquals(had[key], has[key])))
        {
            var (was, now) = Differing(had[key], has[key]);
            if (was is not null) before[key] = was.DeepClone();
            if (now is not null) after[key] = now.DeepClone();
        }

        return (before, after);
    }

    private static bool IsCoded(JsonNode? item) => item is JsonObject && CodeOf(item) is not null;

    private static string? CodeOf(JsonNode? item) => item?["code"] is JsonValue code && code.TryGetValue<string>(out var text) ? text : null;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PortfolioDefinition))]
[JsonSerializable(typeof(Checklist))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
