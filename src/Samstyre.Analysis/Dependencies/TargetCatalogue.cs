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

    /// <summary>What can be depended on in a round.</summary>
    public static TargetCatalogue Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var taught = round.KnownNames.Where(name => name.Target is not null).ToLookup(name => name.Target!.Value, name => name.Words);
        var called = round.Earlier.SelectMany(snapshot => snapshot.Standings).ToLookup(standing => standing.Initiative.Id, standing => standing.Facts.Name);
        var entries = ImmutableArray.CreateBuilder<CatalogueEntry>();
        foreach (var (standing, _) in round.Entries)
        {
            Add(TargetRef.Of(standing.Initiative.Id), new LocalText(standing.Facts.Name), called[standing.Initiative.Id].Append(standing.Initiative.Name).Concat(standing.Initiative.OtherNames).Prepend(standing.Facts.Name).Distinct(StringComparer.Ordinal));
        }

        foreach (var organisation in definition.Organisations) Add(new(TargetKind.Organisation, organisation.Code), new LocalText(organisation.Name), [organisation.Name, .. organisation.Aliases]);
        foreach (var party in definition.Parties) Add(new(TargetKind.Party, party.Code), party.Name, [party.Name.Bokmal, .. party.Aliases]);
        foreach (var (target, part) in definition.Foundation.Parts()) Add(target, part.Name, [part.Name.Bokmal, part.Code, .. part.Aliases]);
        foreach (var clarification in definition.Clarifications) Add(new(TargetKind.Clarification, clarification.Code), clarification.Name, [clarification.Name.Bokmal, .. clarification.Aliases]);
        return new(entries.ToImmutable());

        void Add(TargetRef target, LocalText name, IEnumerable<string> names) => entries.Add(new(target, name, [.. names.Concat(taught[target])]));
    }
}
