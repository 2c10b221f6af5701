using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>An initiative that makes a part of the common foundation that a row names. The row does not name it itself: that it makes the part is the foundation's own word.</summary>
/// <param name="Initiative">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Part">The part that the row names.</param>
/// <param name="Deliverable">The number of its deliverable, from 0, that the row's words are about; null where none is.</param>
public sealed record PartMaker(Guid Initiative, LocalText Name, NamedTarget Part, int? Deliverable);

/// <summary>The initiatives that make parts of the common foundation.</summary>
internal sealed class MakersOfParts
{
    private readonly Dictionary<TargetRef, List<Standing>> makers = [];

    /// <summary>The makers in a round, and those that have left it.</summary>
    public MakersOfParts(PortfolioSnapshot snapshot, IEnumerable<Standing> gone)
    {
        var byNationalId = snapshot.Standings.Concat(gone).Where(standing => standing.Initiative.NationalId is not null).ToLookup(standing => standing.Initiative.NationalId!.Value);
        foreach (var (target, part) in snapshot.Definition.Foundation.Parts())
        {
            if (part.Initiatives.SelectMany(id => byNationalId[id]).ToList() is { Count: > 0 } own) makers[target] = own;
        }
    }

    /// <summary>Those who make what is asked for, once for each part. Who is named itself is no maker here, nor is the receiver.</summary>
    /// <param name="named">What the row names.</param>
    /// <param name="what">The words of what is needed; null where there are none.</param>
    /// <param name="receiver">Who needs it.</param>
    /// <param name="deliverables">Finds which deliverable of theirs the words are about; null where that is not asked.</param>
    public ImmutableArray<PartMaker> Of(ImmutableArray<NamedTarget> named, string? what, Guid receiver, DeliverableNames? deliverables)
    {
        ImmutableArray<PartMaker> found = [];
        foreach (var part in named)
        {
            if (!makers.TryGetValue(part.Target, out var own) || !IsAskedFor(part, what)) continue;
            var words = new WordRun(what);
            foreach (var maker in own)
            {
                var id = maker.Initiative.Id;
                if (id != receiver && !named.Any(other => other.Target.Initiative == id)) found = found.Add(new(id, new(maker.Facts.Name), part, deliverables?.About(id, words)?.Number));
            }
        }

        return found;
    }

    // A part that only stands among the words of what is needed is a subject, not a request to those who make it.
    private static bool IsAskedFor(NamedTarget part, string? what) => part.Score == 1 || part.Words.Length * 2 >= what?.Length;
}
