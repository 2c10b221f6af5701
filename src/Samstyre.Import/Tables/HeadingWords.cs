using System.Collections.Frozen;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Which field a heading names.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Likeness">From 0 to 1; 1 where the heading is one of the known words.</param>
internal sealed record HeadingMatch(string Field, decimal Likeness)
{
    /// <summary>Whether the heading is one of the known words.</summary>
    public bool IsSure => Likeness == 1m;
}

/// <summary>The headings that lists are known to have. A new spelling is one more word here.</summary>
internal static class HeadingWords
{
    // Below this two headings have little more than an ending in common.
    private const decimal Likely = 0.55m;
    private const int LongestHeading = 120;

    private static readonly (string Field, string[] Words)[] All =
    [
        ("name", ["Navn", "Namn", "Name", "Tiltak", "Tiltaksnavn", "Navn på tiltak", "Namn på tiltak", "Prosjekt", "Prosjekter", "Prosjektnavn", "Prosjekt/program", "Prosjekttittel", "Program", "Tittel", "Title", "Initiative", "Initiative name", "Project", "Project name"]),
        ("nationalId", ["Id", "Nr", "Nummer", "No", "Number", "Tiltaksnr", "Tiltaks-id", "Prosjektnr", "Prosjekt-id", "Løpenummer", "Nasjonal id", "National id", "Nuit id", "Id nasjonal portefølje", "national_id"]),
        ("organisation", ["Virksomhet", "Verksemd", "Organisasjon", "Organisation", "Organization", "Aktør", "Ansvarlig", "Ansvarleg", "Ansvarlig virksomhet", "Ansvarleg verksemd", "Ansvarlig aktør", "Ansvarlig organisasjon", "Eier", "Eigar", "Etat", "Tiltakseier", "Responsible organisation"]),
        ("primaryFocusArea", ["Innsatsområde", "Primært innsatsområde", "Viktigste innsatsområde", "Strategisk område", "Område", "Satsingsområde", "Focus area", "Strategy area", "Area", "focus_area"]),
        ("status", ["Status", "Overordnet status", "Overordna status", "Trafikklys", "Fremdriftsstatus", "Framdriftsstatus", "Prosjektstatus", "Statusfarge", "Overall status"]),
        ("statusCause", ["Statustekst", "Kommentar til status", "Kommentarer til status", "Statuskommentar", "Statusbeskrivelse", "Status tekst", "Årsak", "Årsak til status", "Årsak til gul eller rød status", "Begrunnelse", "Status text", "Status comment", "Cause"]),
        ("risk", ["Risiko", "Overordnet risiko", "Risikonivå", "Risikovurdering", "Risk", "Risk level"]),
        ("riskText", ["Risikoer", "Risikoar", "Viktigste risikoer", "Risikobeskrivelse", "Kommentar til risiko", "Risiko og tiltak", "Risks", "Risk comment"]),
        ("phase", ["Fase", "Prosjektfase", "Fase nå", "Nåværende fase", "Phase"]),
        ("phaseEnd", ["Fase slutt", "Faseslutt", "Fasen ferdig", "Fase ferdig", "Når er fasen planlagt fullført", "Phase end"]),
        ("endDate", ["Slutt", "Sluttdato", "Planlagt slutt", "Planlagt sluttdato", "Ferdig", "Ferdigdato", "Ferdigstilt", "Ferdigstillelse", "Planlagt ferdig", "Avsluttes", "End", "End date", "Planned end"]),
        ("totalCostMnok", ["Totalkostnad", "Total kostnad", "Antatt totalkostnad", "Totalkostnader", "Kostnad", "Kostnader", "Kostnadsramme", "Totalbudsjett", "Total cost", "Cost", "Total"]),
        ("foundationCostMnok", ["Grunnmur", "Kostnad felles grunnmur", "Totalkostnad som går til felles grunnmur", "Foundation cost"]),
        ("annualOperatingCostMnok", ["Driftskostnad", "Årlig driftskostnad", "Årlige driftskostnader", "Forvaltningskostnad", "Årlig forvaltning", "Årlige forvaltningskostnader", "Drift og forvaltning", "Drift per år", "Annual operating cost"]),
        ("purpose", ["Formål", "Føremål", "Mål", "Beskrivelse", "Skildring", "Omtale", "Kort beskrivelse", "Purpose", "Description"]),
        ("ownerText", ["Prosjekteier", "Prosjekteigar", "Programeier", "Owner", "Project owner"]),
        ("managerText", ["Prosjektleder", "Prosjektleiar", "Programleder", "Kontaktperson", "Manager", "Project manager"]),
        ("revised", ["Revidert", "Sist revidert", "Oppdatert", "Sist oppdatert", "Rapportert", "Revised", "Last updated"]),
        ("deliverables", ["Leveranser", "Leveransar", "Viktigste leveranser", "Hovedleveranser", "Resultater", "Deliverables"]),
        ("followsProjectWizard", ["Prosjektveiviseren", "Følger prosjektveiviseren"]),
        ("multiPhase", ["Flere faser", "Fleire fasar"]),
        ("revisedAnnually", ["Revideres årlig", "Planer revideres årlig"]),
        ("benefitAmountMnok", ["Gevinst", "Gevinster kr", "Kvantifiserte gevinster", "Kvantifiserbare gevinster", "Benefit"]),
        ("benefitOwnersText", ["Gevinstansvarlig", "Gevinstansvarlig virksomhet", "Gevinsteier", "Benefit owner"]),
        ("lifetimeText", ["Levetid", "Antatt levetid", "Lifetime"]),
        ("unquantifiedBenefitsText", ["Gevinster", "Gevinstar", "Ikke kvantifiserbare gevinster", "Gevinstbeskrivelse", "Benefits"]),
        ("benefitMaturity.plan", ["Gevinstplan", "Finnes det en gevinstplan"]),
        ("affectedActorsText", ["Berørte aktører", "Påvirkede aktører", "Hvem blir berørt", "Affected actors"]),
        ("consequences", ["Konsekvenser", "Konsekvensar", "Consequences"]),
        ("costComments", ["Kommentar til kostnad", "Kommentarer til kostnader", "Kostnadskommentar", "Cost comments"]),
        ("fundingComments", ["Finansieringskilde", "Finansieringskilder", "Kommentar til finansiering", "Kommentarer til finansiering", "Funding comments"]),
        // What the form has no field for is kept as words beside what it has to do with.
        ("strategyComments", ["Segment", "Kategori", "Strategi", "Category"]),
        ("phaseComments", ["Start", "Startdato", "Oppstart", "Planlagt start", "Start date", "Kommentar", "Kommentarer", "Kommentarar", "Merknad", "Merknader", "Comment", "Comments"]),
        ("benefitComments", ["Kommentar til gevinster", "Gevinstkommentar", "Benefit comments"]),
        ("prerequisiteComments", ["Avhengigheter", "Avhengigheiter", "Avhengnader", "Avhengigheter til andre", "Forutsetninger", "Føresetnader", "Dependencies", "Prerequisites"]),
    ];

    private static readonly string[] BudgetWords = ["budsjett", "budget", "finansiering", "funding", "bevilgning", "løyving", "ramme"];

    private static readonly FrozenDictionary<string, string> Exact = All.SelectMany(field => field.Words.Select(word => (Key: Bare(word), field.Field))).DistinctBy(word => word.Key).ToFrozenDictionary(word => word.Key, word => word.Field);

    /// <summary>What the labels of the form are the fields of.</summary>
    private static readonly FrozenDictionary<Label, string> OfLabel = new Dictionary<Label, string>
    {
        [Label.Name] = "name", [Label.NationalId] = "nationalId", [Label.Organisation] = "organisation", [Label.Owner] = "ownerText", [Label.Manager] = "managerText", [Label.Purpose] = "purpose",
        [Label.TotalCost] = "totalCostMnok", [Label.FoundationCost] = "foundationCostMnok", [Label.AnnualOperatingCost] = "annualOperatingCostMnok", [Label.CostComments] = "costComments",
        [Label.Deliverables] = "deliverables", [Label.FundingComments] = "fundingComments", [Label.PrimaryFocusArea] = "primaryFocusArea", [Label.FollowsProjectWizard] = "followsProjectWizard",
        [Label.MultiPhase] = "multiPhase", [Label.Phase] = "phase", [Label.EndDate] = "endDate", [Label.RevisedAnnually] = "revisedAnnually", [Label.BenefitOwners] = "benefitOwnersText",
        [Label.Justification] = "benefitMaturity.justification", [Label.Identified] = "benefitMaturity.identified", [Label.Plan] = "benefitMaturity.plan", [Label.Activities] = "benefitMaturity.activities",
        [Label.Quantified] = "benefitAmountMnok", [Label.Lifetime] = "lifetimeText", [Label.Unquantified] = "unquantifiedBenefitsText", [Label.OtherProjectsRealise] = "otherProjectsRealiseText",
        [Label.Status] = "status", [Label.StatusCause] = "statusCause", [Label.Risk] = "risk", [Label.RiskText] = "riskText", [Label.AffectedActors] = "affectedActorsText",
        [Label.PrerequisiteComments] = "prerequisiteComments", [Label.Consequences] = "consequences",
    }.ToFrozenDictionary();

    /// <summary>The field that a heading names; null where it names none.</summary>
    public static HeadingMatch? Of(string heading)
    {
        if (heading.Length is 0 or > LongestHeading) return null;
        if (Known(heading) is { } known) return known;
        var key = Bare(heading);
        // What was spent in a year is no plan.
        if (key.Length == 0 || HeadingRow.Year().IsMatch(heading)) return null;
        if (LabelIndex.Find(heading, out _, out var misspelt) is { } label && OfLabel.TryGetValue(label, out var field)) return new(field, misspelt ? 0.9m : 1m);
        var best = Exact.Select(word => (word.Value, Likeness: NameLikeness.Of(key, word.Key))).MaxBy(word => word.Likeness);
        return best.Likeness >= Likely ? new(best.Value, Math.Min(best.Likeness, 0.95m)) : null;
    }

    /// <summary>Whether a cell is a heading beyond doubt; quick, since every cell of the first rows is asked about.</summary>
    public static bool IsKnown(string cell) => cell.Length is > 0 and <= LongestHeading && Known(cell) is { IsSure: true };

    private static HeadingMatch? Known(string heading)
    {
        var key = Bare(heading);
        var hasYear = HeadingRow.Year().IsMatch(heading);
        if (BudgetWords.Any(word => key.StartsWith(word, StringComparison.Ordinal)) && (hasYear || !key.Contains(' ', StringComparison.Ordinal))) return new(TableField.Budget, hasYear ? 1m : 0.8m);
        // A year and nothing else heads its money.
        if (hasYear) return key.Length == 0 ? new(TableField.Budget, 0.7m) : null;
        if (Exact.TryGetValue(key, out var field)) return new(field, 1m);
        return TableField.Of(heading.Trim()) is { } code ? new(code.Code, 1m) : null;
    }

    /// <summary>The words of a heading without its year and unit: "Totalkostnad (mill. kr)" is "totalkostnad".</summary>
    private static string Bare(string heading)
    {
        var words = OrganisationNames.Key(HeadingRow.Year().Replace(heading, " ")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => !UnitWords.IsUnit(word)));
    }
}
