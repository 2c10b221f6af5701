using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Whom the form's seven prerequisites are about.</summary>
internal static class PrerequisiteTargets
{
    private static readonly Dictionary<string, PartyKind> Parties = new(StringComparer.Ordinal)
    {
        ["ehrGp"] = PartyKind.GeneralPractitioners,
        ["ehrMunicipal"] = PartyKind.Municipalities,
        ["ehrSpecialist"] = PartyKind.SpecialistCare,
        ["orgSpecialist"] = PartyKind.SpecialistCare,
        ["orgMunicipal"] = PartyKind.Municipalities,
        ["gpRoutines"] = PartyKind.GeneralPractitioners,
    };

    /// <summary>The party that a row is about; for "other projects" those that the comments name.</summary>
    public static List<NamedTarget> Of(string kind, Report report, PortfolioDefinition definition, NameIndex index, Standing receiver)
    {
        if (Parties.TryGetValue(kind, out var party))
        {
            return definition.Parties.FirstOrDefault(one => one.Kind == party) is { } known
                ? [new(new(TargetKind.Party, known.Code), known.Name, 1, "", NamingRule.Form)]
                : [];
        }

        var itself = TargetRef.Of(receiver.Initiative.Id);
        return [.. index.In(new($"{report.PrerequisiteComments} | {report.OtherProjectsRealiseText}")).Where(named => named.Target.Kind == TargetKind.Initiative && named.Target != itself)];
    }
}
