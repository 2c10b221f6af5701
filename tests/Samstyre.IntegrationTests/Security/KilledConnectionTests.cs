using System.Globalization;
using System.Net;
using Npgsql;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>The database's connections are killed in the middle of saving and submitting: what was confirmed is there, what was not can be sent again.</summary>
public sealed class KilledConnectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string KillSql = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'killer' and backend_type = 'client backend'";
    private const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    private SecuredWorld world = null!;
    private NpgsqlConnection killer = null!;

    public async ValueTask InitializeAsync()
    {
        world = await SecuredWorld.Create(postgres);
        killer = new(new NpgsqlConnectionStringBuilder(world.Store.ConnectionString) { ApplicationName = "killer", Pooling = false }.ConnectionString);
        await killer.OpenAsync(TestStore.Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await killer.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Save_KilledInTheMiddle_StoresNothingAndCanBeSentAgain()
    {
        var (db, portfolio, now) = (world.Store.Db, world.Store.Portfolio, world.Clock.Now);
        var assignment = (await AssignmentStore.Find(db, portfolio, "2020-12", "164", TestStore.Cancellation))!.Assignment;
        await Should.ThrowAsync<NpgsqlException>(() => DraftStore.Change(
            db, portfolio, assignment,
            _ =>
            {
                // The row is taken, nothing is written yet.
                using var kill = new NpgsqlCommand(KillSql, killer);
                Convert.ToInt64(kill.ExecuteScalar(), CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
                return [new("purpose", "Aldri bekreftet", 0)];
            },
            "test", now, TestStore.Cancellation));
        (await Again(() => DraftStore.Load(db, portfolio, assignment, TestStore.Cancellation))).Cells.Keys.ShouldNotContain("purpose");
        (await DraftStore.Save(db, portfolio, assignment, [new("purpose", "Bekreftet", 0)], "test", now, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        (await DraftStore.Load(db, portfolio, assignment, TestStore.Cancellation)).Cells["purpose"].Value.ShouldBe("Bekreftet");
    }

    [Fact]
    public async Task Saves_WhileConnectionsAreKilled_KeepWhateverWasConfirmed()
    {
        var reporter = await world.As(Who.Own);
        var token = await SecuredWorld.TokenFor(reporter, Who.Own);
        var (confirmed, refused, killed) = ("", 0, 0L);
        for (var save = 0; save < 60; save++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Lagret {save}");
            var saving = Save(reporter, token, text);
            // Some are killed while they save, some between two saves.
            if (save % 3 == 0) killed += await Kill();
            var answer = await saving;
            if (answer.Status == HttpStatusCode.OK) confirmed = text;
            else refused++;

            // The last that was confirmed stands, or the one after it, whose answer was lost.
            var stands = await Stands("purpose");
            (stands == confirmed || (answer.Status != HttpStatusCode.OK && stands == text)).ShouldBeTrue($"{stands} stands, {confirmed} was confirmed");
            confirmed = stands;
        }

        killed.ShouldBeGreaterThan(0);
        refused.ShouldBeLessThan(60);
        (await Again(() => Save(reporter, token, "Til slutt"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Stands("purpose")).ShouldBe("Til slutt");
    }

    [Fact]
    public async Task Submit_KilledBeforeItIsCommitted_IsNotThere_AndIsOneWhenSentAgain()
    {
        var reporter = await world.As(Who.Own);
        var request = Guid.NewGuid();
        var token = await SecuredWorld.TokenFor(reporter, Who.Own);
        // Whoever holds the table makes the submission wait in the middle of its transaction.
        await using var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(world.Store.ConnectionString) { ApplicationName = "killer", Pooling = false }.ConnectionString);
        await holder.OpenAsync(TestStore.Cancellation);
        await using var hold = await holder.BeginTransactionAsync(TestStore.Cancellation);
        await Execute(holder, "lock table submission in exclusive mode");
        var sending = Send(reporter, token, request);
        while (await Scalar(Waiting) == 0) TestStore.Cancellation.ThrowIfCancellationRequested();
        (await Kill()).ShouldBeGreaterThan(0);
        await hold.RollbackAsync(TestStore.Cancellation);
        (await sending).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await Scalar("select count(*) from submission s join initiative i on i.id = s.initiative_id where i.national_id = 164")).ShouldBe(0);
        (await Scalar("select count(*) from assignment a join initiative i on i.id = a.initiative_id where i.national_id = 164 and a.state = 'Submitted'")).ShouldBe(0);

        for (var again = 0; again < 2; again++) (await Again(() => Send(reporter, token, request))).Location.ShouldBe(SecuredWorld.Form + "/send?sendt=ja");
        (await Scalar("select count(*) from submission s join initiative i on i.id = s.initiative_id where i.national_id = 164")).ShouldBe(1);
        (await Scalar("select count(*) from report r join round o on o.id = r.round_id join initiative i on i.id = r.initiative_id where i.national_id = 164 and o.code = '2020-12'")).ShouldBe(1);
    }

    [Fact]
    public async Task Submit_SentAgainUntilItIsConfirmed_IsOneSubmissionHoweverOftenItIsKilled()
    {
        var reporter = await world.As(Who.Own);
        var token = await SecuredWorld.TokenFor(reporter, Who.Own);
        var request = Guid.NewGuid();
        Reply? answer = null;
        for (var attempt = 0; attempt < 20 && answer?.Location is null; attempt++)
        {
            var sending = Send(reporter, token, request);
            if (attempt < 10) await Kill();
            answer = await sending;
        }

        answer!.Location.ShouldBe(SecuredWorld.Form + "/send?sendt=ja");
        await Kill();
        // The answer was lost on the way: sent once more, two at once.
        var twice = await Task.WhenAll(Again(() => Send(reporter, token, request)), Again(() => Send(reporter, token, request)));
        foreach (var one in twice) one.Location.ShouldBe(SecuredWorld.Form + "/send?sendt=ja");
        (await Scalar("select count(*) from submission s join initiative i on i.id = s.initiative_id where i.national_id = 164")).ShouldBe(1);
        (await Again(() => AuditTrail.Verify(world.Store.Db, world.Store.Portfolio, TestStore.Cancellation))).Whole.ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_AfterAllConnectionsWereKilled_AreBackAtTheNextRequest()
    {
        var reporter = await world.As(Who.Own);
        await Kill();
        (await Again(() => reporter.Get(SecuredWorld.Form))).Status.ShouldBe(HttpStatusCode.OK);
        (await (await world.As(Who.Nobody)).Get(SecuredWorld.Root + "/2020-10")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>As somebody does who is told that it went wrong: once more, for as many connections as lie dead in the pool.</summary>
    private static async Task<T> Again<T>(Func<Task<T>> deed)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var result = await deed();
                if (attempt == 10 || result is not Reply { Status: HttpStatusCode.InternalServerError }) return result;
            }
            catch (NpgsqlException) when (attempt < 10)
            {
                // A dead connection; the next is another.
            }
        }
    }

    // Nobody else writes: what was seen is what stands.
    private static async Task<Reply> Save(Visitor visitor, string token, string text)
    {
        var page = (await Again(() => visitor.Get(SecuredWorld.Form + "/om"))).Text;
        return await visitor.PostRaw(SecuredWorld.Form + "/lagre", ("token", token), ("purpose", text), ("sett.purpose", SecuredWorld.Seen(page, "purpose")));
    }

    private static Task<Reply> Send(Visitor visitor, string token, Guid request) => visitor.PostRaw(SecuredWorld.Form + "/send", ("token", token), ("innsending", request.ToString()));

    private async Task<string> Stands(string field)
    {
        await using var command = new NpgsqlCommand("select coalesce((select value from draft_value where field = $1), '')", killer) { Parameters = { new() { Value = field } } };
        return (string)(await command.ExecuteScalarAsync(TestStore.Cancellation))!;
    }

    private Task<long> Kill() => Scalar(KillSql);

    private async Task<long> Scalar(string sql)
    {
        await using var command = new NpgsqlCommand(sql, killer);
        return (long)(await command.ExecuteScalarAsync(TestStore.Cancellation))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestStore.Cancellation);
    }
}
