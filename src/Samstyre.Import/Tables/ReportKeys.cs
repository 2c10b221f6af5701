using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>The keys that the interchange format knows, as a tree, to find those that it does not know: a misspelt key would otherwise vanish without a word.</summary>
internal sealed class ReportKeys
{
    private readonly Dictionary<string, ReportKeys?> children = new(StringComparer.Ordinal);

    /// <summary>The keys of a report.</summary>
    public static ReportKeys OfReport { get; } = new(ReportJson.TypeOf<Report>(ReportJson.Options));

    private ReportKeys(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) children[property.Name] = ChildOf(property.PropertyType);
    }

    /// <summary>The paths of an object's unknown keys, each once, at most <paramref name="limit"/>.</summary>
    public static IReadOnlyList<string> Unknown(ReadOnlySpan<byte> json, int limit = 20)
    {
        List<string> unknown = [];
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject) OfReport.Walk(ref reader, "", unknown, limit);
        return unknown;
    }

    private void Walk(ref Utf8JsonReader reader, string path, List<string> unknown, int limit)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var known = children.TryGetValue(name, out var child);
            if (!known && unknown.Count < limit && !unknown.Contains(path + name)) unknown.Add(path + name);
            reader.Read();
            if (child is null) reader.Skip();
            else if (reader.TokenType == JsonTokenType.StartObject) child.Walk(ref reader, $"{path}{name}.", unknown, limit);
            else if (reader.TokenType == JsonTokenType.StartArray) child.WalkItems(ref reader, $"{path}{name}[].", unknown, limit);
        }
    }

    private void WalkItems(ref Utf8JsonReader reader, string path, List<string> unknown, int limit)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) Walk(ref reader, path, unknown, limit);
            else reader.Skip();
        }
    }

    /// <summary>The keys below a key; null where it holds a value, or keys of the author's own as in strategicFit.</summary>
    private static ReportKeys? ChildOf(Type type)
    {
        var info = ReportJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new(info),
            JsonTypeInfoKind.Enumerable when info.ElementType is { } element => ChildOf(element),
            _ => null,
        };
    }
}
