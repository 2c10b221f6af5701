using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A column of a round's export.</summary>
/// <param name="Heading">Its heading in each language.</param>
/// <param name="Value">Its cell: text, whole number, <see cref="Money"/>, <see cref="PartialDate"/>; null is left empty.</param>
public sealed record ExportColumn(LocalText Heading, Func<ExportRow, object?> Value);

/// <summary>An initiative to export, with the portfolio whose words its codes stand for.</summary>
/// <param name="Portfolio">The round's snapshot.</param>
/// <param name="Standing">How the initiative stands.</param>
public readonly record struct ExportRow(PortfolioSnapshot Portfolio, Standing Standing);

/// <summary>The columns of a round's export. New ones are added last, so that sheets built on the file keep working.</summary>
public static class ExportColumns
{
    private static readonly LocalText[] Lights = [new("Grønn", "Grøn", "Green"), new("Gul", "Gul", "Yellow"), new("Rød", "Raud", "Red")];
    private static readonly LocalText[] Phases =
    [
        new("Konsept", "Konsept", "Concept"), new("Planlegging", "Planlegging", "Planning"), new("Gjennomføring", "Gjennomføring", "Execution"),
        new("Avslutning", "Avslutning", "Closing"), new("Realisering", "Realisering", "Realisation"),
    ];

    /// <summary>In order.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new(new("Innmelding", null, "Round"), row => row.Portfolio.Round.Code),
        new(new("Nasjonal id", null, "National id"), row => row.Standing.Initiative.NationalId),
        new(new("Navn", "Namn", "Name"), row => row.Standing.Facts.Name),
        new(new("Virksomhet", "Verksemd", "Organisation"), row => row.Portfolio.Definition.OrganisationByCode(row.Standing.Facts.Organisation)?.Name),
        new(new("Segment"), row => row.Portfolio.Definition.Segments.FirstOrDefault(segment => segment.Code == row.Standing.Initiative.Segment)?.Name),
        new(new("Strategisk område", null, "Strategy area"), row => row.Portfolio.Definition.StrategyAreaOf(row.Standing.Facts.FocusArea)?.Name),
        new(new("Innsatsområde", null, "Focus area"), row => row.Standing.Facts.FocusArea),
        new(new("Status"), row => row.Standing.Facts.Status is { } status ? Lights[(int)status] : null),
        new(new("Risiko", null, "Risk"), row => row.Standing.Facts.Risk is { } risk ? Lights[(int)risk] : null),
        new(new("Fase", null, "Phase"), row => row.Standing.Facts.Phase is { } phase ? Phases[(int)phase] : null),
        new(new("Fasen slutter", "Fasen sluttar", "Phase ends"), row => row.Standing.Facts.PhaseEnd),
        new(new("Planlagt slutt", "Planlagd slutt", "Planned end"), row => row.Standing.Facts.EndDate),
        new(new("Budsjettår", null, "Budget year"), row => row.Standing.ReportedIn.BudgetYear),
        new(new("Budsjett (mill. kr)", null, "Budget (NOK million)"), row => row.Standing.Facts.Budget),
        new(new("Totalkostnad (mill. kr)", null, "Total cost (NOK million)"), row => row.Standing.Facts.TotalCost),
        new(new("Årlig driftskostnad (mill. kr)", "Årleg driftskostnad (mill. kr)", "Yearly operating cost (NOK million)"), row => row.Standing.Facts.AnnualOperatingCost),
        new(new("Meldt inn i", "Meld inn i", "Reported in"), row => row.Standing.ReportedIn.Code),
        new(new("Åpne spørsmål", "Opne spørsmål", "Open questions"), row => row.Standing.Facts.OpenQuestions),
    ];

    /// <summary>A cell as text: decimal comma in Norwegian, dates in their interchange form so that they sort.</summary>
    internal static string Text(object? value, Language language, CultureInfo culture) => value switch
    {
        null => "",
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        Money money => money.Mnok.ToString("0.######", culture),
        LocalText words => words.In(language),
        _ => value.ToString() ?? "",
    };
}
