using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Every name that a round's texts are compared with, ready to be looked up; from several threads too.</summary>
internal sealed class RoundNames
{
    private readonly ImmutableArray<KnownName> taught;
    private readonly ImmutableArray<(Guid Initiative, string? Organisation)> owners;
    private readonly ImmutableArray<(string Code, PartyKind Kind)> parties;
    private readonly ImmutableArray<(TargetRef Part, int Maker)> makers;

    private RoundNames(RoundContent round, TargetCatalogue catalogue)
    {
        var (snapshot, definition) = (round.Snapshot, round.Snapshot.Definition);
        Catalogue = catalogue;
        taught = round.KnownNames;
        owners = [.. snapshot.Standings.Select(standing => (standing.Initiative.Id, standing.Facts.Organisation))];
        parties = [.. definition.Parties.Select(party => (party.Code, party.Kind))];
        makers = [.. definition.Foundation.Parts().SelectMany(part => part.Part.Initiatives.Select(maker => (part.Target, maker)))];
        Outright = new(catalogue, taught);
        Like = new(catalogue, owners.ToDictionary(one => one.Initiative, one => one.Organisation));
    }

    /// <summary>What can be named.</summary>
    public TargetCatalogue Catalogue { get; }

    /// <summary>Names as they are written.</summary>
    public NameIndex Outright { get; }

    /// <summary>Names that words are like.</summary>
    public LikeNames Like { get; }

    /// <summary>The names of a round: those of an earlier version of it where no name, nor anything else that decides what words name, has changed.</summary>
    public static RoundNames Of(RoundContent round, RoundNames? before)
    {
        var catalogue = TargetCatalogue.Of(round);
        return before is not null && before.AreThoseOf(round, catalogue) ? before : new(round, catalogue);
    }

    private bool AreThoseOf(RoundContent round, TargetCatalogue catalogue)
    {
        var (snapshot, definition) = (round.Snapshot, round.Snapshot.Definition);
        return taught.SequenceEqual(round.KnownNames)
            && owners.SequenceEqual(snapshot.Standings.Select(standing => (standing.Initiative.Id, standing.Facts.Organisation)))
            && parties.SequenceEqual(definition.Parties.Select(party => (party.Code, party.Kind)))
            && makers.SequenceEqual(definition.Foundation.Parts().SelectMany(part => part.Part.Initiatives.Select(maker => (part.Target, maker))))
            && Catalogue.Entries.AsSpan().SequenceEqual(catalogue.Entries.AsSpan(), SameEntry.Instance);
    }

    private sealed class SameEntry : IEqualityComparer<CatalogueEntry>
    {
        public static SameEntry Instance { get; } = new();

        public bool Equals(CatalogueEntry? one, CatalogueEntry? other) =>
            one!.Target == other!.Target && one.Number == other.Number && one.Name == other.Name && one.Names.AsSpan().SequenceEqual(other.Names.AsSpan());

        public int GetHashCode(CatalogueEntry entry) => entry.Target.GetHashCode();
    }
}
