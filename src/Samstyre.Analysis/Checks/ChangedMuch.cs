using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Values that changed much since the last report without words about it. A comment to their part of the form that is new since then is such words.</summary>
internal static class ChangedMuch
{
    private static readonly LocalText Before = new("Sist", "Sist", "Last time");
    private static readonly LocalText Now = new("Nå", "No", "Now");

    private static readonly Dictionary<ReportPart, Func<Report, string?>> Comments = new()
    {
        [ReportPart.Cost] = report => report.CostComments,
        [ReportPart.Funding] = report => report.FundingComments,
        [ReportPart.Strategy] = report => report.StrategyComments,
        [ReportPart.Governance] = report => report.PhaseComments,
        [ReportPart.Benefits] = report => report.BenefitComments,
        [ReportPart.Status] = report => report.StatusCause,
        [ReportPart.Prerequisites] = report => report.PrerequisiteComments,
    };

    /// <summary>Amounts that changed by more than the round's share.</summary>
    public static IEnumerable<Breach> Jumps(CheckedReport report) =>
        Told(report, change => change is { Before: Money was, Now: Money now } && Significances.Amount(was, now, report.Rules.JumpShare, report.Rules.JumpAtLeastMnok) is not null);

    /// <summary>Changes that are significant in the portfolio.</summary>
    public static IEnumerable<Breach> Significant(CheckedReport report) => Told(report, change => change.IsSignificant);

    private static IEnumerable<Breach> Told(CheckedReport report, Func<FieldChange, bool> isMuch)
    {
        var much = report.Changes.Where(change => isMuch(change) && !IsCommented(report, ReportFields.At(change.Field)!.Part)).ToList();
        foreach (var change in much)
        {
            // The organisation and the national id are the portfolio's to change.
            if (FormPages.ItemOf(change.Path) is null) continue;
            // A column's total changes because a source does.
            if (change.Field == "fundingTotal" && SourcesOf(much, change.Item!).Any()) continue;
            var totals = change.Field == "funding" ? much.Where(total => total.Field == "fundingTotal" && change.Item!.EndsWith(", " + total.Item, StringComparison.Ordinal)).Select(total => total.Path) : [];
            yield return new(change.Path, Values(change)) { Covers = [change.Path, .. totals] };
        }
    }

    private static ImmutableArray<CheckedValue> Values(FieldChange change) => [new(change.Path, Now, change.Now), new(change.Path, Before, change.Before)];

    private static IEnumerable<FieldChange> SourcesOf(List<FieldChange> much, string heading) =>
        much.Where(change => change.Field == "funding" && change.Item!.EndsWith(", " + heading, StringComparison.Ordinal));

    private static bool IsCommented(CheckedReport report, ReportPart part)
    {
        if (!Comments.TryGetValue(part, out var comment) || comment(report.Now) is not { } text || string.IsNullOrWhiteSpace(text)) return false;
        return PlaceholderWords.In(text) is null && text.Trim() != comment(report.Before!)?.Trim();
    }
}
