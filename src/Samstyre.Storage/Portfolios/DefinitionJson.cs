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

    /// <summary>Which parts of the definition differ, each as a whole.</summary>
    public static AuditChange Change(string was, string now)
    {
        var (before, after) = (JsonNode.Parse(was)!.AsObject(), JsonNode.Parse(now)!.AsObject());
        var change = new AuditChange();
        foreach (var key in before.Select(part => part.Key).Union(after.Select(part => part.Key)).Where(key => !JsonNode.DeepEquals(before[key], after[key])))
            change.Of(key, before[key], after[key]);
        return change;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PortfolioDefinition))]
[JsonSerializable(typeof(Checklist))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
