using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Something that can be depended on, under all its names.</summary>
/// <param name="Target">What.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Names">All that it is called, its name first.</param>
public sealed record CatalogueEntry(TargetRef Target, LocalText Name, ImmutableArray<string> Names);

/// <summary>All that can be depended on in a round: initiatives, their deliverables, organisations, parties, the common foundation, clarifications.</summary>
public sealed class TargetCatalogue
{
    private readonly Dictionary<TargetRef, CatalogueEntry> byTarget = [];

    private TargetCatalogue(ImmutableArray<CatalogueEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries) byTarget.TryAdd(entry.Target, entry);
    }

    /// <summary>All, by kind and in the portfolio's order. Deliverables are not among them: they are found through their initiative.</summary>
    public ImmutableArray<CatalogueEntry> Entries { get; }

    /// <summary>The entry of a target; null where it is none of the round's, or a deliverable.</summary>
    public CatalogueEntry? Find(TargetRef target) => byTarget.GetValueOrDefault(target);

    /// <summary>Initiatives of earlier rounds that are paused, stopped or withdrawn, as they stood last: forms go on naming them.</summary>
    public static IEnumerable<Standing> GoneFrom(RoundContent round)
    {
        var seen = round.Snapshot.Standings.Select(standing => standing.Initiative.Id).ToHashSet();
        for (var at = round.Earlier.Length - 1; at >= 0; at--)
        {
            foreach (var standing in round.Earlier[at].Standings)
            {
                if (seen.Add(standing.Initiative.Id) && standing.Initiative.StageOn(round.Snapshot.Round.CollectedOn)?.Stage is LifeStage.Paused or LifeStage.Stopped or LifeStage.Withdrawn) yield return standing;
            }
        }
    }

    /// <summary>What can be depended on in a round.</summary>
    public static TargetCatalogue Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var taught = round.KnownNames.Where(name => name.Target is not null).ToLookup(name => name.Target!.Value, name => name.Words);
        // What was merged or split goes on under its successors: its names are theirs.
        var called = round.Earlier.SelectMany(snapshot => snapshot.Standings)
            .SelectMany(standing => standing.Initiative.Successors.Prepend(standing.Initiative.Id).Select(id => (id, standing.Facts.Name)))
            .ToLookup(pair => pair.id, pair => pair.Name);
        var entries = ImmutableArray.CreateBuilder<CatalogueEntry>();
        foreach (var (standing, _) in round.Entries)
        {
            Add(TargetRef.Of(standing.Initiative.Id), new LocalText(standing.Facts.Name), called[standing.Initiative.Id].Append(standing.Initiative.Name).Concat(standing.Initiative.OtherNames).Prepend(standing.Facts.Name).Distinct(StringComparer.Ordinal));
        }

        foreach (var gone in GoneFrom(round)) Add(TargetRef.Of(gone.Initiative.Id), new LocalText(gone.Facts.Name), called[gone.Initiative.Id].Append(gone.Initiative.Name).Concat(gone.Initiative.OtherNames).Distinct(StringComparer.Ordinal));
        foreach (var organisation in definition.Organisations) Add(new(TargetKind.Organisation, organisation.Code), new LocalText(organisation.Name), [organisation.Name, .. organisation.Aliases]);
        foreach (var party in definition.Parties) Add(new(TargetKind.Party, party.Code), party.Name, [party.Name.Bokmal, .. party.Aliases]);
        foreach (var (target, part) in definition.Foundation.Parts()) Add(target, part.Name, [part.Name.Bokmal, part.Code, .. part.Aliases]);
        foreach (var clarification in definition.Clarifications) Add(new(TargetKind.Clarification, clarification.Code), clarification.Name, [clarification.Name.Bokmal, .. clarification.Aliases]);
        return new(entries.ToImmutable());

        void Add(TargetRef target, LocalText name, IEnumerable<string> names) => entries.Add(new(target, name, [.. names.Concat(taught[target])]));
    }
}
