using System.Net;
using System.Text;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>Files that stand with a form.</summary>
public sealed class AttachmentTests(PostgresFixture postgres)
{
    private const string Action = FormWorld.Form + "/vedlegg";
    private static readonly byte[] Pdf = "%PDF-1.7\n"u8.ToArray();

    [Fact]
    public async Task Attachment_AddedFetchedRemoved_IsTheSameFileAndThenGone()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        (await Attach(kari, "Møtenotat 東京.pdf", Pdf)).Location.ShouldBe(FormWorld.Form + "#vedlegg");
        var attachment = (await List(world)).ShouldHaveSingleItem();
        (attachment.Name, attachment.MediaType, attachment.Size).ShouldBe(("Møtenotat 東京.pdf", "application/pdf", Pdf.Length));
        var page = (await kari.Get(FormWorld.Form)).Text;
        page.ShouldContain("Møtenotat 東京.pdf</a>");

        var address = $"{Action}/{attachment.Id:N}";
        var sent = await kari.Get(address);
        sent.Text.ShouldBe(Encoding.UTF8.GetString(Pdf));
        sent.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        sent.Response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        var disposition = sent.Response.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "Møtenotat 東京.pdf"));

        (await kari.Post(FormWorld.Form, address)).Location.ShouldBe(FormWorld.Form + "#vedlegg");
        (await kari.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.Get(FormWorld.Form)).Text.ShouldContain("Skjemaet har ingen vedlegg");
        (await kari.Post(FormWorld.Form, address)).Text.ShouldContain("Vedlegget er alt fjernet");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action in ('AttachmentAdded', 'AttachmentRemoved')")).ShouldBe(2);
    }

    [Theory]
    [InlineData("notat.pdf", "<html><script>alert(1)</script>")]
    [InlineData("notat.html", "<html><script>alert(1)</script>")]
    [InlineData("notat.svg", "<svg onload='alert(1)'/>")]
    [InlineData("program.exe", "MZ")]
    [InlineData("notat.txt", "%PDF-1.7")]
    [InlineData("notat.txt", "a\0b")]
    [InlineData("notat.docx", "PK\u0003\u0004 noe annet")]
    [InlineData("notat.docx", "PK\u0003\u0004[Content_Types].xml word/document.xml word/vbaProject.bin")]
    [InlineData("notat.xlsx", "PK\u0003\u0004[Content_Types].xml word/document.xml")]
    [InlineData("notat", "tekst")]
    [InlineData("..", "tekst")]
    [InlineData(".txt", "tekst")]
    public async Task Attachment_OfAnotherType_IsRefused(string name, string content)
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        var answer = await Attach(kari, name, Encoding.UTF8.GetBytes(content));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Endelsen på filnavnet må stemme med innholdet");
        answer.Text.ShouldContain("id=\"vedlegg-feil\"");
        (await world.Store.Count("attachment")).ShouldBe(0);
    }

    [Fact]
    public async Task Attachment_EachKindThatIsTaken_IsKept()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], jpg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0];
        byte[] zip = [.. "PK\u0003\u0004[Content_Types].xml"u8];
        foreach (var (name, bytes) in ((string, byte[])[])
            [("a.PDF", Pdf), ("b.docx", [.. zip, .. "word/document.xml"u8]), ("c.xlsx", [.. zip, .. "xl/workbook.xml"u8]), ("d.pptx", [.. zip, .. "ppt/presentation.xml"u8]), ("e.png", png), ("f.jpg", jpg), ("g.jpeg", jpg), ("h.txt", "<b>tekst</b>"u8.ToArray()), ("i.csv", "=1+1;2"u8.ToArray())])
            (await Attach(kari, name, bytes)).Status.ShouldBe(HttpStatusCode.Redirect, name);
        (await List(world)).Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("../../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\kari\\notat.txt", "notat.txt")]
    [InlineData("a\u202etxt.exe.txt", "atxt.exe.txt")]
    [InlineData("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt")]
    public async Task Attachment_HostileName_IsANameAndNothingElse(string sent, string kept)
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await Attach(kari, sent, "tekst"u8.ToArray());
        var attachment = (await List(world)).ShouldHaveSingleItem();
        attachment.Name.ShouldBe(kept);
        (await kari.Get(FormWorld.Form)).Text.ShouldNotContain("<img");
        var disposition = (await kari.Get($"{Action}/{attachment.Id:N}")).Response.Content.Headers.ContentDisposition!;
        (disposition.FileNameStar ?? disposition.FileName!.Trim('"')).ShouldBe(kept);
    }

    [Fact]
    public async Task Attachment_EmptyMissingOrTooLarge_IsRefusedBesideTheField()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        (await Attach(kari, "tom.txt", [])).Text.ShouldContain("Filen er tom");
        (await kari.Post(FormWorld.Form, Action, ("vedlegg", "notat.txt"))).Text.ShouldContain("Velg en fil først");
        (await Attach(kari, "stor.txt", new byte[20_000_001])).Text.ShouldContain("høyst 20 MB");
        (await world.Store.Count("attachment")).ShouldBe(0);
    }

    [Fact]
    public async Task Add_MoreThanTheFormHasRoomFor_IsRefused()
    {
        await using var world = await FormWorld.Create(postgres);
        var big = Encoding.ASCII.GetBytes(new string('a', (int)AttachmentStore.MaxBytes));
        (await Add(world, big)).Succeeded.ShouldBeTrue();
        (await Add(world, big)).Succeeded.ShouldBeTrue();
        (await Add(world, big)).Problems.ShouldHaveSingleItem().Code.ShouldBe("AttachmentsFull");
        (await Add(world, big[..10_000_000])).Succeeded.ShouldBeTrue();
        (await Add(world, [1])).Problems.ShouldHaveSingleItem().Code.ShouldBe("AttachmentsFull");
        var first = (await List(world))[0];
        await AttachmentStore.Remove(world.Store.Db, world.Store.Portfolio, world.Assignment, first.Id, TestStore.Actor, world.Store.Tick(), TestStore.Cancellation);
        (await Add(world, [1])).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Attachment_OfAnotherOrganisation_IsNotThere()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await Attach(kari, "notat.pdf", Pdf);
        var address = $"{Action}/{(await List(world)).ShouldHaveSingleItem().Id:N}";
        using var ola = await world.LoggedIn("ola@example.org");
        using var stranger = world.Server.Visitor();
        (await ola.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get(address)).Location!.ShouldStartWith("/nb/logg-inn");
        (await ola.Post("/nb/konto", address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ola.PostFile("/nb/konto", Action, "vedlegg", "notat.pdf", Pdf)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await List(world)).Count.ShouldBe(1);
        using var kontor = await world.LoggedIn("kontor@example.org");
        (await kontor.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<Reply> Attach(Visitor visitor, string name, byte[] bytes) => visitor.PostFile(FormWorld.Form, Action, "vedlegg", name, bytes);

    private static Task<IReadOnlyList<Attachment>> List(FormWorld world) => AttachmentStore.List(world.Store.Db, world.Store.Portfolio, world.Assignment, TestStore.Cancellation);

    private static Task<Outcome<Guid>> Add(FormWorld world, byte[] bytes) => AttachmentStore.Add(
        world.Store.Db, world.Store.Portfolio, world.Assignment, SourceFile.Of("notat.txt", bytes), "text/plain", TestStore.Actor, world.Store.Tick(), TestStore.Cancellation);
}
