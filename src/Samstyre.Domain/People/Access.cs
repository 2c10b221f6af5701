namespace Samstyre.Domain;

/// <summary>Who may do what: the one table of the product. Everything that is not named here is refused.</summary>
public static class Access
{
    private static readonly Dictionary<Role, Right[]> Granted = new()
    {
        [Role.Reporter] = [Right.Report, Right.Announce],
        [Role.PortfolioOffice] = [Right.Report, Right.FollowRound, Right.Review, Right.RunRound, Right.ReadAudit, Right.Announce, Right.SteerPortfolio, Right.WeighPortfolio, Right.FollowDependencies],
        [Role.ArchitectureOffice] = [Right.FollowRound, Right.WeighPortfolio, Right.FollowDependencies],
        [Role.CommitteeMember] = [Right.WeighPortfolio],
        [Role.Administrator] = [Right.ManagePeople, Right.ReadAudit],
    };

    /// <summary>Whether somebody may.</summary>
    /// <param name="actor">Who; null for somebody who is not logged in.</param>
    /// <param name="right">What.</param>
    public static bool May(Actor? actor, Right right) => right switch
    {
        Right.Read => true,
        Right.OwnAccount => actor is not null,
        _ => actor is not null && actor.Grants.Any(grant => Granted[grant.Role].Contains(right)),
    };

    /// <summary>Whether somebody may see and fill in the forms of an organisation: its reporters and the portfolio office may.</summary>
    /// <param name="actor">Who; null for somebody who is not logged in.</param>
    /// <param name="organisation">Code of the organisation.</param>
    public static bool MayReportFor(Actor? actor, string organisation) =>
        actor is not null && actor.Grants.Any(grant => grant.Role == Role.PortfolioOffice || (grant.Role == Role.Reporter && grant.Organisation == organisation));

    /// <summary>As whom somebody reads: of several roles the one that sees most.</summary>
    public static Audience AudienceOf(Actor? actor)
    {
        var audience = Audience.Public;
        foreach (var grant in actor?.Grants ?? [])
        {
            var one = grant.Role switch
            {
                Role.PortfolioOffice => Audience.Office,
                Role.ArchitectureOffice => Audience.Architects,
                Role.CommitteeMember => Audience.Committees,
                Role.Reporter => Audience.Reporters,
                _ => Audience.Public,
            };
            if (one > audience) audience = one;
        }

        return audience;
    }
}

/// <summary>Somebody who is logged in, as one portfolio sees them.</summary>
/// <param name="Account">Their identity.</param>
/// <param name="Name">Their name.</param>
/// <param name="Grants">Their roles in the portfolio; empty for none.</param>
public sealed record Actor(Guid Account, string Name, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>How the audit log and the history of a form name them: the identity, not the name, since names are personal data.</summary>
    public string Code { get; } = $"account:{Account:N}";
}
