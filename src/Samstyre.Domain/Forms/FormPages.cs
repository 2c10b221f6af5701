namespace Samstyre.Domain;

/// <summary>The form as it is filled in on the web: short pages in the form's order. What a report has beside these fields follows from them or from the portfolio: the national id and organisation are the portfolio's, the words for a phase are its choice, the headings of the funding columns are the years.</summary>
public static class FormPages
{
    private static readonly string[] PrerequisiteKinds = [.. new Prerequisites().Rows().Select(row => row.Key)];

    /// <summary>All pages.</summary>
    public static IReadOnlyList<FormPage> All { get; } =
    [
        new("om", [
            One("name", ReportPart.Identity, FieldKind.Text, FieldRhythm.Static),
            One("purpose", ReportPart.Identity, FieldKind.LongText, FieldRhythm.Static),
            One("ownerText", ReportPart.Identity, FieldKind.Text, FieldRhythm.Static),
            One("managerText", ReportPart.Identity, FieldKind.Text, FieldRhythm.Static),
            One("revised", ReportPart.Identity, FieldKind.Date)]),
        new("status", [
            One("status", ReportPart.Status, FieldKind.Light),
            One("statusCause", ReportPart.Status, FieldKind.LongText),
            One("risk", ReportPart.Risk, FieldKind.Light),
            One("riskText", ReportPart.Risk, FieldKind.LongText),
            List("risks", ReportPart.Risk, ("id", FieldKind.Text), ("element", FieldKind.LongText), ("effect", FieldKind.LongText), ("measure", FieldKind.LongText), ("deadlineText", FieldKind.Text)),
            One("affectedActorsText", ReportPart.Risk, FieldKind.LongText, FieldRhythm.Static)]),
        new("framdrift", [
            One("phase", ReportPart.Governance, FieldKind.Phase),
            One("phaseEnd", ReportPart.Governance, FieldKind.Date),
            One("endDate", ReportPart.Governance, FieldKind.Date),
            One("followsProjectWizard", ReportPart.Governance, FieldKind.YesNo, FieldRhythm.Static),
            One("multiPhase", ReportPart.Governance, FieldKind.YesNo, FieldRhythm.Static),
            One("revisedAnnually", ReportPart.Governance, FieldKind.YesNo, FieldRhythm.Static),
            One("phaseComments", ReportPart.Governance, FieldKind.LongText)]),
        new("leveranser", [
            List("deliverables", ReportPart.Deliverables, ("text", FieldKind.LongText), ("planned", FieldKind.DateOrWords))]),
        new("kostnad", [
            One("totalCostMnok", ReportPart.Cost, FieldKind.Money),
            One("foundationCostMnok", ReportPart.Cost, FieldKind.Money),
            One("annualOperatingCostMnok", ReportPart.Cost, FieldKind.Money),
            One("costComments", ReportPart.Cost, FieldKind.LongText)]),
        new("finansiering", [
            List("funding", ReportPart.Funding, ("source", FieldKind.Text)),
            One("fundingComments", ReportPart.Funding, FieldKind.LongText)]),
        new("gevinster", [
            One("benefitOwnersText", ReportPart.Benefits, FieldKind.Text, FieldRhythm.Static),
            One("benefitMaturity.justification", ReportPart.Benefits, FieldKind.Answer),
            One("benefitMaturity.identified", ReportPart.Benefits, FieldKind.Answer),
            One("benefitMaturity.plan", ReportPart.Benefits, FieldKind.Answer),
            One("benefitMaturity.activities", ReportPart.Benefits, FieldKind.Answer),
            One("benefitBand", ReportPart.Benefits, FieldKind.Band),
            One("benefitAmountMnok", ReportPart.Benefits, FieldKind.Money),
            One("benefitText", ReportPart.Benefits, FieldKind.LongText),
            List("benefitKinds", ReportPart.Benefits, ("kind", FieldKind.Text), ("mnokPerYear", FieldKind.Money)),
            One("lifetimeText", ReportPart.Benefits, FieldKind.Text),
            One("unquantifiedBenefitsText", ReportPart.Benefits, FieldKind.LongText),
            One("otherProjectsRealiseText", ReportPart.Benefits, FieldKind.LongText),
            One("benefitComments", ReportPart.Benefits, FieldKind.LongText)]),
        new("forutsetninger", [
            .. PrerequisiteKinds.SelectMany(kind => (FormItem[])
                [One($"prerequisites.{kind}.criticality", ReportPart.Prerequisites, FieldKind.Level), One($"prerequisites.{kind}.when", ReportPart.Prerequisites, FieldKind.Text)]),
            One("prerequisiteComments", ReportPart.Prerequisites, FieldKind.LongText)]),
        new("avhengigheter", [
            List("dependencies", ReportPart.Dependencies, ("on", FieldKind.Party), ("what", FieldKind.LongText), ("purpose", FieldKind.LongText), ("category", FieldKind.Category), ("criticality", FieldKind.Level), ("deadline", FieldKind.DateOrWords), ("status", FieldKind.Light)),
            One("consequences", ReportPart.Dependencies, FieldKind.LongText)]),
        new("strategi", [
            One("primaryFocusArea", ReportPart.Strategy, FieldKind.FocusArea, FieldRhythm.Static),
            One("strategicFit", ReportPart.Strategy, FieldKind.Level, FieldRhythm.Static),
            One("strategyComments", ReportPart.Strategy, FieldKind.LongText, FieldRhythm.Static)]),
    ];

    private static readonly Dictionary<string, FormItem> ByKey = All.SelectMany(page => page.Items).ToDictionary(item => item.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, FormPage> PageByKey = All.SelectMany(page => page.Items.Select(item => (item.Key, page))).ToDictionary(pair => pair.Key, pair => pair.page, StringComparer.Ordinal);

    /// <summary>The field or list that a path lies in: <c>deliverables.2.planned</c> in <c>deliverables</c>; null where it is none of the form's.</summary>
    public static FormItem? ItemOf(string path)
    {
        var end = path.IndexOf('[', StringComparison.Ordinal);
        var key = end < 0 ? path : path[..end];
        for (var at = key; at.Length > 0; at = at.LastIndexOf('.') is > 0 and var dot ? at[..dot] : "")
        {
            if (ByKey.TryGetValue(at, out var item)) return item;
        }

        // The total row stands with the sources; the words for a phase with the phase.
        return key.Split('.') switch
        {
            ["fundingTotal" or "fundingCols", ..] => ByKey["funding"],
            ["phaseText"] => ByKey["phase"],
            ["prerequisites"] => ByKey[$"prerequisites.{PrerequisiteKinds[0]}.criticality"],
            ["prerequisites", var kind] => ByKey.GetValueOrDefault($"prerequisites.{kind}.criticality"),
            _ => null,
        };
    }

    /// <summary>The page that a path is asked on; null where it is none of the form's.</summary>
    public static FormPage? PageOf(string path) => ItemOf(path) is { } item ? PageByKey[item.Key] : null;

    /// <summary>The page with that code; null where there is none.</summary>
    public static FormPage? Page(string code) => All.FirstOrDefault(page => page.Code == code);

    private static FormItem One(string key, ReportPart part, FieldKind kind, FieldRhythm rhythm = FieldRhythm.Changing) => new(key, part, rhythm, kind, []);

    private static FormItem List(string key, ReportPart part, params (string Key, FieldKind Kind)[] columns) => new(key, part, FieldRhythm.Changing, null, [.. columns.Select(column => new FormColumn(column.Key, column.Kind))]);
}
