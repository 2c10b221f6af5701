using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Candidates;
using Samstyre.Domain;

namespace Samstyre.App.Features.Desk;

/// <summary>The entries of the menu where people work.</summary>
internal enum DeskEntry
{
    Desk,
    Rounds,
    Review,
    Workbench,
    Candidates,
    Life,
    Balance,
    Dependencies,
    Foundation,
    People,
    Audit,
}

/// <summary>The menu where people work; everybody sees what they may open.</summary>
internal static class DeskMenu
{
    public static IReadOnlyList<(DeskEntry Entry, string Href, string Key, Right Right)> Entries { get; } =
    [
        (DeskEntry.Desk, "", "desk.title", Right.OwnAccount),
        (DeskEntry.Rounds, "/runder", "calendar.title", Right.FollowRound),
        (DeskEntry.Review, "/kontroll", "desk.review", Right.FollowRound),
        (DeskEntry.Candidates, CandidateView.Address, "candidates.title", Right.Announce),
        (DeskEntry.Workbench, "/rapport", "workbench.title", Right.RunRound),
        (DeskEntry.Balance, "/balanse", "balance.title", Right.WeighPortfolio),
        (DeskEntry.Dependencies, NeedWords.Address, "needdesk.title", Right.FollowDependencies),
        (DeskEntry.Foundation, "/grunnmur", "foundationDesk.title", Right.FollowDependencies),
        (DeskEntry.Life, "/livslop", "life.title", Right.SteerPortfolio),
        (DeskEntry.Audit, "/logg", "desk.audit", Right.ReadAudit),
        (DeskEntry.People, "/personer", "desk.people", Right.ManagePeople),
    ];
}
