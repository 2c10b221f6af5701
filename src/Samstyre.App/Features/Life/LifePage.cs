using Samstyre.Analysis;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>Every initiative that the portfolio has or had, with where it is in its life; and the changes of segment that are proposed.</summary>
internal static class LifePage
{
    private const int PageSize = 100;
    private static readonly LifeStage?[] Stages = [.. Enum.GetValues<LifeStage>().Cast<LifeStage?>(), null];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<SegmentShelf>();
        routes.MapDesk(LifeBook.Address, Right.SteerPortfolio, desk => Show(desk, shelf, null));
        routes.MapDeed(LifeBook.Address, Right.SteerPortfolio, desk => Answer(desk, shelf));
    }

    private static async Task Answer(DeskVisit desk, SegmentShelf shelf)
    {
        var key = desk.Posted("forslag");
        var reason = desk.Posted("grunn-" + key).Trim();
        var (open, _) = await Open(desk, shelf);
        if (open.FirstOrDefault(one => ProposalForms.KeyOf(one) == key) is not { } proposal)
        {
            await Show(desk, shelf, new(key, reason, new("ProposalGone", null, "The proposal is no longer open: its facts have changed, or somebody has answered it.")));
            return;
        }

        var accepted = desk.Posted("svar") == "ja";
        var saved = await SegmentAnswers.Save(
            desk.Db, desk.Definition.Code, new(proposal.Standing.Initiative.Id, proposal.Rule, proposal.EvidenceKey, accepted, reason.Length == 0 ? null : reason, desk.Now, desk.Actor.Code),
            new(LocalTime.Today(desk.Now, desk.Definition), proposal.From, proposal.To, reason.Length == 0 ? proposal.Sentence.In(desk.Texts.Language) : reason, null), desk.Cancellation);
        if (saved.Succeeded) desk.GoTo($"{LifeBook.Address}?lagret={(accepted ? "segment" : "avslag")}");
        else await Show(desk, shelf, new(key, reason, saved.Problems[0]));
    }

    /// <summary>The proposals that nobody has answered, and the answers.</summary>
    private static async Task<(IReadOnlyList<SegmentProposal> Open, IReadOnlyList<SegmentAnswer> Answers)> Open(DeskVisit desk, SegmentShelf shelf)
    {
        var proposals = await shelf.Proposals(desk.Portfolio.History, desk.Cancellation);
        var answers = await SegmentAnswers.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        var answered = answers.Select(answer => (answer.Initiative, answer.Rule, answer.Evidence)).ToHashSet();
        return ([.. proposals.Where(proposal => !answered.Contains((proposal.Standing.Initiative.Id, proposal.Rule, proposal.EvidenceKey)))], answers);
    }

    private static async Task Show(DeskVisit desk, SegmentShelf shelf, RefusedAnswer? refused)
    {
        var (open, answers) = await Open(desk, shelf);
        var book = await LifeBook.Of(desk);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var inside = book.All.Values.Count(initiative => StageOf(initiative) == LifeStage.InPortfolio);
                Shell.BeginDesk(html, desk, DeskEntry.Life, texts["life.title"]);
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["life.title"]}</h1><p class=\"lead\">{texts.Count("life.lead", inside)} {(open.Count == 0 ? texts["life.waiting.none"] : texts.Count("life.waiting", open.Count))}</p>");
                LifeBook.Done(html, desk);
                if (refused is not null) Fields.Summary(html, texts, [(open.Any(proposal => ProposalForms.KeyOf(proposal) == refused.Key) ? "grunn-" + refused.Key : "", Fields.SentenceOf(refused.Problem, texts))]);
                if (open.Count > 0) ProposalForms.Write(html, desk, book, open, refused);
                ProposalForms.Declined(html, desk, book, answers);
                List(html, desk, book);
                Shell.End(html, texts);
            },
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static LifeStage? StageOf(Initiative initiative) => initiative.Life.Count > 0 ? initiative.Life[^1].Stage : null;

    private static void List(HtmlWriter html, DeskVisit desk, LifeBook book)
    {
        var texts = desk.Texts;
        var query = desk.Http.Request.Query;
        var asked = query["steg"].ToString();
        var chosen = Stages.Where(stage => NameOf(stage) == asked).ToList();
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"tiltak\">{texts["life.list"]}</h2>");
        Filter(html, desk, book, asked);
        var rows = book.Sorted().Where(initiative => chosen.Count == 0 || chosen.Contains(StageOf(initiative))).ToList();
        if (rows.Count == 0)
        {
            html.Write($"<p>{texts["life.nothing"]}</p>");
            return;
        }

        var page = int.TryParse(query["side"], out var number) && number is > 0 and < 100_000 ? number : 1;
        Parts.BeginTable(html, texts["life.list.caption"], captionShown: false);
        Parts.Headings(html, (texts["column.id"], true), (texts["column.name"], false), (texts["life.stage"], false), (texts["life.since"], false), (texts["column.segment"], false), (texts["life.segment.since"], false));
        foreach (var initiative in rows.Skip((page - 1) * PageSize).Take(PageSize)) Row(html, desk, book, initiative);
        Parts.EndTable(html);
        Pager.Render(html, texts, rows.Count, PageSize, page, to => $"{desk.Root}{LifeBook.Address}?steg={Uri.EscapeDataString(chosen.Count == 0 ? "" : asked)}&side={to}#tiltak");
    }

    private static void Filter(HtmlWriter html, DeskVisit desk, LifeBook book, string asked)
    {
        var texts = desk.Texts;
        var counts = book.All.Values.CountBy(initiative => NameOf(StageOf(initiative))).ToDictionary();
        html.Write($"<nav aria-label=\"{texts["life.filter"]}\"><ul class=\"chips\">");
        Chip("", texts["life.filter.all"], book.All.Count);
        foreach (var stage in Stages)
        {
            if (counts.TryGetValue(NameOf(stage), out var count)) Chip(NameOf(stage), stage is null ? texts["life.notPlaced"] : texts["stage." + stage], count);
        }

        html.Write("</ul></nav>"u8);

        void Chip(string name, string label, int count)
        {
            html.Write($"<li><a class=\"ds-link\" href=\"{desk.Root}{LifeBook.Address}{(name.Length == 0 ? "" : "?steg=" + name)}#tiltak\"");
            if (name == asked) html.Write(" aria-current=\"true\""u8);
            html.Write($">{label} <span class=\"count\">{texts.Number(count)}</span></a></li>");
        }
    }

    private static string NameOf(LifeStage? stage) => stage?.ToString() ?? "Ingen";

    private static void Row(HtmlWriter html, DeskVisit desk, LifeBook book, Initiative initiative)
    {
        var texts = desk.Texts;
        html.Write("<tr><td class=\"num\">"u8);
        if (initiative.NationalId is { } id) html.Write($"{id}");
        html.Write("</td><th scope=\"row\">"u8);
        book.Link(html, desk, initiative);
        html.Write($"</th><td>{(StageOf(initiative) is { } stage ? texts["stage." + stage] : texts["life.notPlaced"])}</td><td>{(initiative.Life is [.., var last] ? RoundWords.Day(last.On) : "")}</td><td>{LifeBook.SegmentName(initiative.Segment, desk.Definition, texts)}</td><td>{(initiative.Segments is [.., var change] ? RoundWords.Day(change.On) : "")}</td></tr>");
    }
}
