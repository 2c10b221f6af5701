using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Something that can be depended on, under all its names.</summary>
/// <param name="Target">What.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Names">All that it is called, its name first.</param>
/// <param name="Number">The national id of an initiative; null where it has none, and for everything else.</param>
public sealed record CatalogueEntry(TargetRef Target, LocalText Name, ImmutableArray<string> Names, int? Number = null)
{
    /// <summary>The initiative that it is; null for other kinds.</summary>
    public Guid? Initiative { get; } = Target.Kind == TargetKind.Initiative ? Target.Initiative : null;
}

/// <summary>All that can be depended on in a round: initiatives, their deliverables, organisations, parties, the common foundation, clarifications.</summary>
public sealed class TargetCatalogue
{
    private static readonly PerRound<List<Standing>> Gone = new(FindGone);

    private readonly Dictionary<TargetRef, CatalogueEntry> byTarget;

    private TargetCatalogue(ImmutableArray<CatalogueEntry> entries)
    {
        Entries = entries;
        byTarget = new(entries.Length);
        foreach (var entry in entries) byTarget.TryAdd(entry.Target, entry);
    }

    /// <summary>All, by kind and in the portfolio's order. Deliverables are not among them: they are found through their initiative.</summary>
    public ImmutableArray<CatalogueEntry> Entries { get; }

    /// <summary>The entry of a target; null where it is none of the round's, or a deliverable.</summary>
    public CatalogueEntry? Find(TargetRef target) => byTarget.GetValueOrDefault(target);

    /// <summary>Initiatives of earlier rounds that are paused, stopped or withdrawn, as they stood last: forms go on naming them.</summary>
    public static IReadOnlyList<Standing> GoneFrom(RoundContent round) => Gone.Of(round);

    private static List<Standing> FindGone(RoundContent round)
    {
        List<Standing> gone = [];
        var seen = new HashSet<Guid>();
        for (var at = round.Earlier.Length - 1; at >= 0; at--)
        {
            var places = new StandingPlaces(round.Snapshot.Standings);
            foreach (var standing in round.Earlier[at].Standings)
            {
                if (places.Of(standing.Initiative) < 0 && standing.Initiative.StageOn(round.Snapshot.Round.CollectedOn)?.Stage is LifeStage.Paused or LifeStage.Stopped or LifeStage.Withdrawn && seen.Add(standing.Initiative.Id)) gone.Add(standing);
            }
        }

        return gone;
    }

    /// <summary>What can be depended on in a round.</summary>
    public static TargetCatalogue Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var taught = round.KnownNames.Where(name => name.Target is not null).ToLookup(name => name.Target!.Value, name => name.Words);
        var called = FormerNames(round);
        var entries = ImmutableArray.CreateBuilder<CatalogueEntry>();
        foreach (var standing in round.Snapshot.Standings) AddInitiative(standing);

        foreach (var gone in GoneFrom(round)) AddInitiative(gone);
        foreach (var organisation in definition.Organisations) Add(new(TargetKind.Organisation, organisation.Code), new LocalText(organisation.Name), [organisation.Name, .. organisation.Aliases]);
        foreach (var party in definition.Parties) Add(new(TargetKind.Party, party.Code), party.Name, [party.Name.Bokmal, .. party.Aliases]);
        foreach (var (target, part) in definition.Foundation.Parts()) Add(target, part.Name, [part.Name.Bokmal, part.Code, .. part.Aliases]);
        foreach (var clarification in definition.Clarifications) Add(new(TargetKind.Clarification, clarification.Code), clarification.Name, [clarification.Name.Bokmal, .. clarification.Aliases]);
        return new(entries.ToImmutable());

        void AddInitiative(Standing standing)
        {
            var initiative = standing.Initiative;
            List<string> names = [standing.Facts.Name];
            if (called.TryGetValue(initiative.Id, out var former)) AddNew(names, former);
            AddNew(names, [initiative.Name]);
            AddNew(names, initiative.OtherNames);

            Add(TargetRef.Of(initiative.Id), new LocalText(standing.Facts.Name), names, initiative.NationalId);
        }

        void Add(TargetRef target, LocalText name, IEnumerable<string> names, int? number = null) => entries.Add(new(target, name, taught.Count == 0 ? [.. names] : [.. names.Concat(taught[target])], number));
    }

    private static void AddNew(List<string> names, IReadOnlyList<string> others)
    {
        for (var at = 0; at < others.Count; at++)
        {
            if (!names.Contains(others[at])) names.Add(others[at]);
        }
    }

    // What was merged or split goes on under its successors: its names are theirs.
    private static Dictionary<Guid, List<string>> FormerNames(RoundContent round)
    {
        var names = new Dictionary<Guid, List<string>>();
        foreach (var standing in round.Earlier.SelectMany(snapshot => snapshot.Standings))
        {
            // What it is called in the register of initiatives counts anyway.
            if (standing.Facts.Name != standing.Initiative.Name) Add(standing.Initiative.Id, standing.Facts.Name);
            foreach (var successor in standing.Initiative.Successors) Add(successor, standing.Facts.Name);
        }

        return names;

        void Add(Guid initiative, string name)
        {
            if (!names.TryGetValue(initiative, out var own)) names[initiative] = own = new(1);
            if (!own.Contains(name)) own.Add(name);
        }
    }
}
