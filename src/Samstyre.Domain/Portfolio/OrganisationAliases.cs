namespace Samstyre.Domain;

/// <summary>Names that people write for an organisation: the office teaches them as they come.</summary>
public static class OrganisationAliases
{
    private const int LongestAlias = 200;

    /// <summary>The portfolio with one more name for an organisation.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="code">Code of the organisation.</param>
    /// <param name="alias">The name; 1 to 200 characters with a letter or a number among them.</param>
    public static Outcome<PortfolioDefinition> Add(PortfolioDefinition portfolio, string code, string alias)
    {
        if (portfolio.OrganisationByCode(code) is not { } organisation) return new Problem("OrganisationUnknown", "virksomhet", "Choose the organisation that the name belongs to.");
        var key = OrganisationNames.Key(alias);
        if (key.Length == 0 || alias.Length > LongestAlias) return new Problem("AliasEmpty", "navn", "Write the name as it stands in the forms, at most 200 characters.");
        var holder = portfolio.Organisations.FirstOrDefault(other => other.Aliases.Prepend(other.Name).Any(name => OrganisationNames.Key(name) == key));
        return holder is not null
            ? new Problem("AliasTaken", "navn", $"The name belongs to {holder.Name} already.")
            : With(portfolio, organisation with { Aliases = [.. organisation.Aliases, alias.Trim()] });
    }

    /// <summary>The portfolio without a name that was taught.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="code">Code of the organisation.</param>
    /// <param name="alias">The name as it is listed.</param>
    public static Outcome<PortfolioDefinition> Remove(PortfolioDefinition portfolio, string code, string alias) =>
        portfolio.OrganisationByCode(code) is { } organisation && organisation.Aliases.Contains(alias)
            ? With(portfolio, organisation with { Aliases = [.. organisation.Aliases.Where(other => other != alias)] })
            : new Problem("AliasGone", "navn", "The name is not there any more.");

    private static PortfolioDefinition With(PortfolioDefinition portfolio, Organisation changed) =>
        portfolio with { Organisations = [.. portfolio.Organisations.Select(organisation => organisation.Code == changed.Code ? changed : organisation)] };
}
