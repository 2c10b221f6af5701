using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>One form's blocks to a report with findings. Each label has one line in <see cref="Take"/>; tables have a file of their own.</summary>
internal static partial class FormParser
{
    /// <summary>Labels that every form has; one that is missing may be misspelt beyond recognition, and its value lost.</summary>
    private static readonly (Label Label, string Field)[] Expected =
    [
        (Label.NationalId, "nationalId"), (Label.Organisation, "organisationText"), (Label.Organisation, "organisation"), (Label.Owner, "ownerText"), (Label.Manager, "managerText"), (Label.Purpose, "purpose"),
        (Label.TotalCost, "totalCostMnok"), (Label.FoundationCost, "foundationCostMnok"), (Label.AnnualOperatingCost, "annualOperatingCostMnok"),
        (Label.Deliverables, "deliverables"), (Label.Funding, "funding"), (Label.Funding, "fundingCols"), (Label.Funding, "deliverables"), (Label.FundingTotal, "fundingTotal"),
        (Label.StrategyHeader, "strategicFit"), (Label.PrimaryFocusArea, "primaryFocusArea"),
        (Label.FollowsProjectWizard, "followsProjectWizard"), (Label.MultiPhase, "multiPhase"), (Label.Phase, "phase"), (Label.Phase, "phaseText"), (Label.Phase, "phaseEnd"), (Label.EndDate, "endDate"), (Label.RevisedAnnually, "revisedAnnually"),
        (Label.BenefitOwners, "benefitOwnersText"), (Label.Justification, "benefitMaturity.justification"), (Label.Identified, "benefitMaturity.identified"),
        (Label.Plan, "benefitMaturity.plan"), (Label.Activities, "benefitMaturity.activities"), (Label.Quantified, "benefitText"), (Label.Quantified, "benefitBand"), (Label.Quantified, "benefitAmountMnok"), (Label.Quantified, "benefitKinds"), (Label.Lifetime, "lifetimeText"),
        (Label.Status, "status"), (Label.StatusCause, "statusCause"), (Label.Risk, "risk"), (Label.RiskText, "riskText"), (Label.RiskText, "risks"), (Label.AffectedActors, "affectedActorsText"), (Label.PrerequisiteHeader, "prerequisites"),
        (Label.Dependencies, "dependencies"), (Label.Consequences, "consequences"),
    ];

    public static Report Parse(string fileName, FormBlocks form, PortfolioDefinition definition)
    {
        var log = new FindingLog();
        var blocks = ColumnSplitter.Untangle(form.Blocks, out var interleaved);
        var parts = FormParts.Of(blocks, out var unread);
        var draft = new ReportDraft(log);
        RevisionMonth.Take(draft, form.Cover);
        FormPart? previous = null;
        var answered = new HashSet<Label>();
        foreach (var part in parts)
        {
            if (part.Misspelt) log.Info("LabelMisspelt", "", part.Head.Cells[part.LabelCell], part.Head.Place, "A label is spelt differently from the form's.");
            if (OnceOnly(part.Label) && part.Value.Length > 0 && !answered.Add(part.Label))
                log.Review("FieldTwice", Expected.FirstOrDefault(row => row.Label == part.Label).Field ?? "", $"{part.Head.Cells[part.LabelCell]} {part.Value}", part.Head.Place, "The form answers this field twice; the first answer was kept.");
            else
                Take(draft, part, previous);
            if (part.Label is not (Label.Heading or Label.Comments or Label.BenefitsPage or Label.DependenciesPage)) previous = part;
        }

        if (!parts.Exists(part => part.Label == Label.FundingTotal)) FundingTable.FindTotal(draft);
        FundingTable.CheckTotal(draft);
        Check(draft, form, parts, unread, interleaved);
        draft.ResolveOrganisation(definition);
        return draft.ToReport(new(fileName, form.Blocks[0].Place.Line, form.Blocks[0].Place.Page, form.Blocks[0].Place.Slide, form.Blocks[0].Place.Sheet));
    }

    private static void Take(ReportDraft d, FormPart part, FormPart? previous)
    {
        switch (part.Label)
        {
            case Label.Name: d.TakeName(part); break;
            case Label.NationalId: d.TakeNationalId(part); break;
            case Label.Organisation: d.OrganisationText ??= d.Text("organisationText", part); break;
            case Label.Owner: d.OwnerText ??= d.Text("ownerText", part); break;
            case Label.Manager: d.ManagerText ??= d.Text("managerText", part); break;
            case Label.Purpose: d.Purpose ??= d.Text("purpose", part); break;
            case Label.TotalCost: d.TotalCost = d.Amount("totalCostMnok", part); break;
            case Label.FoundationCost: d.FoundationCost = d.Amount("foundationCostMnok", part); break;
            case Label.AnnualOperatingCost: d.AnnualOperatingCost = d.Amount("annualOperatingCostMnok", part); break;
            case Label.CostComments: d.Comment("costComments", part); break;
            case Label.Deliverables: DeliverableTable.Take(d, part); break;
            case Label.Funding: FundingTable.Take(d, part); break;
            case Label.FundingTotal: FundingTable.TakeTotal(d, part); break;
            case Label.FundingComments: d.Comment("fundingComments", part); break;
            case Label.StrategyHeader: d.Strategy = new(d, part); StrategyMatrix.TakeUnlabelled(d, part.Body); break;
            case Label.StrategyRow: d.Strategy?.Take(d, part); break;
            case Label.PrimaryFocusArea: d.TakePrimaryFocusArea(part); break;
            case Label.FollowsProjectWizard: d.FollowsProjectWizard = d.YesNo("followsProjectWizard", part); break;
            case Label.MultiPhase: d.MultiPhase = d.YesNo("multiPhase", part); break;
            case Label.RevisedAnnually: d.RevisedAnnually = d.YesNo("revisedAnnually", part); break;
            case Label.Phase: d.TakePhase(part); break;
            case Label.EndDate: d.EndDate = d.Date("endDate", part); break;
            case Label.BenefitOwners: d.BenefitOwnersText ??= d.Text("benefitOwnersText", part); break;
            case Label.Justification: d.Maturity = d.Maturity with { Justification = d.Answer("benefitMaturity.justification", part) }; break;
            case Label.Identified: d.Maturity = d.Maturity with { Identified = d.Answer("benefitMaturity.identified", part) }; break;
            case Label.Plan: d.Maturity = d.Maturity with { Plan = d.Answer("benefitMaturity.plan", part) }; break;
            case Label.Activities: d.Maturity = d.Maturity with { Activities = d.Answer("benefitMaturity.activities", part) }; break;
            case Label.Quantified: d.TakeQuantified(part); break;
            case Label.BenefitKindRow: d.TakeBenefitKind(part); break;
            case Label.Lifetime: d.LifetimeText ??= d.Text("lifetimeText", part); break;
            case Label.Unquantified: d.UnquantifiedBenefitsText ??= d.Text("unquantifiedBenefitsText", part); break;
            case Label.OtherProjectsRealise: d.OtherProjectsRealiseText ??= d.Text("otherProjectsRealiseText", part); break;
            case Label.Status: d.Status = d.Colour("status", part); break;
            case Label.StatusCause: d.TakeStatusCause(part); break;
            case Label.Risk: d.Risk = d.Colour("risk", part); d.RiskSeen = true; break;
            case Label.RiskText: RiskTable.Take(d, part); break;
            case Label.AffectedActors: d.AffectedActorsText ??= d.Text("affectedActorsText", part); break;
            case Label.PrerequisiteComments: d.Comment("prerequisiteComments", part); break;
            case Label.Dependencies: DependencyTable.Take(d, part); break;
            case Label.Consequences: d.Comment("consequences", part); break;
            case Label.Comments: d.Comment(CommentFieldAfter(previous?.Label), part); break;
            case Label.PrerequisiteHeader: d.TakeUnread(part.Body, "prerequisites"); break;
            case Label.Heading or Label.BenefitsPage or Label.DependenciesPage: d.TakeHeadingBody(part); break;
            default: PrerequisiteTable.Take(d, part); break;
        }
    }

    /// <summary>Fields with one answer. Tables may go on under a second header, and the name stands on every page.</summary>
    private static bool OnceOnly(Label label) => label is (>= Label.NationalId and <= Label.AnnualOperatingCost) or (>= Label.PrimaryFocusArea and <= Label.Quantified) or (>= Label.Lifetime and <= Label.Risk);

    /// <summary>Which comments an "any comments" field holds: those of the part of the form it closes.</summary>
    private static string CommentFieldAfter(Label? label) => label switch
    {
        null or <= Label.CostComments => "costComments",
        Label.Deliverables or Label.Funding or Label.FundingTotal or Label.FundingComments => "fundingComments",
        Label.StrategyHeader or Label.StrategyRow or Label.PrimaryFocusArea => "strategyComments",
        Label.FollowsProjectWizard or Label.MultiPhase or Label.Phase or Label.EndDate or Label.RevisedAnnually => "phaseComments",
        >= Label.PrerequisiteHeader and <= Label.PrerequisiteComments => "prerequisiteComments",
        Label.Dependencies or Label.Consequences => "consequences",
        _ => "benefitComments",
    };

    private static void Check(ReportDraft d, FormBlocks form, List<FormPart> parts, List<Block> unread, bool interleaved)
    {
        var place = form.Blocks[0].Place;
        if (d.Name is null)
            d.Log.Add(FindingSeverity.Error, "NameMissing", "name", CleanText.Join(form.Cover.Select(block => block.Cells[0])), place, "The form has no name of a project or programme.");
        if (form.Blocks.All(block => block.Cells.Count == 1))
        {
            foreach (var (_, field) in Expected) d.Log.Review("NoColumns", field, null, place, "The file has no columns; the cells of its tables can't be told apart.");
        }

        foreach (var (label, field) in Expected)
        {
            if (!parts.Exists(part => part.Label == label) && !(label == Label.Risk && d.RiskSeen))
                d.Log.Review("LabelMissing", field, null, place, "The form's label for this was not found; a value may stand under another one.");
        }

        if (!parts.Exists(part => part.Label == Label.Consequences))
        {
            for (var i = 0; i < d.Dependencies.Count; i++)
            {
                if (i == d.Dependencies.Count - 1 || d.Dependencies[i] is { What: null, Purpose: null, Category: null, Criticality: null, DeadlineText: null, Status: null })
                    d.Log.Review("LabelMissing", $"dependencies[{i}]", d.Dependencies[i].On, place, "The label that follows the dependencies was not found; the row may be what stands under it.");
            }
        }

        if (d.Funding.Count > 0 && d.FundingTotal.Count == 0 && !parts.Exists(part => part.Label == Label.FundingTotal))
            d.Log.Review("LabelMissing", $"funding[{d.Funding.Count - 1}]", null, place, "The funding has no row that is named as its total; the last row may be it.");
        if (d.Name is not null && parts[0].Label != Label.Name)
            d.Log.Review("NameLate", "name", d.Name, place, "The form does not begin with its name; it was read from a later page.");
        if (interleaved) d.Log.Info("ColumnsUntangled", "", null, place, "Two columns of a page were interleaved line by line and were put apart.");
        foreach (var block in unread)
            d.Log.Info("TextUnread", "", CleanText.Join(block.Cells), block.Place, "This text stands outside the form's fields.");
    }
}
