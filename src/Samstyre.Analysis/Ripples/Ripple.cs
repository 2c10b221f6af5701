using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Something whose date moves.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Unit">Its initiative, or the part of the foundation at the start.</param>
/// <param name="Deliverable">The number of the deliverable in the form, from 0; null for the end of the initiative.</param>
/// <param name="Months">By how many months; null where it never comes.</param>
/// <param name="Planned">Its date as planned; null where none is stated.</param>
/// <param name="Moved">Its date then; null where none is planned, and where it never comes.</param>
public sealed record ReachedNode(int Node, RippleUnit Unit, int? Deliverable, int? Months, PartialDate? Planned, PartialDate? Moved);

/// <summary>A prerequisite for benefits that comes too late.</summary>
/// <param name="Need">The prerequisite.</param>
/// <param name="From">Node of what it names.</param>
/// <param name="Months">By how many months; null where it never comes.</param>
public sealed record ReachedPrerequisite(RegisteredNeed Need, int From, int? Months);

/// <summary>A step of the way that a delay took.</summary>
/// <param name="Node">Where it arrived.</param>
/// <param name="Need">The dependency that brought it; null where the initiative's own plan did.</param>
public sealed record RippleStep(int Node, RegisteredNeed? Need);

/// <summary>What follows when something comes later than planned, or never.</summary>
public sealed class Ripple
{
    /// <summary>Longest delay that can be asked for, in months; what is later never comes.</summary>
    public const int MostMonths = 60;

    private readonly RippleMap map;
    private readonly RippleSpread spread;

    private Ripple(RippleMap map, RippleSpread spread, TargetRef start)
    {
        (this.map, this.spread) = (map, spread);
        var node = spread.Order[0];
        var own = map.Graph.UnitAt(node);
        var reached = ImmutableArray.CreateBuilder<ReachedNode>(spread.Order.Count);
        var ends = ImmutableArray.CreateBuilder<ReachedNode>();
        foreach (var one in spread.Order)
        {
            var unit = map.UnitAt(one);
            foreach (var number in map.DeliverablesAt(one))
            {
                if (one != node || start != TargetRef.Of(unit.Entry!.Standing.Initiative.Id, number)) reached.Add(Reached(one, unit, number));
            }

            if (unit.Entry is not null && map.Graph.IsEnd(one)) ends.Add(Reached(one, unit, null));
        }

        (Start, Deliverables, Ends) = (Reached(node, map.UnitAt(node), start.Number), reached.ToImmutable(), ends.ToImmutable());
        OtherDeliverables = Deliverables.Count(one => map.Graph.UnitAt(one.Node) != own);
        OtherInitiatives = Ends.Count(one => map.Graph.UnitAt(one.Node) != own);
    }

    /// <summary>What comes late.</summary>
    public ReachedNode Start { get; }

    /// <summary>The deliverables that move, the start left out; each after the one that its delay came from.</summary>
    public ImmutableArray<ReachedNode> Deliverables { get; }

    /// <summary>The ends of initiatives that move, in the same order.</summary>
    public ImmutableArray<ReachedNode> Ends { get; }

    /// <summary>How many of <see cref="Deliverables"/> are other initiatives' than the start's.</summary>
    public int OtherDeliverables { get; }

    /// <summary>How many other initiatives are delayed.</summary>
    public int OtherInitiatives { get; }

    /// <summary>The prerequisites for benefits that come too late.</summary>
    public ImmutableArray<ReachedPrerequisite> Prerequisites { get; private init; }

    /// <summary>Sum of the benefits that the initiatives with a moved date, or with a prerequisite that comes too late, report over the lifetime.</summary>
    public Money Benefits { get; private init; }

    /// <summary>How many of these initiatives report a benefit.</summary>
    public int WithBenefits { get; private init; }

    /// <summary>How many of them report none.</summary>
    public int WithoutBenefits { get; private init; }

    /// <summary>How many of them need something of the municipalities.</summary>
    public int OnMunicipalities { get; private init; }

    /// <summary>What follows from a delay.</summary>
    /// <param name="map">The round's.</param>
    /// <param name="start">What comes late: an initiative (its end), a deliverable or a part of the foundation.</param>
    /// <param name="months">By how many months, 1 to <see cref="MostMonths"/>; null where it never comes.</param>
    /// <param name="criticalOnly">Whether only dependencies on which much depends pass it on.</param>
    /// <returns>Null where the round does not have the start, or it is delivered.</returns>
    public static Ripple? Of(RippleMap map, TargetRef start, int? months, bool criticalOnly)
    {
        if (map.NodeOf(start) is not { } node) return null;
        var spread = RippleSpread.Of(map.Graph, node, months is { } stated ? Math.Clamp(stated, 1, MostMonths) : RippleSpread.Never, criticalOnly);
        var prerequisites = Late(map, spread, criticalOnly);
        var touched = spread.Order.Select(one => map.UnitAt(one).Entry).OfType<RegisterEntry>().Select(entry => entry.Standing.Initiative.Id)
            .Concat(prerequisites.Select(late => late.Need.Receiver.Initiative.Id)).ToHashSet();
        var entries = map.Units.Where(unit => unit.Target.Initiative is { } id && touched.Contains(id)).Select(unit => unit.Entry!).ToList();
        var amounts = entries.Select(entry => entry.Benefit).OfType<Money>().Where(amount => amount.IsSummable).ToList();
        return new(map, spread, start)
        {
            Prerequisites = prerequisites,
            Benefits = amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount),
            WithBenefits = amounts.Count,
            WithoutBenefits = entries.Count - amounts.Count,
            OnMunicipalities = touched.Count(map.NeedsMunicipalities),
        };
    }

    /// <summary>How the delay came to a reached node: from the start to it.</summary>
    public ImmutableArray<RippleStep> PathTo(int node)
    {
        var steps = new List<RippleStep>();
        for (var at = node; at >= 0; at = spread.Before[at])
            steps.Add(StepTo(at));
        steps.Reverse();
        return [.. steps];
    }

    /// <summary>The last step of the way to a reached node, and the node before; null at the start.</summary>
    public (int Before, RippleStep Step)? LastStep(int node) => spread.Before[node] < 0 ? null : (spread.Before[node], StepTo(node));

    private RippleStep StepTo(int node) => new(node, spread.Before[node] < 0 || spread.Via[node] < 0 ? null : map.Needs[map.Graph.Edges[spread.Via[node]].Need]);

    private static ImmutableArray<ReachedPrerequisite> Late(RippleMap map, RippleSpread spread, bool criticalOnly)
    {
        if (map.Prerequisites.Count == 0) return [];
        var late = ImmutableArray.CreateBuilder<ReachedPrerequisite>();
        foreach (var node in spread.Order)
        {
            foreach (var edge in map.Prerequisites[node])
            {
                var months = RippleSpread.Passed(spread.Months[node], edge.Slack);
                if (months > 0 && (!criticalOnly || edge.Need.Criticality == Level.High)) late.Add(new(edge.Need, node, MonthsOf(months)));
            }
        }

        return late.ToImmutable();
    }

    private static int? MonthsOf(int months) => months == RippleSpread.Never ? null : months;


    private ReachedNode Reached(int node, RippleUnit unit, int? deliverable)
    {
        var (months, planned) = (MonthsOf(spread.Months[node]), map.PlannedAt(node));
        return new(node, unit, deliverable, months, planned, planned is { } date && months is { } later ? DelayDates.Later(date, later) : null);
    }
}
