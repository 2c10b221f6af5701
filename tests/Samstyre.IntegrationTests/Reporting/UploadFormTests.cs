using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Samstyre.Tests.Import;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>From document to draft.</summary>
public sealed class UploadFormTests(PostgresFixture postgres)
{
    private const string Page = FormWorld.Form + "/dokument";

    [Fact]
    public async Task Upload_ChangedForm_LandsInTheDraftWithItsOrigins()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        var form = FormWorld.Sample.With("Antatt totalkostnad for", "21 mill.").With("Overordnet status", "Rød").After("Valgt leverandør", "Opplæring av legene\t03.2021");
        (await FormWorld.Upload(kari, form)).Location.ShouldBe(Page + "?lest=4");
        var draft = await world.Draft();
        draft.Values.ShouldBe(
            new Dictionary<string, string> { ["totalCostMnok"] = "21", ["status"] = "Red", ["deliverables"] = "0,n1,1,2", ["deliverables.n1.text"] = "Opplæring av legene", ["deliverables.n1.planned"] = "03.2021" }, ignoreOrder: true);
        var origin = JsonNode.Parse(draft.Cells["totalCostMnok"].Origin!)!;
        ((string?)origin["File"]).ShouldBe("skjema.txt");
        form.ToString().Split('\n')[(int)origin["Line"]! - 1].ShouldStartWith("Antatt totalkostnad for");
        ((string?)origin["Text"]).ShouldBe("Antatt totalkostnad for prosjektet/programmet: 21 mill.");
        (await world.Store.Count("source_file")).ShouldBe(2);
        (await kari.Get(FormWorld.Form + "/kostnad")).Text.ShouldContain("Lest fra skjema.txt, 16");
        (await kari.Get(Page + "?lest=4")).Text.ShouldContain("4 felt ble fylt ut");
        (await world.Store.Scalar<long>("select count(*) from audit_entry where action = 'FormUploaded'")).ShouldBe(1);
        (await world.Store.Scalar<string>("select state from assignment")).ShouldBe("Drafting");
    }

    [Fact]
    public async Task Upload_TheSameFileTwice_IsKeptOnceAndChangesNothing()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        var form = FormWorld.Sample.With("Antatt totalkostnad for", "3.531").With("Overordnet status", "Rød").After("Valgt leverandør", "Opplæring av legene\t03.2021");
        await FormWorld.Upload(kari, form);
        var (draft, waiting) = (await world.Draft(), await world.Waiting());
        (await FormWorld.Upload(kari, form)).Location.ShouldBe(Page + "?lest=0");
        (await world.Draft()).Cells.Values.ShouldBe(draft.Cells.Values, ignoreOrder: true);
        (await world.Waiting()).Select(one => (one.Field, one.Value)).ShouldBe(waiting.Select(one => (one.Field, one.Value)));
        (await world.Store.Scalar<long>("select count(*) from source_file where name = 'skjema.txt'")).ShouldBe(1);
    }

    [Fact]
    public async Task Proposal_ShownBesideItsLine_IsAccepted()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "3.531"));
        (await world.Draft()).Cells.ShouldBeEmpty();
        var proposal = (await world.Waiting()).ShouldHaveSingleItem();
        var page = (await kari.Get(Page)).Text;
        page.ShouldContain("Én verdi fra dokumentet venter");
        page.ShouldContain("<mark><span class=\"ds-sr-only\">Her: </span>Antatt totalkostnad for prosjektet/programmet: | 3.531</mark>");
        page.ShouldContain("value=\"3531\"");
        (await kari.Get(FormWorld.Form)).Text.ShouldContain("Én verdi fra dokumentet venter");
        (await kari.Post(Page, $"{Page}/{proposal.Id:N}", ("valg", "bruk"), ("verdi", proposal.Value), ("sett", "0"))).Location.ShouldBe(Page + "?ferdig=ja");
        var cell = (await world.Draft()).Cells["totalCostMnok"];
        cell.Value.ShouldBe(proposal.Value);
        ((bool)JsonNode.Parse(cell.Origin!)!["IsChecked"]!).ShouldBeTrue();
        (await world.Waiting()).ShouldBeEmpty();
        (await world.Store.Scalar<bool>("select accepted from draft_proposal")).ShouldBeTrue();
        (await kari.Post(Page, $"{Page}/{proposal.Id:N}", ("valg", "forkast"))).Text.ShouldContain("Noen har alt svart");
    }

    [Fact]
    public async Task Proposal_CorrectedOrRejected_IsWhatThePersonSaid()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "3.531").With("Antatt årlige", "2.531"));
        var waiting = (await world.Waiting()).ToDictionary(one => one.Field);
        var unread = await kari.Post(Page, $"{Page}/{waiting["totalCostMnok"].Id:N}", ("valg", "bruk"), ("verdi", "ganske mye"), ("sett", "0"));
        unread.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unread.Text.ShouldContain("id=\"verdi-feil\"");
        unread.Text.ShouldContain("value=\"ganske mye\"");
        (await kari.Post(Page, $"{Page}/{waiting["totalCostMnok"].Id:N}", ("valg", "bruk"), ("verdi", "3,5"), ("sett", "0"))).Location.ShouldBe(Page);
        (await kari.Post(Page, $"{Page}/{waiting["annualOperatingCostMnok"].Id:N}", ("valg", "forkast"), ("verdi", "2531"), ("sett", "0"))).Location.ShouldBe(Page + "?ferdig=ja");
        var draft = await world.Draft();
        draft.Values.ShouldBe(new Dictionary<string, string> { ["totalCostMnok"] = "3,5" });
        draft.Cells["totalCostMnok"].Origin!.ShouldContain("skjema.txt");
        (await world.Store.Scalar<long>("select count(*) from draft_proposal where accepted")).ShouldBe(1);
        // What a person has corrected is theirs: the same file asks again, and takes nothing.
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "22 mill."));
        (await world.Draft()).Values["totalCostMnok"].ShouldBe("3,5");
        (await world.Waiting()).ShouldContain(one => one.Field == "totalCostMnok" && one.Value == "22");
    }

    [Fact]
    public async Task Upload_WhereAPersonHasWritten_OverwritesNothing()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await DraftStore.Save(world.Store.Db, world.Store.Portfolio, world.Assignment, [new("totalCostMnok", "30", 0), new("deliverables", "2,1", 0), new("costComments", "", 0)], "account:x", world.Store.Tick(), TestStore.Cancellation);
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "21 mill."));
        var draft = await world.Draft();
        (draft.Values["totalCostMnok"], draft.Values["deliverables"], draft.Values["costComments"]).ShouldBe(("30", "2,1", ""));
        var waiting = (await world.Waiting()).ToDictionary(one => one.Field, one => one.Value);
        (waiting["totalCostMnok"], waiting["costComments"], waiting["deliverables.n1"]).ShouldBe(("21", "Summene er uten merverdiavgift.", "+"));
        (await kari.Get(Page)).Text.ShouldContain("Noen har skrevet i dette feltet");

        // The row that the person took out comes back where they say so, at the end.
        var row = (await world.Waiting()).Single(one => one.Field == "deliverables.n1");
        var page = await kari.Get($"{Page}?forslag={row.Id:N}");
        page.Text.ShouldContain("Legg til raden");
        page.Text.ShouldContain("Valgt leverandør");
        await kari.Post(Page, $"{Page}/{row.Id:N}", ("valg", "bruk"), ("sett", "0"));
        (await world.Draft()).Values["deliverables"].ShouldBe("2,1,n1");
    }

    [Fact]
    public async Task Proposal_OfAFieldThatChangedMeanwhile_IsShownAnew()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "3.531"));
        var proposal = (await world.Waiting()).ShouldHaveSingleItem();
        await DraftStore.Save(world.Store.Db, world.Store.Portfolio, world.Assignment, [new("totalCostMnok", "30", 0)], "account:x", world.Store.Tick(), TestStore.Cancellation);
        var answer = await kari.Post(Page, $"{Page}/{proposal.Id:N}", ("valg", "bruk"), ("verdi", "3,5"), ("sett", "0"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Noen har skrevet i feltet i mellomtiden");
        answer.Text.ShouldContain("name=\"sett\" value=\"1\"");
        (await world.Draft()).Values["totalCostMnok"].ShouldBe("30");
        (await world.Waiting()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Proposal_OfARowThatTheFileLacks_RemovesItOnAYes()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.Without("Første laboratorium"));
        var row = (await world.Waiting()).ShouldHaveSingleItem();
        row.Field.ShouldBe("deliverables.1");
        (await kari.Get(Page)).Text.ShouldContain("Fjern raden");
        await kari.Post(Page, $"{Page}/{row.Id:N}", ("valg", "bruk"), ("sett", "0"));
        (await world.Draft()).Values["deliverables"].ShouldBe("0,2");
    }

    [Fact]
    public async Task Upload_SeveralForms_TakesTheOneOfThisInitiative()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kontor = await world.LoggedIn("kontor@example.org");
        var other = new SampleForm().With("ID Nasjonal", "900").With("Prosjekt-/programnavn", "Et annet prosjekt").ToString().Replace("Felles prøvesvarhotell", "Et annet prosjekt", StringComparison.Ordinal);
        var both = other + "\n\n\n" + FormWorld.Sample.With("Overordnet status", "Rød");
        (await FormWorld.Upload(kontor, both)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await world.Draft()).Values["status"].ShouldBe("Red");
        var refused = await FormWorld.Upload(kontor, other);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Ingen skjemaer i filen gjelder dette tiltaket");
        refused.Text.ShouldContain("href=\"#fil\"");
    }

    [Fact]
    public async Task Upload_Json_LandsToo()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        var report = FormWorld.Sample.Read() with { Status = TrafficLight.Green, Provenance = new SortedDictionary<string, int>(StringComparer.Ordinal) };
        (await FormWorld.Upload(kari, Encoding.UTF8.GetString(ReportJson.ToUtf8(report)), "rapport.json")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await world.Draft()).Values.ShouldBe(new Dictionary<string, string> { ["status"] = "Green" });
    }

    [Fact]
    public async Task Upload_HtmlWithScript_ComesBackAsText()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        const string evil = "&lt;script&gt;alert(1)&lt;/script&gt;";
        var lines = FormWorld.Sample.With("Prosjektleder", "3.531 " + evil + " <svg/onload=alert(4) ").With("Antatt totalkostnad for", "3.531 " + evil).ToString().Split('\n');
        var html = "<!doctype html><html><body><script>alert(2)</script><table>" + string.Concat(lines.Select(line => "<tr onclick=alert(3)><td>" + string.Join("</td><td>", line.Split('\t')) + "</td></tr>\n")) + "</table></body></html>";
        (await FormWorld.Upload(kari, html, "<img src=x>.html")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await world.Draft()).Values["managerText"].ShouldContain("alert(1)");
        foreach (var address in (string[])[Page, FormWorld.Form + "/om", FormWorld.Form, FormWorld.Form + "/send"])
        {
            var page = await kari.Get(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            foreach (var raw in (string[])["<script>alert", "<img", "onclick", "<svg"]) page.Text.ShouldNotContain(raw);
        }

        (await kari.Get(Page)).Text.ShouldContain("3.531 " + evil + "</mark>");
    }

    [Theory]
    [InlineData("skjema.docx", "PK\u0003\u0004xxxx", "Filen er skadet eller ufullstendig")]
    [InlineData("skjema.txt", "", "Filen er tom")]
    [InlineData("skjema.txt", "Hei på deg.", "Vi fant ikke noe skjema")]
    [InlineData("skjema.json", "{\"name\":", "ikke gyldig JSON")]
    [InlineData("skjema.tsv", "navn\tid\nA\t1\n", "Tabellen mangler")]
    public async Task Upload_WhatIsNoForm_IsRefusedBesideTheField(string name, string content, string sentence)
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        var answer = await FormWorld.Upload(kari, content, name);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.Text.ShouldContain("id=\"fil-feil\"");
        (await world.Draft()).Cells.ShouldBeEmpty();
        (await world.Store.Count("source_file")).ShouldBe(1);
    }

    [Fact]
    public async Task Upload_TooLarge_IsRefused()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        (await FormWorld.Upload(kari, new string('a', 10_000_001))).Text.ShouldContain("større enn 10 MB");
        try
        {
            (await FormWorld.Upload(kari, new string('a', 31_000_000))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server hangs up on whoever goes on sending.
        }

        (await world.Store.Count("source_file")).ShouldBe(1);
    }

    [Fact]
    public async Task Document_OfAnotherOrganisation_IsNotThere()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.With("Antatt totalkostnad for", "3.531"));
        var proposal = (await world.Waiting()).ShouldHaveSingleItem();
        using var ola = await world.LoggedIn("ola@example.org");
        (await ola.Get(Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ola.PostFile("/nb/konto", Page, "fil", "skjema.txt", Encoding.UTF8.GetBytes(FormWorld.Sample.With("Overordnet status", "Rød").ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ola.Post("/nb/konto", $"{Page}/{proposal.Id:N}", ("valg", "bruk"), ("verdi", "1"), ("sett", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Draft()).Cells.ShouldBeEmpty();
        (await world.Waiting()).Count.ShouldBe(1);
        (await world.Store.Count("source_file")).ShouldBe(2);
    }
}
