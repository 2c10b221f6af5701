using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samstyre.Analysis;
using Samstyre.App.Features.Demo;

namespace Samstyre.Bench;

/// <summary>Ripples and simulations over a large made graph, and the same simulation by NumPy (simulation_reference.py), which reads the graph from a file.</summary>
internal static class SimulationBench
{
    private const int Initiatives = 10_000;
    private const int Deliverables = 4;
    private const int Dependencies = 50_000;
    private const int Runs = 10_000;
    private static readonly LatenessDistribution Distribution = LatenessDistribution.BuiltIn;

    public static void Run(string python, string reference)
    {
        var graph = Made(1);
        RippleRow(graph);
        var times = new List<double>();
        SimulationResult result = null!;
        for (var run = 0; run < 5; run++)
        {
            var from = Stopwatch.GetTimestamp();
            result = Simulation.Run(graph, Distribution, 7, Runs, 2);
            times.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
        }

        times.Sort();
        Row($"simulation: {Runs} runs over {Initiatives} initiatives, {Initiatives * Deliverables} deliverables, {Dependencies} dependencies, two threads", $"{times[2]:0.00} s", "6 s");
        Row("its process, peak memory", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB", "300 MB");
        var busy = Environment.CpuUsage.TotalTime;
        var ours = Simulation.Run(graph, Distribution, 8, Runs, 1);
        Compare(python, reference, graph, ours, (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
    }

    private static void RippleRow(RippleGraph graph)
    {
        var farthest = Enumerable.Range(0, 500).MaxBy(start => Reached(graph, start * 97 % graph.Nodes)) * 97 % graph.Nodes;
        var times = new List<double>();
        for (var run = 0; run < 100; run++)
        {
            var from = Stopwatch.GetTimestamp();
            Reached(graph, farthest);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        times.Sort();
        Row($"one ripple through that graph, to {Reached(graph, farthest)} of its {graph.Nodes} nodes", $"{times[times.Count / 2]:0.0} ms", "20 ms");
    }

    private static int Reached(RippleGraph graph, int start) => RippleSpread.Of(graph, start, RippleSpread.Never, criticalOnly: false).Order.Count;

    // Most give to those who are planned later, as plans do; some the other way, so that there are circles.
    private static RippleGraph Made(ulong seed)
    {
        var random = new SplitMix64(seed);
        const int nodes = Deliverables + 1;
        var first = Enumerable.Range(0, Initiatives + 1).Select(unit => unit * nodes).ToArray();
        var weight = Enumerable.Range(0, Initiatives * nodes).Select(node => node % nodes == Deliverables ? 0 : 1).ToArray();
        var edges = new List<RippleEdge>();
        while (edges.Count < Dependencies)
        {
            var (giver, receiver) = (random.Below(Initiatives), random.Below(Initiatives));
            if (giver == receiver) continue;
            if (giver > receiver && !random.Percent(2)) (giver, receiver) = (receiver, giver);
            edges.Add(new((giver * nodes) + random.Below(nodes), (receiver * nodes) + random.Below(Deliverables), random.Percent(40) ? 0 : random.Below(19), random.Percent(30), edges.Count));
        }

        return new(first, weight, first[..^1], edges);
    }

    private static void Compare(string python, string reference, RippleGraph graph, SimulationResult ours, double seconds)
    {
        var file = Path.Combine(Path.GetTempPath(), $"samstyre-graph-{Environment.ProcessId}.json");
        try
        {
            File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(new
            {
                first = graph.First,
                from = graph.Edges.Select(edge => edge.From),
                to = graph.Edges.Select(edge => edge.To),
                slack = graph.Edges.Select(edge => edge.Slack),
                months = Distribution.Items.Select(item => item.Months),
                weights = Distribution.Items.Select(item => item.Weight),
                runs = Runs,
            }));
            using var numpy = Process.Start(new ProcessStartInfo(python, [reference, file]) { RedirectStandardOutput = true })!;
            var text = numpy.StandardOutput.ReadToEnd();
            numpy.WaitForExit();
            if (numpy.ExitCode != 0) throw new InvalidOperationException($"{reference} failed: is python3-numpy installed?");
            using var theirs = JsonDocument.Parse(text);
            var slower = theirs.RootElement.GetProperty("seconds").GetDouble();
            Row($"the same by NumPy, processor time of {Runs} runs", $"{slower:0.0} s, {slower / seconds:0} times ours ({seconds:0.00} s)", "");
            Row("the two, deliverables whose probabilities differ by more than chance allows", Differing(graph, ours, theirs.RootElement), "0");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Two independent shares of the same truth differ by less than five standard errors, but for once in millions.
    private static string Differing(RippleGraph graph, SimulationResult ours, JsonElement theirs)
    {
        var (onTime, mean) = (Numbers("onTime"), Numbers("mean"));
        var (differing, farthest) = (0, 0.0);
        for (var node = 0; node < graph.Nodes; node++)
        {
            var own = ours.Nodes[node];
            var both = (own.OnTime.Value + onTime[node]) / 2;
            var error = Math.Sqrt(2 * Math.Max(both * (1 - both), 1.0 / Runs) / Runs);
            if (Math.Abs(own.OnTime.Value - onTime[node]) > 5 * error) differing++;
            farthest = Math.Max(farthest, Math.Abs(own.Mean - mean[node]));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{differing} of {graph.Nodes}; mean delays within {farthest:0.00} months");

        double[] Numbers(string name) => [.. theirs.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
    }

    private static void Row(string what, FormattableString measured, string goal) => Row(what, measured.ToString(CultureInfo.InvariantCulture), goal);

    private static void Row(string what, string measured, string goal) => Console.WriteLine($"| {what} | {measured} | {goal} |");
}
