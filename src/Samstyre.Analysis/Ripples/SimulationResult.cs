using System.Collections.Immutable;

namespace Samstyre.Analysis;

/// <summary>A share that was counted in some of the runs, with its 95 % Wilson interval.</summary>
/// <param name="Value">The share counted, 0-1.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Share(double Value, double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Of so many that counted among so many.</summary>
    public static Share Of(int counted, int all)
    {
        var share = (double)counted / all;
        var divisor = 1 + (Z * Z / all);
        var middle = (share + (Z * Z / (2 * all))) / divisor;
        var half = Z / divisor * Math.Sqrt((share * (1 - share) / all) + (Z * Z / (4.0 * all * all)));
        return new(share, counted == 0 ? 0 : Math.Max(0, middle - half), counted == all ? 1 : Math.Min(1, middle + half));
    }
}

/// <summary>What the runs gave for a node.</summary>
/// <param name="OnTime">Probability that it comes as planned.</param>
/// <param name="Mean">Mean delay in months.</param>
/// <param name="Ninetieth">Months that the delay does not pass in nine of ten runs.</param>
public readonly record struct SimulatedNode(Share OnTime, double Mean, int Ninetieth);

/// <summary>What a unit's own lateness means for others.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Others">Mean number of others' deliverables that are late when it is late, less the mean when it is not.</param>
/// <param name="Error">Standard error of that number; a difference below twice this may be chance.</param>
public readonly record struct SimulatedDanger(int Unit, double Others, double Error);

/// <summary>What a simulation gave.</summary>
/// <param name="Nodes">Per node of the graph.</param>
/// <param name="Dangers">The units whose lateness delays others beyond chance (<see cref="SimulatedDanger.Error"/>), the most dangerous first.</param>
public sealed record SimulationResult(ImmutableArray<SimulatedNode> Nodes, ImmutableArray<SimulatedDanger> Dangers);
