using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Tests.Analysis;

/// <summary>Registers in which made initiatives wait for each other.</summary>
internal static class MadeMap
{
    /// <summary>A register of so many initiatives, with these needs between them by number.</summary>
    public static DependencyRegister Of(int initiatives, params (int Receiver, int Giver)[] pairs) =>
        With([.. Enumerable.Range(0, initiatives).Select(_ => new Report())], (round, _) => pairs.Select((pair, row) => Need(round, pair.Receiver, row, [Initiative(round, pair.Giver)])));

    /// <summary>A register of these reports with made needs.</summary>
    public static DependencyRegister With(Report[] reports, Func<RoundContent, TargetCatalogue, IEnumerable<RegisteredNeed>> needs)
    {
        var round = MadeRound.Of(reports);
        var targets = TargetCatalogue.Of(round);
        return new(round.Snapshot, [.. round.Entries.Select(entry => new RegisterEntry(entry.Standing, entry.Report.Deliverables, null, null))], [.. needs(round, targets)], targets);
    }

    /// <summary>A need of one initiative for others or other things.</summary>
    public static RegisteredNeed Need(RoundContent round, int receiver, int row, TargetRef[] givers, Level? criticality = null, TrafficLight? status = null, PartialDate? by = null) =>
        new(round.Snapshot.Standings[receiver], new($"key{row}"), row)
        {
            Dependency = new(null, $"Noe {row}", null, null, criticality, null, by, status),
            Naming = new([.. givers.Select(giver => new NamedTarget(giver, new("Navn på det"), 1, "", NamingRule.Name))], [], givers.Length > 0 ? NamingState.Resolved : NamingState.Unresolved),
            NeededBy = by,
        };

    /// <summary>An initiative by its number.</summary>
    public static TargetRef Initiative(RoundContent round, int number) => TargetRef.Of(round.Snapshot.Standings[number].Initiative.Id);

    /// <summary>An initiative by its number.</summary>
    public static TargetRef Initiative(DependencyRegister register, int number) => TargetRef.Of(register.Entries[number].Standing.Initiative.Id);

    /// <summary>A map as lines that can be compared.</summary>
    public static string Text(DependencyMap map) => string.Join('\n', map.Nodes.Select(node => node.ToString()).Concat(map.Edges.Select(edge =>
        $"{edge.Receiver} {edge.Giver} {string.Join(',', edge.Needs.Select(need => need.Key))} {edge.Criticality} {edge.Status} {edge.NeededBy} {edge.IsContradicted}")).Append($"{map.Unresolved} {map.Closed} {map.Alone}"));

    /// <summary>The same register with its rows in another order.</summary>
    public static DependencyRegister Turned(DependencyRegister register) => register with { Needs = [.. register.Needs.Reverse()], Entries = [.. register.Entries.Reverse()] };
}
