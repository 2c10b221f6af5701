using System.Net;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Pages;

/// <summary>Logging in and out, as a browser without script does it.</summary>
public sealed class LoginTests(PostgresFixture postgres)
{
    private const string Email = "kari@example.org";
    private const string Desk = "/nb/e-health/arbeid";

    [Fact]
    public async Task LogIn_RightPassword_LeadsToTheDesk()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        (await kari.LogIn(Email, TestStore.Password)).Location.ShouldBe(Desk);
        (await kari.Get(Desk)).Text.ShouldContain("Navn kari");
    }

    [Fact]
    public async Task LogIn_UnknownAddressOrWrongPassword_GetsTheSameAnswer()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        var unknown = await kari.LogIn("ukjent@example.org", TestStore.Password);
        var wrong = await kari.LogIn(Email, "ikke dette passordet");
        (unknown.Status, wrong.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        foreach (var answer in (Reply[])[unknown, wrong]) answer.Text.ShouldContain("Adressen eller passordet er feil");
    }

    [Fact]
    public async Task LogIn_AfterFiveWrongPasswords_WaitsEvenForTheRightOne()
    {
        var clock = new SteppedClock(TestStore.Start.AddDays(1));
        await using var world = await World.Create(postgres, clock);
        using var kari = world.Server.Visitor();
        for (var attempt = 0; attempt < AccountStore.FailuresAllowed; attempt++) await kari.LogIn(Email, "ikke dette passordet");
        (await kari.LogIn(Email, TestStore.Password)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clock.Now += TimeSpan.FromMinutes(2);
        (await kari.LogIn(Email, TestStore.Password)).Location.ShouldBe(Desk);
    }

    [Fact]
    public async Task LogIn_TooManyAttemptsFromOnePlace_IsToldToWait()
    {
        await using var store = await TestStore.Create(postgres);
        await using var server = await TestServer.Start(store.Db, attemptsPerMinute: 3);
        using var visitor = server.Visitor();
        for (var attempt = 0; attempt < 3; attempt++) (await visitor.LogIn("a@example.org", "hva som helst")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = await visitor.LogIn("a@example.org", "hva som helst");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text.ShouldContain("Vent et minutt");
    }

    [Fact]
    public async Task LogIn_WithAnAddressToGoOnTo_StaysOnThisSite()
    {
        await using var world = await World.Create(postgres);
        foreach (var (to, leads) in ((string, string)[])
            [("/nb/e-health/arbeid/personer", "/nb/e-health/arbeid/personer"), ("https://evil.example", Desk), ("//evil.example", Desk), ("/\\evil.example", Desk), ("/\t/evil.example", Desk), ("javascript:alert(1)", Desk)])
        {
            using var kari = world.Server.Visitor();
            (await kari.Post("/nb/logg-inn", null, ("epost", Email), ("passord", TestStore.Password), ("til", to))).Location.ShouldBe(leads, to);
        }
    }

    [Fact]
    public async Task LogIn_Twice_GivesAnotherSession_AndEndsTheFirst()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        await kari.LogIn(Email, TestStore.Password);
        var first = kari.Cookies.Single(cookie => cookie.Name == "samstyre");
        await kari.LogIn(Email, TestStore.Password);
        kari.Cookies.Single(cookie => cookie.Name == "samstyre").Value.ShouldNotBe(first.Value);
        (await world.Store.Scalar<long>("select count(*) from session where ended_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task LogOut_EndsTheSession_EvenForAKeptCookie()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        await kari.LogIn(Email, TestStore.Password);
        using var thief = world.Server.Visitor();
        thief.Keep(kari.Cookies);
        (await thief.Get(Desk)).Status.ShouldBe(HttpStatusCode.OK);
        await kari.Post(Desk, "/nb/logg-ut");
        (await thief.Get(Desk)).Location!.ShouldStartWith("/nb/logg-inn?til=");
    }

    [Fact]
    public async Task Session_AfterHalfAnHourWithoutARequest_HasEnded()
    {
        var clock = new SteppedClock(TestStore.Start.AddDays(1));
        await using var world = await World.Create(postgres, clock);
        using var kari = world.Server.Visitor();
        await kari.LogIn(Email, TestStore.Password);
        clock.Now += TimeSpan.FromMinutes(29);
        (await kari.Get(Desk)).Status.ShouldBe(HttpStatusCode.OK);
        clock.Now += TimeSpan.FromMinutes(29);
        (await kari.Get(Desk)).Status.ShouldBe(HttpStatusCode.OK);
        clock.Now += TimeSpan.FromMinutes(31);
        (await kari.Get(Desk)).Location!.ShouldStartWith("/nb/logg-inn");
    }

    [Fact]
    public async Task ChangePassword_EndsAllOtherSessions()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        using var elsewhere = world.Server.Visitor();
        await kari.LogIn(Email, TestStore.Password);
        await elsewhere.LogIn(Email, TestStore.Password);
        (await kari.Post("/nb/konto", "/nb/konto/passord", ("gammelt", TestStore.Password), ("passord", "en helt annen setning"))).Location.ShouldBe("/nb/konto?lagret=ja");
        (await elsewhere.Get("/nb/konto")).Location!.ShouldStartWith("/nb/logg-inn");
        (await kari.Get("/nb/konto")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.LogIn(Email, "en helt annen setning")).Location.ShouldBe(Desk);
    }

    [Theory]
    [InlineData("kort", "for kort")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "lett å gjette")]
    [InlineData("12345678901234567890", "lett å gjette")]
    [InlineData("passordpassord123", "lett å gjette")]
    [InlineData("kari@example.org1", "lett å gjette")]
    public async Task ChangePassword_ToAWeakOne_IsRefusedBesideTheField(string password, string sentence)
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        await kari.LogIn(Email, TestStore.Password);
        var answer = await kari.Post("/nb/konto", "/nb/konto/passord", ("gammelt", TestStore.Password), ("passord", password));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.Text.ShouldContain("href=\"#passord\"");
    }

    [Fact]
    public async Task Invitation_ByTheAdministrator_LeadsToAPasswordAndWorksOnce()
    {
        await using var world = await World.Create(postgres);
        await world.Store.Person("admin@example.org", new RoleGrant(Role.Administrator));
        using var admin = world.Server.Visitor();
        await admin.LogIn("admin@example.org", TestStore.Password);
        (await admin.Post(Desk + "/personer", null, ("navn", "Ola Ny"), ("epost", "Ola@Example.org"), ("sprak", "nn"), ("rolle", "Reporter"), ("virksomhet", "nhn"))).Location.ShouldBe(Desk + "/personer?invitert=ja");
        var body = await world.Store.Scalar<string>("select body from message where kind = 'invitation' and address = 'ola@example.org'");
        var path = new Uri(body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        path.ShouldStartWith("/nn/invitasjon/");

        using var ola = world.Server.Visitor();
        (await ola.Post(path, null, ("passord", "fem grøne eple i ei korg"))).Location.ShouldBe("/nn/e-health/arbeid");
        using var late = world.Server.Visitor();
        (await late.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await late.LogIn("ola@example.org", "fem grøne eple i ei korg")).Location.ShouldBe(Desk);
    }

    [Fact]
    public async Task Reset_OfAKnownAddress_SendsALink_AndSaysTheSameForAnUnknownOne()
    {
        await using var world = await World.Create(postgres);
        using var visitor = world.Server.Visitor();
        var unknown = await visitor.Post("/nb/glemt-passord", null, ("epost", "ukjent@example.org"));
        var known = await visitor.Post("/nb/glemt-passord", null, ("epost", Email));
        known.Text.Length.ShouldBe(unknown.Text.Length);
        (await world.Store.Count("message")).ShouldBe(1);
        var body = await world.Store.Scalar<string>("select body from message");
        var path = new Uri(body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        (await visitor.Post(path, null, ("passord", "en setning til som er lang"))).Location.ShouldBe(Desk);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfItsForm_IsRefused()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        (await kari.PostRaw("/nb/logg-inn", ("epost", Email), ("passord", TestStore.Password))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await kari.LogIn(Email, TestStore.Password);
        using var other = world.Server.Visitor();
        var token = Visitor.TokenOf((await other.Get("/nb/logg-inn")).Text);
        (await kari.PostRaw("/nb/konto", ("token", token), ("navn", "Kapret"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Store.Scalar<string>("select name from account")).ShouldBe("Navn kari");
    }

    [Fact]
    public async Task Cookies_AreForThisHostAndForNoScript()
    {
        await using var world = await World.Create(postgres);
        using var kari = world.Server.Visitor();
        var answer = await kari.LogIn(Email, TestStore.Password);
        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("samstyre=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("domain=");
    }

    /// <summary>A store with somebody in it, and a server for it.</summary>
    private sealed class World(TestStore store, TestServer server) : IAsyncDisposable
    {
        public TestStore Store => store;

        public TestServer Server => server;

        public static async Task<World> Create(PostgresFixture postgres, TimeProvider? time = null)
        {
            var store = await TestStore.Create(postgres);
            await store.Person(Email, new RoleGrant(Role.Reporter, "nhn"));
            return new(store, await TestServer.Start(store.Db, time));
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}
