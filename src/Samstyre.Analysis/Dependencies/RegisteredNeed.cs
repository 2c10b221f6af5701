using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What decided that words name something.</summary>
public enum NamingRule
{
    /// <summary>Somebody taught it.</summary>
    Taught,

    /// <summary>A name or alias stands in the words.</summary>
    Name,

    /// <summary>An abbreviation that only one has.</summary>
    Abbreviation,

    /// <summary>Words in common.</summary>
    Likeness,

    /// <summary>The kind of row in the form says it.</summary>
    Form,
}

/// <summary>Something that a reported row names.</summary>
/// <param name="Target">What.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Score">How surely, 0-1; 1 is beyond doubt.</param>
/// <param name="Words">The words of the form that decided.</param>
/// <param name="Rule">What decided.</param>
public sealed record NamedTarget(TargetRef Target, LocalText Name, decimal Score, string Words, NamingRule Rule);

/// <summary>How far a row has been resolved.</summary>
public enum NamingState
{
    /// <summary>It names something that the portfolio follows.</summary>
    Resolved,

    /// <summary>It may; a person must decide.</summary>
    ToDecide,

    /// <summary>Nothing that the portfolio follows was found in it.</summary>
    Unresolved,

    /// <summary>Somebody decided that it names nothing that the portfolio follows.</summary>
    Elsewhere,
}

/// <summary>What a row names. Many rows name the same alone, and have one in common.</summary>
/// <param name="Named">The surest first; empty where nothing sure was found.</param>
/// <param name="Suggested">What it may name, the likeliest first, below the threshold.</param>
/// <param name="State">How far it has been resolved.</param>
public sealed record Naming(ImmutableArray<NamedTarget> Named, ImmutableArray<NamedTarget> Suggested, NamingState State)
{
    /// <summary>Nothing was found.</summary>
    public static Naming Nothing { get; } = new([], [], NamingState.Unresolved);

    /// <summary>The initiatives that are named, themselves or one of their deliverables, each once.</summary>
    public ImmutableArray<Guid> Givers { get; } = GiversOf(Named);

    private static ImmutableArray<Guid> GiversOf(ImmutableArray<NamedTarget> named)
    {
        ImmutableArray<Guid> givers = [];
        foreach (var one in named)
        {
            if (one.Target.Initiative is { } giver && !givers.Contains(giver)) givers = givers.Add(giver);
        }

        return givers;
    }
}

/// <summary>A reported dependency, or a prerequisite that is stated, and what it names.</summary>
/// <param name="Receiver">Who needs it.</param>
/// <param name="Keys">What its rows are known by.</param>
/// <param name="Row">Its place in the form, from 0, prerequisites apart.</param>
public sealed record RegisteredNeed(Standing Receiver, NeedKeys Keys, int Row)
{
    /// <summary>Which of the receiver's rows: <see cref="NeedKey"/> of a dependency, the interchange format's key of a prerequisite (<c>ehrGp</c>).</summary>
    public string Key => Keys.Of(Row);

    /// <summary>The dependency as reported; null for a prerequisite.</summary>
    public Dependency? Dependency { get; init; }

    /// <summary>The prerequisite as reported; null for a dependency.</summary>
    public Prerequisite? Prerequisite { get; init; }

    /// <summary>What it names.</summary>
    public Naming Naming { get; init; } = Naming.Nothing;

    /// <summary>What it names, the surest first; empty where nothing sure was found.</summary>
    public ImmutableArray<NamedTarget> Named => Naming.Named;

    /// <summary>Initiatives that it does not name, and that make a part of the common foundation that it names.</summary>
    public ImmutableArray<PartMaker> Makers { get; init; } = [];

    /// <summary>What it may name, the likeliest first, below the threshold.</summary>
    public ImmutableArray<NamedTarget> Suggested => Naming.Suggested;

    /// <summary>How far it has been resolved.</summary>
    public NamingState State => Naming.State;

    /// <summary>Whether it stands among the prerequisites (for the benefits) and not the dependencies (to deliver).</summary>
    public bool IsPrerequisite => Prerequisite is not null;

    /// <summary>How much depends on it; null where that is not stated.</summary>
    public Level? Criticality => Dependency is null ? Prerequisite?.Criticality : Dependency.Criticality;

    /// <summary>By when it is needed; null where the words give no date.</summary>
    public PartialDate? NeededBy { get; init; }

    /// <summary>How it goes, as the receiver says; null where it does not.</summary>
    public TrafficLight? Status => Dependency?.Status;

    /// <summary>Whether the author has closed it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The initiatives that it names, itself or one of their deliverables, each once.</summary>
    public ImmutableArray<Guid> Givers => Naming.Givers;

    /// <summary>Everybody that it waits for among the initiatives: the givers, then the makers.</summary>
    public ImmutableArray<Guid> OtherSides => Makers.IsEmpty ? Givers : [.. Givers, .. Makers.Select(maker => maker.Initiative).Distinct()];

    /// <summary>Whether it waits for an initiative that it does not name, by a part of the common foundation that this makes.</summary>
    public bool IsMadeBy(Guid initiative)
    {
        foreach (var maker in Makers)
        {
            if (maker.Initiative == initiative) return true;
        }

        return false;
    }

    /// <summary>The parts of the common foundation by which it waits for an initiative that it does not name, in words; null where it names it, or does not wait for it.</summary>
    public LocalText? PartsMadeBy(Guid initiative) =>
        Makers.Where(maker => maker.Initiative == initiative).Select(maker => maker.Part).ToList() is { Count: > 0 } parts
            ? new(Listed(parts, Language.Bokmal, "og"), Listed(parts, Language.Nynorsk, "og"), Listed(parts, Language.English, "and"))
            : null;

    /// <summary>The number, from 0, of the deliverable of an initiative that it is about; null where none is found.</summary>
    public int? DeliverableOf(Guid initiative)
    {
        foreach (var one in Named)
        {
            if (one.Target.Number is { } number && one.Target.Initiative == initiative) return number;
        }

        foreach (var maker in Makers)
        {
            if (maker.Initiative == initiative) return maker.Deliverable;
        }

        return null;
    }

    private static string Listed(List<NamedTarget> parts, Language language, string and) =>
        parts.Count == 1 ? parts[0].Name.In(language) : $"{string.Join(", ", parts.SkipLast(1).Select(part => part.Name.In(language)))} {and} {parts[^1].Name.In(language)}";
}
