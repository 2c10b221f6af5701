namespace Samstyre.Domain;

/// <summary>The parts of the form, in its order.</summary>
public enum ReportPart
{
    /// <summary>Who and what.</summary>
    Identity,

    /// <summary>Costs.</summary>
    Cost,

    /// <summary>Main deliverables.</summary>
    Deliverables,

    /// <summary>Who pays, over the years.</summary>
    Funding,

    /// <summary>Fit with the strategy.</summary>
    Strategy,

    /// <summary>Phases, dates and how it is run.</summary>
    Governance,

    /// <summary>Benefits.</summary>
    Benefits,

    /// <summary>Overall status.</summary>
    Status,

    /// <summary>Risk.</summary>
    Risk,

    /// <summary>What must happen so that the benefits are realised.</summary>
    Prerequisites,

    /// <summary>What it needs from others to deliver.</summary>
    Dependencies,
}

/// <summary>A field of the form.</summary>
/// <param name="Key">Its key in the interchange format.</param>
/// <param name="Part">The part of the form it stands in.</param>
/// <param name="Value">Its value: text, number, <see cref="Money"/>, <see cref="PartialDate"/>, bool or an enumeration; null where it is not stated. Null for a field of several rows.</param>
/// <param name="Rows">Its rows, each with the words that tell it from the others; null for a field of one value.</param>
public sealed record ReportField(string Key, ReportPart Part, Func<Report, object?>? Value, Func<Report, IEnumerable<(string Item, object? Value)>>? Rows = null)
{
    /// <summary>Key of its label in the text resources.</summary>
    public string Label { get; } = "field." + Key;
}

/// <summary>A value that stands in a report.</summary>
/// <param name="Field">Its field.</param>
/// <param name="Item">Which row of the field; null for a field of one value.</param>
/// <param name="Value">What is stated; null where nothing is.</param>
public sealed record ReportValue(ReportField Field, string? Item, object? Value);

/// <summary>Every field of the form in its order: one table for showing reports and for telling what changed. Findings, provenance and the place of the form are about the report, not in it.</summary>
public static class ReportFields
{
    /// <summary>All fields.</summary>
    public static IReadOnlyList<ReportField> All { get; } =
    [
        new("name", ReportPart.Identity, report => report.Name),
        new("nationalId", ReportPart.Identity, report => report.NationalId),
        new("organisationText", ReportPart.Identity, report => report.OrganisationText),
        new("organisation", ReportPart.Identity, report => report.Organisation),
        new("ownerText", ReportPart.Identity, report => report.OwnerText),
        new("managerText", ReportPart.Identity, report => report.ManagerText),
        new("revised", ReportPart.Identity, report => report.Revised),
        new("purpose", ReportPart.Identity, report => report.Purpose),
        new("totalCostMnok", ReportPart.Cost, report => report.TotalCostMnok),
        new("foundationCostMnok", ReportPart.Cost, report => report.FoundationCostMnok),
        new("annualOperatingCostMnok", ReportPart.Cost, report => report.AnnualOperatingCostMnok),
        new("costComments", ReportPart.Cost, report => report.CostComments),
        new("deliverables", ReportPart.Deliverables, null, ReportRows.Deliverables),
        new("funding", ReportPart.Funding, null, ReportRows.Funding),
        new("fundingTotal", ReportPart.Funding, null, ReportRows.FundingTotal),
        new("fundingComments", ReportPart.Funding, report => report.FundingComments),
        new("primaryFocusArea", ReportPart.Strategy, report => report.PrimaryFocusArea),
        new("strategicFit", ReportPart.Strategy, null, report => report.StrategicFit.Select(fit => (fit.Key, (object?)fit.Value))),
        new("strategyComments", ReportPart.Strategy, report => report.StrategyComments),
        new("phase", ReportPart.Governance, report => report.Phase),
        new("phaseText", ReportPart.Governance, report => report.PhaseText),
        new("phaseEnd", ReportPart.Governance, report => report.PhaseEnd),
        new("endDate", ReportPart.Governance, report => report.EndDate),
        new("followsProjectWizard", ReportPart.Governance, report => report.FollowsProjectWizard),
        new("multiPhase", ReportPart.Governance, report => report.MultiPhase),
        new("revisedAnnually", ReportPart.Governance, report => report.RevisedAnnually),
        new("phaseComments", ReportPart.Governance, report => report.PhaseComments),
        new("benefitOwnersText", ReportPart.Benefits, report => report.BenefitOwnersText),
        new("benefitMaturity.justification", ReportPart.Benefits, report => report.BenefitMaturity.Justification),
        new("benefitMaturity.identified", ReportPart.Benefits, report => report.BenefitMaturity.Identified),
        new("benefitMaturity.plan", ReportPart.Benefits, report => report.BenefitMaturity.Plan),
        new("benefitMaturity.activities", ReportPart.Benefits, report => report.BenefitMaturity.Activities),
        new("benefitBand", ReportPart.Benefits, report => report.BenefitBand),
        new("benefitAmountMnok", ReportPart.Benefits, report => report.BenefitAmountMnok),
        new("benefitText", ReportPart.Benefits, report => report.BenefitText),
        new("benefitKinds", ReportPart.Benefits, null, report => report.BenefitKinds.Select(kind => (kind.Kind, (object?)kind.MnokPerYear))),
        new("lifetimeText", ReportPart.Benefits, report => report.LifetimeText),
        new("unquantifiedBenefitsText", ReportPart.Benefits, report => report.UnquantifiedBenefitsText),
        new("otherProjectsRealiseText", ReportPart.Benefits, report => report.OtherProjectsRealiseText),
        new("benefitComments", ReportPart.Benefits, report => report.BenefitComments),
        new("status", ReportPart.Status, report => report.Status),
        new("statusCause", ReportPart.Status, report => report.StatusCause),
        new("risk", ReportPart.Risk, report => report.Risk),
        new("riskText", ReportPart.Risk, report => report.RiskText),
        new("risks", ReportPart.Risk, null, ReportRows.Risks),
        new("affectedActorsText", ReportPart.Risk, report => report.AffectedActorsText),
        new("prerequisites", ReportPart.Prerequisites, null, ReportRows.Prerequisites),
        new("prerequisiteComments", ReportPart.Prerequisites, report => report.PrerequisiteComments),
        new("dependencies", ReportPart.Dependencies, null, ReportRows.Dependencies),
        new("consequences", ReportPart.Dependencies, report => report.Consequences),
    ];

    private static readonly Dictionary<string, int> Places = All.Select((field, place) => (field.Key, place)).ToDictionary(pair => pair.Key, pair => pair.place, StringComparer.Ordinal);

    /// <summary>The fields of each part, in order.</summary>
    public static IReadOnlyDictionary<ReportPart, IReadOnlyList<ReportField>> ByPart { get; } =
        Enum.GetValues<ReportPart>().ToDictionary(part => part, part => (IReadOnlyList<ReportField>)[.. All.Where(field => field.Part == part)]);

    /// <summary>A field's place in the form, from 0; after all others for a key that is none.</summary>
    public static int PlaceOf(string key) => Places.GetValueOrDefault(key, All.Count);

    /// <summary>The field that a path of the interchange format (<c>funding[1].y[2]</c>) lies in; null where it is none of the form's.</summary>
    public static ReportField? At(string path)
    {
        if (Places.TryGetValue(path, out var whole)) return All[whole];
        var end = path.AsSpan().IndexOfAny('[', '.');
        return Places.TryGetValue(end < 0 ? path : path[..end], out var place) ? All[place] : null;
    }

    /// <summary>Every value and row of a report in the form's order. Of fields of several rows only the rows that are there.</summary>
    public static IEnumerable<ReportValue> ValuesOf(Report report)
    {
        foreach (var field in All)
        {
            if (field.Value is { } value)
            {
                yield return new(field, null, value(report));
                continue;
            }

            foreach (var (item, stated) in field.Rows!(report)) yield return new(field, item, stated);
        }
    }
}
