using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>What people write in the form comes out as text everywhere, whatever they write.</summary>
public sealed class MarkupTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Marker = "<script id=x>x</script>\"'&";
    private const string Review = SecuredWorld.Desk + "/kontroll/2020-12/164";
    private static readonly string[] Formulas = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\u00a0=1+1", "＝1+1", "=HYPERLINK(\"http://evil.example\";\"x\")", "=cmd|' /C calc'!A0"];

    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Markup_InEveryFieldOfTheForm_IsShownAsText()
    {
        await Write(_ => true);
        var reporter = await world.As(Who.Own);
        foreach (var page in FormPages.All)
        {
            var html = (await reporter.Get($"{SecuredWorld.Form}/{page.Code}")).Text;
            html.ShouldNotContain("<script id=x");
            foreach (var (field, value) in FieldsOf(page, IsShownWhole)) WebUtility.HtmlDecode(html).ShouldContain(value, customMessage: field);
        }

        foreach (var address in (string[])[SecuredWorld.Desk, SecuredWorld.Form, SecuredWorld.Form + "/send"]) (await reporter.Get(address)).Text.ShouldNotContain("<script id=x");
        foreach (var address in (string[])[Review, SecuredWorld.Desk + "/kontroll/2020-12", SecuredWorld.Desk + "/runder/2020-12", SecuredWorld.Desk + "/logg"]) (await (await world.As(Who.Office)).Get(address)).Text.ShouldNotContain("<script id=x");
    }

    [Fact]
    public async Task Markup_InEveryTextThatIsSubmittedAndPublished_IsShownAsText()
    {
        await SendWithMarkers();
        var office = await world.As(Who.Office);
        var review = (await office.Get(Review)).Text;
        review.ShouldNotContain("<script id=x");
        foreach (var field in (string[])["name", "purpose", "statusCause", "riskText", "consequences", "strategyComments"]) WebUtility.HtmlDecode(review).ShouldContain(Marker + field);
        await Publish();
        foreach (var who in (Who[])[Who.Nobody, Who.Office])
        {
            var visitor = await world.As(who);
            foreach (var page in RouteTable.Pages)
            {
                var reply = await visitor.Get($"{SecuredWorld.Root}/2020-12{page}");
                ((int)reply.Status).ShouldBe(200, page);
                reply.Text.ShouldNotContain("<script id=x", customMessage: page);
            }

            var whole = WebUtility.HtmlDecode((await visitor.Get(SecuredWorld.Root + "/2020-12/tiltak/164")).Text);
            foreach (var field in (string[])["name", "purpose", "statusCause", "riskText", "consequences"]) whole.ShouldContain(Marker + field);
            (await visitor.Get($"{SecuredWorld.Root}/2020-12/tiltak?sok={Uri.EscapeDataString(Marker)}")).Text.ShouldNotContain("<script id=x");
        }
    }

    [Fact]
    public async Task Markup_InEveryTextThatIsPublished_IsTextInTheFiles()
    {
        await SendWithMarkers();
        await Publish();
        var visitor = await world.As(Who.Nobody);
        foreach (var file in RouteTable.Files)
        {
            var bytes = await visitor.File($"{SecuredWorld.Root}/2020-12{file}");
            if (file.EndsWith("docx", StringComparison.Ordinal) || file.EndsWith("xlsx", StringComparison.Ordinal))
            {
                // Whole XML, and no element of theirs in it.
                foreach (var (name, xml) in Parts(bytes)) xml.Descendants().ShouldAllBe(element => !element.Name.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase), $"{file} {name}");
            }
            else if (file.EndsWith("json", StringComparison.Ordinal))
            {
                JsonDocument.Parse(bytes).Dispose();
            }
            else if (file.EndsWith("html", StringComparison.Ordinal))
            {
                Encoding.UTF8.GetString(bytes).ShouldNotContain("<script id=x", customMessage: file);
            }
        }

        Encoding.UTF8.GetString(await visitor.File(SecuredWorld.Root + "/2020-12/eksport.json")).ShouldContain("strategyComments");
    }

    [Fact]
    public async Task Markup_FromTheOffice_IsShownAsText()
    {
        var office = await world.As(Who.Office);
        const string Other = SecuredWorld.Desk + "/kontroll/2020-12/5";
        await (await world.As(Who.Other)).Post(SecuredWorld.OtherForm, SecuredWorld.OtherForm + "/send", ("innsending", Guid.NewGuid().ToString()), ("uendret", "ja"));
        foreach (var (step, fields) in ((string, (string, string)[])[])[
            ("/tilbake", [("melding", Marker + "a")]), ("/sporsmal", [("felt", "endDate"), ("sporsmal", Marker + "b")]), ("/vurdering", [("kontor-status", "Red"), ("grunn", Marker + "c")])])
            (await office.Post(Other, Other + step, fields)).Location.ShouldBe(Other);
        var question = await world.Store.Scalar<Guid>("select id from question where text like '%b'");
        var reporter = await world.As(Who.Other);
        await reporter.Post(SecuredWorld.OtherForm, SecuredWorld.OtherForm + "/svar", ("sporsmal", question.ToString()), ("svar", Marker + "d"));
        foreach (var (visitor, address) in ((Visitor, string)[])[(office, Other), (office, SecuredWorld.Desk + "/logg"), (reporter, SecuredWorld.OtherForm)]) (await visitor.Get(address)).Text.ShouldNotContain("<script id=x", customMessage: address);
        foreach (var letter in (string[])["a", "b", "c", "d"]) WebUtility.HtmlDecode((await office.Get(Other)).Text).ShouldContain(Marker + letter);
    }

    [Fact]
    public async Task Markup_InNamesOfPeople_IsShownAsText()
    {
        var administrator = await world.As(Who.Administrator);
        (await administrator.Post(SecuredWorld.Desk + "/personer", null, ("navn", Marker), ("epost", "\"<script id=x>\"@example.org"), ("sprak", "nb"), ("rolle", "CommitteeMember"))).Text.ShouldNotContain("<script id=x");
        (await administrator.Post("/nb/konto", null, ("navn", Marker), ("sprak", "nb"))).Location.ShouldBe("/nb/konto?lagret=ja");
        foreach (var address in (string[])["/nb/konto", SecuredWorld.Desk, SecuredWorld.Desk + "/personer", SecuredWorld.Root + "/2020-10"]) (await administrator.Get(address)).Text.ShouldNotContain("<script id=x", customMessage: address);
        (await administrator.Post("/nb/logg-inn", null, ("epost", Marker), ("passord", Marker), ("til", "/" + Marker))).Text.ShouldNotContain("<script id=x");
    }

    [Fact]
    public async Task Formulas_InSubmittedTexts_AreTextInCsvAndExcel()
    {
        var (db, portfolio, now) = (world.Store.Db, world.Store.Portfolio, world.Clock.Now);
        var round = (await RoundStore.Create(db, portfolio, "2021-03", new(2021, 3, 20), TestStore.Actor, now, TestStore.Cancellation)).Value;
        var reports = Formulas.Select((formula, place) => SecuredWorld.Journal with { Name = formula + place, NationalId = 900 + place, StatusCause = formula, Purpose = formula, Funding = [new(formula, [null, new Money(10m)])], Deliverables = [new(formula, formula, null)] }).ToArray();
        (await ReportImport.Save(db, portfolio, round.Id, TestStore.File("formler"), reports, TestStore.Actor, now, dryRun: false, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        world.Clock.Now += TimeSpan.FromMinutes(1);
        (await PublicationStore.Publish(db, portfolio, "2021-03", null, TestStore.Actor, world.Clock, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        var visitor = await world.As(Who.Nobody);
        foreach (var file in (string[])["/eksport.csv", "/rapport.csv"])
        {
            var csv = Encoding.UTF8.GetString(await visitor.File($"{SecuredWorld.Root}/2021-03{file}"));
            foreach (var cell in Cells(csv, file == "/rapport.csv" ? ',' : ';'))
                (cell.TrimStart() is ['=' or '+' or '@' or '＝', ..] || (cell.TrimStart() is ['-', ..] && !decimal.TryParse(cell, out _))).ShouldBeFalse($"{file}: {cell}");
        }

        Encoding.UTF8.GetString(await visitor.File(SecuredWorld.Root + "/2021-03/eksport.csv")).ShouldContain("'=cmd|' /C calc'!A0");
        foreach (var (name, xml) in Parts(await visitor.File(SecuredWorld.Root + "/2021-03/rapport.xlsx")).Where(part => part.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            xml.Descendants().ShouldAllBe(element => element.Name.LocalName != "f", name);
            // What stands as words is a string, whatever it begins with.
            xml.Descendants().Where(element => element.Name.LocalName == "v").ShouldAllBe(element => element.Value.Length > 0 && (char.IsAsciiDigit(element.Value[0]) || element.Value[0] == '-'), name);
        }
    }

    private static IEnumerable<(string Name, XDocument Xml)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            yield return (entry.FullName, XDocument.Load(stream));
        }
    }

    private static IEnumerable<string> Cells(string csv, char separator)
    {
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in csv)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted || (letter != separator && letter != '\n'))
            {
                if (letter != '"') cell.Append(letter);
                continue;
            }

            yield return cell.ToString();
            cell.Clear();
        }
    }

    // What somebody writes in a field of words; a choice that is none is not shown as it was written.
    private static bool IsShownWhole(FieldKind kind) => kind is FieldKind.Text or FieldKind.LongText or FieldKind.Money or FieldKind.Date or FieldKind.DateOrWords or FieldKind.Party;

    private static bool IsWords(FieldKind kind) => kind is FieldKind.Text or FieldKind.LongText or FieldKind.DateOrWords or FieldKind.Party;

    /// <summary>The fields of a page with a marker of their own; a list gets a row of its own.</summary>
    private static IEnumerable<(string Field, string Value)> FieldsOf(FormPage page, Func<FieldKind, bool> takes) =>
        page.Items.SelectMany(item => item.IsList ? item.Columns.Where(column => takes(column.Kind)).Select(column => $"{item.Key}.n1.{column.Key}") : item.Key != "strategicFit" && takes(item.Kind!.Value) ? [item.Key] : []).Select(field => (field, Marker + field));

    private async Task Write(Func<FieldKind, bool> takes)
    {
        var reporter = await world.As(Who.Own);
        foreach (var page in FormPages.All)
        {
            var rows = page.Items.Where(item => item.IsList).Select(item => (item.Key, "n1,0"));
            (await SecuredWorld.Save(reporter, $"{SecuredWorld.Form}/{page.Code}", [.. rows, .. FieldsOf(page, takes)])).Status.ShouldBe(HttpStatusCode.Redirect, page.Code);
        }
    }

    private async Task SendWithMarkers()
    {
        await Write(IsWords);
        var reporter = await world.As(Who.Own);
        // Each warning wants words of its own.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var sent = await reporter.Post(SecuredWorld.Form + "/send", null, ("innsending", Guid.NewGuid().ToString()));
            if (sent.Location is not null) return;
            foreach (var link in sent.Text.Split("#explain:").Skip(1).Select(rest => WebUtility.HtmlDecode(rest[..rest.IndexOf('"', StringComparison.Ordinal)])).Distinct())
                await SecuredWorld.Save(reporter, SecuredWorld.Form + "/status", ("explain:" + link, Marker + "explain"));
        }

        var refused = await reporter.Post(SecuredWorld.Form + "/send", null, ("innsending", Guid.NewGuid().ToString()));
        refused.Location.ShouldNotBeNull(refused.Text);
    }

    private async Task Publish()
    {
        world.Clock.Now += TimeSpan.FromMinutes(1);
        (await (await world.As(Who.Office)).Post(SecuredWorld.Desk + "/runder/2020-12", SecuredWorld.Desk + "/runder/2020-12/steg", ("til", "Published"))).Status.ShouldBe(HttpStatusCode.Redirect);
        world.Clock.Now += TimeSpan.FromMinutes(1);
    }
}
