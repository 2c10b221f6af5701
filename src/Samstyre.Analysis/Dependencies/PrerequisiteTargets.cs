using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Whom the form's seven prerequisites are about.</summary>
internal sealed class PrerequisiteTargets(PortfolioDefinition definition, NameIndex index)
{
    private static readonly (string Kind, PartyKind Party)[] Parties =
    [
        ("ehrGp", PartyKind.GeneralPractitioners),
        ("ehrMunicipal", PartyKind.Municipalities),
        ("ehrSpecialist", PartyKind.SpecialistCare),
        ("orgSpecialist", PartyKind.SpecialistCare),
        ("orgMunicipal", PartyKind.Municipalities),
        ("gpRoutines", PartyKind.GeneralPractitioners),
    ];

    private readonly Dictionary<string, List<NamedTarget>> byKind = Parties.ToDictionary(pair => pair.Kind, pair => Known(definition, pair.Party), StringComparer.Ordinal);

    private readonly Dictionary<string, NeedKeys> keys = new(StringComparer.Ordinal);

    // Filled anew for each report.
    private readonly WordRun text = new();

    /// <summary>The party that a row is about; for "other projects" those that the comments name.</summary>
    public IReadOnlyList<NamedTarget> Of(string kind, Report report, Standing receiver)
    {
        if (byKind.TryGetValue(kind, out var known)) return known;
        var itself = TargetRef.Of(receiver.Initiative.Id);
        text.Read($"{report.PrerequisiteComments} | {report.OtherProjectsRealiseText}");
        return [.. index.In(text).Where(named => named.Target.Kind == TargetKind.Initiative && named.Target != itself)];
    }

    /// <summary>What the rows of a kind are known by: the kind.</summary>
    public NeedKeys KeysOf(string kind) => keys.TryGetValue(kind, out var known) ? known : keys[kind] = new(kind);

    private static List<NamedTarget> Known(PortfolioDefinition definition, PartyKind kind) =>
        definition.Parties.FirstOrDefault(party => party.Kind == kind) is { } known ? [new(new(TargetKind.Party, known.Code), known.Name, 1, "", NamingRule.Form)] : [];
}
