using System.Globalization;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>Every address of the server with everybody who can come to it.</summary>
public sealed class RouteTableTests(PostgresFixture postgres) : IAsyncLifetime
{
    private SecuredWorld world = null!;

    public async ValueTask InitializeAsync() => world = await SecuredWorld.Create(postgres);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Table_HasEveryRouteOfTheServer()
    {
        var table = (await RouteTable.Of(world)).Select(line => line.Route).ToList();
        var routes = world.Server.Endpoints.Select(RouteLine.NameOf).ToList();
        routes.Except(table).ShouldBeEmpty("Write the new routes into RouteTable, with who may come in.");
        table.Except(routes).ShouldBeEmpty("Routes of the table that the server has no longer.");
        routes.ShouldBeUnique();
    }

    [Fact]
    public async Task Route_ForEveryVisitor_AnswersAsTheTableSays()
    {
        List<string> wrong = [];
        var table = await RouteTable.Of(world);
        foreach (var who in SecuredWorld.All)
        {
            foreach (var line in table.OrderBy(line => line.EndsSession))
            {
                var own = line.EndsSession ? await world.Fresh(who) : null;
                var answer = await Ask(own ?? await world.As(who), who, line);
                own?.Dispose();
                var expected = line.For(who);
                if ((int)answer.Status != expected) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{who} {line.Route}: {(int)answer.Status} instead of {expected}"));
                if (expected == 302 && !line.May.HasFlag(who) && answer.Location?.StartsWith("/nb/logg-inn?til=", StringComparison.Ordinal) != true) wrong.Add($"{who} {line.Route}: not led to logging in but to {answer.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5", nameof(Who.Own))]
    [InlineData("164", nameof(Who.Other))]
    public async Task Form_OfAnotherOrganisation_IsNotThereAtAnyAddress(string initiative, string reporter)
    {
        var visitor = await world.As(Enum.Parse<Who>(reporter));
        var token = await SecuredWorld.TokenFor(visitor, Who.Own);
        var form = $"{SecuredWorld.Desk}/innmelding/2020-12/{initiative}";
        var before = await world.Content();
        foreach (var below in FormPages.All.Select(page => "/" + page.Code).Concat(["", "/send", "/mal.docx", "/mal.xlsx", "/dokument", $"/vedlegg/{world.Attachment:N}"]))
            ((int)(await visitor.Get(form + below)).Status).ShouldBe(404, below);
        foreach (var below in FormPages.All.Select(page => "/" + page.Code).Concat(["/send", "/lagre", "/svar", "/dokument", $"/dokument/{Guid.Empty:N}", "/vedlegg", $"/vedlegg/{world.Attachment:N}"]))
            ((int)(await visitor.PostRaw(form + below, ("token", token), ("innsending", Guid.NewGuid().ToString()), ("uendret", "ja"), ("statusCause", "Inntrenger"), ("svar", "Inntrenger"))).Status).ShouldBe(404, below);
        (await world.Content()).ShouldBe(before);
    }

    [Fact]
    public async Task Attachment_OfAnotherForm_IsNotThereUnderOnesOwn()
    {
        var visitor = await world.As(Who.Other);
        var address = $"{SecuredWorld.OtherForm}/vedlegg/{world.Attachment:N}";
        ((int)(await visitor.Get(address)).Status).ShouldBe(404);
        await visitor.Post(SecuredWorld.OtherForm, address);
        ((int)(await (await world.As(Who.Own)).Get($"{SecuredWorld.Form}/vedlegg/{world.Attachment:N}")).Status).ShouldBe(200);
    }

    [Fact]
    public async Task UnpublishedRound_IsSeenByTheOfficeAndByThoseTheMaskingTableNames()
    {
        const Who Seeing = Who.Office | Who.Committee | Who.Architects;
        foreach (var who in SecuredWorld.All)
        {
            var visitor = await world.As(who);
            foreach (var below in RouteTable.Pages.Concat(RouteTable.Files)) ((int)(await visitor.Get($"{SecuredWorld.Root}/2020-12{below}")).Status).ShouldBe(Seeing.HasFlag(who) ? 200 : 404, $"{who} {below}");
        }
    }

    [Fact]
    public async Task Refused_AnswersAreTheSameForWhatIsAndWhatIsNot()
    {
        var visitor = await world.As(Who.Own);
        var there = await visitor.Get(SecuredWorld.OtherForm);
        var notThere = await visitor.Get(SecuredWorld.Desk + "/innmelding/2020-12/999999");
        there.Text.ShouldBe(notThere.Text);
        (await visitor.Get(SecuredWorld.Desk + "/personer")).Text.ShouldBe(there.Text);
    }

    private static async Task<Reply> Ask(Visitor visitor, Who who, RouteLine line)
    {
        if (line.IsPost) return await visitor.PostRaw(line.Address, [("token", await SecuredWorld.TokenFor(visitor, who)), .. line.Fields]);
        return line.IsCostly ? await visitor.Head(line.Address) : await visitor.Get(line.Address);
    }
}
