using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>How each field of one value goes to text and back. Reading gives the report with the value, and why the text could not be read.</summary>
internal sealed record DraftField(Func<Report, string> Text, Func<Report, string, (Report Report, Doubt? Doubt)> Set);

/// <summary>The fields of one value, as a table.</summary>
internal static class DraftFields
{
    private static readonly Doubt Unreadable = new("InputChoice", "The answer is none of the choices.", FindingSeverity.Error);

    private static readonly Dictionary<string, DraftField> Fields = new(StringComparer.Ordinal)
    {
        ["name"] = Words(report => report.Name, (report, value) => report with { Name = value }),
        ["purpose"] = Words(report => report.Purpose, (report, value) => report with { Purpose = value }),
        ["ownerText"] = Words(report => report.OwnerText, (report, value) => report with { OwnerText = value }),
        ["managerText"] = Words(report => report.ManagerText, (report, value) => report with { ManagerText = value }),
        ["revised"] = Date(report => report.Revised, (report, value) => report with { Revised = value }),
        ["status"] = Of(report => FieldText.Of(report.Status), text => FieldText.Choice(text, ChoiceText.Colour), (report, value) => report with { Status = value }),
        ["statusCause"] = Words(report => report.StatusCause, (report, value) => report with { StatusCause = value }),
        ["risk"] = Of(report => FieldText.Of(report.Risk), text => FieldText.Choice(text, ChoiceText.Colour), (report, value) => report with { Risk = value }),
        ["riskText"] = Words(report => report.RiskText, (report, value) => report with { RiskText = value }),
        ["affectedActorsText"] = Words(report => report.AffectedActorsText, (report, value) => report with { AffectedActorsText = value }),
        // What was written beside another choice does not describe the new one.
        ["phase"] = Of(report => FieldText.Of(report.Phase), text => FieldText.Choice(text, ChoiceText.Phase), (report, value) => report with { Phase = value, PhaseText = null }),
        ["phaseEnd"] = Date(report => report.PhaseEnd, (report, value) => report with { PhaseEnd = value }),
        ["endDate"] = Date(report => report.EndDate, (report, value) => report with { EndDate = value }),
        ["followsProjectWizard"] = YesNo(report => report.FollowsProjectWizard, (report, value) => report with { FollowsProjectWizard = value }),
        ["multiPhase"] = YesNo(report => report.MultiPhase, (report, value) => report with { MultiPhase = value }),
        ["revisedAnnually"] = YesNo(report => report.RevisedAnnually, (report, value) => report with { RevisedAnnually = value }),
        ["phaseComments"] = Words(report => report.PhaseComments, (report, value) => report with { PhaseComments = value }),
        ["totalCostMnok"] = Amount(report => report.TotalCostMnok, (report, value) => report with { TotalCostMnok = value }),
        ["foundationCostMnok"] = Amount(report => report.FoundationCostMnok, (report, value) => report with { FoundationCostMnok = value }),
        ["annualOperatingCostMnok"] = Amount(report => report.AnnualOperatingCostMnok, (report, value) => report with { AnnualOperatingCostMnok = value }),
        ["costComments"] = Words(report => report.CostComments, (report, value) => report with { CostComments = value }),
        ["fundingComments"] = Words(report => report.FundingComments, (report, value) => report with { FundingComments = value }),
        ["benefitOwnersText"] = Words(report => report.BenefitOwnersText, (report, value) => report with { BenefitOwnersText = value }),
        ["benefitMaturity.justification"] = Answered(maturity => maturity.Justification, (maturity, value) => maturity with { Justification = value }),
        ["benefitMaturity.identified"] = Answered(maturity => maturity.Identified, (maturity, value) => maturity with { Identified = value }),
        ["benefitMaturity.plan"] = Answered(maturity => maturity.Plan, (maturity, value) => maturity with { Plan = value }),
        ["benefitMaturity.activities"] = Answered(maturity => maturity.Activities, (maturity, value) => maturity with { Activities = value }),
        ["benefitBand"] = Of(report => FieldText.Of(report.BenefitBand), text => FieldText.Choice<BenefitBand>(text, _ => new(null, Unreadable)), (report, value) => report with { BenefitBand = value }),
        ["benefitAmountMnok"] = Amount(report => report.BenefitAmountMnok, (report, value) => report with { BenefitAmountMnok = value }),
        ["benefitText"] = Words(report => report.BenefitText, (report, value) => report with { BenefitText = value }),
        ["lifetimeText"] = Words(report => report.LifetimeText, (report, value) => report with { LifetimeText = value }),
        ["unquantifiedBenefitsText"] = Words(report => report.UnquantifiedBenefitsText, (report, value) => report with { UnquantifiedBenefitsText = value }),
        ["otherProjectsRealiseText"] = Words(report => report.OtherProjectsRealiseText, (report, value) => report with { OtherProjectsRealiseText = value }),
        ["benefitComments"] = Words(report => report.BenefitComments, (report, value) => report with { BenefitComments = value }),
        ["prerequisiteComments"] = Words(report => report.PrerequisiteComments, (report, value) => report with { PrerequisiteComments = value }),
        ["consequences"] = Words(report => report.Consequences, (report, value) => report with { Consequences = value }),
        ["primaryFocusArea"] = Words(report => report.PrimaryFocusArea, (report, value) => report with { PrimaryFocusArea = value }),
        ["strategyComments"] = Words(report => report.StrategyComments, (report, value) => report with { StrategyComments = value }),
    };

    /// <summary>The field of a path; null where it is a cell of a list or nothing.</summary>
    public static DraftField? Find(string path)
    {
        if (Fields.TryGetValue(path, out var field)) return field;
        if (path.StartsWith("strategicFit.", StringComparison.Ordinal)) return Fit(path["strategicFit.".Length..]);
        var parts = path.Split('.');
        return parts is ["prerequisites", var kind, "criticality" or "when"] ? Prerequisite(kind, parts[2]) : null;
    }

    /// <summary>What a person types into a date field: the date alone.</summary>
    public static Read<PartialDate?> ReadDate(string text)
    {
        var read = DateText.Parse(text);
        return read.Value is null && read.Doubt is null ? new(null, new("DateUnclear", "The words give no clear date; please check.", FindingSeverity.Error)) : read;
    }

    /// <summary>What a person types into a field of million NOK.</summary>
    public static Read<Money?> ReadAmount(string text)
    {
        var read = FieldText.Amount(text);
        return read.Value is null && read.Doubt is null ? new(null, new("AmountUnclear", "The words give no clear amount; please check.", FindingSeverity.Error)) : read;
    }

    /// <summary>A choice by code or words.</summary>
    public static Read<Level?> ReadLevel(string text) => FieldText.Choice(text, ChoiceText.Level);

    /// <summary>A colour by code or words.</summary>
    public static Read<TrafficLight?> ReadLight(string text) => FieldText.Choice(text, ChoiceText.Colour);

    private static DraftField Words(Func<Report, string?> get, Func<Report, string?, Report> set) => new(report => get(report) ?? "", (report, text) => (set(report, Blank(text)), null));

    private static DraftField Date(Func<Report, PartialDate?> get, Func<Report, PartialDate?, Report> set) => Of(report => FieldText.Of(get(report)), ReadDate, set);

    private static DraftField Amount(Func<Report, Money?> get, Func<Report, Money?, Report> set) => Of(report => FieldText.Of(get(report)), ReadAmount, set);

    private static DraftField YesNo(Func<Report, bool?> get, Func<Report, bool?, Report> set) =>
        Of(report => FieldText.Of(get(report)), text => bool.TryParse(text, out var answer) ? new(answer) : ChoiceText.YesNo(text), set);

    private static DraftField Answered(Func<BenefitMaturity, Answer?> get, Func<BenefitMaturity, Answer?, BenefitMaturity> set) =>
        Of(report => FieldText.Of(get(report.BenefitMaturity)), text => FieldText.Choice(text, ChoiceText.Answer), (report, value) => report with { BenefitMaturity = set(report.BenefitMaturity, value) });

    private static DraftField Fit(string area) => Of(
        report => report.StrategicFit.TryGetValue(area, out var level) ? FieldText.Of<Level>(level) : "",
        ReadLevel,
        (report, value) =>
        {
            var fit = new SortedDictionary<string, Level>(report.StrategicFit.ToDictionary(), StringComparer.Ordinal);
            if (value is { } level) fit[area] = level;
            else fit.Remove(area);
            return report with { StrategicFit = fit };
        });

    private static DraftField? Prerequisite(string kind, string column)
    {
        if (new Prerequisites().Rows().All(row => row.Key != kind)) return null;
        return column == "when"
            ? new(report => Row(report)?.When ?? "", (report, text) => (With(report, Changed(Row(report)?.Criticality, Blank(text))), null))
            : Of(report => FieldText.Of(Row(report)?.Criticality), ReadLevel, (report, value) => With(report, Changed(value, Row(report)?.When)));

        Prerequisite? Row(Report report) => report.Prerequisites.Rows().First(row => row.Key == kind).Row;
        static Prerequisite? Changed(Level? criticality, string? when) => criticality is null && when is null ? null : new(criticality, when);
        Report With(Report report, Prerequisite? row) => report with
        {
            Prerequisites = kind switch
            {
                "otherProjects" => report.Prerequisites with { OtherProjects = row },
                "ehrGp" => report.Prerequisites with { EhrGp = row },
                "ehrMunicipal" => report.Prerequisites with { EhrMunicipal = row },
                "ehrSpecialist" => report.Prerequisites with { EhrSpecialist = row },
                "orgSpecialist" => report.Prerequisites with { OrgSpecialist = row },
                "orgMunicipal" => report.Prerequisites with { OrgMunicipal = row },
                _ => report.Prerequisites with { GpRoutines = row },
            },
        };
    }

    private static DraftField Of<T>(Func<Report, string> text, Func<string, Read<T?>> read, Func<Report, T?, Report> set)
        where T : struct => new(text, (report, written) =>
        {
            if (Blank(written) is not { } said) return (set(report, null), null);
            var (value, doubt) = read(said);
            return (set(report, value), value is null ? (doubt ?? Unreadable) with { Severity = FindingSeverity.Error } : doubt);
        });

    internal static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
