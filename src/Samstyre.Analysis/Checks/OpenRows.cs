using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Deliverables and dependencies that are open and say too little.</summary>
internal static class OpenRows
{
    /// <summary>Deliverables whose date has passed and that nobody calls delivered, of a project that is not over.</summary>
    public static IEnumerable<Breach> Overdue(CheckedReport report)
    {
        if (ScheduleVariance.IsOver(report.Now.Phase)) yield break;
        for (var row = 0; row < report.Now.Deliverables.Count; row++)
        {
            var deliverable = report.Now.Deliverables[row];
            if (deliverable.Planned is not { } planned || planned.LastDay >= report.Today || DoneWords.Say(deliverable.PlannedText)) continue;
            var path = $"deliverables.{row}.planned";
            yield return new(path, [new(path, FigureWords.Same(deliverable.Text), planned)]);
        }
    }

    /// <summary>Dependencies of high criticality that are not closed and have no status.</summary>
    public static IEnumerable<Breach> CriticalWithoutStatus(CheckedReport report)
    {
        for (var row = 0; row < report.Now.Dependencies.Count; row++)
        {
            var dependency = report.Now.Dependencies[row];
            if (dependency is not { Criticality: Level.High, Status: null } || DependencyRows.IsClosed(dependency)) continue;
            var path = $"dependencies.{row}.status";
            yield return new(path, [new(path, FigureWords.Same(dependency.On ?? dependency.What ?? ""), null)]);
        }
    }
}
