using System.Text;
using Npgsql;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class ReportImportTests(PostgresFixture postgres)
{
    private static readonly Report Journal = new()
    {
        Source = new("a.txt", 1), Name = "Kjernejournal", NationalId = 60, Organisation = "Norsk Helsenett", Status = TrafficLight.Yellow, Risk = TrafficLight.Red,
        Phase = Phase.Execution, PhaseEnd = PartialDate.OfHalf(2021, 1), EndDate = PartialDate.OfDay(2023, 4, 21), PrimaryFocusArea = "1.1", TotalCostMnok = new(18.7m), AnnualOperatingCostMnok = new(0m),
        FundingCols = ["2020"], FundingTotal = [new Money(5.5m)], Findings = [new("totalCostMnok", FindingSeverity.Review, "Odd.", Line: 7)],
    };

    [Fact]
    public async Task Save_NewForm_StoresTheReportItsFactsAndTheOriginal()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        var result = await store.Import(round, "a.txt", Journal);
        var form = result.Forms.ShouldHaveSingleItem();
        (form.Outcome, form.IsNewInitiative, form.Revision, form.OpenQuestions, form.NationalId).ShouldBe((FormOutcome.Added, true, 1, 1, 60));

        var standing = (await store.History()).Latest!.Standings.ShouldHaveSingleItem();
        standing.Facts.ShouldBe(new(
            "Kjernejournal", "nhn", TrafficLight.Yellow, TrafficLight.Red, Phase.Execution, PartialDate.OfHalf(2021, 1), PartialDate.OfDay(2023, 4, 21), "1.1", new Money(5.5m), new Money(18.7m), new Money(0m), 1));
        standing.Initiative.Life.ShouldBe([new(round.CollectedOn, LifeStage.InPortfolio, null)]);

        var stored = (await ReportStore.Read(store.Db, store.Portfolio, standing.ReportId, TestStore.Cancellation)).ShouldNotBeNull();
        ReportJson.ToUtf8(ReportJson.FromUtf8(stored.Json.Span)).ShouldBe(ReportJson.ToUtf8(Journal));
        (stored.FileName, stored.Line, stored.Revision, stored.RecordedAt, stored.RoundId).ShouldBe(("a.txt", 1, 1, store.Now, round.Id));
        var file = (await SourceFileStore.Read(store.Db, store.Portfolio, stored.FileId!.Value, TestStore.Cancellation)).ShouldNotBeNull();
        (file.Name, Encoding.UTF8.GetString(file.Bytes.Span)).ShouldBe(("a.txt", "a.txt"));
        (await store.Scalar<string>("select encode(sha256, 'hex') from source_file")).ShouldBe(Convert.ToHexStringLower(TestStore.File("a.txt").Sha256.Span));
        (await store.Scalar<string>("select details ->> 'file' from audit_entry where action = 'ReportsImported'")).ShouldBe("a.txt");
    }

    [Fact]
    public async Task Save_SameFileTwice_ChangesNothing()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        var first = await store.Import(round, "a.txt", Journal);
        var version = await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation);
        var again = await store.Import(round, "a.txt", Journal);
        (again.AlreadyImported, again.ImportId, again.Forms.Count).ShouldBe((true, first.ImportId, 0));
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(version);
        (await store.Count("report"), await store.Count("import"), await store.Count("audit_entry")).ShouldBe((1, 1, 4));
    }

    [Fact]
    public async Task Save_SameFileIntoAnotherRound_KeepsOneOriginal()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", Journal);
        (await store.Import(await store.Round("2020-10"), "a.txt", Journal)).Count(FormOutcome.Added).ShouldBe(1);
        (await store.Count("report"), await store.Count("import"), await store.Count("source_file")).ShouldBe((2, 2, 1));
    }

    [Fact]
    public async Task Save_Correction_BecomesARevisionAndTheOldOneIsKept()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        var first = (await store.History()).Latest!.Standings[0];
        var form = (await store.Import(round, "b.txt", Journal with { Status = TrafficLight.Red, Source = new("b.txt", 3) })).Forms.ShouldHaveSingleItem();
        (form.Outcome, form.Revision, form.IsNewInitiative).ShouldBe((FormOutcome.Revised, 2, false));

        var now = (await store.History()).Latest!.Standings.ShouldHaveSingleItem();
        (now.Facts.Status, now.Revision).ShouldBe((TrafficLight.Red, 2));
        var revisions = await ReportStore.Revisions(store.Db, store.Portfolio, round.Id, now.Initiative.Id, TestStore.Cancellation);
        revisions.Select(revision => (revision.Revision, revision.FileName, revision.Actor)).ShouldBe([(1, "a.txt", TestStore.Actor), (2, "b.txt", TestStore.Actor)]);
        var (current, previous) = await ReportStore.ReadTwo(store.Db, store.Portfolio, now.ReportId, first.ReportId, TestStore.Cancellation);
        ReportJson.FromUtf8(current!.Json.Span).Status.ShouldBe(TrafficLight.Red);
        ReportJson.FromUtf8(previous!.Json.Span).Status.ShouldBe(TrafficLight.Yellow);
    }

    [Fact]
    public async Task Save_SameContentFromAnotherPlace_IsUnchanged()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        var moved = Journal with
        {
            Source = new("b.txt", 90), Provenance = new SortedDictionary<string, int> { ["name"] = 90 }, Findings = [Journal.Findings[0] with { Line = 97 }],
        };
        var form = (await store.Import(round, "b.txt", moved)).Forms.ShouldHaveSingleItem();
        (form.Outcome, form.Revision).ShouldBe((FormOutcome.Unchanged, 1));
        (await store.Count("report"), await store.Count("source_file")).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Save_IdClaimedByTwoFiles_KeepsBothApart()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        var second = (await store.Import(round, "b.txt", Journal with { Name = "Grunndata" })).Forms.ShouldHaveSingleItem();
        (second.Outcome, second.NationalId, second.IsNewInitiative).ShouldBe((FormOutcome.Added, null, true));
        var finding = second.Added.ShouldHaveSingleItem();
        (finding.Code, finding.Field, finding.Severity).ShouldBe(("IdClaimedTwice", "nationalId", FindingSeverity.Error));
        (await store.History()).Latest!.Standings.Select(standing => (standing.Initiative.NationalId, standing.Facts.Name, standing.Facts.OpenQuestions))
            .ShouldBe([(60, "Kjernejournal", 1), (null, "Grunndata", 2)]);

        (await store.Import(round, "c.txt", Journal with { Name = "Grunndata" })).Forms[0].Outcome.ShouldBe(FormOutcome.Unchanged);
        (await store.Import(round, "d.txt", Journal with { Name = "Grunndata", NationalId = 61 })).Forms[0].NationalId.ShouldBe(61);
    }

    [Fact]
    public async Task Save_IdClaimedTwiceInOneFile_GoesToTheOneOfThatName()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", Journal);
        var forms = (await store.Import(await store.Round("2020-10"), "b.txt", Journal with { Name = "Grunndata" }, Journal)).Forms;
        forms.Select(form => (form.Name, form.NationalId, form.Outcome)).ShouldBe([("Grunndata", null, FormOutcome.Added), ("Kjernejournal", 60, FormOutcome.Added)]);
    }

    [Fact]
    public async Task Save_FormWithoutName_IsMatchedByItsIdOrKeptForAPerson()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await store.Import(round, "a.txt", Journal);
        var forms = (await store.Import(round, "b.txt", new Report { NationalId = 60, Purpose = "Fast" }, new Report { Source = new("b.txt", 40), NationalId = 99, Purpose = "Lost?" })).Forms;
        forms.Select(form => form.Outcome).ShouldBe([FormOutcome.Revised, FormOutcome.Unmatched]);
        forms[1].Added.ShouldHaveSingleItem().Code.ShouldBe("NameMissing");
        (await store.History()).Latest!.Standings.ShouldHaveSingleItem().Facts.Name.ShouldBe("Kjernejournal");
        (await store.Scalar<string>("select content ->> 'purpose' || ' ' || line from unmatched_form")).ShouldBe("Lost? 40");
    }

    [Fact]
    public async Task Save_InitiativeThatHasLeft_StaysOutAndIsSaid()
    {
        await using var store = await TestStore.Create(postgres);
        await store.Register(new InitiativeRegistration(60, "Kjernejournal", [], "nhn", "observe", [new(new(2019, 1, 1), LifeStage.InPortfolio, null), new(new(2020, 2, 1), LifeStage.Completed, null)]));
        var form = (await store.Import(await store.Round("2020-03"), "a.txt", Journal)).Forms.ShouldHaveSingleItem();
        form.Added.ShouldHaveSingleItem().Code.ShouldBe("ReportedOutsidePortfolio");
        (await store.History()).Latest!.Standings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_DryRun_TellsAndStoresNothing()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        var told = (await ReportImport.Save(store.Db, store.Portfolio, round.Id, TestStore.File("a.txt"), [Journal], TestStore.Actor, store.Tick(), dryRun: true, TestStore.Cancellation)).Value;
        (told.DryRun, told.ImportId, told.Count(FormOutcome.Added)).ShouldBe((true, null, 1));
        (await store.Count("report"), await store.Count("initiative"), await store.Count("source_file")).ShouldBe((0, 0, 0));
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task Save_RoundOrReportsMissing_IsRefused()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        (await Save(store, Guid.CreateVersion7(store.Now), Journal)).ShouldBe("RoundUnknown");
        (await Save(store, round.Id)).ShouldBe("NoReports");
        (await store.Count("source_file")).ShouldBe(0);

        static async Task<string> Save(TestStore store, Guid round, params Report[] reports) =>
            (await ReportImport.Save(store.Db, store.Portfolio, round, TestStore.File("a.txt"), reports, TestStore.Actor, store.Tick(), dryRun: false, TestStore.Cancellation)).Problems.ShouldHaveSingleItem().Code;
    }

    [Fact]
    public async Task Save_OddText_IsStored()
    {
        await using var store = await TestStore.Create(postgres);
        var odd = Journal with { NationalId = -4, Name = "Nul\0 " + new string('å', 5000), Purpose = "back\\slash \\\0 and \\u0000 as text" };
        await store.Import(await store.Round("2020-03"), "a.txt", odd);
        var standing = (await store.History()).Latest!.Standings.ShouldHaveSingleItem();
        standing.Initiative.NationalId.ShouldBeNull();
        var stored = (await ReportStore.Read(store.Db, store.Portfolio, standing.ReportId, TestStore.Cancellation)).ShouldNotBeNull();
        ReportJson.FromUtf8(stored.Json.Span).Purpose.ShouldBe("back\\slash \\\ufffd and \\u0000 as text");
    }

    [Fact]
    public async Task Save_ManyForms_GiveTheSameAsOneByOne()
    {
        await using var store = await TestStore.Create(postgres);
        var reports = Enumerable.Range(1, 60).Select(id => Journal with { NationalId = id, Name = $"Tiltak {id}", TotalCostMnok = id % 3 == 0 ? null : new Money(id / 10m), Status = id % 2 == 0 ? null : TrafficLight.Green }).ToArray();
        var (bulk, single) = (await store.Round("2020-03"), await store.Round("2020-10"));
        (await store.Import(bulk, "all.json", reports)).Count(FormOutcome.Added).ShouldBe(60);
        foreach (var report in reports) await store.Import(single, $"{report.NationalId}.json", report);
        var history = await store.History();
        history.Snapshots[0].Standings.Select(standing => (standing.Initiative.Id, standing.Facts)).ShouldBe(history.Snapshots[1].Standings.Select(standing => (standing.Initiative.Id, standing.Facts)));
        (await store.Scalar<long>("select count(distinct content) from report")).ShouldBe(60);
    }

    [Fact]
    public async Task Save_ManyImportersAtOnce_GiveOneInitiativeAndARowOfRevisions()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        var now = store.Tick();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            await using var db = Db.Open(store.ConnectionString);
            return (await ReportImport.Save(db, store.Portfolio, round.Id, TestStore.File($"{number % 4}.txt"), [Journal with { TotalCostMnok = new(number % 4) }], TestStore.Actor, now, dryRun: false, TestStore.Cancellation)).Value;
        }));
        results.Count(result => result.AlreadyImported).ShouldBe(4);
        results.SelectMany(result => result.Forms).Select(form => form.Revision).Order().ShouldBe([1, 2, 3, 4]);
        (await store.Count("initiative"), await store.Count("life_event"), await store.Count("report")).ShouldBe((1, 1, 4));
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(6);
    }

    [Fact]
    public async Task Save_ConnectionLostBeforeTheEnd_LeavesNothingHalfWritten()
    {
        await using var store = await TestStore.Create(postgres);
        var round = await store.Round("2020-03");
        await using var blocker = await store.Db.Connect(TestStore.Cancellation);
        await using var transaction = await blocker.BeginTransactionAsync(TestStore.Cancellation);
        // The import writes its file and its initiatives, and then waits here for the reports' table.
        await Execute("lock table report in share mode");
        var reports = Enumerable.Range(1, 30).Select(id => Journal with { NationalId = id, Name = $"Tiltak {id}" }).ToArray();
        var import = ReportImport.Save(store.Db, store.Portfolio, round.Id, TestStore.File("a.txt"), reports, TestStore.Actor, store.Tick(), dryRun: false, TestStore.Cancellation);
        object? killed = null;
        while (killed is null or DBNull && !import.IsCompleted)
        {
            await using var kill = new NpgsqlCommand(
                "select bool_or(pg_terminate_backend(l.pid)) from pg_locks l where l.relation = 'report'::regclass and not l.granted", blocker, transaction);
            killed = await kill.ExecuteScalarAsync(TestStore.Cancellation);
        }

        await Should.ThrowAsync<NpgsqlException>(import);
        await transaction.RollbackAsync(TestStore.Cancellation);
        foreach (var table in (string[])["source_file", "import", "initiative", "initiative_name", "life_event", "report"]) (await store.Count(table)).ShouldBe(0, table);
        (await PortfolioVersion.Of(store.Db, "e-health", TestStore.Cancellation)).ShouldBe(2);
        (await store.Import(round, "a.txt", reports)).Count(FormOutcome.Added).ShouldBe(30);

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, blocker, transaction);
            await command.ExecuteNonQueryAsync(TestStore.Cancellation);
        }
    }
}
