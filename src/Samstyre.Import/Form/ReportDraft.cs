using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A report while its form is being read. Each value comes with its finding where the reader was not sure.</summary>
internal sealed partial class ReportDraft(FindingLog log)
{
    private readonly Dictionary<string, List<string>> comments = [];

    public FindingLog Log => log;

    public string? Name { get; private set; }

    public int? NationalId { get; private set; }

    public string? OrganisationText { get; set; }

    public string? Organisation { get; private set; }

    public string? OwnerText { get; set; }

    public string? ManagerText { get; set; }

    public PartialDate? Revised { get; set; }

    public string? Purpose { get; set; }

    public Money? TotalCost { get; set; }

    public Money? FoundationCost { get; set; }

    public Money? AnnualOperatingCost { get; set; }

    public List<Deliverable> Deliverables { get; } = [];

    public List<string> FundingCols { get; } = [];

    /// <summary>Which cells of a funding row, the source left out, hold its columns.</summary>
    public List<int> FundingCells { get; set; } = [];

    public List<FundingSource> Funding { get; } = [];

    public List<Money?> FundingTotal { get; } = [];

    public StrategyMatrix? Strategy { get; set; }

    public SortedDictionary<string, Level> StrategicFit { get; } = new(StringComparer.Ordinal);

    public string? PrimaryFocusArea { get; private set; }

    public bool? FollowsProjectWizard { get; set; }

    public bool? MultiPhase { get; set; }

    public bool? RevisedAnnually { get; set; }

    public string? PhaseText { get; private set; }

    public Phase? Phase { get; private set; }

    public PartialDate? PhaseEnd { get; private set; }

    public PartialDate? EndDate { get; set; }

    public string? BenefitOwnersText { get; set; }

    public BenefitMaturity Maturity { get; set; } = new(null, null, null, null);

    public (BenefitBand? Band, Money? Amount) Benefit { get; private set; }

    public string? BenefitText { get; private set; }

    public List<BenefitKind> BenefitKinds { get; } = [];

    public string? LifetimeText { get; set; }

    public string? UnquantifiedBenefitsText { get; set; }

    public string? OtherProjectsRealiseText { get; set; }

    public TrafficLight? Status { get; set; }

    public string? StatusCause { get; private set; }

    public TrafficLight? Risk { get; set; }

    public bool RiskSeen { get; set; }

    public string? RiskText { get; set; }

    public List<RiskRow> Risks { get; } = [];

    public string? AffectedActorsText { get; set; }

    public Dictionary<Label, Prerequisite?> Prerequisites { get; } = [];

    public List<Dependency> Dependencies { get; } = [];

    public Report ToReport(SourceRef source) => new()
    {
        Source = source,
        Name = Name,
        NationalId = NationalId,
        OrganisationText = OrganisationText,
        Organisation = Organisation,
        OwnerText = OwnerText,
        ManagerText = ManagerText,
        Revised = Revised,
        Purpose = Purpose,
        TotalCostMnok = TotalCost,
        FoundationCostMnok = FoundationCost,
        AnnualOperatingCostMnok = AnnualOperatingCost,
        CostComments = CommentOf("costComments"),
        Deliverables = Deliverables,
        FundingCols = FundingCols,
        Funding = Funding,
        FundingTotal = FundingTotal,
        FundingComments = CommentOf("fundingComments"),
        StrategicFit = StrategicFit,
        PrimaryFocusArea = PrimaryFocusArea,
        StrategyComments = CommentOf("strategyComments"),
        FollowsProjectWizard = FollowsProjectWizard,
        MultiPhase = MultiPhase,
        PhaseText = PhaseText,
        Phase = Phase,
        PhaseEnd = PhaseEnd,
        EndDate = EndDate,
        RevisedAnnually = RevisedAnnually,
        PhaseComments = CommentOf("phaseComments"),
        BenefitOwnersText = BenefitOwnersText,
        BenefitMaturity = Maturity,
        BenefitBand = Benefit.Band,
        BenefitAmountMnok = Benefit.Amount,
        BenefitText = BenefitText,
        BenefitKinds = BenefitKinds,
        LifetimeText = LifetimeText,
        UnquantifiedBenefitsText = UnquantifiedBenefitsText,
        OtherProjectsRealiseText = OtherProjectsRealiseText,
        BenefitComments = CommentOf("benefitComments"),
        Status = Status,
        StatusCause = StatusCause,
        Risk = Risk,
        RiskText = CleanText.Join([RiskText ?? "", CommentOf("riskText") ?? ""]),
        Risks = Risks,
        AffectedActorsText = AffectedActorsText,
        Prerequisites = PrerequisiteTable.Of(Prerequisites),
        PrerequisiteComments = CommentOf("prerequisiteComments"),
        Dependencies = Dependencies,
        Consequences = CommentOf("consequences"),
        Findings = log.Findings,
        Provenance = log.Provenance,
    };

    private string? CommentOf(string field) => comments.TryGetValue(field, out var list) ? CleanText.Join(list) : null;
}
