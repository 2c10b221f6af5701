using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Samstyre.Storage;

namespace Samstyre.App.Access;

/// <summary>How people are logged in: a cookie that names a session of the store. The seam for single sign-on: another way of logging in ends in <see cref="Begin"/> too.</summary>
internal static class Login
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string SessionClaim = "sid";
    private static readonly object PersonKey = new();

    /// <summary>Registers cookies, form tokens and their keys.</summary>
    /// <param name="services">The server's.</param>
    /// <param name="secure">Whether cookies go over https alone: everywhere but on the machine itself.</param>
    public static void Add(IServiceCollection services, bool secure)
    {
        services.AddDataProtection().SetApplicationName("samstyre");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<Db>(), provider.GetRequiredService<TimeProvider>())));
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            Guard(options.Cookie, secure, "samstyre", SameSiteMode.Lax);
            options.ExpireTimeSpan = SessionStore.Longest;
            options.SlidingExpiration = false;
        });
        services.AddAntiforgery(options =>
        {
            Guard(options.Cookie, secure, "samstyre-form", SameSiteMode.Strict);
            options.FormFieldName = FormToken.Field;
            options.HeaderName = FormToken.Header;
        });
    }

    /// <summary>Who asks; null for the public.</summary>
    public static LoggedIn? Person(this HttpContext http) => http.Items[PersonKey] as LoggedIn;

    /// <summary>Finds out who asks, from the cookie and the store. Whoever sends no cookie costs nothing.</summary>
    public static async Task Recognise(HttpContext http)
    {
        if (http.Request.Cookies.Count == 0) return;
        var ticket = await http.AuthenticateAsync(Scheme);
        if (!ticket.Succeeded || !Guid.TryParse(ticket.Principal.FindFirstValue(SessionClaim), out var session)) return;
        if (await SessionStore.Find(Store(http), session, Now(http), http.RequestAborted) is not { } person) return;
        http.Items[PersonKey] = person;
        // Form tokens are bound to it.
        http.User = ticket.Principal;
    }

    /// <summary>Logs an account in; whoever was logged in by the same browser is logged out first.</summary>
    public static async Task Begin(HttpContext http, Guid account)
    {
        if (http.Person() is { } before) await SessionStore.End(Store(http), before.Session, Now(http), http.RequestAborted);
        var session = await SessionStore.Start(Store(http), account, Now(http), http.RequestAborted);
        var identity = new ClaimsIdentity([new(SessionClaim, session.ToString()), new(ClaimTypes.NameIdentifier, account.ToString())], Scheme);
        await http.SignInAsync(Scheme, new(identity));
    }

    /// <summary>Logs out: the session ends in the store, and the cookie goes.</summary>
    public static async Task End(HttpContext http)
    {
        if (http.Person() is not { } person) return;
        await SessionStore.End(Store(http), person.Session, Now(http), http.RequestAborted);
        await http.SignOutAsync(Scheme);
        http.Items.Remove(PersonKey);
    }

    private static Db Store(HttpContext http) => http.RequestServices.GetRequiredService<Db>();

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static void Guard(CookieBuilder cookie, bool secure, string name, SameSiteMode site)
    {
        // The prefix binds the cookie to this very host, and needs https.
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = site;
        cookie.Path = "/";
    }
}
