using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The rules about values of a report that must agree, as data. A value that is not stated breaks no rule about what it says.</summary>
public static class ConsistencyRules
{
    private static readonly LocalText EndDate = new("Sluttdato", "Sluttdato", "End date");

    /// <summary>All rules.</summary>
    public static IReadOnlyList<ConsistencyRule> All { get; } =
    [
        new("funding-total-differs", FindingSeverity.Review, (report, _) => FundingRules.TotalDiffers(report), new(
            "Summen av finansieringen er en annen enn kildene gir til sammen.", "Summen av finansieringa er ein annan enn kjeldene gir til saman.", "The funding total is not the sum of its sources.")),
        new("total-cost-below-funded", FindingSeverity.Review, FundingRules.CostBelowFunded, new(
            "Totalkostnaden er lavere enn det som allerede er finansiert.", "Totalkostnaden er lågare enn det som alt er finansiert.", "The total cost is below what is already funded.")),
        new("amount-too-high", FindingSeverity.Review, (report, _) => HighAmounts.In(report), new(
            "Et beløp er over 100 milliarder kroner, mer enn noe tiltak kan ha.", "Eit beløp er over 100 milliardar kroner, meir enn noko tiltak kan ha.", "An amount is above NOK 100 billion, more than any initiative can have.")),
        new("cause-missing", FindingSeverity.Error, (report, _) => CauseMissing(report), new(
            "Statusen er gul eller rød uten at årsaken er oppgitt.", "Statusen er gul eller raud utan at årsaka er oppgitt.", "The status is yellow or red without a cause.")),
        new("mitigation-missing", FindingSeverity.Error, (report, _) => MitigationMissing(report), new(
            "Risikoen er rød uten at det står hva som gjøres med den.", "Risikoen er raud utan at det står kva som blir gjort med han.", "The risk is red without words about what is done about it.")),
        new("phase-after-end", FindingSeverity.Error, (report, _) => PhaseAfterEnd(report), new(
            "Fasen slutter etter at tiltaket er slutt.", "Fasen sluttar etter at tiltaket er slutt.", "The phase ends after the initiative does.")),
        new("deliverable-after-end", FindingSeverity.Review, (report, _) => DeliverableAfterEnd(report), new(
            "En leveranse er planlagt etter at tiltaket er slutt.", "Ein leveranse er planlagd etter at tiltaket er slutt.", "A deliverable is planned after the initiative ends.")),
        new("end-passed", FindingSeverity.Error, EndPassed, new(
            "Sluttdatoen er passert, men tiltaket pågår.", "Sluttdatoen er passert, men tiltaket går.", "The end date has passed but the initiative is running.")),
        new("critical-dependency-without-deadline", FindingSeverity.Review, (report, _) => WithoutDeadline(report), new(
            "En avhengighet med høy kritikalitet har ingen dato for fristen.", "Ein avhengnad med høg kritikalitet har ingen dato for fristen.", "A dependency of high criticality has no date for its deadline.")),
    ];

    private static ImmutableArray<ConcernedValue> CauseMissing(Report report) =>
        report.Status is TrafficLight.Yellow or TrafficLight.Red && string.IsNullOrWhiteSpace(report.StatusCause)
            ? [new("status", FigureWords.Status, report.Status), new("statusCause", FigureWords.Cause, null)] : [];

    private static ImmutableArray<ConcernedValue> MitigationMissing(Report report) =>
        report.Risk == TrafficLight.Red && string.IsNullOrWhiteSpace(report.RiskText) && !report.Risks.Any(row => !string.IsNullOrWhiteSpace(row.Measure))
            ? [new("risk", FigureWords.Risk, report.Risk), new("riskText", new("Tiltak mot risiko", "Tiltak mot risiko", "Mitigation"), null)] : [];

    // "2021" may still be in time for June 2021: only a date that can't be is after.
    private static bool IsAfter(PartialDate? date, PartialDate? end) => date is { } one && end is { } last && one.Year >= last.Year && one.FirstDay > last.LastDay;

    private static ImmutableArray<ConcernedValue> PhaseAfterEnd(Report report) => IsAfter(report.PhaseEnd, report.EndDate)
        ? [new("phaseEnd", new("Fasen slutter", "Fasen sluttar", "Phase ends"), report.PhaseEnd), new("endDate", EndDate, report.EndDate)] : [];

    private static ImmutableArray<ConcernedValue> DeliverableAfterEnd(Report report)
    {
        if (report.EndDate is not { } end) return [];
        List<ConcernedValue>? late = null;
        for (var row = 0; row < report.Deliverables.Count; row++)
        {
            if (report.Deliverables[row] is var deliverable && IsAfter(deliverable.Planned, end))
                (late ??= [new("endDate", EndDate, end)]).Add(new($"deliverables[{row}]", FigureWords.Same(deliverable.Text), deliverable.Planned));
        }

        return late is null ? [] : [.. late];
    }

    private static ImmutableArray<ConcernedValue> EndPassed(Report report, DateOnly today) =>
        report is { EndDate: { } end, Phase: { } phase } && end.LastDay < today && !ScheduleVariance.IsOver(phase)
            ? [new("endDate", EndDate, end), new("phase", FigureWords.Phase, Array.Find(FigureWords.Phases, one => one.Phase == phase).Name)] : [];

    private static ImmutableArray<ConcernedValue> WithoutDeadline(Report report)
    {
        List<ConcernedValue>? open = null;
        for (var row = 0; row < report.Dependencies.Count; row++)
        {
            if (report.Dependencies[row] is var dependency && DependencyRows.LacksDeadline(dependency))
                (open ??= []).Add(new($"dependencies[{row}].deadline", FigureWords.Same(dependency.On ?? dependency.What ?? ""), dependency.DeadlineText));
        }

        return open is null ? [] : [.. open];
    }
}
