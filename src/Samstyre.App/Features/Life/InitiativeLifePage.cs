using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>One initiative's life: its steps, the next one, its segments, and whom it came from and became.</summary>
internal static class InitiativeLifePage
{
    private const string Below = LifeBook.Address + "/{initiative}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Below, Right.SteerPortfolio, desk => Show(desk, [], []));
        routes.MapDeed(Below, Right.SteerPortfolio, TakeStep);
        routes.MapDeed(Below + "/segment", Right.SteerPortfolio, MoveSegment);
    }

    private static async Task TakeStep(DeskVisit desk)
    {
        var book = await LifeBook.Of(desk);
        if (book.Find(desk.Part("initiative")) is not { } initiative)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var posted = PostedStep.Read(desk, book);
        IReadOnlyList<Problem> problems = posted.Problems;
        // Those that it is split into are followed as closely as it was.
        var segment = desk.Definition.Segments.FirstOrDefault(one => one.Code == initiative.Segment)?.Code;
        if (problems.Count == 0) problems = (await LifeStore.Take(desk.Db, desk.Definition.Code, initiative.Id, posted.Step, [.. posted.Made.Select(made => made with { Segment = segment })], desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
        if (problems.Count == 0) desk.GoTo($"{LifeBook.Address}/{InitiativeLink.KeyOf(initiative)}?lagret=steg");
        else await Show(desk, problems, []);
    }

    private static async Task MoveSegment(DeskVisit desk)
    {
        if ((await LifeBook.Of(desk)).Find(desk.Part("initiative")) is not { } initiative)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        IReadOnlyList<Problem> problems;
        if (RoundWords.Read(desk.Posted("segment-dato")) is not { } on) problems = [new("DayUnreadable", "dato", "Write the day as 31.10.2020.")];
        else problems = (await LifeStore.Move(desk.Db, desk.Definition.Code, initiative.Id, desk.Posted("segment"), on, desk.Posted("segment-grunn"), PostedStep.Words(desk, "segment-sak"), desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
        if (problems.Count == 0) desk.GoTo($"{LifeBook.Address}/{InitiativeLink.KeyOf(initiative)}?lagret=segment");
        else await Show(desk, [], [.. problems.Select(problem => problem with { Field = problem.Field == "segment" ? "segment" : "segment-" + problem.Field })]);
    }

    private static async Task Show(DeskVisit desk, IReadOnlyList<Problem> stepProblems, IReadOnlyList<Problem> segmentProblems)
    {
        var book = await LifeBook.Of(desk);
        if (book.Find(desk.Part("initiative")) is not { } initiative)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var recorders = await LifeRecorders.Of(desk.Db, desk.PortfolioId, initiative.Id, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, recorders.Steps.Concat(recorders.Segments).OfType<string>(), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Life, book.NameOf(initiative), (LifeBook.Address, texts["life.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{book.NameOf(initiative)}</h1><p class=\"lead\">{Sentence(desk, initiative)}</p>");
                LifeBook.Done(html, desk);
                Fields.Summary(html, texts, [.. stepProblems.Concat(segmentProblems).Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
                if (desk.Portfolio.Rounds.LastOrDefault(round => round.Standing(initiative.Id) is not null) is { } round)
                    html.Write($"<p><a class=\"ds-link\" href=\"/{texts.Code}/{desk.Definition.Code}/{round.Round.Code}/tiltak/{InitiativeLink.KeyOf(initiative)}\">{texts["life.report", round.Round.Month.ToText(texts.Language)]}</a></p>");
                Steps(html, desk, book, initiative, recorders, names);
                StepForm.Write(html, desk, book, initiative, stepProblems);
                SegmentForm.Write(html, desk, initiative, recorders, names, segmentProblems);
                FamilyView.Write(html, desk, book, initiative);
                Shell.End(html, texts);
            },
            stepProblems.Count + segmentProblems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Sentence(DeskVisit desk, Initiative initiative)
    {
        var texts = desk.Texts;
        var segment = LifeBook.SegmentName(initiative.Segment, desk.Definition, texts);
        return initiative.Life is [.., var last] ? texts["life.sentence", texts["stage." + last.Stage], RoundWords.Day(last.On), segment] : texts["life.sentence.notPlaced", segment];
    }

    private static void Steps(HtmlWriter html, DeskVisit desk, LifeBook book, Initiative initiative, LifeRecorders recorders, ActorNames names)
    {
        if (initiative.Life.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["life.steps"]}</h2>");
        Parts.BeginTable(html, texts["life.steps"], captionShown: false);
        Parts.Headings(html, (texts["life.date"], false), (texts["life.stage"], false), (texts["life.reason"], false), (texts["life.case"], false), (texts["life.who"], false));
        for (var place = 0; place < initiative.Life.Count; place++)
        {
            var step = initiative.Life[place];
            html.Write($"<tr><td>{RoundWords.Day(step.On)}</td><th scope=\"row\">{texts["stage." + step.Stage]}</th><td class=\"prose\">{step.Reason}");
            Detail(texts["life.until"], step.Until is { } until ? RoundWords.Day(until) : null);
            Detail(texts["life.handedTo"], step.HandedTo);
            Detail(texts["life.delivered"], step.Delivered);
            Detail(texts["life.learned"], step.Learned);
            if (step.Stage is LifeStage.Merged or LifeStage.Split) Became(html, desk, book, initiative);
            html.Write($"</td><td>{step.Case}</td><td>{(recorders.Steps.ElementAtOrDefault(place) is { } actor ? names.Of(actor, texts) : "")}</td></tr>");
        }

        Parts.EndTable(html);

        void Detail(string label, string? words)
        {
            if (words is not null) html.Write($"<div><span class=\"quiet\">{label}:</span> {words}</div>");
        }
    }

    private static void Became(HtmlWriter html, DeskVisit desk, LifeBook book, Initiative initiative)
    {
        html.Write($"<div><span class=\"quiet\">{desk.Texts["life.became"]}:</span> ");
        var first = true;
        foreach (var id in initiative.Successors)
        {
            if (!book.All.TryGetValue(id, out var successor)) continue;
            if (!first) html.Write(", "u8);
            first = false;
            book.Link(html, desk, successor);
        }

        html.Write("</div>"u8);
    }
}
