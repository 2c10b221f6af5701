using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>What is posted: only by whoever has the form, only forms, and no more than there is room for.</summary>
public sealed class PostedFormTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int ChunkBytes = 64 * 1024;
    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Post_WithoutToken_IsRefusedAtEveryRouteAndChangesNothing()
    {
        var before = await world.Content();
        foreach (var line in await Posts())
        {
            var visitor = await world.As(OneOf(line));
            ((int)(await visitor.PostRaw(line.Address, line.Fields)).Status).ShouldBe(400, line.Route);
            ((int)(await visitor.PostRaw(line.Address, [("token", "ikke-et-token"), .. line.Fields])).Status).ShouldBe(400, line.Route);
        }

        (await world.Content()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithAnothersToken_IsRefusedAtEveryRouteAndChangesNothing()
    {
        var foreign = await SecuredWorld.TokenFor(await world.As(Who.NoRole), Who.NoRole);
        var before = await world.Content();
        foreach (var line in await Posts()) ((int)(await (await world.As(OneOf(line))).PostRaw(line.Address, [("token", foreign), .. line.Fields])).Status).ShouldBe(400, line.Route);
        (await world.Content()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_OfAnotherType_IsRefusedAtEveryRoute()
    {
        foreach (var line in await Posts())
        {
            foreach (var type in (string[])["application/json", "text/plain", "text/xml", "application/octet-stream"])
            {
                using var body = new StringContent("{\"statusCause\":\"x\"}", Encoding.UTF8, new MediaTypeHeaderValue(type));
                ((int)(await (await world.As(OneOf(line))).PostContent(line.Address, body)).Status).ShouldBe(415, $"{line.Route} {type}");
            }
        }
    }

    [Fact]
    public async Task Post_ThatIsNoWholeForm_IsRefused()
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbrutt"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        ((int)(await (await world.As(Who.Own)).PostContent(SecuredWorld.Form + "/status", body)).Status).ShouldBeInRange(400, 415);
    }

    [Fact]
    public async Task Post_SaidToBeLarge_IsRefusedUnreadAtEveryRoute()
    {
        foreach (var line in await Posts())
        {
            var reply = await Raw(Head(line, await Cookies(line)) + "Content-Length: 2000000000\r\n\r\n", _ => []);
            reply.Answer.ShouldStartWith("HTTP/1.1 413", customMessage: line.Route);
        }
    }

    [Fact]
    public async Task Post_ThatGrowsLarge_IsCutOffAndTakesBoundedMemory()
    {
        var line = (await Posts()).First(one => one.Route.EndsWith("/lagre", StringComparison.Ordinal));
        // A chunk of 64 kB at a time, for as long as the server takes them: 200 MB in all.
        var chunk = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ChunkBytes:x}\r\n{new string('a', ChunkBytes)}\r\n"));
        var reply = await Raw(Head(line, await Cookies(line)) + "Transfer-Encoding: chunked\r\n\r\n", number => number < 200_000_000 / ChunkBytes ? chunk : []);
        reply.Sent.ShouldBeLessThan(20_000_000);
        if (reply.Answer.Length > 0) reply.Answer.ShouldStartWith("HTTP/1.1 413");
        (await (await world.As(Who.Own)).Get(SecuredWorld.Form)).Text.ShouldContain("Kjernejournal");
    }

    [Fact]
    public async Task Post_ToAPageToRead_ChangesNothing()
    {
        var visitor = await world.As(Who.Office);
        var token = await SecuredWorld.TokenFor(visitor, Who.Office);
        var before = await world.Content();
        var table = await RouteTable.Of(world);
        foreach (var line in table.Where(line => line.Route.StartsWith("GET", StringComparison.Ordinal)))
        {
            if (table.Any(other => other.IsPost && (other.Address == line.Address || other.Route[5..] == line.Route[4..]))) continue;
            ((int)(await visitor.PostRaw(line.Address, ("token", token))).Status).ShouldBeInRange(400, 415, line.Route);
        }

        (await world.Content()).ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithNullCharactersInEveryField_FailsNowhere()
    {
        foreach (var line in (await Posts()).Where(line => !line.EndsSession))
        {
            var who = OneOf(line);
            var visitor = await world.As(who);
            (string, string)[] names = [.. line.Fields.Select(field => field.Name).Concat(["navn", "epost", "melding", "svar", "sporsmal", "felt", "grunn", "begrunnelse-Published", "statusCause", "explain:a@b", "rad", "valg", "til", "samlet", "virksomhet"]).Distinct().Select(name => (name, "a\0b\u202e\u0007\ud83d\ude00"))];
            ((int)(await visitor.PostRaw(line.Address, [("token", await SecuredWorld.TokenFor(visitor, who)), .. names])).Status).ShouldBeLessThan(500, line.Route);
        }
    }

    private async Task<IReadOnlyList<RouteLine>> Posts() => [.. (await RouteTable.Of(world)).Where(line => line.IsPost)];

    private static Who OneOf(RouteLine line) => SecuredWorld.All.Where(who => line.May.HasFlag(who)).OrderByDescending(who => who is Who.Own or Who.Office or Who.Administrator).First();

    private async Task<string> Cookies(RouteLine line) => string.Join("; ", (await world.As(OneOf(line))).Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));

    private string Head(RouteLine line, string cookies) =>
        $"POST {line.Address} HTTP/1.1\r\nHost: localhost:{world.Server.Address.Port}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    /// <summary>Writes to the server until it answers or closes.</summary>
    private async Task<(string Answer, long Sent)> Raw(string head, Func<int, byte[]> chunk)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", world.Server.Address.Port, TestStore.Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestStore.Cancellation);
        var buffer = new byte[1000];
        var answer = stream.ReadAsync(buffer, TestStore.Cancellation).AsTask();
        long sent = 0;
        try
        {
            for (var number = 0; !answer.IsCompleted && chunk(number) is { Length: > 0 } bytes; number++)
            {
                await stream.WriteAsync(bytes, TestStore.Cancellation);
                sent += bytes.Length;
            }

            return (Encoding.ASCII.GetString(buffer, 0, await answer), sent);
        }
        catch (IOException)
        {
            // It hung up on us.
            return ("", sent);
        }
    }
}
