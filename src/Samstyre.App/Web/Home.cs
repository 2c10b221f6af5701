using Samstyre.App.Access;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>Short addresses lead to the latest round in the reader's language.</summary>
internal static class Home
{
    public static void Map(IEndpointRouteBuilder routes, string portfolio)
    {
        var cache = routes.ServiceProvider.GetRequiredService<PortfolioCache>();
        string[] methods = ["GET", "HEAD"];
        var open = new Entrance(Right.Read);
        routes.MapMethods("/", methods, http => Lead(http, cache, Reader.TextsOf(http), portfolio)).WithMetadata(open);
        routes.MapMethods("/{language}", methods, http => ScreenTexts.Of(http.Request.RouteValues["language"] as string) is { } texts ? Lead(http, cache, texts, portfolio) : ErrorPage.NotFound(http)).WithMetadata(open);
        routes.MapMethods("/{language}/{portfolio}", methods, http =>
            ScreenTexts.Of(http.Request.RouteValues["language"] as string) is { } texts ? Lead(http, cache, texts, (string)http.Request.RouteValues["portfolio"]!, isNamed: true) : ErrorPage.NotFound(http)).WithMetadata(open);
    }

    private static async Task Lead(HttpContext http, PortfolioCache cache, TextSet texts, string code, bool isNamed = false)
    {
        var portfolio = await cache.Get(code, Domain.Access.AudienceOf(http.Person()?.In(code)), http.RequestAborted);
        if (portfolio?.Latest is { } latest)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.Vary = "Accept-Language";
            http.Response.Redirect($"/{texts.Code}/{portfolio.Definition.Code}/{latest.Round.Code}");
            return;
        }

        await (portfolio is null && isNamed ? ErrorPage.NotFound(http) : ErrorPage.Empty(http));
    }
}
