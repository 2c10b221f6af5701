using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>An open round in which several initiatives of one organisation report, and reporters who write in their forms. Works on any store, so that its server can be a process of its own.</summary>
internal sealed class WritingWorld
{
    private const string Round = "2020-12";

    /// <summary>Fields that reporters write in.</summary>
    public static readonly string[] Fields = ["statusCause", "riskText", "purpose", "phaseComments", "costComments", "deliverables.0.text", "benefitText", "consequences", "fundingTotal.1", "explain:significant-change@endDate"];

    private readonly IReadOnlyList<AssignmentRow> rows;

    private WritingWorld(Db db, Guid portfolio, IReadOnlyList<AssignmentRow> rows) => (Db, Portfolio, this.rows) = (db, portfolio, rows);

    public Db Db { get; }

    public Guid Portfolio { get; }

    public static string EmailOf(int reporter) => string.Create(CultureInfo.InvariantCulture, $"innmelder{reporter}@example.org");

    public static string FormOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/nb/e-health/arbeid/innmelding/{Round}/{number + 1}");

    /// <summary>Fills a migrated store.</summary>
    public static async Task<WritingWorld> Make(Db db, int initiatives, int reporters)
    {
        var now = TestStore.Start;
        var portfolio = (await PortfolioStore.Save(db, TestStore.Definition, TestStore.Actor, now, TestStore.Cancellation)).Value.Id;
        var october = (await RoundStore.Create(db, portfolio, "2020-10", new(2020, 10, 20), TestStore.Actor, now, TestStore.Cancellation)).Value;
        _ = (await ReportImport.Save(db, portfolio, october.Id, TestStore.File("oktober.json"), [.. Enumerable.Range(0, initiatives).Select(Report)], TestStore.Actor, now, dryRun: false, TestStore.Cancellation)).Value;
        var planned = (await CalendarStore.Plan(db, portfolio, Round, new(2020, 12, 15), new(2020, 11, 15), new(2020, 11, 30), TestStore.Actor, now, TestStore.Cancellation)).Value;
        _ = (await OpenRound.Open(db, (await SnapshotLoader.Load(db, TestStore.Definition.Code, null, TestStore.Cancellation))!, planned, TestStore.Actor, now, TestStore.Cancellation)).Value;
        var hash = Passwords.Hash(TestStore.Password);
        for (var reporter = 0; reporter < reporters; reporter++)
        {
            var account = (await AccountStore.FindOrCreate(db, EmailOf(reporter), "Innmelder " + reporter, "nb", now, TestStore.Cancellation)).Value;
            await AccountStore.SetPassword(db, account.Id, hash, TestStore.Cancellation);
            await GrantStore.Give(db, portfolio, account.Id, new(Role.Reporter, "nhn"), TestStore.Actor, now, TestStore.Cancellation);
        }

        return new(db, portfolio, await AssignmentStore.OfRound(db, portfolio, planned.Id, TestStore.Cancellation));
    }

    public Task<Draft> Draft(int number) => DraftStore.Load(Db, Portfolio, rows[number].Assignment, TestStore.Cancellation);

    public Assignment Assignment(int number) => rows[number].Assignment;

    /// <summary>Browsers, each logged in; several of them may be the same reporter's.</summary>
    public static async Task<Visitor[]> LogIn(Uri server, int browsers, int reporters)
    {
        var visitors = Enumerable.Range(0, browsers).Select(_ => new Visitor(server)).ToArray();
        for (var number = 0; number < browsers; number++)
        {
            if (number >= reporters) visitors[number].Keep(visitors[number % reporters].Cookies);
            else if ((await visitors[number].LogIn(EmailOf(number), TestStore.Password)).Location is null) throw new InvalidOperationException($"{EmailOf(number)} was not let in.");
        }

        return visitors;
    }

    // Whole enough to be sent as it is.
    private static Report Report(int number) => new()
    {
        Name = "Tiltak " + number, NationalId = number + 1, Organisation = "Norsk Helsenett", OrganisationText = "NHN", OwnerText = "Eva Eier", ManagerText = "Per Leder", Purpose = "En journal for alle.", Revised = PartialDate.OfMonth(2020, 10),
        Status = TrafficLight.Yellow, StatusCause = "Forsinket leverandør", Risk = TrafficLight.Green, RiskText = "Lite", Phase = Phase.Execution, PhaseEnd = PartialDate.OfMonth(2021, 6), EndDate = PartialDate.OfMonth(2022, 6),
        TotalCostMnok = new Money(100m), PrimaryFocusArea = "1.1", LifetimeText = "10 år", BenefitBand = BenefitBand.Over100, BenefitOwnersText = "Alle",
        FundingCols = ["<2019", "2019", "2020", "2021", "2022>"], Funding = [new("Staten", [null, new Money(10m), new Money(20m), new Money(30m), null])], FundingTotal = [null, new Money(10m), new Money(20m), new Money(30m), null],
        Deliverables = [new("Pilot", "03.2021", PartialDate.OfMonth(2021, 3)), new("Innføring", "12.2021", PartialDate.OfMonth(2021, 12))],
        Dependencies = [new("NHN", "Drift", "Å kjøre", "4", Level.Medium, null, null, TrafficLight.Green)],
    };
}
