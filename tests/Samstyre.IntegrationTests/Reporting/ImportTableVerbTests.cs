using System.Text;
using System.Text.Json;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Lists with headings of their own at the command line.</summary>
public sealed class ImportTableVerbTests(PostgresFixture postgres) : IDisposable
{
    private const string List = "Porteføljen 2017;;;;;\nTiltaksnavn;Nr;Virksomhet;Tilstand nå;Ramme 2017 (1000 kr);Notat\nMeldingsløft;7;NHN;På plan;1500;x\nPasientportal;8;FHI;Rød;250,5;\n;9;FHI;Gul;1;\n";

    private readonly string folder = Directory.CreateTempSubdirectory("samstyre-table-").FullName;

    [Fact]
    public async Task ImportTable_DryRunThenReal_StoresTheRowsAndRemembersTheColumns()
    {
        await using var store = await TestStore.Create(postgres);
        var first = Write("2017.csv", List);
        string[] options = ["--map", "Tilstand nå=status", "--map", "Notat=-", "--value", "status:På plan=Green"];
        var tried = await Run(store, [first, "--round", "2017-03", "--dry-run", .. options]);
        tried.Status.ShouldBe(1, tried.Error);
        tried.Output.ShouldContain("3\t7\tMeldingsløft\tnew initiative\t1\t0");
        tried.Output.ShouldContain("5\t\t\trejected");
        tried.Error.ShouldContain("Would store: 2 new");
        tried.Error.ShouldContain("1 column not read (Notat).");
        (await store.Count("report")).ShouldBe(0);
        (await store.Count("column_mapping")).ShouldBe(0);

        (await Run(store, [first, "--round", "2017-03", .. options])).Status.ShouldBe(1);
        (await store.Scalar<string>("select content ->> 'status' || ' ' || (content -> 'fundingTotal' ->> 0) from report where name = 'Meldingsløft'")).ShouldBe("Green 1.5");
        (await store.Count("column_mapping")).ShouldBe(1);
        (await store.Scalar<long>("select count(*) from audit_entry where action = 'ColumnMappingSaved'")).ShouldBe(1);

        // Next year's list has the same headings, years aside, in another order.
        var next = Write("2018.csv", "Nr;Notat;Tiltaksnavn;Ramme 2018 (1000 kr);Tilstand nå;Virksomhet\n7;;Meldingsløft;2000;På plan;NHN\n");
        var second = await Run(store, next, "--round", "2018-03", "--json");
        second.Status.ShouldBe(0, second.Error);
        JsonDocument.Parse(second.Output).RootElement.GetProperty("rows")[0].GetProperty("isNewInitiative").GetBoolean().ShouldBeFalse();
        (await store.Scalar<string>("select content ->> 'status' || ' ' || (content -> 'fundingTotal' ->> 0) from report where name = 'Meldingsløft' order by recorded_at desc limit 1")).ShouldBe("Green 2");
    }

    [Fact]
    public async Task ImportTable_SameFileAgain_IsReadAnewOnlyUnderAnotherMapping()
    {
        await using var store = await TestStore.Create(postgres);
        var file = Write("liste.csv", "Tiltaksnavn;Nr;Virksomhet;Totalkostnad\nMeldingsløft;7;NHN;1500\n");
        (await Run(store, file, "--round", "2017-03", "--unit", "million")).Status.ShouldBe(0);
        (await Run(store, file, "--round", "2017-03")).Error.ShouldContain("already, read in the same way");
        var corrected = await Run(store, file, "--round", "2017-03", "--unit", "thousand");
        corrected.Status.ShouldBe(0, corrected.Error);
        corrected.Error.ShouldContain("1 revised");
        (await store.Scalar<decimal>("select total_cost from report order by revision desc limit 1")).ShouldBe(1.5m);
    }

    [Theory]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--map", "Finnes ikke=name", "There is no column \"Finnes ikke\"")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--map", "Virksomhet=tull", "There is no field \"tull\"")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--map", "Virksomhet", "is not understood")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--value", "status:x=Blue", "\"Blue\" is no status")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--unit", "dollar", "is no unit")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--map", "Virksomhet=name", "give the same field")]
    [InlineData("Tiltaksnavn;Virksomhet\nA;NHN\n", "--sheet", "Ark1", "A text file has no sheets")]
    [InlineData("Alfa;Beta\nA;NHN\n", "--unit", "million", "No column gives the name")]
    [InlineData("", "--unit", "million", "The file holds no rows")]
    public async Task ImportTable_BadInput_IsOneSentenceAndChangesNothing(string text, string option, string value, string sentence)
    {
        await using var store = await TestStore.Create(postgres);
        var ended = await Run(store, Write("liste.csv", text), "--round", "2017-03", option, value);
        ended.Status.ShouldBe(2);
        ended.Error.ShouldContain(sentence);
        ended.Error.ShouldNotContain("   at ");
        (await store.Count("report")).ShouldBe(0);
        (await store.Count("column_mapping")).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Task<Ended> Run(TestStore store, params string[] arguments) => CommandLineProcess.Run(store.ConnectionString, ["import-table", .. arguments]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }
}
