using System.Threading.RateLimiting;
using Samstyre.App.Access;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Accounts;

/// <summary>What the pages about accounts share: addresses that begin with the language and belong to no portfolio.</summary>
internal static class AccountRoutes
{
    public const string AttemptsPolicy = "attempts";
    private const int AttemptsPerMinute = 20;
    private const long FormBytes = 20_000;
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        LoginPage.Map(routes);
        PasswordPages.Map(routes);
        AccountPage.Map(routes);
    }

    /// <summary>So many attempts a minute from one address of the network; the rest are told to wait.</summary>
    public static void AddRateLimits(IServiceCollection services, int? attemptsPerMinute) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) => new(ErrorPage.TooMany(context.HttpContext));
        limits.AddPolicy(AttemptsPolicy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = attemptsPerMinute ?? AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    /// <summary>A page at an address that begins with the language.</summary>
    public static IEndpointConventionBuilder MapOwn(this IEndpointRouteBuilder routes, string below, Right right, Func<HttpContext, TextSet, Task> answer) => routes.Map(below, GetAndHead, new(right), answer);

    /// <summary>A form posted to such an address.</summary>
    public static IEndpointConventionBuilder MapOwnDeed(this IEndpointRouteBuilder routes, string below, Right right, Func<HttpContext, TextSet, Task> act) => routes.Map(below, ["POST"], new(right, FormBytes), act);

    /// <summary>Sends a page of that kind.</summary>
    public static async Task Send(HttpContext http, TextSet texts, string title, int status, Action<HtmlWriter> content)
    {
        using var html = new HtmlWriter();
        Shell.BeginOwn(html, http, texts, title);
        html.Write($"<div class=\"narrow\"><h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1>");
        content(html);
        html.Write("</div>"u8);
        Shell.End(html, texts);
        await Pages.Send(http, html, status);
    }

    /// <summary>Where somebody works: the desk of the first portfolio in which they have a role.</summary>
    public static async Task<string> DeskOf(HttpContext http, Guid account, TextSet texts)
    {
        var code = await GrantStore.FirstPortfolio(http.RequestServices.GetRequiredService<Db>(), account, http.RequestAborted);
        return code is null ? $"/{texts.Code}/konto" : $"/{texts.Code}/{code}/arbeid";
    }

    private static IEndpointConventionBuilder Map(this IEndpointRouteBuilder routes, string below, string[] methods, Entrance entrance, Func<HttpContext, TextSet, Task> answer) =>
        routes.MapMethods("/{language}" + below, methods, http =>
            ScreenTexts.Of(http.Request.RouteValues["language"] as string) is { } texts ? answer(http, texts) : ErrorPage.NotFound(http)).WithMetadata(entrance);
}
