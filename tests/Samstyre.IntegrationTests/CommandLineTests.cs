using System.Text.Json;
using Npgsql;
using Samstyre.App.Features.Demo;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class CommandLineTests(PostgresFixture postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("samstyre-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Import_FormsTwice_StoresThemOnce()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(5);

        var first = await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10");
        first.Status.ShouldBe(0, first.Error);
        first.Error.ShouldContain("Stored: 5 new");

        var second = await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10");
        second.Status.ShouldBe(0, second.Error);
        second.Error.ShouldContain("5 files already in the round");

        var rounds = await CommandLineProcess.Run(database.ConnectionString, "rounds", "--json");
        var round = JsonDocument.Parse(rounds.Output).RootElement[0];
        round.GetProperty("code").GetString().ShouldBe("2020-10");
        round.GetProperty("collectedOn").GetString().ShouldBe("2020-10-31");
        round.GetProperty("revisions").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task Initiatives_AsOfBeforeACorrection_ShowsWhatStoodThen()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(1);
        var file = Directory.GetFiles(folder).Single();
        (await CommandLineProcess.Run(database.ConnectionString, "import", file, "--round", "2020-10")).Status.ShouldBe(0);
        var between = DateTimeOffset.UtcNow;
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var colours = text.Split('\n').Single(line => line.StartsWith("Overordnet status", StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, text.Replace(colours, "Overordnet status for prosjekt/program:\tRød", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await CommandLineProcess.Run(database.ConnectionString, "import", file, "--round", "2020-10")).Error.ShouldContain("1 revised");

        var now = await CommandLineProcess.Run(database.ConnectionString, "initiatives", "--json");
        var then = await CommandLineProcess.Run(database.ConnectionString, "initiatives", "--json", "--as-of", between.ToString("O"));

        JsonDocument.Parse(now.Output).RootElement[0].GetProperty("status").GetString().ShouldBe("Red");
        JsonDocument.Parse(then.Output).RootElement[0].GetProperty("status").GetString().ShouldNotBe("Red");
    }

    [Fact]
    public async Task Verify_LogWholeThenChanged_SaysSoAndEndsWithTwo()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(1);
        (await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10")).Status.ShouldBe(0);
        var whole = await CommandLineProcess.Run(database.ConnectionString, "db", "verify");
        whole.Status.ShouldBe(0, whole.Error);
        whole.Output.Trim().ShouldMatch("^e-health: [0-9]+ entries, whole, the last with hash [0-9a-f]{64}\\.$");

        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var tamper = new NpgsqlCommand("alter table audit_entry disable trigger all; update audit_entry set actor = 'x' where position = 2", connection);
            await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var broken = await CommandLineProcess.Run(database.ConnectionString, "db", "verify", "--portfolio", "e-health");
        broken.Status.ShouldBe(2);
        broken.Output.ShouldContain("broken: entry 2 is not as it was written");
        (await CommandLineProcess.Run(database.ConnectionString, "db", "verify", "--portfolio", "none")).ShouldSatisfyAllConditions(
            unknown => unknown.Status.ShouldBe(2), unknown => unknown.Error.ShouldContain("There is no portfolio none"));
    }

    [Fact]
    public async Task Report_OfAPublishedRound_IsTheSameWhenItIsMadeAgain()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(5);
        (await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10")).Status.ShouldBe(0);
        (await CommandLineProcess.Run(database.ConnectionString, "rounds", "publish", "2020-10")).Output.ShouldContain("revision 1");

        foreach (var format in (string[])["docx", "xlsx", "html", "csv", "json"])
        {
            var both = await Task.WhenAll(((string[])["first", "second"]).Select(name => CommandLineProcess.Run(database.ConnectionString, "report", "--round", "2020-10", "--format", format, "--out", Path.Combine(folder, $"{name}.{format}"))));
            foreach (var made in both) made.Status.ShouldBe(0, made.Error);

            (await File.ReadAllBytesAsync(Path.Combine(folder, "first." + format), TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(folder, "second." + format), TestContext.Current.CancellationToken));
        }

        var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "first.json"), TestContext.Current.CancellationToken));
        var provenance = json.RootElement.GetProperty("provenance")[0].GetString()!;
        // The list of rounds tells the same moment, in the portfolio's time.
        var listed = await CommandLineProcess.Run(database.ConnectionString, "rounds");
        var told = System.Text.RegularExpressions.Regex.Match(listed.Output, "([0-9]{2}\\.[0-9]{2}\\.[0-9]{4} [0-9]{2}:[0-9]{2}), revision 1").Groups[1].Value;
        provenance.ShouldBe($"Revisjon 1, publisert {told}.");
        var at = JsonDocument.Parse((await CommandLineProcess.Run(database.ConnectionString, "rounds", "--json")).Output).RootElement[0].GetProperty("published").GetProperty("at").GetDateTimeOffset();
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).ToString("dd.MM.yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(told);
        (await CommandLineProcess.Run(database.ConnectionString, "rounds", "publish", "2020-10")).ShouldSatisfyAllConditions(
            again => again.Status.ShouldBe(2), again => again.Error.ShouldContain("say why"));
        (await CommandLineProcess.Run(database.ConnectionString, "report", "--round", "2020-10", "--compare", "2020-10", "--out", Path.Combine(folder, "x.docx"))).ShouldSatisfyAllConditions(
            same => same.Status.ShouldBe(2), same => same.Error.ShouldContain("earlier"));
    }

    [Fact]
    public async Task Import_DryRun_StoresNothing()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(3);
        var dry = await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10", "--dry-run");
        dry.Status.ShouldBe(0, dry.Error);
        dry.Error.ShouldContain("Would store: 3 new");
        var rounds = await CommandLineProcess.Run(database.ConnectionString, "rounds", "--json");
        JsonDocument.Parse(rounds.Output).RootElement.EnumerateArray().Sum(round => round.GetProperty("revisions").GetInt32()).ShouldBe(0);
    }

    [Fact]
    public async Task Import_OneFileIsNoForm_StoresTheOthersAndSaysWhich()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(2);
        await File.WriteAllTextAsync(Path.Combine(folder, "shopping.txt"), "Melk\nBrød\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "picture.txt"), [0, 1, 2, 0, 255, 0], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "table.tsv"), "focus_area\tnational_id\tname\n1.1\t7\tX\n", TestContext.Current.CancellationToken);

        var ended = await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10");

        ended.Status.ShouldBe(1);
        ended.Error.ShouldContain("shopping.txt: No form was found");
        ended.Error.ShouldContain("picture.txt: The file is none of the kinds");
        ended.Error.ShouldContain("table.tsv:1: The table lacks");
        ended.Error.ShouldContain("Stored: 2 new");
    }

    [Fact]
    public async Task Verbs_WithMistakes_SayOneSentenceAndEndWithTwo()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        foreach (var (arguments, sentence) in ((string[], string)[])
        [
            (["import", folder], "--round"), (["read", "nowhere.txt"], "no file or folder"), (["read"], "samstyre read --help"), (["fly"], "samstyre --help"),
            (["rounds", "--portfolio", "x"], "no portfolio x"), (["generate", "--rounds", "0"], "from 1 to 40"), (["import", folder, "--round", "vår"], "no files"),
        ])
        {
            var ended = await CommandLineProcess.Run(database.ConnectionString, arguments);
            ended.Status.ShouldBe(2, string.Join(' ', arguments));
            ended.Error.Trim().ShouldContain(sentence);
            ended.Error.Trim().Split('\n').Length.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Database_BackedUpAndRestored_IsTheSame()
    {
        await using var from = await postgres.CreateEmptyDatabase();
        await using var to = await postgres.CreateEmptyDatabase();
        WriteForms(4);
        (await CommandLineProcess.Run(from.ConnectionString, "import", folder, "--round", "2020-10")).Status.ShouldBe(0);
        var file = Path.Combine(folder, "backup.zip");

        (await CommandLineProcess.Run(from.ConnectionString, "db", "backup", file)).Status.ShouldBe(0);
        (await CommandLineProcess.Run(to.ConnectionString, "db", "restore", file)).Status.ShouldBe(0);

        var original = await CommandLineProcess.Run(from.ConnectionString, "initiatives", "--json");
        var restored = await CommandLineProcess.Run(to.ConnectionString, "initiatives", "--json");
        restored.Output.ShouldBe(original.Output);
        JsonDocument.Parse(restored.Output).RootElement.GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Import_KilledInTheMiddle_LeavesTheStoreAsItWasAndUsable()
    {
        await using var database = await postgres.CreateEmptyDatabase();
        WriteForms(2);
        (await CommandLineProcess.Run(database.ConnectionString, "import", folder, "--round", "2020-10")).Status.ShouldBe(0);
        var large = Path.Combine(folder, "large.json");
        await File.WriteAllBytesAsync(large, GenerateVerb.Json([.. PortfolioGenerator.Rounds(9, 4000, 1, ExamplePortfolio.Definition).Single().Reports]), TestContext.Current.CancellationToken);

        using (var import = CommandLineProcess.Start(new() { ["SAMSTYRE_DB"] = database.ConnectionString }, "import", large, "--round", "2020-10"))
        {
            await UntilWriting(database.ConnectionString, import);
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var rounds = await CommandLineProcess.Run(database.ConnectionString, "rounds", "--json");
        rounds.Status.ShouldBe(0, rounds.Error);
        JsonDocument.Parse(rounds.Output).RootElement[0].GetProperty("revisions").GetInt32().ShouldBe(2);
        var again = await CommandLineProcess.Run(database.ConnectionString, "import", large, "--round", "2020-10");
        again.Status.ShouldBe(0, again.Error);
        JsonDocument.Parse((await CommandLineProcess.Run(database.ConnectionString, "rounds", "--json")).Output).RootElement[0].GetProperty("revisions").GetInt32().ShouldBe(4002);
    }

    /// <summary>Waits until another session has begun to change the portfolio: it holds the portfolio's row.</summary>
    private static async Task UntilWriting(string connectionString, System.Diagnostics.Process import)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = new NpgsqlCommand("select count(*) from pg_locks where locktype = 'transactionid' and mode = 'ExclusiveLock' and pid <> pg_backend_pid() and pid in (select pid from pg_stat_activity where datname = current_database())", connection);
        while (await held.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 0L) import.HasExited.ShouldBeFalse("the import ended before it could be killed");
    }

    private void WriteForms(int count)
    {
        var number = 0;
        foreach (var report in PortfolioGenerator.Rounds(11, count, 1, ExamplePortfolio.Definition).Single().Reports)
            File.WriteAllText(Path.Combine(folder, $"{++number:00}.txt"), FormText.Of(report, ExamplePortfolio.Definition));
        number.ShouldBe(count);
    }
}
