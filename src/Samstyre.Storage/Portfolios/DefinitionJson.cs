using System.Text.Encodings.Web;
using System.Text.Json;
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
    });

    public static string Write(PortfolioDefinition definition) => JsonSerializer.Serialize(definition, Context.PortfolioDefinition);

    public static PortfolioDefinition Read(string json) =>
        JsonSerializer.Deserialize(json, Context.PortfolioDefinition) ?? throw new JsonException("The stored definition is null.");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PortfolioDefinition))]
internal sealed partial class DefinitionJsonContext : JsonSerializerContext;
