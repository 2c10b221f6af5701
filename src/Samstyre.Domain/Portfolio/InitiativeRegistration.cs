namespace Samstyre.Domain;

/// <summary>What the office knows of an initiative apart from its reports: its segment and its life. Comes from the portfolio's register (one YAML file) and is matched to reports by national id, then by name.</summary>
/// <param name="NationalId">National id; null where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="OtherNames">Other names that reports use for it.</param>
/// <param name="Organisation">Code of the responsible organisation; null where unknown.</param>
/// <param name="Segment">Code of its segment; null before it is classified.</param>
/// <param name="Life">Steps in order of their day.</param>
public sealed record InitiativeRegistration(
    int? NationalId, string Name, IReadOnlyList<string> OtherNames, string? Organisation, string? Segment, IReadOnlyList<LifeEvent> Life)
{
    /// <summary>How the office answered the portfolio's checklist for it, by code of the question; empty where that is not recorded.</summary>
    public IReadOnlyDictionary<string, ChecklistAnswer> Answers { get; init; } = new Dictionary<string, ChecklistAnswer>();
}
