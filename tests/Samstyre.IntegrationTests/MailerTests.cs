using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Samstyre.App.Features.Messages;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

/// <summary>Messages leave once, as files or by SMTP.</summary>
public sealed class MailerTests(PostgresFixture postgres)
{
    [Fact]
    public async Task SendWaiting_WithoutAServer_WritesEachMessageAsAFileOnce()
    {
        await using var store = await TestStore.Create(postgres);
        var outbox = Directory.CreateTempSubdirectory("outbox").FullName;
        var account = await store.Person("ola@example.org", new RoleGrant(Role.Administrator));
        (await Queue(store, account, "a")).ShouldBeTrue();
        (await Queue(store, account, "a")).ShouldBeFalse();
        (await Queue(store, account, "b")).ShouldBeTrue();
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Mailer(store, null, outbox).SendWaiting(TestStore.Cancellation)));
        sent.Sum().ShouldBe(2);
        Directory.GetFiles(outbox, "*.eml").Length.ShouldBe(2);
        File.ReadAllText(Directory.GetFiles(outbox)[0]).ShouldContain("ola@example.org");
        (await store.Count("message where sent_at is not null")).ShouldBe(2);
        Directory.Delete(outbox, recursive: true);
    }

    [Fact]
    public async Task SendWaiting_OfASecret_DoesNotKeepIt()
    {
        await using var store = await TestStore.Create(postgres);
        var outbox = Directory.CreateTempSubdirectory("outbox").FullName;
        await Queue(store, await store.Person("ola@example.org"), "secret", isSecret: true);
        await Mailer(store, null, outbox).SendWaiting(TestStore.Cancellation);
        (await store.Count("message where body is not null")).ShouldBe(0);
        Directory.Delete(outbox, recursive: true);
    }

    [Fact]
    public async Task SendWaiting_NobodyAnswers_TriesAgainLaterAndGivesUpAtLast()
    {
        await using var store = await TestStore.Create(postgres);
        await Queue(store, await store.Person("ola@example.org"), "a");
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var mailer = Mailer(store, new($"smtp://localhost:{port}"), "");
        for (var attempt = 0; attempt < 7; attempt++) (await mailer.SendWaiting(TestStore.Cancellation)).ShouldBe(0);
        (await store.Scalar<int>("select attempts from message")).ShouldBe(5);
        (await store.Count("message where sent_at is null and failure is not null")).ShouldBe(1);
    }

    private static Mailer Mailer(TestStore store, Uri? server, string outbox) => new(store.Db, new(server, "samstyre@example.org", outbox), TimeProvider.System, NullLogger<Mailer>.Instance);

    private static Task<bool> Queue(TestStore store, Account account, string reason, bool isSecret = false) =>
        MessageStore.Queue(store.Db, new(account.Id, account.Email, "test", reason, "Påminnelse\nom noe", "Hei på deg, æøå", isSecret), store.Tick(), TestStore.Cancellation);
}
