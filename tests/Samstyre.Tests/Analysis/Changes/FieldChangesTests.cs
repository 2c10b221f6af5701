using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

public sealed class FieldChangesTests
{
    private static readonly SignificantChange Limits = new(MoneyShare: 0.10m, MoneyAtLeast: 1m, Days: 30);

    private static IReadOnlyList<FieldChange> Between(Report before, Report now) => FieldChanges.Between(before, now, Limits);

    private static (string, SignificanceKind?)[] Told(Report before, Report now) => [.. Between(before, now).Select(change => (change.Path, change.Significance?.Kind))];

    [Theory]
    [InlineData(100, 110, false)]
    [InlineData(100, 110.1, true)]
    [InlineData(100, 89.9, true)]
    [InlineData(5, 5.9, false)]
    [InlineData(0, 1, true)]
    public void Amount_BeyondShareAndLeast_IsSignificant(decimal was, decimal now, bool significant) =>
        Between(new() { TotalCostMnok = new(was) }, new() { TotalCostMnok = new(now) }).ShouldHaveSingleItem().IsSignificant.ShouldBe(significant);

    [Fact]
    public void Amount_Significant_SaysByHowMuch() =>
        Between(new() { TotalCostMnok = new(100m) }, new() { TotalCostMnok = new(75m) }).Single().Significance.ShouldBe(new(SignificanceKind.Amount, Share: -0.25m));

    [Theory]
    [InlineData("2021-06-01", "2021-07-01", false)]
    [InlineData("2021-06-01", "2021-07-02", true)]
    [InlineData("2021-06-01", "2021-05-01", true)]
    [InlineData("2021", "2021-12", false)]
    public void Date_BeyondDays_IsSignificant(string was, string now, bool significant) =>
        Between(new() { EndDate = PartialDate.Parse(was) }, new() { EndDate = PartialDate.Parse(now) }).ShouldHaveSingleItem().IsSignificant.ShouldBe(significant);

    [Fact]
    public void Rating_Worse_IsSignificantAndBetterIsNot()
    {
        var calm = new Report { Status = TrafficLight.Green, Risk = TrafficLight.Yellow, Prerequisites = new() { EhrGp = new(Level.Low, null) }, Dependencies = [new("A", "B", null, null, Level.Low, null, null, TrafficLight.Green)] };
        var worse = new Report { Status = TrafficLight.Yellow, Risk = TrafficLight.Red, Prerequisites = new() { EhrGp = new(Level.High, null) }, Dependencies = [new("A", "B", null, null, Level.Low, null, null, TrafficLight.Red)] };
        Told(calm, worse).ShouldBe([("status", SignificanceKind.WorseRating), ("risk", SignificanceKind.WorseRating), ("prerequisites.ehrGp.criticality", SignificanceKind.WorseRating), ("dependencies.0.status", SignificanceKind.WorseRating)]);
        Told(worse, calm).ShouldBe([("status", null), ("risk", null), ("prerequisites.ehrGp", null), ("dependencies.0", null)]);
        Told(new(), new() { Status = TrafficLight.Red }).ShouldBe([("status", null)]);
    }

    [Fact]
    public void Dependency_DeadlineMovedOrGone_IsSignificantUnlessClosed()
    {
        static Report With(string? words, string? deadline) => new() { Dependencies = [new("A", null, null, null, Level.High, words, deadline is null ? null : PartialDate.Parse(deadline), null)] };
        Told(With(null, "2021-01"), With(null, "2021-06")).ShouldBe([("dependencies.0.deadline", SignificanceKind.Date)]);
        Told(With(null, "2021-01"), With("løpende", null)).ShouldBe([("dependencies.0.deadline", SignificanceKind.Disappeared)]);
        Told(With(null, "2021-01"), With("lukket", null)).ShouldBe([("dependencies.0", null)]);
    }

    [Fact]
    public void Rows_GoneAndNew_AreNamedByTheirPlace()
    {
        var before = new Report { Deliverables = [new("Pilot", null, null), new("Opplæring", "løpende", null)], Risks = [new("1", "Brann", null, "Slukke", null)] };
        var now = new Report { Deliverables = [new("Evaluering", null, null), new("Opplæring", "løpende", null)] };
        Told(before, now).ShouldBe([("deliverables.0", null), ("deliverables.was0", SignificanceKind.Disappeared), ("risks.was0", SignificanceKind.Disappeared)]);
    }

    [Fact]
    public void Deliverable_Reworded_IsOneChange()
    {
        var before = new Report { Deliverables = [new("Innføring av journal i kommunene", null, PartialDate.OfMonth(2021, 1)), new("Evalueringsrapport levert styret", null, PartialDate.OfMonth(2021, 2))] };
        var now = new Report { Deliverables = [new("Innføring av ny journal i kommunene", null, PartialDate.OfMonth(2021, 6)), new("Evalueringsrapport levert til styret", null, PartialDate.OfMonth(2021, 2))] };
        var changes = Between(before, now);
        changes.Select(change => (change.Path, change.ItemBefore, change.Significance?.Kind)).ShouldBe(
            [("deliverables.0.planned", "Innføring av journal i kommunene", SignificanceKind.Date), ("deliverables.1.text", "Evalueringsrapport levert styret", null)]);
        changes[0].Before.ShouldBe(PartialDate.OfMonth(2021, 1));
    }

    [Fact]
    public void Funding_YearsMovedOn_IsNoDisappearance()
    {
        var before = new Report { FundingCols = ["<2019", "2019", "2020", "2021>"], Funding = [new("HOD", [new(1m), new(2m), new(3m), new(4m)])] };
        var now = new Report { FundingCols = ["<2020", "2020", "2021", "2022>"], Funding = [new("HOD", [new(3m), new(3m), null, new(4m)])] };
        Told(before, now).Where(change => change.Item2 is not null).ShouldBeEmpty();
        Told(before, before with { Funding = [new("HOD", [new(1m), new(2m), null, new(4m)])] }).ShouldBe([("funding.0.y.2", SignificanceKind.Disappeared)]);
        Told(before, before with { Funding = [] }).Select(change => change.Item1).ShouldBe(["funding.was0.y.0", "funding.was0.y.1", "funding.was0.y.2", "funding.was0.y.3"]);
    }

    [Fact]
    public void Words_ThatAreWrittenAnew_AreNeverSignificant()
    {
        var before = new Report { Revised = PartialDate.OfMonth(2020, 3), CostComments = "Anslag", StatusCause = "Forsinket", PhaseText = "Gjennomføring", Phase = Phase.Execution };
        Told(before, new() { Revised = PartialDate.OfMonth(2020, 10), Phase = Phase.Execution }).ShouldAllBe(change => change.Item2 == null);
    }

    [Fact]
    public void Between_AnyReportAndItself_IsNothing() =>
        Prop.ForAll(AnyReport.Made.ToArbitrary(), report => Between(report, report with { Name = report.Name }).Count == 0).Check(Quietly.Try(100));

    [Fact]
    public void Between_AnyReports_IsInTheFormsOrderWithEveryRowOnce() =>
        Prop.ForAll(AnyReport.Made.Two().ToArbitrary(), pair =>
        {
            var changes = Between(pair.Item1, pair.Item2);
            changes.Select(change => (change.Field, change.Item)).ShouldBeUnique();
            changes.Select(change => change.Path).ShouldBeUnique();
            changes.Select(change => ReportFields.PlaceOf(change.Field)).ShouldBeInOrder();
            changes.ShouldAllBe(change => ReportFields.At(change.Path)!.Key == change.Field);
        }).Check(Quietly.Try(300));

    [Fact]
    public void Significance_UpAndDownByAsMuch_IsTheSame() =>
        Prop.ForAll(Gen.Choose(-100_000, 100_000).Two().ToArbitrary(), pair =>
        {
            var (was, by) = (pair.Item1 / 100m, pair.Item2 / 1000m);
            Report Cost(decimal amount) => new() { TotalCostMnok = new(amount) };
            Report End(int days) => new() { EndDate = DateOf(new DateOnly(2050, 1, 1).AddDays(days)) };
            bool Is(Report before, Report now) => Between(before, now).Any(change => change.IsSignificant);
            return Is(Cost(was), Cost(was + by)) == Is(Cost(was), Cost(was - by)) && Is(End(0), End(pair.Item1 / 1000)) == Is(End(0), End(-pair.Item1 / 1000));
        }).Check(Quietly.Try());

    private static PartialDate DateOf(DateOnly day) => PartialDate.OfDay(day.Year, day.Month, day.Day);
}
