using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Candidates;

/// <summary>An initiative that an announced one may be, as a page shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Name of its organisation; null where it is not known.</param>
/// <param name="Href">Its page; null where it has none that this person sees.</param>
internal sealed record LikeOne(string Name, string? Organisation, string? Href);

/// <summary>Initiatives that an announced one may be, among those that the reader may know of.</summary>
internal static class LikeOnes
{
    public static async Task<IReadOnlyList<LikeOne>> Of(DeskVisit desk, string name, string organisation, string purpose, Guid? but = null)
    {
        var announced = (await AssessmentRows.List(desk.Db, desk.PortfolioId, desk.Cancellation)).ToDictionary(one => one.Initiative);
        var known = (await InitiativeStore.Registered(desk.Db, desk.PortfolioId, desk.Cancellation))
            .Where(one => one.Initiative.Id != but && MayKnow(desk, one.Initiative.Id, announced))
            .Select(one => new NamedInitiative(one.Initiative.Id, one.Initiative.Name, one.Organisation)).ToList();
        return [.. LikeInitiatives.Of(name, organisation, purpose, known).Select(one => new LikeOne(
            one.Name,
            one.Organisation is null ? null : CandidateView.OrganisationOf(desk, one.Organisation),
            announced.TryGetValue(one.Id, out var assessment) && Domain.Access.MayReportFor(desk.Actor, assessment.Organisation) ? desk.Root + CandidateView.AddressOf(assessment.Id) : PageOf(desk, one.Id)))];
    }

    /// <summary>Asks whether the announced one is another than these.</summary>
    public static void Ask(HtmlWriter html, DeskVisit desk, IReadOnlyList<LikeOne> like, string field)
    {
        var texts = desk.Texts;
        html.Write($"<div class=\"ds-alert\" data-color=\"warning\" role=\"status\" id=\"lignende\"><h2 class=\"ds-heading\" data-size=\"xs\">{texts["announce.like"]}</h2><p>{texts["announce.like.what"]}</p>");
        List(html, like);
        Fields.Submit(html, texts["announce.another"], "primary", field, "ja");
        html.Write("</div>"u8);
    }

    public static void List(HtmlWriter html, IReadOnlyList<LikeOne> like)
    {
        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var one in like)
        {
            html.Write("<li>"u8);
            if (one.Href is { } href) html.Write($"<a class=\"ds-link\" href=\"{href}\">{one.Name}</a>");
            else html.Write($"{one.Name}");
            if (one.Organisation is { } organisation) html.Write($" ({organisation})");
            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    // What another organisation has announced is between it and the office until it is in a round that the reader sees.
    private static bool MayKnow(DeskVisit desk, Guid initiative, Dictionary<Guid, Assessment> announced) =>
        desk.May(Right.SteerPortfolio)
        || (announced.TryGetValue(initiative, out var assessment) && Domain.Access.MayReportFor(desk.Actor, assessment.Organisation))
        || PageOf(desk, initiative) is not null;

    private static string? PageOf(DeskVisit desk, Guid initiative)
    {
        foreach (var round in desk.Portfolio.Rounds.Reverse())
        {
            if (round.Standing(initiative) is { } standing)
                return $"/{desk.Texts.Code}/{desk.Definition.Code}/{round.Round.Code}/tiltak/{standing.Initiative.NationalId?.ToString(CultureInfo.InvariantCulture) ?? initiative.ToString("N")}";
        }

        return null;
    }
}
