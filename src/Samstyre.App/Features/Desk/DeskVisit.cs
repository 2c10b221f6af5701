using Samstyre.App.Access;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Audit;
using Samstyre.App.Features.Balance;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Candidates;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Imports;
using Samstyre.App.Features.Life;
using Samstyre.App.Features.Organisations;
using Samstyre.App.Features.People;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Features.Review;
using Samstyre.App.Features.Workbench;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Desk;

/// <summary>One request for a page where people work, below <c>/{language}/{portfolio}/arbeid</c>.</summary>
/// <param name="Http">The request.</param>
/// <param name="Texts">In the address's language.</param>
/// <param name="Portfolio">As the person sees it.</param>
/// <param name="Person">Who is logged in.</param>
internal sealed record DeskVisit(HttpContext Http, TextSet Texts, PortfolioIndex Portfolio, LoggedIn Person)
{
    /// <summary>With their roles in this portfolio.</summary>
    public Actor Actor { get; } = Person.In(Portfolio.Definition.Code);

    public Guid PortfolioId => Portfolio.History.PortfolioId;

    public PortfolioDefinition Definition => Portfolio.Definition;

    /// <summary>Address of the desk; other addresses of it continue it.</summary>
    public string Root { get; } = $"/{Texts.Code}/{Portfolio.Definition.Code}/arbeid";

    public Db Db => Http.RequestServices.GetRequiredService<Db>();

    public TimeProvider Time => Http.RequestServices.GetRequiredService<TimeProvider>();

    public DateTimeOffset Now => Time.GetUtcNow();

    public CancellationToken Cancellation => Http.RequestAborted;

    public bool May(Right right) => Domain.Access.May(Actor, right);

    /// <summary>The part of the address that a route names.</summary>
    public string Part(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>A posted field; empty where it was not sent.</summary>
    public string Posted(string name) => Http.Request.Form[name].ToString();

    /// <summary>Goes on to another page of the desk after a post.</summary>
    public void GoTo(string below) => Http.Response.Redirect(Root + below);

    /// <summary>Sends a page.</summary>
    public async Task Send(Action<HtmlWriter> render, int status = StatusCodes.Status200OK)
    {
        using var html = new HtmlWriter();
        render(html);
        await Pages.Send(Http, html, status);
    }
}

/// <summary>Maps the addresses of the desk.</summary>
internal static class DeskRoutes
{
    /// <summary>The most that a filled-in form may take.</summary>
    public const long FormBytes = 4_000_000;

    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    /// <summary>All of them.</summary>
    public static void MapAll(IEndpointRouteBuilder routes)
    {
        DeskPage.Map(routes);
        PeoplePage.Map(routes);
        AliasPage.Map(routes);
        CandidateListPage.Map(routes);
        AnnouncePage.Map(routes);
        CandidatePage.Map(routes);
        FormRoutes.Map(routes);
        OthersWaitPage.Map(routes);
        QueuePage.Map(routes);
        ReviewPage.Map(routes);
        WorkbenchPage.Map(routes);
        ChapterPage.Map(routes);
        LifePage.Map(routes);
        InitiativeLifePage.Map(routes);
        AuditPage.Map(routes);
        CalendarPage.Map(routes);
        RoundPage.Map(routes);
        WheelPage.Map(routes);
        BalancePage.Map(routes);
        NextYearPage.Map(routes);
        SnapshotsPage.Map(routes);
        RoundFiles.Map(routes);
        TablePages.Map(routes);
        FoundationDesk.Map(routes);
        Reminders.Map(routes);
        CalendarFeed.Map(routes);
        SimulationPage.Map(routes);
        NeedQueuePage.Map(routes);
        NamesPage.Map(routes);
        NeedPage.Map(routes);
        AskGroupPage.Map(routes);
    }

    /// <summary>A page of the desk.</summary>
    public static void MapDesk(this IEndpointRouteBuilder routes, string below, Right right, Func<DeskVisit, Task> answer) => routes.Map(below, GetAndHead, new(right), answer);

    /// <summary>Something that is done there: a posted form, whose sender and token have been checked.</summary>
    public static void MapDeed(this IEndpointRouteBuilder routes, string below, Right right, Func<DeskVisit, Task> act, long maxBytes = FormBytes) => routes.Map(below, ["POST"], new(right, maxBytes), act);

    private static void Map(this IEndpointRouteBuilder routes, string below, string[] methods, Entrance entrance, Func<DeskVisit, Task> answer)
    {
        var cache = routes.ServiceProvider.GetRequiredService<PortfolioCache>();
        routes.MapMethods("/{language}/{portfolio}/arbeid" + below, methods, async http =>
        {
            var code = (string)http.Request.RouteValues["portfolio"]!;
            if (ScreenTexts.Of(http.Request.RouteValues["language"] as string) is not { } texts
                || http.Person() is not { } person
                || await cache.Get(code, Domain.Access.AudienceOf(person.In(code)), http.RequestAborted) is not { } portfolio)
            {
                await ErrorPage.NotFound(http);
                return;
            }

            await answer(new(http, texts, portfolio, person));
        }).WithMetadata(entrance);
    }
}
