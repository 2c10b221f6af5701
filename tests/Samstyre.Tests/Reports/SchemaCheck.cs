using System.Text.Json;

namespace Samstyre.Tests.Reports;

/// <summary>Where a JSON document does not fit a schema, for the words of JSON Schema that our schemas use. A word it doesn't know is an error, so that no rule passes unchecked.</summary>
internal sealed class SchemaCheck
{
    private static readonly HashSet<string> Silent = ["$schema", "$id", "$defs", "title", "description"];
    private readonly JsonElement schema;
    private readonly List<string> misfits = [];

    private SchemaCheck(JsonElement schema) => this.schema = schema;

    public static IReadOnlyList<string> Misfits(JsonElement schema, JsonElement document)
    {
        var check = new SchemaCheck(schema);
        check.Fit(schema, document, "$");
        return check.misfits;
    }

    private void Fit(JsonElement rules, JsonElement value, string path)
    {
        foreach (var rule in rules.EnumerateObject())
        {
            if (Silent.Contains(rule.Name)) continue;
            if (!Fits(rule, rules, value, path)) misfits.Add($"{path}: {rule.Name} {rule.Value.GetRawText()}");
        }
    }

    // Members and items report their own misfits.
    private bool Fits(JsonProperty rule, JsonElement rules, JsonElement value, string path)
    {
        switch (rule.Name)
        {
            case "$ref":
                Fit(Referred(rule.Value.GetString()!), value, path);
                return true;
            case "const":
                return JsonElement.DeepEquals(rule.Value, value);
            case "enum":
                return rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            case "type":
                return rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(one => IsOf(one.GetString()!, value)) : IsOf(rule.Value.GetString()!, value);
            case "anyOf":
                return rule.Value.EnumerateArray().Any(one => Tried(one, value));
            case "required":
                return value.ValueKind != JsonValueKind.Object || rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "properties":
                if (value.ValueKind != JsonValueKind.Object) return true;

                // Stricter than the schema: what we write is what it names.
                foreach (var member in value.EnumerateObject())
                {
                    if (rule.Value.TryGetProperty(member.Name, out var its)) Fit(its, member.Value, $"{path}.{member.Name}");
                    else misfits.Add($"{path}: the schema does not name {member.Name}");
                }

                return true;
            case "items":
                if (value.ValueKind != JsonValueKind.Array) return true;
                foreach (var (place, item) in value.EnumerateArray().Index()) Fit(rule.Value, item, $"{path}[{place}]");
                return true;
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32();
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.Value.GetDecimal();
            case "format" when rule.Value.GetString() == "uuid":
                return value.ValueKind != JsonValueKind.String || value.TryGetGuid(out _);
            case "format" when rule.Value.GetString() == "date":
                return value.ValueKind != JsonValueKind.String || DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _);
            case "format" when rule.Value.GetString() == "date-time":
                return value.ValueKind != JsonValueKind.String || value.TryGetDateTimeOffset(out _);
            default:
                throw new NotSupportedException($"{path}: {rule.Name} of {rules.GetRawText()}");
        }
    }

    private bool Tried(JsonElement rules, JsonElement value)
    {
        var inner = new SchemaCheck(schema);
        inner.Fit(rules, value, "$");
        return inner.misfits.Count == 0;
    }

    private JsonElement Referred(string pointer) => pointer.Split('/').Skip(1).Aggregate(schema, (at, name) => at.GetProperty(name));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };
}
