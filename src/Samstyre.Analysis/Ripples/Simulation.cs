using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samstyre.Analysis;

/// <summary>Plays a portfolio's plan many times with uncertain dates: in each run every initiative draws its own lateness, and delays pass on as ripples do. Formulas: docs/ripples.md.</summary>
public static class Simulation
{
    /// <summary>Most runs of one simulation.</summary>
    public const int MostRuns = 1_000_000;

    // Runs of a block: one byte of a vector each.
    private const int Block = 64;

    /// <summary>Runs a simulation. The same seed gives the same result on any number of threads.</summary>
    /// <param name="graph">How delays pass.</param>
    /// <param name="distribution">How late an initiative becomes by itself.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="runs">1 to <see cref="MostRuns"/>.</param>
    /// <param name="threads">How many threads work at once.</param>
    public static SimulationResult Run(RippleGraph graph, LatenessDistribution distribution, long seed, int runs, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MostRuns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var (plan, draws) = (SimulationPlan.Of(graph), new LatenessDraws(distribution));
        // A delay never grows on its way: the longest drawn is the longest there is.
        var most = distribution.Items.Max(item => item.Months);
        var blocks = (runs + Block - 1) / Block;
        var tallies = new SimulationTally[Math.Min(threads, blocks)];
        Parallel.For(0, tallies.Length, new ParallelOptions { MaxDegreeOfParallelism = tallies.Length }, thread =>
        {
            var tally = tallies[thread] = new(graph, most);
            var (drawn, delays) = (new Vector512<byte>[graph.Units], new Vector512<byte>[graph.Nodes]);
            for (var block = thread; block < blocks; block += tallies.Length)
            {
                Draw(graph, draws, seed, block, drawn);
                Spread(plan, drawn, delays);
                tally.Count(plan, delays, drawn, Math.Min(Block, runs - (block * Block)));
            }
        });
        for (var thread = 1; thread < tallies.Length; thread++) tallies[0].Add(tallies[thread]);
        return new(
            [.. Enumerable.Range(0, graph.Nodes).Select(node => tallies[0].Node(node, runs))],
            [.. Enumerable.Range(0, graph.Units).Select(unit => tallies[0].Danger(unit, runs)).OfType<SimulatedDanger>().Where(danger => danger.Others > 2 * danger.Error).OrderByDescending(danger => danger.Others).ThenBy(danger => danger.Unit)]);
    }

    private static void Draw(RippleGraph graph, LatenessDraws draws, long seed, int block, Vector512<byte>[] drawn)
    {
        Span<ulong> streams = stackalloc ulong[Block];
        for (var lane = 0; lane < Block; lane++) streams[lane] = LatenessDraws.StreamOf(seed, (block * Block) + lane);
        var months = MemoryMarshal.AsBytes(drawn.AsSpan());
        for (var unit = 0; unit < graph.Units; unit++)
        {
            if (graph.Source[unit] < 0) continue;
            var own = months.Slice(unit * Block, Block);
            for (var lane = 0; lane < own.Length; lane++) own[lane] = draws.At(streams[lane], unit);
        }
    }

    private static void Spread(SimulationPlan plan, Vector512<byte>[] drawn, Vector512<byte>[] delays)
    {
        foreach (var (from, to, circle) in plan.Parts)
        {
            if (!circle)
            {
                delays[from] = At(plan, drawn, delays, from);
                continue;
            }

            // Begun from nothing, delays in a circle only grow from pass to pass, in whole months, and never beyond the
            // largest that was drawn, because no edge adds to a delay: so a pass comes that changes nothing.
            delays.AsSpan(from, to - from).Clear();
            bool changed;
            do
            {
                changed = false;
                for (var place = from; place < to; place++)
                {
                    var delay = At(plan, drawn, delays, place);
                    if (delay == delays[place]) continue;
                    delays[place] = delay;
                    changed = true;
                }
            }
            while (changed);
        }
    }

    private static Vector512<byte> At(SimulationPlan plan, Vector512<byte>[] drawn, Vector512<byte>[] delays, int place)
    {
        var delay = plan.Source[place] is >= 0 and var unit ? drawn[unit] : Vector512<byte>.Zero;
        for (var edge = plan.InFrom[place]; edge < plan.InFrom[place + 1]; edge++)
        {
            // max(x, slack) - slack is max(0, x - slack) without going below zero.
            var slack = Vector512.Create(plan.Slack[edge]);
            delay = Vector512.Max(delay, Vector512.Max(delays[plan.Giver[edge]], slack) - slack);
        }

        return delay;
    }
}
