using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>Hostile parts of addresses and names of files.</summary>
public sealed partial class AddressTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Hostile =
    [
        "..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cwindows%5cwin.ini", "%252e%252e%252fetc%252fpasswd", "C:%5Cwindows", "%2Fetc%2Fpasswd", "file:%2F%2F%2Fetc%2Fpasswd", "....%2F%2F", "appsettings.json",
        "%00", "a%00.html", "%0d%0aSet-Cookie:%20a=b", "%3Cscript%3Ex%3C%2Fscript%3E", "'%20or%201=1--", "%E2%80%AE", "%F0%9F%98%80", "99999999999999999999", "-1", "%ff",
    ];

    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Parameters_OfEveryRoute_LeadNowhereElse()
    {
        var before = await world.Content();
        foreach (var line in (await RouteTable.Of(world)).Where(line => !line.EndsSession && !line.IsCostly))
        {
            foreach (var who in (Who[])[Who.Nobody, Who.Office, Who.Administrator])
            {
                var visitor = await world.As(who);
                var token = line.IsPost ? await SecuredWorld.TokenFor(visitor, who) : "";
                foreach (var address in Variants(line))
                {
                    var reply = await Ask(async () => line.IsPost ? await visitor.PostRaw(address, [("token", token), .. line.Fields]) : await visitor.Get(address), address);
                    // An initiative that a round does not have, or a language that is none, is not there, nor is a question that was answered; whoever is not logged in is asked to.
                    ((int)reply.Status).ShouldBeOneOf([400, 404, 401, 302, 415, 422], string.Create(CultureInfo.InvariantCulture, $"{who} {line.Route} {address}: {(int)reply.Status}"));
                    reply.Text.ShouldNotContain("<script>x", customMessage: address);
                    reply.Text.ShouldNotContain("root:", customMessage: address);
                    reply.Response.Headers.Contains("Set-Cookie").ShouldBe(reply.Response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.All(cookie => cookie.StartsWith("samstyre", StringComparison.Ordinal)));
                }
            }
        }

        (await world.Content()).ShouldBe(before);
    }

    [Fact]
    public async Task Parameter_OfTenThousandLetters_IsNotThere()
    {
        var visitor = await world.As(Who.Office);
        var letters = new string('a', 6_000);
        foreach (var address in (string[])[$"{SecuredWorld.Root}/{letters}", $"{SecuredWorld.Root}/2020-10/tiltak/{letters}", $"{SecuredWorld.Desk}/innmelding/{letters}/164", $"{SecuredWorld.Desk}/kontroll/2020-12/{letters}", $"/nb/invitasjon/{letters}", $"/dist/{letters}"])
            ((int)(await visitor.Get(address)).Status).ShouldBe(404, address[..40]);
    }

    [Fact]
    public async Task Download_OfAHostileFileName_KeepsToOneHeaderAndNoFolder()
    {
        var round = (await RoundStore.Create(world.Store.Db, world.Store.Portfolio, "2019-03", new(2019, 3, 20), TestStore.Actor, world.Clock.Now, TestStore.Cancellation)).Value;
        (await ReportImport.Save(world.Store.Db, world.Store.Portfolio, round.Id, TestStore.File("../../etc/<b>\"ond\"; filename=x\r\nSet-Cookie: a=b"), [new Report { Name = "Kjernejournal", NationalId = 164, Organisation = "Norsk Helsenett", Status = TrafficLight.Green }], TestStore.Actor, world.Clock.Now, dryRun: false, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var reply = await (await world.As(Who.Office)).Get(SecuredWorld.Root + "/2019-03/tiltak/164/kilde");
        ((int)reply.Status).ShouldBe(200);
        reply.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var disposition = reply.Response.Content.Headers.GetValues("Content-Disposition").Single();
        disposition.ShouldStartWith("attachment;");
        disposition.ShouldNotContain("/");
        disposition.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Download_Names_HoldOnlyTheCodesOfPortfolioAndRound()
    {
        var visitor = await world.As(Who.Nobody);
        foreach (var file in RouteTable.Files)
        {
            var reply = await visitor.Head($"{SecuredWorld.Root}/2020-10{file}?navn=../x");
            if (reply.Response.Content.Headers.TryGetValues("Content-Disposition", out var names)) names.Single().ShouldMatch("^attachment; filename=\"e-health-2020-10[a-zæøå-]*\\.[a-z]+\"$");
        }
    }

    private static async Task<Reply> Ask(Func<Task<Reply>> ask, string address)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException("No answer to " + address, e);
        }
    }

    /// <summary>The line's address with each of its parameters made hostile, one at a time. A page's name stays a page of the form.</summary>
    private static IEnumerable<string> Variants(RouteLine line)
    {
        var pattern = line.Route[(line.Route.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart('/').Split('/');
        var parts = line.Address.TrimStart('/').Split('/');
        for (var place = 0; place < Math.Min(pattern.Length, parts.Length); place++)
        {
            if (!Parameter().IsMatch(pattern[place])) continue;
            foreach (var hostile in Hostile) yield return "/" + string.Join('/', parts.Select((part, at) => at == place ? hostile : part));
        }
    }

    [GeneratedRegex(@"^\{\w+\}$")]
    private static partial Regex Parameter();
}
