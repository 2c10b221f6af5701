using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Samstyre.App.Access;
using Samstyre.App.Features.Accounts;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Exports;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Features.Messages;
using Samstyre.App.Features.Organisations;
using Samstyre.App.Features.Overview;
using Samstyre.App.Features.Reports;
using Samstyre.App.Features.Rounds;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Web;

/// <summary>How the pages are served.</summary>
/// <param name="Source">Where their content comes from.</param>
/// <param name="Port">On localhost; 0 takes a free one.</param>
/// <param name="Portfolio">Code of the portfolio that the bare address leads to.</param>
internal sealed record ServeOptions(PortfolioSource Source, int Port, string Portfolio)
{
    /// <summary>The store for whoever works; without it there are only pages to read, and nobody logs in.</summary>
    public Db? Db { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What links in messages begin with; null on the machine itself.</summary>
    public Uri? Address { get; init; }

    /// <summary>How messages leave; null where none are sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Attempts to log in a minute from one network address; null for as many as is wise.</summary>
    public int? AttemptsPerMinute { get; init; }

    /// <summary>How old the picture in memory may be before the store is asked whether it has changed.</summary>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a page waits for what a change to a round means for others before it shows what was known before the change.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Bytes of whole reports that are kept in memory.</summary>
    public int ReportBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>How long after the start the latest round's report is made ready; null leaves it to its first reader.</summary>
    public TimeSpan? WarmAfter { get; init; }

    /// <summary>Where the log goes; null for the console.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>Serves on every address of the machine instead of localhost alone.</summary>
    public bool AnyAddress { get; init; }
}

/// <summary>The web server.</summary>
internal static partial class Server
{
    /// <summary>Serves until cancelled.</summary>
    /// <param name="options">What and where.</param>
    /// <param name="started">Told the address once it answers.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task Run(ServeOptions options, Action<string> started, CancellationToken cancellation)
    {
        await using var app = Build(options);
        await app.StartAsync(cancellation);
        started(AddressOf(app));
        // Also ends when the process is asked to end.
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The server, not yet started.</summary>
    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "samstyre" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (options.Log is { } log) builder.Logging.AddProvider(log);
        else builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // Refused posts are answered, not logged; that keys stand in the database is said in docs/drift.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            if (options.AnyAddress) kestrel.ListenAnyIP(options.Port);
            else if (options.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(options.Source);
        builder.Services.AddSingleton(new AudienceView(options.Source));
        builder.Services.AddSingleton(provider => new PortfolioCache(options.Source, provider.GetRequiredService<AudienceView>(), options.Time, options.FreshFor, provider.GetRequiredService<ILogger<PortfolioCache>>()));
        builder.Services.AddSingleton(new ReportCache(options.Source, options.ReportBytes));
        builder.Services.AddSingleton(new RoundContents(options.Source));
        builder.Services.AddSingleton(provider => new ReportShelf(options.Source, provider.GetRequiredService<AudienceView>(), provider.GetRequiredService<RoundContents>()) { Patience = options.Patience });
        builder.Services.AddSingleton<NeedShelf>();
        builder.Services.AddSingleton<SegmentShelf>();
        builder.Services.AddSingleton(options.Time);
        if (options.Db is { } db)
        {
            builder.Services.AddSingleton(db);
            builder.Services.AddSingleton(new PublicAddress(options.Address));
            Login.Add(builder.Services, secure: options.AnyAddress);
            if (options.Mail is { } mail) builder.Services.AddSingleton(mail).AddHostedService<Mailer>();
            AccountRoutes.AddRateLimits(builder.Services, options.AttemptsPerMinute);
        }

        if (options.WarmAfter is { } after)
        {
            builder.Services.AddHostedService(provider => new ReportWarmer(
                provider.GetRequiredService<PortfolioCache>(), provider.GetRequiredService<ReportShelf>(), options.Portfolio, after, provider.GetRequiredService<ILogger<ReportWarmer>>()));
        }

        var app = builder.Build();
        app.Use(Guard);
        // The proxy in front, on the same machine, says who asks and whether by https.
        if (options.AnyAddress) app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseRouting();
        if (options.Db is not null) app.UseRateLimiter();
        app.Use(Gate.Pass);
        app.MapMethods("/dist/{file}", ["GET", "HEAD"], Assets.Serve).WithMetadata(new Entrance(Right.Read));
        Home.Map(app, options.Portfolio);
        app.MapPage("", OverviewPage.Render);
        app.MapPage("/tiltak", InitiativeListPage.Render);
        InitiativePage.Map(app);
        SourcePage.Map(app);
        MeetingSheet.Map(app);
        OrganisationPages.Map(app);
        DependencyRoutes.Map(app);
        ReportPage.Map(app);
        app.MapPage("/runder", RoundsPage.Render);
        ExportEndpoints.Map(app);
        ReportEndpoints.Map(app);
        if (options.Db is not null)
        {
            AccountRoutes.Map(app);
            DeskRoutes.MapAll(app);
        }

        app.MapFallback("{**rest}", ErrorPage.NotFound).WithMetadata(new Entrance(Right.Read));
        return app;
    }

    /// <summary>Where a started server answers.</summary>
    public static string AddressOf(WebApplication app) => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);

    /// <summary>Security headers on every answer, and the one place where a failure becomes a page.</summary>
    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; img-src 'self' data:";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A body that nobody reads ends the connection: the answer says so, so that no other request is sent on it.
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true) headers.Connection = "close";
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            // The pattern of the address, not the address: that can hold the secret of a one-time link.
            Failed(http.RequestServices.GetRequiredService<ILogger<PortfolioCache>>(), (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?", e);
            await ErrorPage.Failed(http);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Route} failed.")]
    private static partial void Failed(ILogger log, string route, Exception exception);
}
