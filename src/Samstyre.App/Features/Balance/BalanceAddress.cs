using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.Domain;

namespace Samstyre.App.Features.Balance;

/// <summary>Axes as addresses and screens name them, and the list of initiatives behind a part of the portfolio.</summary>
internal static class BalanceAddress
{
    private static readonly (BalanceAxis Axis, string Value, string Key)[] Axes =
    [
        (BalanceAxis.Area, "omrade", "column.area"), (BalanceAxis.Segment, "segment", "column.segment"), (BalanceAxis.Group, "gruppe", "balance.group"),
        (BalanceAxis.Organisation, "virksomhet", "column.organisation"), (BalanceAxis.Phase, "fase", "column.phase"), (BalanceAxis.Risk, "risiko", "column.risk"), (BalanceAxis.Status, "status", "column.status"),
    ];

    /// <summary>The axis that an address names; the other one where it names none.</summary>
    public static BalanceAxis Read(string value, BalanceAxis otherwise) => Array.Find(Axes, axis => axis.Value == value) is { Value: not null } found ? found.Axis : otherwise;

    public static string ValueOf(BalanceAxis axis) => Array.Find(Axes, one => one.Axis == axis).Value;

    public static string NameOf(BalanceAxis axis, TextSet texts) => texts[Array.Find(Axes, one => one.Axis == axis).Key];

    /// <summary>All axes for a form.</summary>
    public static IEnumerable<(string Value, string Label)> Choices(TextSet texts) => Axes.Select(axis => (axis.Value, texts[axis.Key]));

    /// <summary>The list of the initiatives that have all these values, below the round's address.</summary>
    public static string List(RoundIndex round, params ReadOnlySpan<(BalanceAxis Axis, string Key)> values)
    {
        var query = InitiativeQuery.All;
        foreach (var (axis, key) in values)
        {
            var kind = KindOf(axis);
            var wanted = Wanted(round, axis, key);
            // An organisation within its group: both filter organisations.
            var already = query.Chosen[(int)kind];
            query = query with { Chosen = query.Chosen.SetItem((int)kind, already.IsEmpty ? wanted : [.. already.Intersect(wanted)]) };
        }

        return "/tiltak" + query.ToAddress();
    }

    private static FacetKind KindOf(BalanceAxis axis) => axis switch
    {
        BalanceAxis.Area => FacetKind.StrategyArea,
        BalanceAxis.Segment => FacetKind.Segment,
        BalanceAxis.Group or BalanceAxis.Organisation => FacetKind.Organisation,
        BalanceAxis.Phase => FacetKind.Phase,
        BalanceAxis.Risk => FacetKind.Risk,
        _ => FacetKind.Status,
    };

    private static ImmutableArray<string> Wanted(RoundIndex round, BalanceAxis axis, string key)
    {
        var choices = round.Columns.Facets[(int)KindOf(axis)].Choices;
        return axis switch
        {
            BalanceAxis.Group => InGroup(round.Snapshot.Definition, key),
            _ when key == "NotStated" => [Facet.NotStated],
            BalanceAxis.Phase => [choices[(int)Enum.Parse<Phase>(key)].Value],
            BalanceAxis.Risk or BalanceAxis.Status => [choices[(int)Enum.Parse<TrafficLight>(key)].Value],
            _ => [key],
        };
    }

    private static ImmutableArray<string> InGroup(PortfolioDefinition definition, string key) => key == "NotStated"
        ? [.. definition.Organisations.Where(organisation => definition.Groups.All(group => group.Code != organisation.Group)).Select(organisation => organisation.Code), Facet.NotStated]
        : [.. definition.Organisations.Where(organisation => organisation.Group == key).Select(organisation => organisation.Code)];
}
