namespace Samstyre.Domain;

/// <summary>What lists, overviews and figures ask of every report of a portfolio: the facts that the store keeps in columns beside the whole report.</summary>
/// <param name="Name">The initiative's name in that report.</param>
/// <param name="Organisation">Code of the responsible organisation; null where the words match none.</param>
/// <param name="Status">Overall status.</param>
/// <param name="Risk">Risk.</param>
/// <param name="Phase">Phase.</param>
/// <param name="PhaseEnd">Planned end of the phase.</param>
/// <param name="EndDate">Planned end of the initiative.</param>
/// <param name="FocusArea">Primary focus area (<c>1.1</c>) or strategy area (<c>5</c>).</param>
/// <param name="Budget">Planned funding in the round's budget year (see <see cref="Domain.Budget"/>).</param>
/// <param name="TotalCost">Total cost.</param>
/// <param name="AnnualOperatingCost">Yearly operating cost after completion.</param>
/// <param name="OpenQuestions">Findings of severity error or review.</param>
public sealed record ReportFacts(
    string Name,
    string? Organisation,
    TrafficLight? Status,
    TrafficLight? Risk,
    Phase? Phase,
    PartialDate? PhaseEnd,
    PartialDate? EndDate,
    string? FocusArea,
    Money? Budget,
    Money? TotalCost,
    Money? AnnualOperatingCost,
    int OpenQuestions)
{
    /// <summary>Keys of the fields that only its organisation and the office see.</summary>
    public IReadOnlyList<string> Confidential { get; init; } = [];

    /// <summary>The facts of a report in a round.</summary>
    /// <param name="report">The report; a name it lacks is taken from <paramref name="fallbackName"/>.</param>
    /// <param name="round">The round it is reported in; its year is the budget's.</param>
    /// <param name="definition">Whose organisations give the code.</param>
    /// <param name="fallbackName">The initiative's name.</param>
    public static ReportFacts Of(Report report, Round round, PortfolioDefinition definition, string fallbackName) => new(
        report.Name ?? fallbackName,
        definition.Organisations.FirstOrDefault(organisation => organisation.Name == report.Organisation)?.Code,
        report.Status,
        report.Risk,
        report.Phase,
        report.PhaseEnd,
        report.EndDate,
        report.PrimaryFocusArea,
        Domain.Budget.In(report, round.BudgetYear),
        report.TotalCostMnok,
        report.AnnualOperatingCostMnok,
        report.Findings.Count(finding => finding.Severity != FindingSeverity.Info));
}
