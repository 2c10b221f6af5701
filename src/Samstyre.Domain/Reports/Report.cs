using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>One initiative's form in one round: everything that the form asks, in the shape of the interchange format. Null means blank, a placeholder left standing, or words that give no such value; the words are then kept beside it.</summary>
public sealed record Report
{
    // The generated reader sets every init property, those that the JSON leaves out to null: hence the defaults in the setters too.

    /// <summary>Where the form stands.</summary>
    public SourceRef? Source { get; init; }

    /// <summary>Name of the project or programme.</summary>
    public string? Name { get; init; }

    /// <summary>National id of the initiative, such as 164.</summary>
    public int? NationalId { get; init; }

    /// <summary>The responsible organisation as written.</summary>
    public string? OrganisationText { get; init; }

    /// <summary>Canonical name of the organisation; null where the words match none of the portfolio's.</summary>
    public string? Organisation { get; init; }

    /// <summary>Owner as written: a person or an organisation.</summary>
    public string? OwnerText { get; init; }

    /// <summary>Manager as written.</summary>
    public string? ManagerText { get; init; }

    /// <summary>Month of revision.</summary>
    public PartialDate? Revised { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Total cost over the whole project; of an investment and operation pair the investment.</summary>
    public Money? TotalCostMnok { get; init; }

    /// <summary>The part of the total cost that goes to the common foundation (felles grunnmur).</summary>
    public Money? FoundationCostMnok { get; init; }

    /// <summary>Yearly operating cost after completion.</summary>
    public Money? AnnualOperatingCostMnok { get; init; }

    /// <summary>Comments to the costs.</summary>
    public string? CostComments { get; init; }

    /// <summary>Main deliverables with planned delivery, in the form's order.</summary>
    public IReadOnlyList<Deliverable> Deliverables { get; init => field = value ?? []; } = [];

    /// <summary>Headers of the funding columns as printed: <c>&gt;2019</c>, <c>2019</c> ... <c>2022&gt;</c>.</summary>
    public IReadOnlyList<string> FundingCols { get; init => field = value ?? []; } = [];

    /// <summary>Funding sources, without the total row.</summary>
    public IReadOnlyList<FundingSource> Funding { get; init => field = value ?? []; } = [];

    /// <summary>The total row as printed; one cell per funding column.</summary>
    public IReadOnlyList<Money?> FundingTotal { get; init => field = value ?? []; } = [];

    /// <summary>Comments to the funding.</summary>
    public string? FundingComments { get; init; }

    /// <summary>How strongly it supports each focus area, keyed by the area's number (<c>1.1</c>).</summary>
    [JsonConverter(typeof(StrategicFitConverter))]
    public IReadOnlyDictionary<string, Level> StrategicFit { get; init => field = value ?? new SortedDictionary<string, Level>(StringComparer.Ordinal); } = new SortedDictionary<string, Level>(StringComparer.Ordinal);

    /// <summary>The primary focus area as written, <c>1.1</c>; a whole strategy area (<c>5</c>) is allowed.</summary>
    public string? PrimaryFocusArea { get; init; }

    /// <summary>Comments to the strategy.</summary>
    public string? StrategyComments { get; init; }

    /// <summary>Whether it is run by the national project model; null also for "partly".</summary>
    public bool? FollowsProjectWizard { get; init; }

    /// <summary>Whether it has deliverables in different phases.</summary>
    public bool? MultiPhase { get; init; }

    /// <summary>The phase as written.</summary>
    public string? PhaseText { get; init; }

    /// <summary>The phase now.</summary>
    public Phase? Phase { get; init; }

    /// <summary>When the phase is planned to end.</summary>
    public PartialDate? PhaseEnd { get; init; }

    /// <summary>When the initiative is planned to end.</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>Whether its plans are revised every year.</summary>
    public bool? RevisedAnnually { get; init; }

    /// <summary>Comments to governance and phases.</summary>
    public string? PhaseComments { get; init; }

    /// <summary>Organisations responsible for the benefits, as written.</summary>
    public string? BenefitOwnersText { get; init; }

    /// <summary>The four questions about how far the work on benefits has come.</summary>
    public BenefitMaturity BenefitMaturity { get; init => field = value ?? new(null, null, null, null); } = new(null, null, null, null);

    /// <summary>Band of the quantified benefits over the lifetime.</summary>
    public BenefitBand? BenefitBand { get; init; }

    /// <summary>Quantified benefits over the lifetime.</summary>
    public Money? BenefitAmountMnok { get; init; }

    /// <summary>The quantified benefits as written.</summary>
    public string? BenefitText { get; init; }

    /// <summary>Benefits per year and kind, in the forms that ask so.</summary>
    public IReadOnlyList<BenefitKind> BenefitKinds { get; init => field = value ?? []; } = [];

    /// <summary>Expected lifetime of the solution as written.</summary>
    public string? LifetimeText { get; init; }

    /// <summary>Benefits without an amount.</summary>
    public string? UnquantifiedBenefitsText { get; init; }

    /// <summary>Other projects that realise the benefits.</summary>
    public string? OtherProjectsRealiseText { get; init; }

    /// <summary>Comments to the benefits.</summary>
    public string? BenefitComments { get; init; }

    /// <summary>Overall status.</summary>
    public TrafficLight? Status { get; init; }

    /// <summary>Cause of a yellow or red status.</summary>
    public string? StatusCause { get; init; }

    /// <summary>Risk.</summary>
    public TrafficLight? Risk { get; init; }

    /// <summary>Main risks with mitigations, as prose.</summary>
    public string? RiskText { get; init; }

    /// <summary>Main risks, when the author used a table.</summary>
    public IReadOnlyList<RiskRow> Risks { get; init => field = value ?? []; } = [];

    /// <summary>Who is affected by the deliverables.</summary>
    public string? AffectedActorsText { get; init; }

    /// <summary>What must happen so that the benefits are realised.</summary>
    public Prerequisites Prerequisites { get; init => field = value ?? new(); } = new();

    /// <summary>Other projects that must be carried out, and comments.</summary>
    public string? PrerequisiteComments { get; init; }

    /// <summary>What it needs from others to deliver.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; init => field = value ?? []; } = [];

    /// <summary>What follows if the dependencies are not met.</summary>
    public string? Consequences { get; init; }

    /// <summary>What the reader was not sure of. A wrong value without one is the one thing that must not happen.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = value ?? []; } = [];

    /// <summary>Where each field that was read stands: the key's path to the line of the source. Empty for a report that did not come from a form.</summary>
    public IReadOnlyDictionary<string, int> Provenance { get; init => field = value ?? new SortedDictionary<string, int>(StringComparer.Ordinal); } = new SortedDictionary<string, int>(StringComparer.Ordinal);
}
