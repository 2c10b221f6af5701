using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>The announced initiatives that somebody may see, each with where it stands.</summary>
internal static class CandidateListPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk(CandidateView.Address, Right.Announce, Show);

    private static async Task Show(DeskVisit desk)
    {
        var candidates = await CandidateView.List(desk);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Candidates, texts["candidates.title"]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["candidates.title"]}</h1><p class=\"lead\">{Sentence(desk, candidates)}</p>");
            html.Write($"<p><a class=\"ds-button\" data-variant=\"primary\" href=\"{desk.Root}{AnnouncePage.Address}\">{texts["candidates.announce"]}</a></p>");
            if (candidates.Count > 0) Table(html, desk, candidates);
            Shell.End(html, texts);
        });
    }

    private static string Sentence(DeskVisit desk, IReadOnlyList<Assessment> candidates)
    {
        var texts = desk.Texts;
        if (candidates.Count == 0) return texts["candidates.empty"];
        var waiting = candidates.CountBy(CandidateStandings.Of).ToDictionary();
        var (office, submitter, undecided) = (waiting.GetValueOrDefault(CandidateStanding.WaitsForOffice), waiting.GetValueOrDefault(CandidateStanding.WaitsForSubmitter), waiting.GetValueOrDefault(CandidateStanding.Undecided));
        return office + submitter + undecided == 0
            ? texts["candidates.allDecided"]
            : texts["candidates.sentence", texts.Number(office), texts.Number(submitter), texts.Number(undecided)];
    }

    private static void Table(HtmlWriter html, DeskVisit desk, IReadOnlyList<Assessment> candidates)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["candidates.caption"]);
        Parts.Headings(html, (texts["column.name"], false), (texts["column.organisation"], false), (texts["candidate.announced"], false), (texts["candidate.standing"], false));
        // Those that wait for somebody come first.
        foreach (var candidate in candidates.OrderBy(candidate => !candidate.IsOpen))
        {
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{desk.Root}{CandidateView.AddressOf(candidate.Id)}\">{candidate.Name}</a></th><td>{CandidateView.OrganisationOf(desk, candidate.Organisation)}</td><td>{LocalTime.Day(candidate.At, desk.Definition)}</td><td>");
            CandidateView.Tag(html, desk, candidate);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }
}
