using System.Numerics;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value that the form asks of every initiative.</summary>
/// <param name="Name">What pages call it.</param>
/// <param name="Fields">The interchange format's keys that can hold it: one, or several that are ways of giving the same.</param>
/// <param name="IsGiven">Whether a report gives it.</param>
/// <param name="Reason">Why everyone can be asked for it.</param>
public sealed record AskedField(LocalText Name, IReadOnlyList<string> Fields, Func<Report, bool> IsGiven, string Reason);

/// <summary>Which values the form asks of everyone. Data quality is the share of these that are given.</summary>
public static class AskedFields
{
    private const string Identifies = "Says which initiative it is and who answers for it";
    private const string Planned = "Every project plans it, if only as an estimate";
    private const string Choice = "A choice that the form gives and that always has an answer";

    /// <summary>The values asked of everyone.</summary>
    public static IReadOnlyList<AskedField> All { get; } =
    [
        new(new("Navn", "Namn", "Name"), ["name"], report => Has(report.Name), Identifies),
        new(new("Ansvarlig virksomhet", "Ansvarleg verksemd", "Responsible organisation"), ["organisation", "organisationText"], report => report.Organisation is not null, Identifies),
        new(new("Eier", "Eigar", "Owner"), ["ownerText"], report => Has(report.OwnerText), Identifies),
        new(new("Leder", "Leiar", "Manager"), ["managerText"], report => Has(report.ManagerText), Identifies),
        new(new("Sist revidert", "Sist revidert", "Last revised"), ["revised"], report => report.Revised is not null, "Says how fresh the values are"),
        new(new("Formål", "Formål", "Purpose"), ["purpose"], report => Has(report.Purpose), Identifies),
        new(new("Totalkostnad", "Totalkostnad", "Total cost"), ["totalCostMnok"], report => report.TotalCostMnok is not null, Planned),
        new(new("Årlig driftskostnad etterpå", "Årleg driftskostnad etterpå", "Yearly operating cost afterwards"), ["annualOperatingCostMnok"], report => report.AnnualOperatingCostMnok is not null, Planned),
        new(new("Hovedleveranser", "Hovudleveransar", "Main deliverables"), ["deliverables"], report => report.Deliverables.Count > 0, Planned),
        new(new("Finansiering per kilde og år", "Finansiering per kjelde og år", "Funding by source and year"), ["funding", "fundingTotal"], report => HasFunding(report), Planned),
        new(new("Viktigste innsatsområde", "Viktigaste innsatsområde", "Primary focus area"), ["primaryFocusArea"], report => Has(report.PrimaryFocusArea), "The portfolio holds only what supports its strategy"),
        new(new("Støtte til innsatsområdene", "Støtte til innsatsområda", "Support of the focus areas"), ["strategicFit"], report => report.StrategicFit.Count > 0, "The portfolio holds only what supports its strategy"),
        new(new("Fase nå", "Fase no", "Phase now"), ["phase", "phaseText"], report => report.Phase is not null, Choice),
        new(new("Fasen slutter", "Fasen sluttar", "Phase ends"), ["phaseEnd"], report => report.PhaseEnd is not null, Planned),
        new(new("Planlagt slutt", "Planlagd slutt", "Planned end"), ["endDate"], report => report.EndDate is not null, Planned),
        new(new("Følger Prosjektveiviseren", "Følgjer Prosjektvegvisaren", "Follows the national project model"), ["followsProjectWizard"], report => report.FollowsProjectWizard is not null, Choice),
        new(new("Leveranser i flere faser", "Leveransar i fleire fasar", "Deliverables in several phases"), ["multiPhase"], report => report.MultiPhase is not null, Choice),
        new(new("Planene revideres hvert år", "Planane blir reviderte kvart år", "Plans revised every year"), ["revisedAnnually"], report => report.RevisedAnnually is not null, Choice),
        new(new("Ansvarlig for gevinstene", "Ansvarleg for gevinstane", "Responsible for the benefits"), ["benefitOwnersText"], report => Has(report.BenefitOwnersText), "Somebody answers for the benefits from the start"),
        new(new("Er nytten begrunnet?", "Er nytten grunngjeven?", "Is there a business case?"), ["benefitMaturity.justification"], report => report.BenefitMaturity.Justification is not null, Choice),
        new(new("Er gevinstene kartlagt?", "Er gevinstane kartlagde?", "Are benefits identified?"), ["benefitMaturity.identified"], report => report.BenefitMaturity.Identified is not null, Choice),
        new(new("Finnes en gevinstplan?", "Finst det ein gevinstplan?", "Is there a benefit plan?"), ["benefitMaturity.plan"], report => report.BenefitMaturity.Plan is not null, Choice),
        new(new("Er arbeidet med å hente ut gevinster i gang?", "Er arbeidet med å hente ut gevinstar i gang?", "Is realisation under way?"), ["benefitMaturity.activities"], report => report.BenefitMaturity.Activities is not null, Choice),
        new(
            new("Gevinster, med beløp eller i ord", "Gevinstar, med beløp eller i ord", "Benefits, with an amount or in words"),
            ["benefitBand", "benefitAmountMnok", "benefitKinds", "benefitText", "unquantifiedBenefitsText"],
            report => report.BenefitBand is not null || report.BenefitAmountMnok is not null || report.BenefitKinds.Count > 0 || Has(report.BenefitText) || Has(report.UnquantifiedBenefitsText),
            "Every initiative has benefits, with an amount or in words"),
        new(new("Levetid", "Levetid", "Lifetime"), ["lifetimeText"], report => Has(report.LifetimeText), Planned),
        new(new("Status"), ["status"], report => report.Status is not null, Choice),
        new(new("Risiko", "Risiko", "Risk"), ["risk"], report => report.Risk is not null, Choice),
        new(new("Viktigste risikoer og tiltak", "Viktigaste risikoar og tiltak", "Main risks and mitigations"), ["riskText", "risks"], report => Has(report.RiskText) || report.Risks.Count > 0, "Every project has risks, whatever its colour"),
        new(new("Berørte aktører", "Aktørar som blir råka", "Affected actors"), ["affectedActorsText"], report => Has(report.AffectedActorsText), "Deliverables are made for somebody"),
    ];

    /// <summary>Fields that are not asked of everyone, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotAsked { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["nationalId"] = "A new initiative has none; the office gives it",
        ["foundationCostMnok"] = "Blank where nothing goes to the common foundation",
        ["costComments"] = Comment,
        ["fundingComments"] = Comment,
        ["strategyComments"] = Comment,
        ["phaseComments"] = Comment,
        ["benefitComments"] = Comment,
        ["otherProjectsRealiseText"] = "Only where other projects realise the benefits",
        ["statusCause"] = "Only for yellow and red; a rule of its own asks for it",
        ["prerequisites"] = "Only what the benefits hang on; a blank row is an answer",
        ["prerequisiteComments"] = Comment,
        ["dependencies"] = "Only what it needs from others; none is an answer",
        ["consequences"] = "Only with dependencies",
    };

    private const string Comment = "A comment";

    /// <summary>How many of the values a report gives.</summary>
    public static int GivenIn(Report report) => All.Count - MissingIn(report).Count;

    /// <summary>Those of the values that a report does not give.</summary>
    internal static MissingFields MissingIn(Report report)
    {
        var missing = 0u;
        for (var place = 0; place < All.Count; place++)
        {
            if (!All[place].IsGiven(report)) missing |= 1u << place;
        }

        return new(missing);
    }

    private static bool HasFunding(Report report)
    {
        if (HasAmount(report.FundingTotal)) return true;
        for (var row = 0; row < report.Funding.Count; row++)
        {
            if (HasAmount(report.Funding[row].Y)) return true;
        }

        return false;
    }

    private static bool HasAmount(IReadOnlyList<Money?> cells)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is not null) return true;
        }

        return false;
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Some of <see cref="AskedFields.All"/>, a bit each: a large portfolio has one of these per report.</summary>
internal readonly record struct MissingFields(uint Bits)
{
    /// <summary>How many they are.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>What they are called, in the form's order.</summary>
    public LocalText Names
    {
        get
        {
            var bits = Bits;
            var fields = AskedFields.All.Where((_, place) => (bits >> place & 1u) == 1u).ToList();
            return new(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));

            string In(Language language) => string.Join("; ", fields.Select(asked => asked.Name.In(language)));
        }
    }
}
