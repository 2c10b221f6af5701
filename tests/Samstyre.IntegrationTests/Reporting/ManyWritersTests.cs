using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Fifty who write at once.</summary>
public sealed class ManyWritersTests(PostgresFixture postgres)
{
    private const int Writers = 50;

    [Fact]
    public async Task Save_FiftyAtOnceInAFormEach_LosesNothing()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        var world = await WritingWorld.Make(db, Writers, reporters: 2);
        await using var server = await TestServer.Start(db);
        var visitors = await WritingWorld.LogIn(server.Address, Writers, reporters: 2);
        var writers = visitors.Select((visitor, number) => new TypingReporter(visitor, WritingWorld.FormOf(number))).ToArray();

        await Task.WhenAll(writers.Select(async (writer, number) =>
        {
            await writer.Open();
            for (var save = 0; save < 10; save++) (await writer.Save(WritingWorld.Fields[(save * save) % WritingWorld.Fields.Length], $"{number} skriver {save}")).ShouldBeTrue();
        }));

        for (var number = 0; number < Writers; number++)
        {
            var draft = await world.Draft(number);
            draft.Rivals.ShouldBeEmpty();
            draft.Cells.ToDictionary(cell => cell.Key, cell => new SavedField(cell.Value.Value, cell.Value.Version)).ShouldBe(writers[number].Acknowledged, ignoreOrder: true);
        }

        writers.Sum(writer => writer.Acknowledged.Values.Sum(field => field.Version)).ShouldBe(Writers * 10);
        (await AuditTrail.Verify(db, world.Portfolio, TestStore.Cancellation)).Whole.ShouldBeTrue();
        foreach (var visitor in visitors) visitor.Dispose();
    }

    [Fact]
    public async Task Save_FiftyAtOnceInOneForm_KeepsEveryText()
    {
        await using var database = await postgres.CreateDatabase();
        await using var db = Db.Open(database.ConnectionString);
        var world = await WritingWorld.Make(db, 1, reporters: 2);
        await using var server = await TestServer.Start(db);
        var visitors = await WritingWorld.LogIn(server.Address, Writers, reporters: 2);
        var writers = visitors.Select(visitor => new TypingReporter(visitor, WritingWorld.FormOf(0))).ToArray();
        await Task.WhenAll(writers.Select(writer => writer.Open()));

        // Five in each field, all having seen the last report's value.
        var saved = await Task.WhenAll(writers.Select((writer, number) => writer.Save(WritingWorld.Fields[number % WritingWorld.Fields.Length], "tekst " + number)));

        saved.Count(was => was).ShouldBe(WritingWorld.Fields.Length);
        var draft = await world.Draft(0);
        draft.Cells.Values.Select(cell => (cell.Field, cell.Value)).Concat(draft.Rivals.Select(rival => (rival.Field, rival.Value)))
            .ShouldBe(Enumerable.Range(0, Writers).Select(number => (WritingWorld.Fields[number % WritingWorld.Fields.Length], "tekst " + number)), ignoreOrder: true);
        draft.Cells.Values.ShouldAllBe(cell => cell.Version == 1);
        foreach (var visitor in visitors) visitor.Dispose();
    }
}
