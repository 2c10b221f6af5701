using System.Globalization;
using System.Text.Json;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Audit;

/// <summary>The details of an entry of the log in the reader's words, one line for each.</summary>
internal static class AuditWords
{
    /// <summary>What only programs need: ids, and what other columns show.</summary>
    private static readonly HashSet<string> Unseen = ["fileId", "reportBefore", "reportAfter", "proposals", "rule", "before", "after", "need"];

    /// <summary>Label and words of each detail; of what changed, how it was and how it is.</summary>
    public static IEnumerable<(string Label, string Words)> Of(DeskVisit desk, AuditRow row)
    {
        using var details = JsonDocument.Parse(row.Details);
        if (details.RootElement.ValueKind != JsonValueKind.Object) return [];
        var lines = new List<(string, string)>();
        foreach (var property in details.RootElement.EnumerateObject())
        {
            if (!Unseen.Contains(property.Name) && Words(desk, row, property.Name, property.Value) is { Length: > 0 } words) lines.Add((Label(desk.Texts, property.Name), words));
        }

        var (before, after) = (Values(details.RootElement, "before"), Values(details.RootElement, "after"));
        foreach (var key in before.Keys.Union(after.Keys))
            lines.Add((Label(desk.Texts, key), $"{State(before, key) ?? desk.Texts["audit.nothing"]} → {State(after, key) ?? desk.Texts["audit.nothing"]}"));
        // A step of life or a segment is one word before and one after.
        if (details.RootElement.TryGetProperty("after", out var became) && became.ValueKind == JsonValueKind.String)
        {
            var key = row.Action == "SegmentChanged" ? "segment" : "stage";
            var was = details.RootElement.TryGetProperty("before", out var value) ? Words(desk, row, key, value) : "";
            lines.Add((Label(desk.Texts, key), $"{(was.Length > 0 ? was : desk.Texts["audit.nothing"])} → {Words(desk, row, key, became)}"));
        }

        return lines;

        string? State(Dictionary<string, JsonElement> values, string key) => values.TryGetValue(key, out var value) && Words(desk, row, key, value) is { Length: > 0 } words ? words : null;
    }

    private static Dictionary<string, JsonElement> Values(JsonElement details, string name) =>
        details.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Object ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal) : [];

    private static string Label(TextSet texts, string key) => texts.Has("audit.detail." + key) ? texts["audit.detail." + key] : key;

    private static string Words(DeskVisit desk, AuditRow row, string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => desk.Texts["yes"],
        JsonValueKind.False => "",
        // What did not happen needs no line.
        JsonValueKind.Number => value.TryGetInt64(out var number) && number == 0 ? "" : desk.Texts.Number(value.GetDecimal()),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(one => Words(desk, row, key, one)).Distinct()),
        JsonValueKind.String => Word(desk, row, key, value.GetString()!),
        JsonValueKind.Object when key == "answers" => string.Join(", ", value.EnumerateObject().Select(answer => $"{answer.Name}: {(answer.Value.ValueKind == JsonValueKind.Null ? desk.Texts["candidate.unanswered"] : Words(desk, row, key, answer.Value))}")),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(part => (Label: Label(desk.Texts, part.Name), Words: Words(desk, row, part.Name, part.Value))).Where(part => part.Words.Length > 0).Select(part => $"{part.Label}: {part.Words}")),
        _ => value.GetRawText(),
    };

    private static string Word(DeskVisit desk, AuditRow row, string key, string value) => key switch
    {
        "changed" or "field" or "fields" => Choices.Label(value, desk.Definition, [], desk.Texts),
        "state" => Named(desk.Texts, $"{row.Subject}.state.{value}", value),
        "theme" => Named(desk.Texts, "wheel.theme." + value, value),
        "role" => Named(desk.Texts, "role." + value, value),
        "side" or "outcome" => Named(desk.Texts, $"audit.detail.{key}.{value}", value),
        "segment" => desk.Definition.Segments.FirstOrDefault(segment => segment.Code == value)?.Name.In(desk.Texts.Language) ?? value,
        "answers" => value == nameof(ChecklistAnswer.Yes) ? desk.Texts["yes"] : desk.Texts["no"],
        "targets" => TargetRef.TryParse(value, out var target) ? NeedWords.NameOf(desk, target) ?? value : value,
        "receiver" => Guid.TryParse(value, out var receiver) ? NeedWords.NameOf(desk, TargetRef.Of(receiver)) ?? value : value,
        "answer" when row.Action == "NeedAnswered" && Enum.TryParse<AnswerKind>(value, out var kind) => AnswerText.WordOf(desk.Texts, kind),
        "deliverBy" when PartialDate.TryParse(value, out var date) => date.ToText(desk.Texts.Language),
        "stage" => Named(desk.Texts, "stage." + value, value),
        "funding" => Named(desk.Texts, "foundation.funding." + value, value),
        "kind" => Named(desk.Texts, "clarification.kind." + value, value),
        "organisation" or "owner" => desk.Definition.OrganisationByCode(value)?.Name ?? value,
        "status" or "risk" when Enum.TryParse<TrafficLight>(value, out var light) => Shapes.Word(light, desk.Texts),
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Calendar.RoundWords.Day(day),
        _ => value,
    };

    private static string Named(TextSet texts, string key, string value) => texts.Has(key) ? texts[key] : value;
}
