using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies of high criticality that have no date for a deadline, or whose deadline has passed while they are neither green nor closed; the earliest deadline first, then those without.</summary>
public static class CriticalDependencies
{
    private static readonly LocalText Title = new("Kritiske avhengigheter uten frist eller over fristen", "Kritiske avhengnader utan frist eller over fristen", "Critical dependencies without a deadline or past it");
    private static readonly LocalText Empty = new(
        "Ingen avhengighet med høy kritikalitet mangler frist eller er over fristen.", "Ingen avhengnad med høg kritikalitet manglar frist eller er over fristen.", "No dependency of high criticality lacks a deadline or is past it.");

    private static readonly LocalText Passed = new("Fristen er passert", "Fristen er passert", "The deadline has passed");
    private static readonly LocalText NoDate = new("Ingen dato for fristen", "Ingen dato for fristen", "No date for the deadline");

    private static readonly LocalText Rule = new(
        "Bare avhengigheter med høy kritikalitet. En avhengighet over fristen er med når den verken er grønn eller lukket. En som er lukket, trenger ingen frist. «Løpende» og lignende er ingen dato.",
        "Berre avhengnader med høg kritikalitet. Ein avhengnad over fristen er med når han verken er grøn eller lukka. Ein som er lukka, treng ingen frist. «Løpande» og liknande er ingen dato.",
        "Only dependencies of high criticality. One past its deadline is listed when it is neither green nor closed. A closed one needs no deadline. Words such as \"ongoing\" are no date.");

    /// <summary>A row per dependency.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var today = round.Snapshot.Round.CollectedOn;
        var listed = DependencyRows.Of(round)
            .Where(row => DependencyRows.LacksDeadline(row.Dependency) || IsPassed(row.Dependency, today))
            .OrderBy(row => row.Dependency.Deadline?.LastDay ?? DateOnly.MaxValue).ThenBy(row => Order.Of(row.Standing));
        return new(
            "critical-dependencies", Title,
            SlippageWords.WhoAnd(
                new("on", new("Avhengig av", "Avhengig av", "Depends on")), new("what", new("Hva", "Kva", "What")),
                new("deadlineText", new("Frist som skrevet", "Frist som skriven", "Deadline as written")), new("deadline", new("Frist", "Frist", "Deadline")),
                new("status", FigureWords.Status), new("reason", new("Hvorfor den står her", "Kvifor han står her", "Why it is listed"))),
            MadeRows.Of(listed, row => SlippageWords.Row(
                row.Standing, definition, row.Dependency.On, row.Dependency.What, row.Dependency.DeadlineText, row.Dependency.Deadline, row.Dependency.Status,
                row.Dependency.Deadline is null ? NoDate : Passed)),
            Empty, Rule);
    }

    private static bool IsPassed(Dependency dependency, DateOnly today) =>
        dependency is { Criticality: Level.High, Deadline: { } deadline, Status: not TrafficLight.Green } && deadline.LastDay < today && !DependencyRows.IsClosed(dependency);
}
