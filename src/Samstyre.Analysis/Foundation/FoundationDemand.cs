using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The common foundation with the demand for each of its parts.</summary>
/// <param name="Goals">The result goals in order.</param>
/// <param name="Measures">The measures in order; each counts those who need its building blocks too.</param>
/// <param name="Blocks">The building blocks in order.</param>
public sealed record FoundationDemand(IReadOnlyList<ResultGoal> Goals, ImmutableArray<PartDemand> Measures, ImmutableArray<PartDemand> Blocks)
{
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

    /// <summary>The demand that a round's register holds.</summary>
    public static FoundationDemand Of(DependencyRegister register)
    {
        var foundation = register.Snapshot.Definition.Foundation;
        return new(
            foundation.Goals,
            [.. foundation.Measures.Select(measure => Demand(TargetKind.Measure, measure))],
            [.. foundation.Blocks.Select(block => Demand(TargetKind.BuildingBlock, block))]);

        PartDemand Demand(TargetKind kind, FoundationPart part)
        {
            var target = new TargetRef(kind, part.Code);
            var targets = part.Blocks.Select(block => new TargetRef(TargetKind.BuildingBlock, block)).Prepend(target).Where(register.On.ContainsKey).ToList();
            // One row of a form can name several of the blocks; the register's order is kept.
            var needs = targets.Count switch
            {
                0 => [],
                1 => register.On[targets[0]],
                _ => register.Needs.Where(targets.SelectMany(one => register.On[one]).ToHashSet(ReferenceEqualityComparer.Instance).Contains).ToImmutableArray(),
            };
            return new(target, part, [.. needs.Where(need => !need.IsClosed)]);
        }
    }

    /// <summary>The part of that code; null where there is none. Measures come before building blocks.</summary>
    public PartDemand? Find(string code) => All.FirstOrDefault(part => string.Equals(part.Part.Code, code, StringComparison.OrdinalIgnoreCase));
}
