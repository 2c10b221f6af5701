namespace Samstyre.Domain;

/// <summary>What somebody is to a portfolio. Whoever has no role is the public.</summary>
public enum Role
{
    /// <summary>Reports the initiatives of an organisation (porteføljekontakt).</summary>
    Reporter,

    /// <summary>Opens rounds, checks, returns, approves and publishes (nasjonalt porteføljekontor).</summary>
    PortfolioOffice,

    /// <summary>Follows the dependencies to the common foundation (nasjonalt arkitekturkontor).</summary>
    ArchitectureOffice,

    /// <summary>Advises or decides: NUFA, NUIT, the board.</summary>
    CommitteeMember,

    /// <summary>Gives people their roles.</summary>
    Administrator,
}

/// <summary>A role that somebody has in a portfolio.</summary>
/// <param name="Role">The role.</param>
/// <param name="Organisation">Code of the organisation that a reporter reports for; null for the other roles.</param>
public sealed record RoleGrant(Role Role, string? Organisation = null);

/// <summary>Something that one may do. Every address of the product asks for one.</summary>
public enum Right
{
    /// <summary>What everybody may: read what is published.</summary>
    Read,

    /// <summary>What everybody may who is logged in: their own account.</summary>
    OwnAccount,

    /// <summary>Fill in and submit forms: reporters those of their organisations, the office all.</summary>
    Report,

    /// <summary>See who has reported, and what was submitted, before it is published.</summary>
    FollowRound,

    /// <summary>Ask, return, approve, and rate beside the reporter.</summary>
    Review,

    /// <summary>Plan, open, close and publish rounds, and edit the report's words.</summary>
    RunRound,

    /// <summary>Announce initiatives and answer the checklist: reporters for their organisations, the office for all.</summary>
    Announce,

    /// <summary>Decide who comes in, in which segment, and what becomes of initiatives; hold the yearly wheel.</summary>
    SteerPortfolio,

    /// <summary>See the portfolio weighed: candidates, next year, what it leans towards.</summary>
    WeighPortfolio,

    /// <summary>Follow what initiatives need from each other: say what words name, ask both sides, note, keep the foundation's plan.</summary>
    FollowDependencies,

    /// <summary>See who did what.</summary>
    ReadAudit,

    /// <summary>Invite people and give and take their roles.</summary>
    ManagePeople,
}

/// <summary>Who a page is for: what it shows of the forms follows from the portfolio's masking table.</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Reporters, of other organisations' initiatives than their own.</summary>
    Reporters,

    /// <summary>Members of the committees.</summary>
    Committees,

    /// <summary>The architecture office.</summary>
    Architects,

    /// <summary>The portfolio office: sees everything.</summary>
    Office,
}
