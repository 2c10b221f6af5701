using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The common foundation with the demand for each of its parts.</summary>
/// <param name="Goals">The result goals in order.</param>
/// <param name="Measures">The measures in order; each counts those who need its building blocks too.</param>
/// <param name="Blocks">The building blocks in order.</param>
public sealed record FoundationDemand(IReadOnlyList<ResultGoal> Goals, ImmutableArray<PartDemand> Measures, ImmutableArray<PartDemand> Blocks)
{
    private static readonly ConditionalWeakTable<DependencyRegister, FoundationDemand> Kept = [];

    /// <summary>Measures and building blocks.</summary>
    public IEnumerable<PartDemand> All => Measures.Concat(Blocks);

    /// <summary>What needs an answer first: parts with demand that lack a plan or funding, the most critical first. A building block stands for itself only where no measure makes it better.</summary>
    public ImmutableArray<PartDemand> Lacking { get; } =
    [
        .. Measures.Concat(Blocks.Where(block => !Measures.Any(measure => measure.Part.Blocks.Contains(block.Part.Code))))
            .Where(part => part.LacksPlan || part.LacksFunding)
            .OrderByDescending(part => part.Critical.Length)
            .ThenByDescending(part => part.Initiatives.Length)
            .ThenBy(part => part.Part.Code, StringComparer.Ordinal),
    ];

    /// <summary>The demand that a round's register holds. Found once for a register.</summary>
    public static FoundationDemand Of(DependencyRegister register) => Kept.GetValue(register, Find);

    private static FoundationDemand Find(DependencyRegister register)
    {
        var foundation = register.Snapshot.Definition.Foundation;
        (TargetRef Target, FoundationPart Part)[] parts =
        [
            .. foundation.Measures.Select(measure => (new TargetRef(TargetKind.Measure, measure.Code), measure)),
            .. foundation.Blocks.Select(block => (new TargetRef(TargetKind.BuildingBlock, block.Code), block)),
        ];
        // A measure counts its building blocks too.
        var countedBy = parts.SelectMany((part, place) => part.Part.Blocks.Select(block => new TargetRef(TargetKind.BuildingBlock, block)).Prepend(part.Target).Select(target => (target, place)))
            .Distinct().ToLookup(pair => pair.target, pair => pair.place);
        var waiting = Array.ConvertAll(parts, _ => new List<RegisteredNeed>());
        foreach (var need in register.Needs)
        {
            if (need.IsClosed) continue;
            foreach (var named in need.Named)
            {
                if (named.Target.Kind is not (TargetKind.Measure or TargetKind.BuildingBlock)) continue;
                // One row of a form can name several of the blocks.
                foreach (var place in countedBy[named.Target])
                {
                    if (waiting[place].Count == 0 || !ReferenceEquals(waiting[place][^1], need)) waiting[place].Add(need);
                }
            }
        }

        ImmutableArray<PartDemand> demands = [.. parts.Select((part, place) => new PartDemand(part.Target, part.Part, [.. waiting[place]]))];
        return new(foundation.Goals, demands[..foundation.Measures.Count], demands[foundation.Measures.Count..]);
    }

    /// <summary>The part of that code; null where there is none. Measures come before building blocks.</summary>
    public PartDemand? Find(string code) => All.FirstOrDefault(part => string.Equals(part.Part.Code, code, StringComparison.OrdinalIgnoreCase));
}
