using System.Numerics;
using System.Runtime.Intrinsics;

namespace Samstyre.Analysis;

/// <summary>What one thread counts over its runs. Whole numbers only: added up they give the same whichever thread counted what.</summary>
internal sealed class SimulationTally(RippleGraph graph, int most)
{
    private readonly int[] runsByDelay = new int[graph.Nodes * (most + 1)];
    private readonly long[] allLateWhenLate = new long[graph.Units];
    private readonly long[] ownLateWhenLate = new long[graph.Units];
    private readonly long[] ownLate = new long[graph.Units];
    private readonly int[] lateRuns = new int[graph.Units];
    private long allLate;
    private long allLateSquared;

    /// <summary>Counts a block of runs.</summary>
    /// <param name="plan">Gives the place of each node.</param>
    /// <param name="delays">Per place the delay in each run of the block.</param>
    /// <param name="drawn">Per unit its own lateness in each run.</param>
    /// <param name="runs">How many runs of the block count, from the first.</param>
    public void Count(SimulationPlan plan, Vector512<byte>[] delays, Vector512<byte>[] drawn, int runs)
    {
        var counted = runs == 64 ? ulong.MaxValue : (1UL << runs) - 1;
        Span<int> late = stackalloc int[64];
        late.Clear();
        for (var unit = 0; unit < graph.Units; unit++)
        {
            var isLate = graph.Source[unit] < 0 ? 0 : LateIn(drawn[unit]) & counted;
            lateRuns[unit] += BitOperations.PopCount(isLate);
            for (var node = graph.First[unit]; node < graph.First[unit + 1]; node++)
            {
                var delay = delays[plan.PlaceOf[node]];
                CountDelays(runsByDelay.AsSpan(node * (most + 1), most + 1), delay, counted);
                if (graph.Weight[node] is not (> 0 and var weight)) continue;
                var lateHere = LateIn(delay) & counted;
                ownLate[unit] += (long)weight * BitOperations.PopCount(lateHere);
                ownLateWhenLate[unit] += (long)weight * BitOperations.PopCount(lateHere & isLate);
                for (var left = lateHere; left != 0; left &= left - 1) late[BitOperations.TrailingZeroCount(left)] += weight;
            }
        }

        for (var run = 0; run < runs; run++) (allLate, allLateSquared) = (allLate + late[run], allLateSquared + ((long)late[run] * late[run]));
        for (var unit = 0; unit < graph.Units; unit++)
        {
            if (graph.Source[unit] < 0) continue;
            for (var left = LateIn(drawn[unit]) & counted; left != 0; left &= left - 1) allLateWhenLate[unit] += late[BitOperations.TrailingZeroCount(left)];
        }
    }

    /// <summary>Takes in what another thread counted.</summary>
    public void Add(SimulationTally other)
    {
        for (var at = 0; at < runsByDelay.Length; at++) runsByDelay[at] += other.runsByDelay[at];
        for (var unit = 0; unit < graph.Units; unit++)
        {
            allLateWhenLate[unit] += other.allLateWhenLate[unit];
            ownLateWhenLate[unit] += other.ownLateWhenLate[unit];
            ownLate[unit] += other.ownLate[unit];
            lateRuns[unit] += other.lateRuns[unit];
        }

        allLate += other.allLate;
        allLateSquared += other.allLateSquared;
    }

    /// <summary>A node's result.</summary>
    public SimulatedNode Node(int node, int runs)
    {
        var counts = runsByDelay.AsSpan(node * (most + 1), most + 1);
        var (sum, seen, ninetieth) = (0L, 0, -1);
        for (var months = 0; months <= most; months++)
        {
            sum += (long)months * counts[months];
            seen += counts[months];
            if (ninetieth < 0 && seen * 10L >= runs * 9L) ninetieth = months;
        }

        return new(Share.Of(counts[0], runs), (double)sum / runs, ninetieth);
    }

    /// <summary>What a unit's lateness means for others; null where it was never late, or always.</summary>
    public SimulatedDanger? Danger(int unit, int runs)
    {
        var (late, not) = (lateRuns[unit], runs - lateRuns[unit]);
        if (late == 0 || not == 0) return null;
        var othersWhenLate = allLateWhenLate[unit] - ownLateWhenLate[unit];
        var othersWhenNot = allLate - ownLate[unit] - othersWhenLate;
        var mean = (double)allLate / runs;
        var variance = Math.Max(0, ((double)allLateSquared / runs) - (mean * mean));
        return new(unit, ((double)othersWhenLate / late) - ((double)othersWhenNot / not), Math.Sqrt(variance * ((1.0 / late) + (1.0 / not))));
    }

    private static ulong LateIn(Vector512<byte> months) => ~Vector512.Equals(months, Vector512<byte>.Zero).ExtractMostSignificantBits();

    // A block has few different delays: each is counted with one comparison.
    private static void CountDelays(Span<int> counts, Vector512<byte> delay, ulong left)
    {
        while (left != 0)
        {
            var months = delay[BitOperations.TrailingZeroCount(left)];
            var same = Vector512.Equals(delay, Vector512.Create(months)).ExtractMostSignificantBits() & left;
            counts[months] += BitOperations.PopCount(same);
            left &= ~same;
        }
    }
}
