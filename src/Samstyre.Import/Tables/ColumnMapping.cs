using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What a column gives.</summary>
/// <param name="Field">Code of the field (<see cref="TableField"/>); empty where the column is left out on purpose.</param>
/// <param name="Unit">What its numbers count, where the field is money.</param>
public sealed record ColumnUse(string Field, AmountUnit Unit = AmountUnit.Million);

/// <summary>Which column of a table gives which field, and what its words mean.</summary>
/// <param name="Columns">By the column's key (<see cref="TableColumn"/>). A column that is not there is decided by nobody, and gives nothing.</param>
/// <param name="Values">By the field's code: what the words of its cells mean, by the words' key (<see cref="ValueKey"/>). An empty meaning is "not stated".</param>
public sealed record ColumnMapping(IReadOnlyDictionary<string, ColumnUse> Columns, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    /// <summary>A mapping without any column.</summary>
    public static ColumnMapping Empty { get; } = new(new Dictionary<string, ColumnUse>(), new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>What a column gives; null where nobody decided, or the column is left out.</summary>
    public ColumnUse? Of(TableColumn column) => Columns.TryGetValue(column.Key, out var use) && TableField.Of(use.Field) is not null ? use : null;

    /// <summary>What the words of a cell were said to mean; null where nobody said.</summary>
    public string? MeaningOf(string field, string words) => Values.TryGetValue(field, out var meanings) && meanings.TryGetValue(ValueKey(words), out var meaning) ? meaning : null;

    /// <summary>Words of a cell as they are compared: case, punctuation and room aside.</summary>
    public static string ValueKey(string words) => OrganisationNames.Key(words) is { Length: > 0 } key ? key : words.Trim();

    /// <summary>What files with the same headings have in common, in whatever order: the hash of their keys.</summary>
    public static byte[] Fingerprint(IEnumerable<TableColumn> columns) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', columns.Select(column => column.Key).Order(StringComparer.Ordinal))));

    /// <summary>As it is stored: the same mapping is the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new ColumnMapping(
            new SortedDictionary<string, ColumnUse>(Columns.ToDictionary(), StringComparer.Ordinal),
            new SortedDictionary<string, IReadOnlyDictionary<string, string>>(
                Values.Where(field => field.Value.Count > 0).ToDictionary(field => field.Key, field => (IReadOnlyDictionary<string, string>)new SortedDictionary<string, string>(field.Value.ToDictionary(), StringComparer.Ordinal)), StringComparer.Ordinal)),
        Options);

    /// <summary>Reads a stored mapping.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ColumnMapping FromJson([StringSyntax(StringSyntaxAttribute.Json)] string json) => JsonSerializer.Deserialize<ColumnMapping>(json, Options) ?? Empty;
}
