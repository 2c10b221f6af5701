using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A cell of the form as printed.</summary>
/// <param name="Text">Its words; null or empty for a blank.</param>
/// <param name="IsLabel">Whether it is the form's own label rather than an answer.</param>
/// <param name="Field">The field that it answers, or whose answer stands under it; null for labels and cells that never hold an answer.</param>
public readonly record struct FormCell(string? Text, bool IsLabel = false, string? Field = null);

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

    /// <summary>Headings of the table of risks, which is left out where there are none.</summary>
    internal static IReadOnlyList<FormCell> RiskHeadings { get; } = Headings("risks", "ID", "Risikoelement", "Virkninger", "Risikoreduserende tiltak", "Frist");

    /// <summary>The line with the month of revision; null where the report has none.</summary>
    public static string? RevisedLine(Report report) => report.Revised is { } revised ? $"Revidert per {revised.ToText(Language.Bokmal)}" : null;

    /// <summary>The form's parts in order.</summary>
    public static IReadOnlyList<FormSheet> Of(Report report, PortfolioDefinition definition) =>
    [
        new("Prosjekt-/programinformasjon", true,
        [
            Answer("Prosjekt-/programnavn:", "name", report.Name),
            Answer("ID Nasjonal e-helseportefølje:", "nationalId", report.NationalId?.ToString(CultureInfo.InvariantCulture) ?? "<id>"),
            Answer("Ansvarlig virksomhet:", "organisation", report.OrganisationText ?? report.Organisation),
            Answer("Prosjekteier:", "owner", report.OwnerText),
            Answer("Prosjektleder:", "manager", report.ManagerText),
            .. Prose("Formål/overordnet mål for prosjektet/programmet:", "purpose", report.Purpose),
        ]),
        new("Kostnader", false,
        [
            Answer("Antatt totalkostnad for prosjektet/programmet:", "totalCost", FormText.Millions(report.TotalCostMnok)),
            Answer("Antatt totalkostnad som går til grunnmursleveranser:", "foundationCost", FormText.Millions(report.FoundationCostMnok)),
            Answer("Antatt årlige forvaltningskostnader etter avslutning:", "operatingCost", FormText.Millions(report.AnnualOperatingCostMnok)),
            .. Prose("Eventuelle kommentarer:", "costComments", report.CostComments),
        ]),
        new("Leveranser", false,
        [
            Headings("deliverables", "Viktigste resultater/leveranser i hele prosjektperioden:", "Planlagt levert"),
            .. report.Deliverables.Select(item => Answers(("deliverables.text", item.Text), ("deliverables.planned", item.PlannedText ?? FormText.Date(item.Planned)))),
        ]),
        Funding(report),
        Strategy(report, definition),
        new("Styring og faser", false,
        [
            Answer("Styres prosjektet/programmet iht. Difi sin prosjektveiviser?", "followsProjectWizard", FormText.YesNo(report.FollowsProjectWizard)),
            Answer("Har prosjektet/programmet leveranser som er i ulike faser?", "multiPhase", FormText.YesNo(report.MultiPhase)),
            Headings("phase", "Hvilken fase er prosjektet/programmet i per dato? (Hvis flere faser, angi hvor hovedtyngden av leveranser nå er)", "Når er fasen planlagt fullført"),
            .. report.PhaseText is null && report.Phase is null && report.PhaseEnd is null ? [] : (IReadOnlyList<FormCell>[])[Answers(("phase", report.PhaseText ?? FormText.Of(report.Phase)), ("phaseEnd", FormText.Date(report.PhaseEnd)))],
            Answer("Hva er prosjektet/programmets sluttdato (hvis fastsatt)?", "endDate", FormText.Date(report.EndDate) ?? "<mm.åå>"),
            Answer("Styres prosjektet/programmet iht. planer som revideres årlig?", "revisedAnnually", FormText.YesNo(report.RevisedAnnually)),
            .. Prose("Eventuelle kommentarer:", "phaseComments", report.PhaseComments),
        ]),
        Benefits(report),
        new("Status", false, [Answer("Overordnet status for prosjekt/program:", "status", FormText.Of(report.Status)), .. Prose("Årsak til gul eller rød status:", "statusCause", report.StatusCause)]),
        Risk(report),
        new("Forutsetninger", false,
        [
            Labels("Hvilke forutsetninger må oppfylles for å kunne realisere gevinstene fra prosjektet/programmet?", "Hvilken kritikalitet har forutsetningen?", "Når må den være oppfylt?"),
            .. report.Prerequisites.Rows().Zip(PrerequisiteLabels, (row, label) => (IReadOnlyList<FormCell>)[new(label, true), new(FormText.Criticality(row.Row), Field: "prerequisites.criticality"), new(row.Row?.When, Field: "prerequisites.when")]),
            .. Prose("Spesifiser hvilke andre prosjekter som må gjennomføres og ev. kommentarer:", "prerequisiteComments", report.PrerequisiteComments),
        ]),
        Dependencies(report),
    ];

    private static FormSheet Funding(Report report) => new("Finansiering", false,
    [
        [new("Finansieringskilder (alle tall i mill kr)", true, "funding"), .. report.FundingCols.Select(column => new FormCell(column, true))],
        .. report.Funding.Select(source => (IReadOnlyList<FormCell>)[new(source.Source, Field: "funding.source"), .. source.Y.Select(amount => new FormCell(FormText.Number(amount), Field: "funding.amount"))]),
        [new("Sum finansiering:", true), .. report.FundingTotal.Select(amount => new FormCell(FormText.Number(amount), Field: "fundingTotal"))],
        .. Prose("Kommentarer til finansiering:", "fundingComments", report.FundingComments),
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
                .. Enumerable.Range(1, columns).Select(column => new FormCell(report.StrategicFit.TryGetValue($"{area.Code}.{column}", out var level) ? FormText.Letter(level) : "", Field: "strategicFit")),
            ]),
            [new("Angi det primære innsatsområde for prosjektet/programmet", true), new(""), new(""), new(""), new(report.PrimaryFocusArea, Field: "primaryFocusArea")],
            .. Prose("Eventuelle kommentarer:", "strategyComments", report.StrategyComments),
        ]);
    }

    private static FormSheet Benefits(Report report) => new("Gevinster, status, risiko og forutsetninger", true,
    [
        Answer("Prosjekt-/programnavn:", "name", report.Name),
        Answer("Gevinstansvarlig(e) virksomhet(er):", "benefitOwners", report.BenefitOwnersText),
        Labels("Hva er status på gevinstrealiseringsarbeidet i prosjektet/programmet?"),
        Answer("Finnes det en prosjektbegrunnelse?", "benefitMaturity", FormText.Of(report.BenefitMaturity.Justification)),
        Answer("Er gevinster identifisert?", "benefitMaturity", FormText.Of(report.BenefitMaturity.Identified)),
        Answer("Finnes det en gevinstplan?", "benefitMaturity", FormText.Of(report.BenefitMaturity.Plan)),
        Answer("Pågår det gevinstrealiseringsaktiviteter?", "benefitMaturity", FormText.Of(report.BenefitMaturity.Activities)),
        Labels("Spesifiser gevinster:"),
        Answer("Kvantifiserbare gevinster totalt over levetiden av løsningen/leveransen:", "benefit", FormText.Benefit(report)),
        .. report.BenefitKinds.Select(kind => Answers(("benefitKinds.kind", kind.Kind), ("benefitKinds.amount", FormText.Number(kind.MnokPerYear)))),
        Answer("Antatt levetid for løsningen/leveransen:", "lifetime", report.LifetimeText),
        Answer("Ikke kvantifiserbare gevinster:", "unquantifiedBenefits", report.UnquantifiedBenefitsText),
        Answer("Andre prosjekter realiserer gevinstene av prosjektets leveranser:", "otherProjectsRealise", report.OtherProjectsRealiseText),
        .. Prose("Eventuelle kommentarer:", "benefitComments", report.BenefitComments),
    ]);

    private static FormSheet Risk(Report report) => new("Risiko", false,
    [
        Answer("Risiko i prosjekt/program:", "risk", FormText.Of(report.Risk)),
        .. Prose("Angi de viktigste risikoområdene, samt planlagte og iverksatte tiltak:", "riskText", report.RiskText),
        .. report.Risks.Count == 0 ? [] : (IReadOnlyList<FormCell>[])[RiskHeadings],
        .. report.Risks.Select(risk => Answers(("risks.id", risk.Id), ("risks.element", risk.Element), ("risks.effect", risk.Effect), ("risks.measure", risk.Measure), ("risks.deadline", risk.DeadlineText))),
        .. Prose("Hvilke aktører som er påvirket av prosjektet/programmets leveranser", "affectedActors", report.AffectedActorsText),
    ]);

    private static FormSheet Dependencies(Report report) => new("Avhengigheter", true,
    [
        [new("Prosjekt-/programnavn:", true), new(""), new(report.Name, Field: "name")],
        Headings("dependencies", "Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans", "Hva er prosjektet avhengig av? Dvs. leveranse/resultat", "Til hvilket formål? Dvs. hva skal det brukes til", "Kategori avhengighet", "Kritikalitet", "Frist", "Status"),
        .. report.Dependencies.Select(dependency => Answers(
            ("dependencies.on", dependency.On), ("dependencies.what", dependency.What), ("dependencies.purpose", dependency.Purpose), ("dependencies.category", FormText.Category(dependency.Category)),
            ("dependencies.criticality", FormText.Of(dependency.Criticality)), ("dependencies.deadline", dependency.DeadlineText ?? FormText.Date(dependency.Deadline)), ("dependencies.status", FormText.Of(dependency.Status)))),
        .. Prose("Beskriv konsekvenser av manglende oppfyllelse av avhengigheter", "consequences", report.Consequences),
    ]);

    private static IReadOnlyList<FormCell> Answer(string label, string field, string? answer) => [new(label, true), new(answer, Field: field)];

    private static IReadOnlyList<FormCell> Answers(params (string Field, string? Text)[] answers) => [.. answers.Select(answer => new FormCell(answer.Text, Field: answer.Field))];

    private static IReadOnlyList<FormCell> Labels(params string[] labels) => [.. labels.Select(label => new FormCell(label, true))];

    /// <summary>Headings of columns with a list under them.</summary>
    private static IReadOnlyList<FormCell> Headings(string list, params string[] labels) => [new(labels[0], true, list), .. Labels(labels[1..])];

    /// <summary>A label with its longer answer on the row below, where there is one.</summary>
    private static IReadOnlyList<FormCell>[] Prose(string label, string field, string? answer)
    {
        IReadOnlyList<FormCell> head = [new(label, true, field)];
        return answer is null ? [head] : [head, Answers((field, answer))];
    }
}
