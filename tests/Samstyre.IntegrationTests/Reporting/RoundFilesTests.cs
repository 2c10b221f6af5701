using System.IO.Compression;
using System.Text;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Many forms into a round at once.</summary>
public sealed class RoundFilesTests(PostgresFixture postgres)
{
    private const string Page = "/nb/e-health/arbeid/runder/2020-12/filer";

    [Fact]
    public async Task Zip_OfGoodAndBadFiles_TellsWhatBecameOfEach_AndStoresTheGood()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var answer = await office.PostFile(Page, Page, "filer", "alle.zip", Zip(
            ("01.txt", FormWorld.Sample.With("Antatt totalkostnad for", "21 mill.").ToString()), ("02.txt", FormWorld.Sample.With("Antatt totalkostnad for", "22 mill.").ToString()),
            ("03.doc", "\u00d0\u00cf\u0011\u00e0"), ("04.txt", "Hei, her er skjemaet vi snakket om.")));
        answer.Text.ShouldContain("4 filer er lest. De ga 2 skjemaer.");
        answer.Text.ShouldContain("Tiltaket står også i 01.txt.");
        (await world.Store.Scalar<string>("select state from assignment")).ShouldBe("Submitted");
        (await world.Store.Scalar<long>("select count(*) from source_file where name in ('01.txt', '02.txt')")).ShouldBe(2);
        (await office.PostFile(Page, Page, "filer", "alle.zip", Zip(("01.txt", FormWorld.Sample.With("Antatt totalkostnad for", "21 mill.").ToString())))).Text.ShouldContain("Samme fil er lest før");
    }

    [Fact]
    public async Task Files_OnlyTried_ChangeNothing()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var before = await world.Store.Count("audit_entry");
        var answer = await office.PostFile(Page, Page, "filer", "skjema.txt", Encoding.UTF8.GetBytes(FormWorld.Sample.With("Antatt totalkostnad for", "21 mill.").ToString()), ("prov", "1"));
        answer.Text.ShouldContain("Ingenting er lagret.");
        (await world.Store.Count("audit_entry")).ShouldBe(before);
        (await world.Store.Count("source_file")).ShouldBe(1);
    }

    [Fact]
    public async Task FormMadeForAnInitiative_IsKnownByItsMark_AndAnOldOneIsSaid()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        using var office = await world.LoggedIn("kontor@example.org");
        var file = await kari.File(FormWorld.Form + "/mal.docx");
        var answer = await office.PostFile(Page, Page, "filer", "tilbake.docx", file, ("prov", "1"));
        answer.Text.ShouldContain("<td>merke i filen</td>");
        answer.Text.ShouldNotContain("laget for en annen runde");
        await world.Store.Round("2021-03");
        var later = await office.PostFile(Page, "/nb/e-health/arbeid/runder/2021-03/filer", "filer", "tilbake.docx", file, ("prov", "1"));
        later.Text.ShouldContain("Skjemaet ble laget for en annen runde.");
    }

    [Fact]
    public async Task SourcePage_ShowsTheWordsThatAFindingIsAbout_AndTheirPlace()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        await office.PostFile(Page, Page, "filer", "skjema.txt", Encoding.UTF8.GetBytes(FormWorld.Sample.With("Antatt totalkostnad for", "21 eller 22 mill.").ToString()));
        var initiative = (await office.Get("/nb/e-health/2020-12/tiltak/417")).Text;
        var place = System.Text.RegularExpressions.Regex.Match(initiative, "href=\"(?<page>[^\"]+/kilde/tekst)#(?<line>l[0-9]+)\">linje");
        place.Success.ShouldBeTrue();
        var source = (await office.Get(place.Groups["page"].Value)).Text;
        System.Text.RegularExpressions.Regex.IsMatch(source, $"id=\"{place.Groups["line"].Value}\"><mark>[^<]*21 eller 22 mill").ShouldBeTrue();
    }

    [Fact]
    public async Task NoFile_SaysSoBesideTheField()
    {
        await using var world = await FormWorld.Create(postgres);
        using var office = await world.LoggedIn("kontor@example.org");
        var answer = await office.PostFile(Page, Page, "annet", "x.txt", "x"u8.ToArray());
        ((int)answer.Status).ShouldBe(422);
        answer.Text.ShouldContain("href=\"#filer\"");
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(name.EndsWith(".doc", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
