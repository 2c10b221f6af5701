namespace Samstyre.Domain;

/// <summary>Three-colour status or risk. Null where it is held means not stated.</summary>
public enum TrafficLight
{
    /// <summary>As planned (grønn).</summary>
    Green,

    /// <summary>Deviations that the initiative handles itself (gul).</summary>
    Yellow,

    /// <summary>Serious deviations (rød).</summary>
    Red,
}

/// <summary>High, medium or low: of strategic fit, and of criticality.</summary>
public enum Level
{
    /// <summary>Høy (H).</summary>
    High,

    /// <summary>Middels (M).</summary>
    Medium,

    /// <summary>Lav (L).</summary>
    Low,
}

/// <summary>Phases of the national project model (Prosjektveiviseren) that a form can state. The idea phase lies before the form and reads as null.</summary>
public enum Phase
{
    /// <summary>Konsept.</summary>
    Concept,

    /// <summary>Planlegging.</summary>
    Planning,

    /// <summary>Gjennomføring.</summary>
    Execution,

    /// <summary>Avslutning.</summary>
    Closing,

    /// <summary>Realisering.</summary>
    Realisation,
}

/// <summary>Answer to one of the four questions about benefits.</summary>
public enum Answer
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nei.</summary>
    No,

    /// <summary>I arbeid, delvis.</summary>
    InProgress,

    /// <summary>Answered with words that are none of these.</summary>
    Other,
}

/// <summary>Band of the quantified benefits over the lifetime of the solution, in million NOK.</summary>
public enum BenefitBand
{
    /// <summary>Under 10 million.</summary>
    Under10,

    /// <summary>10 to 100 million.</summary>
    From10To100,

    /// <summary>Over 100 million.</summary>
    Over100,
}
