using System.Net;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>Sessions and cookies against somebody who plants, keeps or redirects.</summary>
public sealed class SessionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Session = "samstyre";
    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Cookie_FromBeforeLoggingIn_DoesNotGetLoggedIn()
    {
        using var victim = world.Server.Visitor();
        using var attacker = world.Server.Visitor();
        await attacker.Get("/nb/logg-inn");
        victim.Keep(attacker.Cookies);
        await victim.LogIn(SecuredWorld.EmailOf(Who.Own), TestStore.Password);
        (await victim.Get(SecuredWorld.Desk)).Status.ShouldBe(HttpStatusCode.OK);
        (await attacker.Get(SecuredWorld.Desk)).Location!.ShouldStartWith("/nb/logg-inn");
    }

    [Fact]
    public async Task Cookie_ThatSomebodyPlanted_IsNotTakenOver()
    {
        using var attacker = await world.Fresh(Who.NoRole);
        using var victim = world.Server.Visitor();
        victim.Keep(attacker.Cookies);
        var planted = attacker.Cookies.Single(cookie => cookie.Name == Session).Value;
        await victim.LogIn(SecuredWorld.EmailOf(Who.Own), TestStore.Password);
        victim.Cookies.Single(cookie => cookie.Name == Session).Value.ShouldNotBe(planted);
        (await attacker.Get(SecuredWorld.Desk)).Location!.ShouldStartWith("/nb/logg-inn");
        (await victim.Get(SecuredWorld.Form)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noe")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Cookie_ThatWeDidNotMake_IsNobody(string value)
    {
        using var visitor = world.Server.Visitor();
        visitor.Keep([new Cookie(Session, value, "/")]);
        (await visitor.Get(SecuredWorld.Desk)).Location!.ShouldStartWith("/nb/logg-inn");
        (await visitor.Get(SecuredWorld.Root + "/2020-10")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Session_AfterTwelveHours_HasEndedThoughItWasUsed()
    {
        using var visitor = await world.Fresh(Who.Own);
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            (await visitor.Get(SecuredWorld.Desk)).Status.ShouldBe(HttpStatusCode.OK);
            world.Clock.Now += TimeSpan.FromMinutes(20);
        }

        (await visitor.Get(SecuredWorld.Desk)).Location!.ShouldStartWith("/nb/logg-inn");
    }

    [Fact]
    public async Task Role_ThatIsTaken_IsGoneAtTheNextRequest()
    {
        var reporter = await world.As(Who.Own);
        var account = await world.Store.Scalar<Guid>($"select id from account where email = '{SecuredWorld.EmailOf(Who.Own)}'");
        (await (await world.As(Who.Administrator)).Post(SecuredWorld.Desk + "/personer", $"{SecuredWorld.Desk}/personer/{account:N}/fjern", ("rolle", "Reporter"), ("virksomhet", "nhn"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await reporter.Get(SecuredWorld.Form)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Password_LongerThanAnybodyWrites_IsRefusedWithoutWork()
    {
        using var visitor = world.Server.Visitor();
        (await visitor.LogIn(SecuredWorld.EmailOf(Who.Own), new string('x', 15_000))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.LogIn(SecuredWorld.EmailOf(Who.Own), TestStore.Password + new string(' ', 3))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("nb/../../evil")]
    [InlineData("http:evil.example")]
    public async Task Redirect_ToAnotherSite_IsNotFollowedFromAnyPlace(string to)
    {
        using var visitor = world.Server.Visitor();
        var page = await visitor.Get("/nb/logg-inn?til=" + Uri.EscapeDataString(to));
        page.Text.ShouldNotContain("name=\"til\"");
        var answer = await visitor.Post("/nb/logg-inn", null, ("epost", SecuredWorld.EmailOf(Who.Own)), ("passord", TestStore.Password), ("til", to));
        answer.Location.ShouldBe(SecuredWorld.Desk);
    }

    [Fact]
    public async Task Redirects_OfEveryRoute_StayOnThisSite()
    {
        // Those that log out come last: logging in again for every route takes its time.
        foreach (var line in (await RouteTable.Of(world)).OrderBy(line => line.EndsSession))
        {
            var who = SecuredWorld.All.Last(one => line.May.HasFlag(one));
            var visitor = line.EndsSession ? await world.Fresh(who) : await world.As(who);
            var token = await SecuredWorld.TokenFor(visitor, who);
            var reply = line.IsPost ? await visitor.PostRaw(line.Address + "?til=//evil.example&ReturnUrl=//evil.example", [("token", token), .. line.Fields]) : await visitor.Head(line.Address + "?til=//evil.example");
            if (reply.Location is not { } location) continue;
            location.ShouldStartWith("/", customMessage: line.Route);
            location.ShouldNotContain("//", customMessage: line.Route);
        }
    }

    [Fact]
    public async Task Cookies_ServedToOthers_AreSecureAndBoundToTheHost()
    {
        await using var server = await TestServer.Start(new ServeOptions(PortfolioSource.Of(world.Store.Db), 0, "e-health") { Db = world.Store.Db, Time = world.Clock, AttemptsPerMinute = 100, AnyAddress = true });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://localhost:{server.Address.Port}") };
        // As the proxy in front says it.
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await client.GetAsync(new Uri("/nb/logg-inn", UriKind.Relative), TestStore.Cancellation);
        var form = page.Headers.GetValues("Set-Cookie").Single();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nb/logg-inn") { Headers = { { "Cookie", form.Split(';')[0] } } };
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = Visitor.TokenOf(await page.Content.ReadAsStringAsync(TestStore.Cancellation)), ["epost"] = SecuredWorld.EmailOf(Who.Own), ["passord"] = TestStore.Password,
        });
        using var answer = await client.SendAsync(request, TestStore.Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var cookie in answer.Headers.GetValues("Set-Cookie").Append(form).Select(cookie => cookie.ToLowerInvariant()))
        {
            cookie.ShouldStartWith("__host-samstyre");
            foreach (var part in (string[])["; secure", "; httponly", "; path=/", "; samesite="]) cookie.ShouldContain(part);
            cookie.ShouldNotContain("domain=");
        }
    }
}
