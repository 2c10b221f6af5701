using System.Globalization;
using System.Text;
using Samstyre.Domain;

namespace Samstyre.App.Features.Demo;

/// <summary>A report as the text of a filled form, the way the template prints it: for demonstrations, load tests and the test that what is written is read back.</summary>
internal static class FormText
{
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        void Line(params string?[] cells) => text.Append(string.Join('\t', cells.Select(cell => cell?.Replace('\n', ' ').Replace('\t', ' ')))).Append('\n');
        void Block(string label, string? value)
        {
            Line(label, "");
            if (value is not null) Line(value, "");
        }

        Line(report.Name);
        Line();
        if (report.Revised is { } revised) Line($"Revidert per {revised.ToText(Language.Bokmal)}");
        Line();
        Line("Prosjekt-/programinformasjon");
        Line();
        Line("Prosjekt-/programnavn:", report.Name);
        Line("ID Nasjonal e-helseportefølje:", report.NationalId?.ToString(CultureInfo.InvariantCulture) ?? "<id>");
        Line("Ansvarlig virksomhet:", report.OrganisationText ?? report.Organisation);
        Line("Prosjekteier:", report.OwnerText);
        Line("Prosjektleder:", report.ManagerText);
        Block("Formål/overordnet mål for prosjektet/programmet:", report.Purpose);
        Line("Antatt totalkostnad for prosjektet/programmet:", Millions(report.TotalCostMnok));
        Line("Antatt totalkostnad som går til grunnmursleveranser:", Millions(report.FoundationCostMnok));
        Line("Antatt årlige forvaltningskostnader etter avslutning:", Millions(report.AnnualOperatingCostMnok));
        Block("Eventuelle kommentarer:", report.CostComments);
        Line("Viktigste resultater/leveranser i hele prosjektperioden:", "Planlagt levert");
        foreach (var deliverable in report.Deliverables) Line(deliverable.Text, deliverable.PlannedText ?? Date(deliverable.Planned));
        Line();
        Line(["Finansieringskilder (alle tall i mill kr)", .. report.FundingCols]);
        foreach (var source in report.Funding) Line([source.Source, .. source.Y.Select(Number)]);
        Line(["Sum finansiering:", .. report.FundingTotal.Select(Number)]);
        Block("Kommentarer til finansiering:", report.FundingComments);
        Line();
        Line("Strategisk tilknytning:");
        Line("Strategisk område", "Innsatsområde:", "x.1", "x.2", "x.3", "x.4");
        foreach (var (number, name) in Areas)
            Line([$"{number}. {name}", "", .. Enumerable.Range(1, 4).Select(i => report.StrategicFit.TryGetValue($"{number}.{i}", out var level) ? Letter(level) : "")]);
        Line("Angi det primære innsatsområde for prosjektet/programmet", "", "", "", report.PrimaryFocusArea);
        Block("Eventuelle kommentarer:", report.StrategyComments);
        Line("Styres prosjektet/programmet iht. Difi sin prosjektveiviser?", YesNo(report.FollowsProjectWizard));
        Line("Har prosjektet/programmet leveranser som er i ulike faser?", YesNo(report.MultiPhase));
        Line("Hvilken fase er prosjektet/programmet i per dato? (Hvis flere faser, angi hvor hovedtyngden av leveranser nå er)", "Når er fasen planlagt fullført");
        if (report.Phase is not null || report.PhaseEnd is not null) Line(report.Phase is { } phase ? Phases[(int)phase] : "", Date(report.PhaseEnd));
        Line("Hva er prosjektet/programmets sluttdato (hvis fastsatt)?", Date(report.EndDate) ?? "<mm.åå>");
        Line("Styres prosjektet/programmet iht. planer som revideres årlig?", YesNo(report.RevisedAnnually));
        Block("Eventuelle kommentarer:", report.PhaseComments);
        Line();
        Line("Gevinster, status, risiko og forutsetninger");
        Line();
        Line("Prosjekt-/programnavn:", report.Name);
        Line("Gevinstansvarlig(e) virksomhet(er):", report.BenefitOwnersText);
        Line("Hva er status på gevinstrealiseringsarbeidet i prosjektet/programmet?", "");
        Line("Finnes det en prosjektbegrunnelse?", Answer(report.BenefitMaturity.Justification));
        Line("Er gevinster identifisert?", Answer(report.BenefitMaturity.Identified));
        Line("Finnes det en gevinstplan?", Answer(report.BenefitMaturity.Plan));
        Line("Pågår det gevinstrealiseringsaktiviteter?", Answer(report.BenefitMaturity.Activities));
        Line("Spesifiser gevinster:", "");
        Line("Kvantifiserbare gevinster totalt over levetiden av løsningen/leveransen:", Benefit(report));
        foreach (var kind in report.BenefitKinds) Line(kind.Kind, Number(kind.MnokPerYear));
        Line("Antatt levetid for løsningen/leveransen:", report.LifetimeText);
        Line("Ikke kvantifiserbare gevinster:", report.UnquantifiedBenefitsText);
        Line("Andre prosjekter realiserer gevinstene av prosjektets leveranser:", report.OtherProjectsRealiseText);
        Block("Eventuelle kommentarer:", report.BenefitComments);
        Line("Overordnet status for prosjekt/program:", Colour(report.Status));
        Block("Årsak til gul eller rød status:", report.StatusCause);
        Line();
        Line("Risiko i prosjekt/program:", Colour(report.Risk), "");
        Block("Angi de viktigste risikoområdene, samt planlagte og iverksatte tiltak:", report.RiskText);
        if (report.Risks.Count > 0) Line("ID", "Risikoelement", "Virkninger", "Risikoreduserende tiltak", "Frist");
        foreach (var risk in report.Risks) Line(risk.Id, risk.Element, risk.Effect, risk.Measure, risk.DeadlineText);
        Block("Hvilke aktører som er påvirket av prosjektet/programmets leveranser", report.AffectedActorsText);
        Line("Hvilke forutsetninger må oppfylles for å kunne realisere gevinstene fra prosjektet/programmet?", "Hvilken kritikalitet har forutsetningen?", "Når må den være oppfylt?");
        foreach (var ((_, row), label) in report.Prerequisites.Rows().Zip(PrerequisiteLabels)) Line(label, Word(row?.Criticality), row?.When);
        Block("Spesifiser hvilke andre prosjekter som må gjennomføres og ev. kommentarer:", report.PrerequisiteComments);
        Line();
        Line("Avhengigheter");
        Line();
        Line("Prosjekt-/programnavn:", "", report.Name);
        Line("Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans", "Hva er prosjektet avhengig av? Dvs. leveranse/resultat", "Til hvilket formål? Dvs. hva skal det brukes til", "Kategori avhengighet", "Kritikalitet", "Frist", "Status");
        foreach (var d in report.Dependencies)
            Line(d.On, d.What, d.Purpose, d.Category == "Other" ? "Annet" : d.Category?.Replace(',', '/'), Word(d.Criticality), d.DeadlineText ?? Date(d.Deadline), Colour(d.Status));
        Block("Beskriv konsekvenser av manglende oppfyllelse av avhengigheter", report.Consequences);
        return text.ToString();
    }

    private static readonly (int Number, string Name)[] Areas =
    [
        (1, "Digitalisering av arbeidsprosesser"), (2, "Bedre sammenheng i pasientforløp"), (3, "Bedre bruk av helsedata"),
        (4, "Helsehjelp på nye måter"), (5, "Felles grunnmur for digitale tjenester"), (6, "Nasjonal styring av e-helse og økt gjennomføring"),
    ];

    private static readonly string[] Phases = ["Konsept", "Planlegging", "Gjennomføring", "Avslutning", "Realisering"];

    private static readonly string[] PrerequisiteLabels =
    [
        "Andre prosjekter må gjennomføres", "EPJ-utvikling, fastleger", "EPJ-utvikling, kommune", "EPJ-utvikling, spesialist",
        "Organisasjonsutvikling, spesialist", "Organisasjonsutvikling, kommune", "Rutineendringer hos fastlegene",
    ];

    private static string? Number(Money? amount) => amount?.ToString().Replace('.', ',');

    private static string? Millions(Money? amount) => amount is null ? null : Number(amount) + " mill.";

    private static string? Date(PartialDate? date) => date switch
    {
        null => null,
        { Precision: DatePrecision.Month } month => $"{month.Part:00}.{month.Year}",
        { Precision: DatePrecision.Quarter } quarter => $"Q{quarter.Part} {quarter.Year}",
        { Precision: DatePrecision.Half } half => $"{(half.Part == 1 ? "Vår" : "Høst")} {half.Year}",
        { } other => other.ToText(Language.Bokmal),
    };

    private static string YesNo(bool? value) => value switch { true => "Ja", false => "Nei", _ => "<Ja/Nei>" };

    private static string? Answer(Answer? answer) => answer switch { Domain.Answer.Yes => "Ja", Domain.Answer.No => "Nei", Domain.Answer.InProgress => "I arbeid", _ => null };

    private static string? Benefit(Report report) => report.BenefitAmountMnok is { } amount ? Millions(amount) : report.BenefitBand switch
    {
        BenefitBand.Under10 => "Under 10 mill",
        BenefitBand.From10To100 => "10 – 100 mill",
        BenefitBand.Over100 => "Mer enn 100 mill",
        _ => report.BenefitText,
    };

    private static string? Colour(TrafficLight? colour) => colour switch { TrafficLight.Green => "Grønn", TrafficLight.Yellow => "Gul", TrafficLight.Red => "Rød", _ => null };

    private static string Letter(Level level) => level switch { Level.High => "H", Level.Medium => "M", _ => "L" };

    private static string? Word(Level? level) => level switch { Level.High => "Høy", Level.Medium => "Middels", Level.Low => "Lav", _ => null };
}
