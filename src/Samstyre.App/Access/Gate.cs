using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Access;

/// <summary>What an address asks of whoever comes. Every address has one; one without is never answered.</summary>
/// <param name="Right">What one must be allowed to do.</param>
/// <param name="MaxBytes">The most that may be sent; 0 for nothing.</param>
internal sealed record Entrance(Right Right, long MaxBytes = 0);

/// <summary>The door of the product: who may not come in gets the same answer as for an address that is not there, or is asked to log in.</summary>
internal static class Gate
{
    private const int MaxFields = 5000;
    private const int MaxFieldBytes = 1_000_000;

    public static async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not { } endpoint)
        {
            await next(http);
            return;
        }

        var entrance = endpoint.Metadata.GetMetadata<Entrance>() ?? throw new InvalidOperationException($"{endpoint.DisplayName} says not who may come in.");
        await Login.Recognise(http);
        // What somebody sees who is logged in is kept by no browser; what everybody may keep says so itself.
        if (http.Person() is not null) http.Response.OnStarting(KeepNothing, http);
        var actor = http.Person()?.In(http.Request.RouteValues["portfolio"] as string);
        if (!Domain.Access.May(actor, entrance.Right))
        {
            await Refuse(http, actor);
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method) && !await ReadPost(http, entrance)) return;
        await next(http);
    }

    private static Task KeepNothing(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal)) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext http, Actor? actor)
    {
        if (actor is not null) return ErrorPage.NotFound(http);
        if (HttpMethods.IsPost(http.Request.Method)) return ErrorPage.LoggedOut(http);
        var back = http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        http.Response.Redirect($"/{Reader.TextsOf(http).Code}/logg-inn?til={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    private static async Task<bool> ReadPost(HttpContext http, Entrance entrance)
    {
        if (http.Request.ContentLength > entrance.MaxBytes)
        {
            await ErrorPage.TooLarge(http, entrance.MaxBytes);
            return false;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = entrance.MaxBytes;
        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return false;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new()
        {
            ValueCountLimit = MaxFields,
            ValueLengthLimit = MaxFieldBytes,
            MultipartBodyLengthLimit = entrance.MaxBytes,
        }));
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            http.Response.Headers.Remove(HeaderNames.Connection);
            if (form.Any(HoldsNull)) http.Request.Form = new FormCollection(form.GroupBy(field => Cleaned(field.Key)).ToDictionary(fields => fields.Key, fields => new StringValues([.. fields.SelectMany(field => field.Value).Select(Cleaned)])), form.Files);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            // Too many or too long fields.
            await ErrorPage.TooLarge(http, entrance.MaxBytes);
            return false;
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // A body that breaks off, or is no form.
            await ErrorPage.FormTooOld(http);
            return false;
        }

        if (await FormToken.IsRight(http)) return true;
        await ErrorPage.FormTooOld(http);
        return false;
    }

    // No text holds the null character: the store can't keep it, and nobody types it.
    private static bool HoldsNull(KeyValuePair<string, StringValues> field) => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true);

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cleaned(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
