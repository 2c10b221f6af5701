using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>What the public, and whoever reads without being the office, never sees: drafts, what passes between office and reporter, persons, what is confidential, originals.</summary>
public sealed partial class PublicEyesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "Fortroligord";
    private static readonly string[] Between = [SecuredWorld.DraftWord, SecuredWorld.ReturnWord, SecuredWorld.QuestionWord, SecuredWorld.AttachmentWord, SecuredWorld.CandidateWord, SecuredWorld.OriginalWord, .. SecuredWorld.Persons];
    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Readers_OfEveryPageAndFile_SeeNoDraftsMessagesPersonsOrOriginals()
    {
        foreach (var who in (Who[])[Who.Nobody, Who.NoRole, Who.Elsewhere, Who.Other, Who.Committee, Who.Architects])
        {
            foreach (var (address, text) in await Everything(who, "2020-10", "2020-12"))
            {
                foreach (var word in Between) text.ShouldNotContain(word, customMessage: $"{who} {address}");
            }
        }
    }

    [Fact]
    public async Task Architects_InReview_SeeWhatWasSubmittedAndNothingElse()
    {
        var architects = await world.As(Who.Architects);
        foreach (var address in (string[])["/kontroll/2020-12/164", "/kontroll/2020-12/5", "/kontroll/2020-12", "/runder/2020-12"])
        {
            var reply = await architects.Get(SecuredWorld.Desk + address);
            ((int)reply.Status).ShouldBe(200, address);
            foreach (var word in Between) reply.Text.ShouldNotContain(word, customMessage: address);
        }

        await SendConfidential("2020-12");
        (await (await world.As(Who.Office)).Get(SecuredWorld.Desk + "/kontroll/2020-12/164")).Text.ShouldContain(Secret);
        (await architects.Get(SecuredWorld.Desk + "/kontroll/2020-12/164")).Text.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Confidential_Parts_AreOnNoPageAndInNoFile_AndStaySoWhenNothingHasChanged()
    {
        await SendConfidential("2020-12");
        await Publish("2020-12");
        await SeesNoSecret("2020-12");

        var office = await world.As(Who.Office);
        await office.Post(SecuredWorld.Desk + "/runder", null, ("samlet", "15.03.2021"), ("apner", "01.03.2021"), ("frist", "10.03.2021"));
        (await office.Post(SecuredWorld.Desk + "/runder/2021-03", SecuredWorld.Desk + "/runder/2021-03/steg", ("til", "Open"))).Status.ShouldBe(HttpStatusCode.Redirect);
        const string Form = SecuredWorld.Desk + "/innmelding/2021-03/164";
        (await (await world.As(Who.Own)).Post(Form, Form + "/send", ("innsending", Guid.NewGuid().ToString()), ("uendret", "ja"))).Location.ShouldBe(Form + "/send?sendt=ja");
        await Publish("2021-03");
        await SeesNoSecret("2021-03");
    }

    [Fact]
    public async Task Confidential_Part_ThatIsMadePublicAgain_IsSeen()
    {
        await SendConfidential("2020-12");
        var office = await world.As(Who.Office);
        await office.Post(SecuredWorld.Desk + "/kontroll/2020-12/164", SecuredWorld.Desk + "/kontroll/2020-12/164/tilbake", ("melding", "Kan dette være åpent?"));
        (await (await world.As(Who.Own)).Post(SecuredWorld.Form + "/send", null, ("innsending", Guid.NewGuid().ToString()), ("deler", ""))).Location.ShouldNotBeNull();
        await Publish("2020-12");
        (await (await world.As(Who.Nobody)).Get(SecuredWorld.Root + "/2020-12/tiltak/164")).Text.ShouldContain(Secret);
    }

    private async Task SeesNoSecret(string round)
    {
        (await (await world.As(Who.Office)).Get($"{SecuredWorld.Root}/{round}/tiltak/164")).Text.ShouldContain(Secret);
        foreach (var who in (Who[])[Who.Nobody, Who.Other, Who.Committee, Who.Architects])
        {
            foreach (var (address, text) in await Everything(who, round))
            {
                text.ShouldNotContain(Secret, customMessage: $"{who} {address}");
                // Its amounts are odd enough to be known again.
                Amount().IsMatch(Own().Replace(text, "")).ShouldBeFalse($"{who} {address}: {Amount().Match(Own().Replace(text, "")).Value}");
            }
        }
    }

    private async Task SendConfidential(string round)
    {
        var reporter = await world.As(Who.Own);
        var form = $"{SecuredWorld.Desk}/innmelding/{round}/164";
        foreach (var page in FormPages.All)
        {
            var words = page.Items.SelectMany(item => item.IsList ? [] : item.Kind is FieldKind.Text or FieldKind.LongText && item.Key is not ("name" or "ownerText" or "managerText") ? [(item.Key, Secret)] : Array.Empty<(string, string)>());
            var rows = page.Items.Where(item => item.Key is "risks" or "deliverables" or "dependencies").SelectMany(item => (IEnumerable<(string, string)>)[(item.Key, "0,n1"), .. item.Columns.Where(column => column.Kind is FieldKind.LongText).Select(column => ($"{item.Key}.n1.{column.Key}", Secret))]);
            await SecuredWorld.Save(reporter, $"{form}/{page.Code}", [.. words, .. rows]);
        }

        await SecuredWorld.Save(reporter, form + "/kostnad", ("totalCostMnok", "777,777"), ("annualOperatingCostMnok", "7,777"));
        await SecuredWorld.Save(reporter, form + "/status", ("status", "Red"));
        var parts = Enum.GetValues<ReportPart>().Select(part => ("deler", part.ToString())).ToArray();
        Reply? sent = null;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            sent = await reporter.Post(form + "/send", null, [("innsending", Guid.NewGuid().ToString()), .. parts]);
            if (sent.Location is not null) return;
            foreach (var key in sent.Text.Split("#explain:").Skip(1).Select(rest => WebUtility.HtmlDecode(rest[..rest.IndexOf('"', StringComparison.Ordinal)])).Distinct())
                await SecuredWorld.Save(reporter, form + "/status", ("explain:" + key, Secret));
        }

        sent!.Location.ShouldNotBeNull(sent.Text);
    }

    private async Task Publish(string round)
    {
        world.Clock.Now += TimeSpan.FromMinutes(1);
        (await (await world.As(Who.Office)).Post($"{SecuredWorld.Desk}/runder/{round}", $"{SecuredWorld.Desk}/runder/{round}/steg", ("til", "Published"))).Status.ShouldBe(HttpStatusCode.Redirect);
        world.Clock.Now += TimeSpan.FromMinutes(1);
    }

    /// <summary>The text of all pages and files of some rounds that somebody gets.</summary>
    private async Task<IReadOnlyList<(string Address, string Text)>> Everything(Who who, params string[] rounds)
    {
        var visitor = await world.As(who);
        List<(string, string)> all = [];
        foreach (var address in rounds.SelectMany(round => RouteTable.Pages.Concat(RouteTable.Files).Concat(["/tiltak/5", "/tiltak/5/moteark", "/tiltak/164/kilde", "/virksomheter/fhi", "/tiltak?status=rod", "/rapport?mot=2020-10"]).Select(below => $"{SecuredWorld.Root}/{round}{below}")).Append(SecuredWorld.Root + "/kalender.ics"))
        {
            var reply = await visitor.Get(address);
            all.Add((address, address.EndsWith("docx", StringComparison.Ordinal) || address.EndsWith("xlsx", StringComparison.Ordinal) ? reply.Status == HttpStatusCode.OK ? Unzipped(await visitor.File(address)) : "" : WebUtility.HtmlDecode(reply.Text)));
        }

        return all;
    }

    private static string Unzipped(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.Contains("document", StringComparison.Ordinal) || entry.FullName.Contains("sheet", StringComparison.Ordinal) || entry.FullName.Contains("docProps", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            // Words alone: identifiers of styles and rows are numbers too.
            text.AppendLine(System.Xml.Linq.XDocument.Parse(reader.ReadToEnd()).Root!.Value);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<![\w.,-])77[78](?![\w-])")]
    private static partial Regex Amount();

    /// <summary>Style, script and font of a report that stands alone.</summary>
    [GeneratedRegex("<(style|script)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Own();
}
