namespace Samstyre.Domain;

/// <summary>The languages that screens and reports speak.</summary>
public enum Language
{
    /// <summary>Norwegian Bokmål (nb), the first language.</summary>
    Bokmal,

    /// <summary>Norwegian Nynorsk (nn).</summary>
    Nynorsk,

    /// <summary>English (en).</summary>
    English,
}

/// <summary>A text of the portfolio's definition in each language.</summary>
/// <param name="Bokmal">Always there.</param>
/// <param name="Nynorsk">Null: as in Bokmål.</param>
/// <param name="English">Null: as in Bokmål.</param>
public sealed record LocalText(string Bokmal, string? Nynorsk = null, string? English = null)
{
    /// <summary>The text in that language, or in Bokmål where it has none.</summary>
    public string In(Language language) => language switch
    {
        Language.Nynorsk => Nynorsk ?? Bokmal,
        Language.English => English ?? Bokmal,
        _ => Bokmal,
    };
}
