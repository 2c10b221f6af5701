using Samstyre.App.Access;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>Renders a page of a round. Returns the status to answer with.</summary>
internal delegate ValueTask<int> RenderPage(Visit visit, HtmlWriter html);

/// <summary>Maps addresses to pages: finds language, portfolio and round, renders into one buffer and sends it in one piece.</summary>
internal static class Pages
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    /// <summary>A page of a round, at an address below <c>/{language}/{portfolio}/{round}</c>.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string below, RenderPage render) =>
        routes.MapVisit(below, visit => Answer(visit, render));

    /// <summary>Anything else of a round, such as a file. What it shows is what the reader may see of the round.</summary>
    public static void MapVisit(this IEndpointRouteBuilder routes, string below, Func<Visit, Task> answer, Right right = Right.Read)
    {
        var cache = routes.ServiceProvider.GetRequiredService<PortfolioCache>();
        routes.MapMethods("/{language}/{portfolio}/{round}" + below, GetAndHead, async http =>
        {
            var code = (string)http.Request.RouteValues["portfolio"]!;
            if (ScreenTexts.Of(http.Request.RouteValues["language"] as string) is { } texts
                && await cache.Get(code, Domain.Access.AudienceOf(http.Person()?.In(code)), http.RequestAborted) is { } portfolio)
            {
                if (portfolio.Round((string)http.Request.RouteValues["round"]!) is { } round) await answer(new(http, texts, round));
                else await ErrorPage.NotFound(http);
                return;
            }

            await ErrorPage.NotFound(http);
        }).WithMetadata(new Entrance(right));
    }

    /// <summary>Sends a rendered page.</summary>
    public static async Task Send(HttpContext http, HtmlWriter html, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = http.Person() is null && http.Response.Headers.SetCookie.Count == 0 ? "no-cache" : "no-store";
        http.Response.ContentLength = html.Written.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(html.Written, http.RequestAborted);
    }

    private static async Task Answer(Visit visit, RenderPage render)
    {
        using var html = new HtmlWriter();
        var status = await render(visit, html);
        if (status == StatusCodes.Status404NotFound && html.Written.IsEmpty)
        {
            await ErrorPage.NotFound(visit.Http);
            return;
        }

        await Send(visit.Http, html, status);
    }
}
