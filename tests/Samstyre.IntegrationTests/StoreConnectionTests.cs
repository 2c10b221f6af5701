using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class StoreConnectionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Open_DatabaseNamed_UsesItAndStartsNone()
    {
        await using var database = await postgres.CreateDatabase();
        await using var store = await StoreConnection.Open(new("/nowhere", "/nowhere", database.ConnectionString), TestContext.Current.CancellationToken);
        store.IsEmbedded.ShouldBeFalse();
        store.Description.ShouldStartWith(database.Name + " on ");
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        connection.Database.ShouldBe(database.Name);
    }

    [Fact]
    public async Task Open_NobodyAnswers_SaysSoWithoutThePassword()
    {
        var options = new StoreOptions("/nowhere", "/nowhere", "postgres://ola:hemmelig@127.0.0.1:1/samstyre");
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => StoreConnection.Open(options));
        refused.Message.ShouldStartWith("The PostgreSQL in SAMSTYRE_DB (samstyre on 127.0.0.1) does not answer");
        refused.Message.ShouldNotContain("hemmelig");
    }

    [Fact]
    public async Task Remove_DatabaseNamed_IsRefused() =>
        (await Should.ThrowAsync<EmbeddedPostgresException>(() => StoreConnection.Remove(new("/nowhere", "/nowhere", "Host=x"))))
            .Message.ShouldContain("never deleted");
}
