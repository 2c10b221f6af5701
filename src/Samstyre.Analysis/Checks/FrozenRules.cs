using System.Text.Json;
using System.Text.Json.Serialization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A rule as it was when a round opened.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">How much it weighs in that round.</param>
public sealed record FrozenRule(string Code, FindingSeverity Severity);

/// <summary>The rules that a round's reports are checked by: taken when it opens and kept, so that nobody is judged by what came later.</summary>
/// <param name="Rules">The rules. One that is not among them is not run; a code that the program does not know is passed over.</param>
/// <param name="JumpShare">An amount jumps when it changes by more than this share (0-1) of what it was ...</param>
/// <param name="JumpAtLeastMnok">... and by at least this much, million NOK.</param>
/// <param name="Significant">What counts as a significant change.</param>
public sealed record FrozenRules(IReadOnlyList<FrozenRule> Rules, decimal JumpShare, decimal JumpAtLeastMnok, SignificantChange Significant)
{
    private static readonly FrozenRulesJsonContext Json = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    /// <summary>The rules as they are now.</summary>
    public static FrozenRules Now(PortfolioDefinition definition) => new(
        [.. CheckRules.All.Select(rule => new FrozenRule(rule.Code, rule.Severity))], 1m / 3m, definition.Reporting.Significant.MoneyAtLeast, definition.Reporting.Significant);

    /// <summary>As a round stores them.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json.FrozenRules);

    /// <summary>As a round stored them.</summary>
    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    public static FrozenRules FromJson(string json) => JsonSerializer.Deserialize(json, Json.FrozenRules) is { Rules: not null, Significant: not null } rules
        ? rules : throw new JsonException("The stored rules are not whole.");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(FrozenRules))]
internal sealed partial class FrozenRulesJsonContext : JsonSerializerContext;
