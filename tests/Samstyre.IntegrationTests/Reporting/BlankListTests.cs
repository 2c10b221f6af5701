using System.Net;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

public sealed class BlankListTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Pages_OfAFormWhoseRequiredListIsBlank_LeadToTheList()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        await WritingWorld.Make(db, 1, reporters: 1);
        await using var server = await TestServer.Start(db);
        using var visitor = (await WritingWorld.LogIn(server.Address, 1, reporters: 1))[0];
        var writer = new TypingReporter(visitor, WritingWorld.FormOf(0));
        await writer.Open();
        (await writer.Save("deliverables", "")).ShouldBeTrue();

        foreach (var address in (string[])["", "/leveranser", "/send"]) (await visitor.Get(writer.Form + address)).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get(writer.Form + "/send")).Text.ShouldContain($"{writer.Form}/leveranser#deliverables\"");
    }
}
