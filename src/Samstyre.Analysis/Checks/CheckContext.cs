using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What a report is checked against.</summary>
/// <param name="Now">The report.</param>
/// <param name="Before">The initiative's last report; null for the first.</param>
/// <param name="Today">The day it is judged on: the round's.</param>
/// <param name="Required">The parts of the form that must be filled in.</param>
/// <param name="Explanations">What the reporter explained: under <see cref="CheckFinding.Key"/>, under the rule's code alone for all that the rule found, or, of changes, under the path of the field. Rows are named by their place in the report; see <see cref="FormRows"/>.</param>
public sealed record CheckContext(
    Report Now, Report? Before, DateOnly Today, IReadOnlyList<ReportPart> Required, IReadOnlyDictionary<string, string> Explanations);

/// <summary>A report under checking, with what several rules ask for.</summary>
internal sealed class CheckedReport(CheckContext context, FrozenRules rules)
{
    private IReadOnlyList<FieldChange>? changes;

    public Report Now => context.Now;

    public Report? Before => context.Before;

    public DateOnly Today => context.Today;

    public FrozenRules Rules => rules;

    /// <summary>What changed since the last report; nothing for the first.</summary>
    public IReadOnlyList<FieldChange> Changes => changes ??= Before is null ? [] : FieldChanges.Between(Before, Now, rules.Significant);

    public bool Requires(ReportPart part) => context.Required.Contains(part);

    /// <summary>The explanation of what a rule found at a path; null where there is none that says anything.</summary>
    public string? ExplanationOf(CheckRule rule, string path) =>
        Stated(CheckFinding.KeyOf(rule.Code, path)) ?? Stated(rule.Code) ?? (rule.AboutChange ? Stated(path) : null);

    private string? Stated(string key) =>
        context.Explanations.TryGetValue(key, out var text) && !string.IsNullOrWhiteSpace(text) && PlaceholderWords.In(text) is null ? text : null;
}
