using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Everybody that can stand on a round's map: its initiatives, and all that they wait for.</summary>
internal static class MapNodes
{
    public static Dictionary<TargetRef, MapNode> Of(DependencyRegister register, Dictionary<(TargetRef Receiver, TargetRef Giver), List<RegisteredNeed>> pairs)
    {
        var waitsFor = pairs.Keys.CountBy(pair => pair.Receiver).ToDictionary();
        var waitedBy = pairs.Keys.CountBy(pair => pair.Giver).ToDictionary();
        var parts = register.Snapshot.Definition.Foundation.Parts().ToLookup(pair => pair.Target, pair => pair.Part);
        var nodes = new Dictionary<TargetRef, MapNode>();
        foreach (var entry in register.Entries)
        {
            var target = TargetRef.Of(entry.Standing.Initiative.Id);
            nodes[target] = Counted(Initiative(register.Snapshot, entry.Standing, target));
        }

        foreach (var ((_, giver), needs) in pairs)
        {
            if (!nodes.ContainsKey(giver)) nodes[giver] = Counted(Other(register, giver, needs[0], parts[giver].FirstOrDefault()));
        }

        return nodes;

        MapNode Counted(MapNode node) => node with { WaitsFor = waitsFor.GetValueOrDefault(node.Target), WaitedBy = waitedBy.GetValueOrDefault(node.Target) };
    }

    private static MapNode Initiative(PortfolioSnapshot snapshot, Standing standing, TargetRef target) => new(target, new(standing.Facts.Name))
    {
        NationalId = standing.Initiative.NationalId,
        Status = standing.Facts.Status,
        Risk = standing.Facts.Risk,
        Segment = standing.Initiative.SegmentOn(snapshot.Round.CollectedOn),
        Area = snapshot.Definition.StrategyAreaOf(standing.Facts.FocusArea)?.Code,
        Organisation = standing.Facts.Organisation,
    };

    private static MapNode Other(DependencyRegister register, TargetRef target, RegisteredNeed need, FoundationPart? part)
    {
        var name = register.Targets.Find(target)?.Name ?? need.Named.First(named => DependencyMap.NodeOf(named.Target) == target).Name;
        var clarification = target.Kind == TargetKind.Clarification ? register.Snapshot.Definition.Clarifications.FirstOrDefault(one => one.Code == target.Key) : null;
        return new(target, name)
        {
            Status = part?.Status ?? clarification?.Status,
            Organisation = target.Kind == TargetKind.Organisation ? target.Key : part?.Owner,
        };
    }
}
