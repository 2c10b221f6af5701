using System.Collections.Concurrent;
using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Some reporters write, others send, until something happens to the server. Knows what each was told.</summary>
internal sealed class ReportingDay : IDisposable
{
    private const int Writers = 6;
    private const int Senders = 2;
    private const int FormsEach = 8;

    // A server that has just lost its database may refuse several in turn: one for each connection that it had.
    private const int Patience = 200;

    private readonly WritingWorld world;
    private readonly int reporters;
    private readonly ConcurrentDictionary<int, Guid> received = [];
    private readonly Guid[] requests = [.. Enumerable.Range(0, Senders * FormsEach).Select(_ => Guid.NewGuid())];
    private Visitor[] visitors = [];
    private TypingReporter[] writers = [];
    private TypingReporter[] senders = [];
    private int written;

    private ReportingDay(WritingWorld world, int reporters) => (this.world, this.reporters) = (world, reporters);

    public static async Task<ReportingDay> Make(Db db, int reporters) => new(await WritingWorld.Make(db, Writers + (Senders * FormsEach), reporters), reporters);

    /// <summary>Everybody logs in and opens their forms.</summary>
    public async Task Open(Uri server)
    {
        visitors = await WritingWorld.LogIn(server, Writers + Senders, reporters);
        writers = [.. Enumerable.Range(0, Writers).Select(number => new TypingReporter(visitors[number], WritingWorld.FormOf(number)))];
        senders = [.. Enumerable.Range(0, requests.Length).Select(number => new TypingReporter(visitors[Writers + (number % Senders)], WritingWorld.FormOf(Writers + number)))];
        foreach (var reporter in writers.Concat(senders)) await reporter.Open();
    }

    /// <summary>The same browsers at the server that came back.</summary>
    public void GoOn(Uri server)
    {
        var before = visitors;
        visitors = [.. before.Select(old =>
        {
            var visitor = new Visitor(server);
            visitor.Keep(old.Cookies);
            old.Dispose();
            return visitor;
        })];
        for (var number = 0; number < writers.Length; number++) writers[number].GoOn(visitors[number]);
        for (var number = 0; number < senders.Length; number++) senders[number].GoOn(visitors[Writers + (number % Senders)]);
    }

    /// <summary>Everybody works; after so many saves and submissions the blow falls, in the middle of others. Ends when everybody has met a refusal.</summary>
    public async Task Until(int saves, int submissions, Func<Task> blow)
    {
        var (savedBefore, receivedBefore) = (written, received.Count);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Task.WhenAll([.. writers.Select((writer, number) => Task.Run(() => Write(writer, number, Look))), .. Enumerable.Range(0, Senders).Select(sender => Task.Run(() => Send(sender, Look)))]);
        await Task.WhenAny(enough.Task, work);
        enough.Task.IsCompleted.ShouldBeTrue("everybody was refused before the blow");
        await blow();
        await work;

        void Look()
        {
            if (Volatile.Read(ref written) - savedBefore >= saves && received.Count - receivedBefore >= submissions) enough.TrySetResult();
        }
    }

    /// <summary>What was acknowledged is stored; what was not answered is stored or isn't.</summary>
    public async Task CheckStored(Db db)
    {
        for (var number = 0; number < writers.Length; number++)
        {
            var writer = writers[number];
            var cells = (await DraftOf(db, number)).Cells;
            foreach (var (field, saved) in writer.Acknowledged)
            {
                cells.Keys.ShouldContain(field);
                var cell = cells[field];
                if (writer.Unanswered is var (at, value) && at == field && cell.Version == saved.Version + 1) cell.Value.ShouldBe(value);
                else (cell.Value, cell.Version).ShouldBe((saved.Value, saved.Version));
            }

            cells.Keys.Except(writer.Acknowledged.Keys).ShouldBeSubsetOf(writer.Unanswered is var (unanswered, _) ? [unanswered] : []);
        }

        foreach (var request in received.Values) (await Count(db, "submission where request_id = $1", request)).ShouldBe(1);
    }

    /// <summary>Everybody sends again what was not answered, as the page's script does.</summary>
    public async Task Repeat()
    {
        foreach (var writer in writers)
        {
            if (writer.Unanswered is not var (field, value)) continue;
            await InTheEnd(() => writer.Save(field, value));
            written++;
        }
    }

    /// <summary>Every form is sent, those too that were received already: with the same request as before.</summary>
    public async Task SendRest()
    {
        foreach (var number in Enumerable.Range(0, requests.Length)) await InTheEnd(() => senders[number].SendUnchanged(requests[number]));
    }

    /// <summary>Nothing was lost, nothing was doubled, and the audit log is whole.</summary>
    public async Task CheckEnd(Db db)
    {
        for (var number = 0; number < writers.Length; number++)
        {
            var draft = await DraftOf(db, number);
            draft.Rivals.ShouldBeEmpty();
            draft.Cells.ToDictionary(cell => cell.Key, cell => new SavedField(cell.Value.Value, cell.Value.Version)).ShouldBe(writers[number].Acknowledged, ignoreOrder: true);
        }

        writers.Sum(writer => writer.Acknowledged.Values.Sum(field => field.Version)).ShouldBe(written);
        foreach (var request in requests) (await Count(db, "submission where request_id = $1", request)).ShouldBe(1);
        (await Count(db, "submission where portfolio_id = $1", world.Portfolio)).ShouldBe(requests.Length);
        (await Count(db, "report where round_id = $1", world.Assignment(0).Round)).ShouldBe(requests.Length);
        (await Count(db, "assignment where round_id = $1 and state = 'Submitted'", world.Assignment(0).Round)).ShouldBe(requests.Length);
        (await AuditTrail.Verify(db, world.Portfolio, TestStore.Cancellation)).Whole.ShouldBeTrue();
    }

    public void Dispose()
    {
        foreach (var visitor in visitors) visitor.Dispose();
    }

    private async Task Write(TypingReporter writer, int number, Action look)
    {
        for (var save = written; await writer.Save(WritingWorld.Fields[save % WritingWorld.Fields.Length], $"{number} skriver {save}"); save++)
        {
            Interlocked.Increment(ref written);
            look();
        }
    }

    private async Task Send(int sender, Action look)
    {
        for (var number = sender; number < requests.Length; number += Senders)
        {
            if (received.ContainsKey(number)) continue;
            if (!await senders[number].SendUnchanged(requests[number])) return;
            received[number] = requests[number];
            look();
        }
    }

    private static async Task InTheEnd(Func<Task<bool>> ask)
    {
        var isAnswered = false;
        for (var attempt = 0; attempt < Patience && !isAnswered; attempt++) isAnswered = await ask();
        isAnswered.ShouldBeTrue();
    }

    private Task<Draft> DraftOf(Db db, int number) => DraftStore.Load(db, world.Portfolio, world.Assignment(number), TestStore.Cancellation);

    private static async Task<long> Count(Db db, string where, Guid value)
    {
        await using var connection = await db.Connect(TestStore.Cancellation);
        await using var command = new NpgsqlCommand("select count(*) from " + where, connection) { Parameters = { new() { Value = value } } };
        return (long)(await command.ExecuteScalarAsync(TestStore.Cancellation))!;
    }
}
