using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>What every answer carries, and what the log never does.</summary>
public sealed partial class HeaderTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly KeptLog log = new();
    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres, log);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Answer_OfEveryRoute_CarriesTheHeadersThatGuardIt()
    {
        foreach (var who in (Who[])[Who.Nobody, Who.Own, Who.Office, Who.Administrator])
        {
            foreach (var line in (await RouteTable.Of(world)).Where(line => !line.IsPost && !line.IsCostly))
            {
                var reply = await (await world.As(who)).Get(line.Address);
                var headers = reply.Response.Headers;
                var policy = headers.GetValues("Content-Security-Policy").Single();
                policy.ShouldContain("default-src '", customMessage: line.Route);
                policy.ShouldContain("frame-ancestors 'none'", customMessage: line.Route);
                policy.ShouldNotContain("unsafe", customMessage: line.Route);
                policy.ShouldNotContain("*", customMessage: line.Route);
                headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
                headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
                headers.Contains("Server").ShouldBeFalse();
                var caching = headers.CacheControl?.ToString() ?? "";
                var isPublic = line.Address.StartsWith("/dist/", StringComparison.Ordinal) || line.Address.EndsWith(".ics", StringComparison.Ordinal);
                if (who != Who.Nobody && !isPublic) caching.ShouldBe("no-store", $"{who} {line.Route}");
            }
        }
    }

    [Fact]
    public async Task Page_OfEveryRoute_HasNoScriptStyleOrHandlerOfItsOwn()
    {
        foreach (var who in (Who[])[Who.Nobody, Who.Own, Who.Office, Who.Administrator])
        {
            foreach (var line in (await RouteTable.Of(world)).Where(line => !line.IsPost && !line.IsCostly))
            {
                var reply = await (await world.As(who)).Get(line.Address);
                // A report that is fetched as a file stands alone, with its own script and style.
                if (reply.Response.Content.Headers.ContentType?.MediaType != "text/html" || reply.Response.Content.Headers.ContentDisposition is not null) continue;
                Inline().IsMatch(reply.Text).ShouldBeFalse($"{line.Route}: {Inline().Match(reply.Text).Value}");
            }
        }
    }

    [Fact]
    public async Task Log_OfAWholeDay_HoldsNoPersonsAndNoSecrets()
    {
        using var visitor = world.Server.Visitor();
        await visitor.LogIn("feil.person@example.org", "hemmelig passord her");
        await visitor.LogIn(SecuredWorld.EmailOf(Who.Own), TestStore.Password);
        var table = await RouteTable.Of(world);
        foreach (var line in table.Where(line => !line.IsPost && !line.IsCostly)) await visitor.Get(line.Address);
        // And when everything fails: a table is gone.
        await using (var connection = await world.Store.Db.Connect(TestStore.Cancellation))
        await using (var gone = connection.CreateCommand())
        {
            gone.CommandText = "alter table one_time_link rename to gone_link; alter table draft_value rename to gone_value; alter table role_grant rename to gone_grant";
            await gone.ExecuteNonQueryAsync(TestStore.Cancellation);
        }

        using var nobody = world.Server.Visitor();
        var failed = 0;
        foreach (var line in table.Where(line => !line.IsCostly))
        {
            foreach (var who in (Visitor[])[nobody, visitor])
            {
                var reply = line.IsPost ? await who.PostRaw(line.Address, line.Fields) : await who.Get(line.Address);
                if ((int)reply.Status < 500) continue;
                failed++;
                reply.Text.ShouldNotContain("Npgsql");
                reply.Text.ShouldNotContain("gone_");
            }
        }

        failed.ShouldBeGreaterThan(3);
        await nobody.LogIn(SecuredWorld.EmailOf(Who.Office), TestStore.Password);
        var all = string.Join('\n', log.Lines);
        all.ShouldContain("failed");
        foreach (var secret in (string[])["@example.org", "Navn ", "Ida Invitert", .. SecuredWorld.Persons, "hemmelig passord", TestStore.Password, world.Invitation, world.Reset, SecuredWorld.DraftWord]) all.ShouldNotContain(secret, Case.Sensitive);
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=\"/dist/)|<style|<[a-z][^<>]*\\s(style|on[a-z]+)\\s*=|javascript:|<(iframe|object|embed|base)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    /// <summary>Keeps what is logged.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

        public IEnumerable<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
