using System.Collections.Immutable;
using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>A deliverable of a simulation as it is kept: by its report and its number there, so that names are always those that the reader may see.</summary>
internal sealed record KeptDeliverable(Guid Report, Guid Initiative, int Number, double OnTime, double Low, double High, double Mean, int Ninetieth);

/// <summary>An initiative whose lateness delays others, as it is kept.</summary>
internal sealed record KeptDanger(Guid Initiative, double Others, double Error);

/// <summary>What is kept of a simulation.</summary>
/// <param name="Distribution">As the office writes it.</param>
/// <param name="Origin">Where the distribution comes from.</param>
internal sealed record SimulationSettings(string Distribution, string Origin);

/// <summary>What is kept of a simulation's results: the deliverables least likely to be on time, and what endangers most.</summary>
internal sealed record SimulationResults(ImmutableArray<KeptDeliverable> Deliverables, ImmutableArray<KeptDanger> Dangers);

/// <summary>Runs simulations of a round, and reads those that are kept.</summary>
internal static class SimulationContent
{
    private const int MostDeliverables = 200;
    private const int MostDangers = 50;
    private const int Threads = 2;

    /// <summary>Runs one.</summary>
    public static StoredSimulation Run(RippleMap map, LatenessDistribution distribution, long seed, int runs, DateTimeOffset now, string actor)
    {
        var result = Simulation.Run(map.Graph, distribution, seed, runs, Threads);
        var deliverables = Enumerable.Range(0, map.Graph.Nodes)
            .Where(node => map.IsToCome(node)).OrderBy(node => result.Nodes[node].OnTime.Value).ThenByDescending(node => result.Nodes[node].Mean).ThenBy(node => node)
            .SelectMany(node => map.DeliverablesAt(node).Select(number => Kept(map.UnitAt(node).Entry!.Standing, number, result.Nodes[node])));
        var dangers = result.Dangers.Select(danger => new KeptDanger(map.Units[danger.Unit].Entry!.Standing.Initiative.Id, danger.Others, danger.Error));
        return new(
            Guid.CreateVersion7(now), seed, runs,
            JsonSerializer.Serialize(new SimulationSettings(distribution.ToText(), distribution.Origin.ToString())),
            JsonSerializer.Serialize(new SimulationResults([.. deliverables.Take(MostDeliverables)], [.. dangers.Take(MostDangers)])),
            now, actor);
    }

    /// <summary>What a kept one was run with.</summary>
    public static SimulationSettings SettingsOf(StoredSimulation simulation) => JsonSerializer.Deserialize<SimulationSettings>(simulation.Settings)!;

    /// <summary>What a kept one gave.</summary>
    public static SimulationResults ResultsOf(StoredSimulation simulation) => JsonSerializer.Deserialize<SimulationResults>(simulation.Results)!;

    private static KeptDeliverable Kept(Standing standing, int number, SimulatedNode node) =>
        new(standing.ReportId, standing.Initiative.Id, number, node.OnTime.Value, node.OnTime.Low, node.OnTime.High, node.Mean, node.Ninetieth);
}
