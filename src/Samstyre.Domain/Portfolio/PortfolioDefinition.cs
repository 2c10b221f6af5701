namespace Samstyre.Domain;

/// <summary>What a portfolio consists of, as data: its strategy, segments and organisations. One YAML file per portfolio.</summary>
/// <param name="Code">Short name in addresses: <c>e-health</c>.</param>
/// <param name="Name">Name of the portfolio.</param>
/// <param name="StrategyAreas">Strategy areas in order, each with its focus areas.</param>
/// <param name="Segments">Segments in order, the most closely steered first.</param>
/// <param name="Groups">Groups of organisations in order.</param>
/// <param name="Organisations">Reporting organisations in order.</param>
/// <param name="DependencyCategories">Categories of dependencies, 1-5.</param>
public sealed record PortfolioDefinition(
    string Code,
    LocalText Name,
    IReadOnlyList<StrategyArea> StrategyAreas,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<OrganisationGroup> Groups,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<DependencyCategory> DependencyCategories)
{
    /// <summary>The time zone of a portfolio that names none.</summary>
    public const string DefaultTimeZone = "Europe/Oslo";

    /// <summary>How reporting works; what a definition says nothing of is as in <see cref="ReportingRules.Default"/>.</summary>
    public ReportingRules Reporting { get; init => field = value ?? ReportingRules.Default; } = ReportingRules.Default;

    /// <summary>The common causes and the words that tell of them; what a definition says nothing of is as in <see cref="CauseList.Default"/>.</summary>
    public CauseList Causes { get; init => field = value ?? CauseList.Default; } = CauseList.Default;

    /// <summary>The questions that decide who belongs in the portfolio; without questions where a definition has none.</summary>
    public Checklist Checklist { get; init => field = value ?? Checklist.None; } = Checklist.None;

    /// <summary>The national components that initiatives stand on; without parts where a definition has none.</summary>
    public CommonFoundation Foundation { get; init => field = value ?? CommonFoundation.None; } = CommonFoundation.None;

    /// <summary>Those whom initiatives depend on and who do not report, in order.</summary>
    public IReadOnlyList<Party> Parties { get; init => field = value ?? []; } = [];

    /// <summary>Laws, standards, funding decisions and national components that initiatives stand on, in order.</summary>
    public IReadOnlyList<Clarification> Clarifications { get; init => field = value ?? []; } = [];

    /// <summary>Name of the time zone in which the portfolio's people read moments, as in <c>Europe/Oslo</c>.</summary>
    public string TimeZone { get; init => field = value ?? DefaultTimeZone; } = DefaultTimeZone;

    /// <summary>The organisation with that code; null where there is none.</summary>
    public Organisation? OrganisationByCode(string? code) => Organisations.FirstOrDefault(organisation => organisation.Code == code);

    /// <summary>The strategy area that a focus area (<c>1.1</c>) or a strategy area (<c>5</c>) belongs to; null where it is none of the portfolio's.</summary>
    public StrategyArea? StrategyAreaOf(string? focusArea)
    {
        if (focusArea is null) return null;
        // Plain loops: figures ask it of every initiative.
        for (var place = 0; place < StrategyAreas.Count; place++)
        {
            var area = StrategyAreas[place];
            if (area.Code == focusArea) return area;
            for (var focus = 0; focus < area.FocusAreas.Count; focus++)
            {
                if (area.FocusAreas[focus].Code == focusArea) return area;
            }
        }

        return null;
    }
}

/// <summary>A strategy area (strategisk område).</summary>
/// <param name="Code">Its number, <c>1</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="FocusAreas">Its focus areas in order.</param>
public sealed record StrategyArea(string Code, LocalText Name, IReadOnlyList<FocusArea> FocusAreas);

/// <summary>A focus area (innsatsområde).</summary>
/// <param name="Code">Its number, <c>1.1</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record FocusArea(string Code, LocalText Name)
{
    /// <summary>Its number and name; the name alone where the number stands in it, as in one that is known by its number only.</summary>
    public string Title(Language language) => Name.In(language) is var name && name.EndsWith(" " + Code, StringComparison.Ordinal) ? name : $"{Code} {name}";
}

/// <summary>A segment: how closely an initiative is steered and followed.</summary>
/// <param name="Code"><c>co-govern</c>, <c>coordinate</c>, <c>observe</c>, <c>inspire</c>.</param>
/// <param name="Letter">The letter that lists use: S, K, O, I.</param>
/// <param name="Name">Its name.</param>
/// <param name="ReportsPerYear">How many rounds a year its initiatives report in.</param>
public sealed record Segment(string Code, string Letter, LocalText Name, int ReportsPerYear);

/// <summary>A group of organisations: health administration, regional health authorities, others.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Name">Its name.</param>
public sealed record OrganisationGroup(string Code, LocalText Name);

/// <summary>A reporting organisation.</summary>
/// <param name="Code">Short name in addresses: <c>helse-vest</c>.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Group">Code of its group.</param>
/// <param name="Aliases">Other ways in which people write it, misspellings included.</param>
public sealed record Organisation(string Code, string Name, string Group, IReadOnlyList<string> Aliases);

/// <summary>A category of dependencies.</summary>
/// <param name="Code"><c>1</c> to <c>5</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record DependencyCategory(string Code, LocalText Name);
