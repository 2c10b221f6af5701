using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value that the form asks of every initiative.</summary>
/// <param name="Fields">The interchange format's keys that can hold it: one, or several that are ways of giving the same.</param>
/// <param name="IsGiven">Whether a report gives it.</param>
/// <param name="Reason">Why everyone can be asked for it.</param>
public sealed record AskedField(IReadOnlyList<string> Fields, Func<Report, bool> IsGiven, string Reason);

/// <summary>Which values the form asks of everyone. Data quality is the share of these that are given.</summary>
public static class AskedFields
{
    private const string Identifies = "Says which initiative it is and who answers for it";
    private const string Planned = "Every project plans it, if only as an estimate";
    private const string Choice = "A choice that the form gives and that always has an answer";

    /// <summary>The values asked of everyone.</summary>
    public static IReadOnlyList<AskedField> All { get; } =
    [
        new(["name"], report => Has(report.Name), Identifies),
        new(["organisation", "organisationText"], report => report.Organisation is not null, Identifies),
        new(["ownerText"], report => Has(report.OwnerText), Identifies),
        new(["managerText"], report => Has(report.ManagerText), Identifies),
        new(["revised"], report => report.Revised is not null, "Says how fresh the values are"),
        new(["purpose"], report => Has(report.Purpose), Identifies),
        new(["totalCostMnok"], report => report.TotalCostMnok is not null, Planned),
        new(["annualOperatingCostMnok"], report => report.AnnualOperatingCostMnok is not null, Planned),
        new(["deliverables"], report => report.Deliverables.Count > 0, Planned),
        new(["funding", "fundingTotal"], report => HasFunding(report), Planned),
        new(["primaryFocusArea"], report => Has(report.PrimaryFocusArea), "The portfolio holds only what supports its strategy"),
        new(["strategicFit"], report => report.StrategicFit.Count > 0, "The portfolio holds only what supports its strategy"),
        new(["phase", "phaseText"], report => report.Phase is not null, Choice),
        new(["phaseEnd"], report => report.PhaseEnd is not null, Planned),
        new(["endDate"], report => report.EndDate is not null, Planned),
        new(["followsProjectWizard"], report => report.FollowsProjectWizard is not null, Choice),
        new(["multiPhase"], report => report.MultiPhase is not null, Choice),
        new(["revisedAnnually"], report => report.RevisedAnnually is not null, Choice),
        new(["benefitOwnersText"], report => Has(report.BenefitOwnersText), "Somebody answers for the benefits from the start"),
        new(["benefitMaturity.justification"], report => report.BenefitMaturity.Justification is not null, Choice),
        new(["benefitMaturity.identified"], report => report.BenefitMaturity.Identified is not null, Choice),
        new(["benefitMaturity.plan"], report => report.BenefitMaturity.Plan is not null, Choice),
        new(["benefitMaturity.activities"], report => report.BenefitMaturity.Activities is not null, Choice),
        new(
            ["benefitBand", "benefitAmountMnok", "benefitKinds", "benefitText", "unquantifiedBenefitsText"],
            report => report.BenefitBand is not null || report.BenefitAmountMnok is not null || report.BenefitKinds.Count > 0 || Has(report.BenefitText) || Has(report.UnquantifiedBenefitsText),
            "Every initiative has benefits, with an amount or in words"),
        new(["lifetimeText"], report => Has(report.LifetimeText), Planned),
        new(["status"], report => report.Status is not null, Choice),
        new(["risk"], report => report.Risk is not null, Choice),
        new(["riskText", "risks"], report => Has(report.RiskText) || report.Risks.Count > 0, "Every project has risks, whatever its colour"),
        new(["affectedActorsText"], report => Has(report.AffectedActorsText), "Deliverables are made for somebody"),
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
    public static int GivenIn(Report report)
    {
        var given = 0;
        foreach (var field in All)
        {
            if (field.IsGiven(report)) given++;
        }

        return given;
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
