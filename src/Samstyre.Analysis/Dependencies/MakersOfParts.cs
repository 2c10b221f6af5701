using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The initiatives that make the named parts of the common foundation: they are the givers.</summary>
internal sealed class MakersOfParts
{
    private const decimal Surely = 0.9m;
    private const decimal Perhaps = 0.6m;

    private readonly Dictionary<TargetRef, List<Standing>> makers = [];

    /// <summary>The makers in a round; initiatives that are not in it are left out.</summary>
    public MakersOfParts(PortfolioSnapshot snapshot)
    {
        var byNationalId = snapshot.Standings.Where(standing => standing.Initiative.NationalId is not null).ToLookup(standing => standing.Initiative.NationalId!.Value);
        foreach (var (target, part) in snapshot.Definition.Foundation.Parts())
        {
            if (part.Initiatives.SelectMany(id => byNationalId[id]).ToList() is { Count: > 0 } own) makers[target] = own;
        }
    }

    /// <summary>What was found, with the makers of it.</summary>
    /// <param name="found">What the words name.</param>
    /// <param name="what">The words of what is needed; null where there are none.</param>
    /// <param name="receiver">Who needs it; it does not wait for itself.</param>
    public List<NamedTarget> With(List<NamedTarget> found, string? what, Standing receiver)
    {
        if (!found.Exists(named => named.Target.Kind is TargetKind.BuildingBlock or TargetKind.Measure)) return found;
        var with = new List<NamedTarget>(found);
        foreach (var named in found)
        {
            if (!makers.TryGetValue(named.Target, out var own)) continue;
            foreach (var maker in own)
            {
                var target = TargetRef.Of(maker.Initiative.Id);
                if (maker.Initiative.Id != receiver.Initiative.Id && !with.Exists(other => other.Target == target)) with.Add(new(target, new(maker.Facts.Name), ScoreOf(named, what), named.Words, NamingRule.Maker));
            }
        }

        return with;
    }

    // A part that only stands among the words of what is needed is a subject, not a request to those who make it.
    private static decimal ScoreOf(NamedTarget named, string? what) => named.Score == 1 || named.Words.Length * 2 >= what?.Length ? named.Score * Surely : Math.Min(Perhaps, named.Score);
}
