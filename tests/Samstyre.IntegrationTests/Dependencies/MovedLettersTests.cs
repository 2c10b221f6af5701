using System.Globalization;
using System.Text;
using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.IntegrationTests.Security;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Dependencies;

/// <summary>Reports that come as files tell those who wait, as those do that are filled in on the web.</summary>
public sealed class MovedLettersTests(PostgresFixture postgres) : IDisposable
{
    private const string Files = WaitingWorld.Desk + "/runder/2020-12/filer";
    private const string Told = "Én person får brev om at noe de venter på, kommer senere.";
    private readonly string folder = Directory.CreateTempSubdirectory("samstyre-moved-").FullName;

    [Fact]
    public async Task Upload_MovedLater_TellsEachReceiverOnce_WhateverRoadTheSameDatesComeByAgain()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "prov.json", Pilot(2021, 6), ("prov", "1"))).ShouldNotContain(Told);
        (await Letters(world)).ShouldBe(0);
        (await Upload(office, "runde.json", Pilot(2021, 6))).ShouldContain(Told);
        (await Letters(world)).ShouldBe(1);
        var letter = await world.Store.Scalar<string>("select address || ' ' || subject || ' ' || body from message where kind = 'need'");
        letter.ShouldStartWith(WaitingWorld.Receiver + " Kjernejournal leverer senere enn før");
        letter.ShouldContain("Kjernejournal:\n- Folkeregister venter på «Pilot». Den var planlagt mars 2021 og er nå planlagt juni 2021. Det er senere enn april 2021, da dere trenger det.");
        letter.ShouldContain("/nb/e-health/arbeid\n");

        // The same file, the same dates in another file, and the same dates from the web.
        (await Upload(office, "runde.json", Pilot(2021, 6))).ShouldNotContain(Told);
        (await Upload(office, "igjen.json", Pilot(2021, 6) with { RiskText = "Mer" })).ShouldNotContain(Told);
        const string Review = WaitingWorld.Desk + "/kontroll/2020-12/164";
        (await office.Post(Review, Review + "/tilbake", ("melding", "Se på risikoen"))).Location.ShouldNotBeNull();
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        await Send(giver);
        (await Letters(world)).ShouldBe(1);

        // Once more later is a move that nobody has heard of.
        (await Upload(office, "enda.json", Pilot(2021, 9))).ShouldContain(Told);
        (await Letters(world)).ShouldBe(2);
    }

    [Fact]
    public async Task Upload_MovedEarlierOrNotAtAll_TellsNobody()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "samme.json", Pilot(2021, 3) with { RiskText = "Mer" })).ShouldNotContain(Told);
        (await Upload(office, "for.json", Pilot(2021, 1))).ShouldNotContain(Told);
        (await Letters(world)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_OfWhatIsHiddenFromOthers_TellsNobody()
    {
        await using var world = await WaitingWorld.Create(postgres);
        var shown = TestStore.Definition.Reporting.Masking.Where(line => line is not { Part: ReportPart.Deliverables, Audience: Audience.Reporters });
        var hidden = TestStore.Definition with { Reporting = TestStore.Definition.Reporting with { Masking = [.. shown] } };
        (await PortfolioStore.Save(world.Store.Db, hidden, TestStore.Actor, world.Now, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "runde.json", Pilot(2021, 6))).ShouldNotContain(Told);
        (await world.Store.Scalar<long>("select count(*) from report where name = 'Kjernejournal'")).ShouldBe(2);
        (await Letters(world)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_OverAFormWhoseDeliverablesAreConfidential_TellsNobody()
    {
        await using var world = await WaitingWorld.Create(postgres);
        using var giver = await world.LoggedIn(WaitingWorld.Giver);
        (await giver.Post(WaitingWorld.GiverForm + "/leveranser", null, ("deliverables.0.planned", "juni 2021"), ("explain:significant-change@deliverables.0.planned", "Forsinket"))).Location.ShouldNotBeNull();
        await Send(giver, ("deler", "Deliverables"));
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "runde.json", Pilot(2021, 9))).ShouldContain("Den ga ett skjema.");
        (await world.Store.Scalar<long>("select count(*) from report where name = 'Kjernejournal'")).ShouldBe(3);
        (await Letters(world)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_ToARoundThatALaterOneHasFollowed_TellsNobody()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await Round(world, "2021-03");
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "runde.json", Pilot(2021, 6))).ShouldNotContain(Told);
        (await world.Store.Scalar<long>("select count(*) from report where name = 'Kjernejournal'")).ShouldBe(2);
        (await Letters(world)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_OfSeveralGivers_IsOneLetterToEach_AndNoneToWhoeverBroughtIt()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await TwoGivers(world);
        await Person(world, "begge@example.org", new(Role.PortfolioOffice), new(Role.Reporter, "fhi"));
        await Person(world, "to@example.org", new RoleGrant(Role.Reporter, "fhi"));
        using var office = await world.LoggedIn("begge@example.org");
        var page = await Upload(office, "runde.json", Pilot(2021, 6), Portal(2021, 10));
        page.ShouldContain("2 personer får brev om at noe de venter på, kommer senere.");
        (await Letters(world)).ShouldBe(2);
        (await world.Store.Scalar<long>("select count(*) from message where kind = 'need' and address = 'begge@example.org'")).ShouldBe(0);
        var letter = await world.Store.Scalar<string>("select subject || ' ' || body from message where kind = 'need' and address = 'to@example.org'");
        letter.ShouldStartWith("2 tiltak leverer senere enn før ");
        letter.ShouldContain("Kjernejournal:\n- Folkeregister venter på «Pilot». Den var planlagt mars 2021 og er nå planlagt juni 2021.");
        letter.ShouldContain("Pasientportal:\n- Folkeregister venter på tiltaket. Det skulle være ferdig juni 2021 og blir nå ferdig oktober 2021.");
    }

    [Fact]
    public async Task FirstReportOfAnInitiative_TellsNobody()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await Round(world, "2020-11", Waiting());
        using var office = await world.LoggedIn(WaitingWorld.Office);
        (await Upload(office, "forste.json", Portal(2021, 6))).ShouldNotContain(Told);
        (await Upload(office, "rettet.json", Portal(2021, 10))).ShouldNotContain(Told);
        (await Letters(world)).ShouldBe(0);
    }

    [Fact]
    public async Task ListWithHeadings_WhoseEndDateIsLater_TellsThemWhenItIsStored()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await TwoGivers(world);
        using var office = await world.LoggedIn(WaitingWorld.Office);
        const string Start = WaitingWorld.Desk + "/runder/2020-12/tabell";
        var columns = (await office.PostFile(Start, Start, "liste", "liste.csv", Encoding.UTF8.GetBytes("Tiltaksnavn;Nr;Virksomhet;Slutt\nPasientportal;8;FHI;10.2021\n"))).Location!;
        (string, string)[] chosen = [("felt-0", "name"), ("felt-1", "nationalId"), ("felt-2", "organisation"), ("felt-3", "endDate")];
        (await office.Post(columns, null, [.. chosen, ("gjor", "prov")])).Text.ShouldNotContain(Told);
        (await Letters(world)).ShouldBe(0);
        (await office.Post(columns, null, [.. chosen, ("gjor", "les")])).Text.ShouldContain(Told);
        (await Letters(world)).ShouldBe(1);
    }

    [Fact]
    public async Task CommandLine_TellsThem_WithALinkOnlyWhereAnAddressIsSaid()
    {
        await using var world = await WaitingWorld.Create(postgres);
        await TwoGivers(world);
        var file = Path.Combine(folder, "runde.json");
        await File.WriteAllBytesAsync(file, GenerateVerb.Json([Pilot(2021, 6)]), TestStore.Cancellation);
        (await Import(null, "import", file, "--dry-run")).Error.ShouldNotContain("told by e-mail");
        (await Import("ikke en adresse", "import", file)).Status.ShouldBe(2);
        (await world.Store.Scalar<long>("select count(*) from report where name = 'Kjernejournal'")).ShouldBe(1);
        var first = await Import(null, "import", file);
        first.Status.ShouldBe(0, first.Error);
        first.Error.ShouldContain("1 person was told by e-mail that something they wait for comes later.");
        (await world.Store.Scalar<string>("select body from message where kind = 'need'")).ShouldContain("Logg inn i Samstyre og velg «Mitt arbeid»");
        (await Import(null, "import", file)).Error.ShouldNotContain("told by e-mail");

        var list = Path.Combine(folder, "liste.csv");
        await File.WriteAllTextAsync(list, "Tiltaksnavn;Nr;Virksomhet;Slutt\nPasientportal;8;FHI;10.2021\n", Encoding.UTF8, TestStore.Cancellation);
        var table = await Import("https://portefolje.example.org", "import-table", list, "--map", "Slutt=endDate");
        table.Error.ShouldContain("1 person was told by e-mail");
        (await world.Store.Scalar<string>("select body from message where kind = 'need' order by created_at desc limit 1")).ShouldContain("\nhttps://portefolje.example.org/nb/e-health/arbeid\n");
        (await Letters(world)).ShouldBe(2);

        Task<Ended> Import(string? address, params string[] arguments)
        {
            var environment = new Dictionary<string, string> { ["SAMSTYRE_DB"] = world.Store.ConnectionString };
            if (address is not null) environment["SAMSTYRE_ADDRESS"] = address;
            return CommandLineProcess.Run(environment, [.. arguments, "--round", "2020-12"]);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static Report Pilot(int year, int month) => SecuredWorld.Journal with
    {
        Deliverables = [SecuredWorld.Journal.Deliverables[0] with { Planned = PartialDate.OfMonth(year, month) }, SecuredWorld.Journal.Deliverables[1]],
    };

    internal static Report Portal(int year, int month) => new() { Name = "Pasientportal", NationalId = 8, Organisation = "Folkehelseinstituttet", OrganisationText = "FHI", EndDate = PartialDate.OfMonth(year, month) };

    private static Report Waiting() => SecuredWorld.Journal with
    {
        Name = "Folkeregister", NationalId = 5, Organisation = "Folkehelseinstituttet", OrganisationText = "FHI",
        Dependencies =
        [
            new("Kjernejournal", "Pilot", "Å vise svar", null, Level.High, null, PartialDate.OfMonth(2021, 4), TrafficLight.Green),
            new("Pasientportal", "Innlogging", "Å slippe inn", null, Level.High, null, null, TrafficLight.Green),
        ],
    };

    /// <summary>A round between the two, in which another giver reports and the receiver waits for both.</summary>
    internal static Task TwoGivers(WaitingWorld world) => Round(world, "2020-11", Waiting(), Portal(2021, 6));

    private static async Task Round(WaitingWorld world, string code, params Report[] reports)
    {
        var day = DateOnly.Parse(code + "-20", CultureInfo.InvariantCulture);
        var round = (await RoundStore.Create(world.Store.Db, world.Store.Portfolio, code, day, TestStore.Actor, world.Now, TestStore.Cancellation)).Value;
        if (reports.Length > 0) (await ReportImport.Save(world.Store.Db, world.Store.Portfolio, round.Id, TestStore.File(code), reports, TestStore.Actor, world.Now, dryRun: false, TestStore.Cancellation)).Succeeded.ShouldBeTrue();
    }

    private static async Task Person(WaitingWorld world, string email, params RoleGrant[] grants)
    {
        var account = await world.Store.Person(email);
        foreach (var grant in grants) await GrantStore.Give(world.Store.Db, world.Store.Portfolio, account.Id, grant, TestStore.Actor, world.Now, TestStore.Cancellation);
    }

    private static async Task<string> Upload(Visitor office, string name, Report report, params (string, string)[] fields) =>
        (await office.PostFile(Files, Files, "filer", name, GenerateVerb.Json([report]), fields)).Text;

    private static async Task<string> Upload(Visitor office, string name, Report one, Report other) => (await office.PostFile(Files, Files, "filer", name, GenerateVerb.Json([one, other]))).Text;

    private static async Task Send(Visitor giver, params (string, string)[] fields)
    {
        var sent = await giver.Post(WaitingWorld.GiverForm + "/send", null, [("innsending", Guid.NewGuid().ToString()), .. fields]);
        sent.Location.ShouldNotBeNull(sent.Text);
    }

    internal static Task<long> Letters(WaitingWorld world) => world.Store.Scalar<long>("select count(*) from message where kind = 'need'");
}
