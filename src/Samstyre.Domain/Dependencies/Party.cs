namespace Samstyre.Domain;

/// <summary>What kind of party somebody is who is expected to do something and does not report.</summary>
public enum PartyKind
{
    /// <summary>A supplier, or suppliers together.</summary>
    Supplier,

    /// <summary>General practitioners.</summary>
    GeneralPractitioners,

    /// <summary>The municipalities.</summary>
    Municipalities,

    /// <summary>Hospitals and their regions.</summary>
    SpecialistCare,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>A party that initiatives depend on and that does not report to the portfolio.</summary>
/// <param name="Code">Short name: <c>ehr-vendors</c>.</param>
/// <param name="Kind">What kind of party.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other ways in which people write it.</param>
public sealed record Party(string Code, PartyKind Kind, LocalText Name, IReadOnlyList<string> Aliases);

/// <summary>What kind of thing must be in place.</summary>
public enum ClarificationKind
{
    /// <summary>A law, regulation or legal clarification.</summary>
    Law,

    /// <summary>A standard, code system or terminology.</summary>
    Standard,

    /// <summary>A decision on funding.</summary>
    Funding,

    /// <summary>A national component that is not a building block of the foundation.</summary>
    Component,
}

/// <summary>Something outside the initiatives that several of them stand on: a law, a standard, a funding decision, a national component.</summary>
/// <param name="Code">Short name: <c>health-register-act</c>.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other ways in which people write it.</param>
public sealed record Clarification(string Code, ClarificationKind Kind, LocalText Name, IReadOnlyList<string> Aliases)
{
    /// <summary>Who answers for it, in words; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is to be in place; null where nobody said.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>How it goes; null where nobody said.</summary>
    public TrafficLight? Status { get; init; }

    /// <summary>Whether it is in place.</summary>
    public bool Done { get; init; }
}
