using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A cell of the form as printed.</summary>
/// <param name="Text">Its words; null or empty for a blank.</param>
/// <param name="IsLabel">Whether it is the form's own label rather than an answer.</param>
public readonly record struct FormCell(string? Text, bool IsLabel = false);

/// <summary>A part of the form as printed.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Heading">Whether the form prints the title as a line of its own before it.</param>
/// <param name="Rows">Its rows.</param>
public sealed record FormSheet(string Title, bool Heading, IReadOnlyList<IReadOnlyList<FormCell>> Rows);

/// <summary>A report laid out as the official form, every field in its place. The form is a Norwegian document whatever the reader's language: its labels are those that forms are read back by.</summary>
public static class FormLayout
{
    private static readonly string[] PrerequisiteLabels =
    [
        "Andre prosjekter må gjennomføres", "EPJ-utvikling, fastleger", "EPJ-utvikling, kommune", "EPJ-utvikling, spesialist",
        "Organisasjonsutvikling, spesialist", "Organisasjonsutvikling, kommune", "Rutineendringer hos fastlegene",
    ];

    /// <summary>The line with the month of revision; null where the report has none.</summary>
    public static string? RevisedLine(Report report) => report.Revised is { } revised ? $"Revidert per {revised.ToText(Language.Bokmal)}" : null;

    /// <summary>The form's parts in order.</summary>
    public static IReadOnlyList<FormSheet> Of(Report report, PortfolioDefinition definition) =>
    [
        new("Prosjekt-/programinformasjon", true,
        [
            Answer("Prosjekt-/programnavn:", report.Name),
            Answer("ID Nasjonal e-helseportefølje:", report.NationalId?.ToString(CultureInfo.InvariantCulture) ?? "<id>"),
            Answer("Ansvarlig virksomhet:", report.OrganisationText ?? report.Organisation),
            Answer("Prosjekteier:", report.OwnerText),
            Answer("Prosjektleder:", report.ManagerText),
            .. Prose("Formål/overordnet mål for prosjektet/programmet:", report.Purpose),
        ]),
        new("Kostnader", false,
        [
            Answer("Antatt totalkostnad for prosjektet/programmet:", FormText.Millions(report.TotalCostMnok)),
            Answer("Antatt totalkostnad som går til grunnmursleveranser:", FormText.Millions(report.FoundationCostMnok)),
            Answer("Antatt årlige forvaltningskostnader etter avslutning:", FormText.Millions(report.AnnualOperatingCostMnok)),
            .. Prose("Eventuelle kommentarer:", report.CostComments),
        ]),
        new("Leveranser", false,
        [
            Labels("Viktigste resultater/leveranser i hele prosjektperioden:", "Planlagt levert"),
            .. report.Deliverables.Select(item => Answers(item.Text, item.PlannedText ?? FormText.Date(item.Planned))),
        ]),
        Funding(report),
        Strategy(report, definition),
        new("Styring og faser", false,
        [
            Answer("Styres prosjektet/programmet iht. Difi sin prosjektveiviser?", FormText.YesNo(report.FollowsProjectWizard)),
            Answer("Har prosjektet/programmet leveranser som er i ulike faser?", FormText.YesNo(report.MultiPhase)),
            Labels("Hvilken fase er prosjektet/programmet i per dato? (Hvis flere faser, angi hvor hovedtyngden av leveranser nå er)", "Når er fasen planlagt fullført"),
            .. report.PhaseText is null && report.Phase is null && report.PhaseEnd is null ? [] : (IReadOnlyList<FormCell>[])[Answers(report.PhaseText ?? FormText.Of(report.Phase), FormText.Date(report.PhaseEnd))],
            Answer("Hva er prosjektet/programmets sluttdato (hvis fastsatt)?", FormText.Date(report.EndDate) ?? "<mm.åå>"),
            Answer("Styres prosjektet/programmet iht. planer som revideres årlig?", FormText.YesNo(report.RevisedAnnually)),
            .. Prose("Eventuelle kommentarer:", report.PhaseComments),
        ]),
        Benefits(report),
        new("Status", false, [Answer("Overordnet status for prosjekt/program:", FormText.Of(report.Status)), .. Prose("Årsak til gul eller rød status:", report.StatusCause)]),
        Risk(report),
        new("Forutsetninger", false,
        [
            Labels("Hvilke forutsetninger må oppfylles for å kunne realisere gevinstene fra prosjektet/programmet?", "Hvilken kritikalitet har forutsetningen?", "Når må den være oppfylt?"),
            .. report.Prerequisites.Rows().Zip(PrerequisiteLabels, (row, label) => (IReadOnlyList<FormCell>)[new(label, true), new(FormText.Criticality(row.Row)), new(row.Row?.When)]),
            .. Prose("Spesifiser hvilke andre prosjekter som må gjennomføres og ev. kommentarer:", report.PrerequisiteComments),
        ]),
        Dependencies(report),
    ];

    private static FormSheet Funding(Report report) => new("Finansiering", false,
    [
        [new("Finansieringskilder (alle tall i mill kr)", true), .. report.FundingCols.Select(column => new FormCell(column, true))],
        .. report.Funding.Select(source => (IReadOnlyList<FormCell>)[new(source.Source), .. source.Y.Select(amount => new FormCell(FormText.Number(amount)))]),
        [new("Sum finansiering:", true), .. report.FundingTotal.Select(amount => new FormCell(FormText.Number(amount)))],
        .. Prose("Kommentarer til finansiering:", report.FundingComments),
    ]);

    private static FormSheet Strategy(Report report, PortfolioDefinition definition)
    {
        var columns = Math.Max(4, definition.StrategyAreas.Max(area => area.FocusAreas.Count));
        return new("Strategisk tilknytning", false,
        [
            [new("Strategisk tilknytning:", true)],
            [new("Strategisk område", true), new("Innsatsområde:", true), .. Enumerable.Range(1, columns).Select(column => new FormCell($"x.{column}", true))],
            .. definition.StrategyAreas.Select(area => (IReadOnlyList<FormCell>)
            [
                new($"{area.Code}. {area.Name.Bokmal}", true), new(""),
                .. Enumerable.Range(1, columns).Select(column => new FormCell(report.StrategicFit.TryGetValue($"{area.Code}.{column}", out var level) ? FormText.Letter(level) : "")),
            ]),
            [new("Angi det primære innsatsområde for prosjektet/programmet", true), new(""), new(""), new(""), new(report.PrimaryFocusArea)],
            .. Prose("Eventuelle kommentarer:", report.StrategyComments),
        ]);
    }

    private static FormSheet Benefits(Report report) => new("Gevinster, status, risiko og forutsetninger", true,
    [
        Answer("Prosjekt-/programnavn:", report.Name),
        Answer("Gevinstansvarlig(e) virksomhet(er):", report.BenefitOwnersText),
        Labels("Hva er status på gevinstrealiseringsarbeidet i prosjektet/programmet?"),
        Answer("Finnes det en prosjektbegrunnelse?", FormText.Of(report.BenefitMaturity.Justification)),
        Answer("Er gevinster identifisert?", FormText.Of(report.BenefitMaturity.Identified)),
        Answer("Finnes det en gevinstplan?", FormText.Of(report.BenefitMaturity.Plan)),
        Answer("Pågår det gevinstrealiseringsaktiviteter?", FormText.Of(report.BenefitMaturity.Activities)),
        Labels("Spesifiser gevinster:"),
        Answer("Kvantifiserbare gevinster totalt over levetiden av løsningen/leveransen:", FormText.Benefit(report)),
        .. report.BenefitKinds.Select(kind => Answers(kind.Kind, FormText.Number(kind.MnokPerYear))),
        Answer("Antatt levetid for løsningen/leveransen:", report.LifetimeText),
        Answer("Ikke kvantifiserbare gevinster:", report.UnquantifiedBenefitsText),
        Answer("Andre prosjekter realiserer gevinstene av prosjektets leveranser:", report.OtherProjectsRealiseText),
        .. Prose("Eventuelle kommentarer:", report.BenefitComments),
    ]);

    private static FormSheet Risk(Report report) => new("Risiko", false,
    [
        Answer("Risiko i prosjekt/program:", FormText.Of(report.Risk)),
        .. Prose("Angi de viktigste risikoområdene, samt planlagte og iverksatte tiltak:", report.RiskText),
        .. report.Risks.Count == 0 ? [] : (IReadOnlyList<FormCell>[])[Labels("ID", "Risikoelement", "Virkninger", "Risikoreduserende tiltak", "Frist")],
        .. report.Risks.Select(risk => Answers(risk.Id, risk.Element, risk.Effect, risk.Measure, risk.DeadlineText)),
        .. Prose("Hvilke aktører som er påvirket av prosjektet/programmets leveranser", report.AffectedActorsText),
    ]);

    private static FormSheet Dependencies(Report report) => new("Avhengigheter", true,
    [
        [new("Prosjekt-/programnavn:", true), new(""), new(report.Name)],
        Labels("Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans", "Hva er prosjektet avhengig av? Dvs. leveranse/resultat", "Til hvilket formål? Dvs. hva skal det brukes til", "Kategori avhengighet", "Kritikalitet", "Frist", "Status"),
        .. report.Dependencies.Select(dependency => Answers(
            dependency.On, dependency.What, dependency.Purpose, FormText.Category(dependency.Category), FormText.Of(dependency.Criticality), dependency.DeadlineText ?? FormText.Date(dependency.Deadline), FormText.Of(dependency.Status))),
        .. Prose("Beskriv konsekvenser av manglende oppfyllelse av avhengigheter", report.Consequences),
    ]);

    private static IReadOnlyList<FormCell> Answer(string label, string? answer) => [new(label, true), new(answer)];

    private static IReadOnlyList<FormCell> Answers(params string?[] answers) => [.. answers.Select(answer => new FormCell(answer))];

    private static IReadOnlyList<FormCell> Labels(params string[] labels) => [.. labels.Select(label => new FormCell(label, true))];

    /// <summary>A label with its longer answer on the row below, where there is one.</summary>
    private static IReadOnlyList<FormCell>[] Prose(string label, string? answer) => answer is null ? [Labels(label)] : [Labels(label), Answers(answer)];
}
