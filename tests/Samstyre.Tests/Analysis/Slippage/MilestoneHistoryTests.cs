using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Analysis.SmallRounds;

namespace Samstyre.Tests.Analysis;

/// <summary>Deliverables followed from report to report, each rule of docs/slippage.md.</summary>
public sealed class MilestoneHistoryTests
{
    private static MilestoneHistory[] History(params (string Day, Report? Report)[] rounds) => [.. MilestoneHistory.Of(Initiative(0), OfOne(rounds))];

    [Fact]
    public void Of_ThreeMoves_AreNineMonthsInAll()
    {
        var milestone = History(
            ("2019-10-31", Delivering(("Pilot", "2020-06"))), ("2020-01-31", Delivering(("Pilot", "2020-09"))),
            ("2020-03-31", Delivering(("Pilot", "2020-12"))), ("2020-06-30", Delivering(("Pilot", "2021-03")))).Single();

        // June, September, December 2020, March 2021: three moves; 30.6.2020 to 31.3.2021 is nine months, 274 days.
        (milestone.Moves, milestone.Months, milestone.Days).ShouldBe((3, 9.0m, 274));
        milestone.Stated.Select(date => date.ToString()).ShouldBe(["2020-06", "2020-09", "2020-12", "2021-03"]);
    }

    [Theory]
    [InlineData("pilot i to regioner", "Pilot, i  to REGIONER.")]
    [InlineData("Etablere ny plattform for deling", "Etablere ny platform for deling")]
    [InlineData("Tilpasset løsning for dokumentdeling", "Tilpasset løsning for dokumentdeling nasjonalt")]
    public void Of_SameOrNearlySameWords_IsTheSame(string before, string now) =>
        History(("2020-03-31", Delivering((before, "2020-12"))), ("2020-06-30", Delivering((now, "2021-06")))).Single().Moves.ShouldBe(1);

    [Theory]
    [InlineData("DIPS Arena, fase 1", "DIPS Arena, fase 2")]
    [InlineData("Første innføring i regionen", "Andre innføring i regionen")]
    [InlineData("Begrenset utprøving ved OUS", "Utvidet utprøving ved OUS")]
    [InlineData("Plan for Arena ved OUS", "Plan for Arena ved Ahus")]
    [InlineData("Innføring i alle kommuner", "Pilot innføring i alle kommuner")]
    [InlineData("Valg av kommuner", "Valg av evaluator")]
    [InlineData("50 % av befolkningen", "70 % av befolkningen")]
    [InlineData("Pilot", "Pilot i to regioner")]
    [InlineData("…", "–")]
    public void Of_OtherWords_IsAnother(string before, string now) =>
        History(("2020-03-31", Delivering((before, "2020-12"))), ("2020-06-30", Delivering((now, "2021-06")))).Single().Dates.Length.ShouldBe(1);

    [Fact]
    public void Of_TwoAlikeOne_IsNeither() =>
        History(
            ("2020-03-31", Delivering(("Felles løsning for nasjonal deling", "2020-12"))),
            ("2020-06-30", Delivering(("Felles løsning for nasjonal deling nord", "2021-06"), ("Felles løsning for nasjonal deling sør", "2021-09"))))
            .ShouldAllBe(milestone => milestone.Dates.Length == 1);

    [Fact]
    public void Of_SameWordsTwiceInBoth_ArePairedInOrder() =>
        History(("2020-03-31", Delivering(("Rapport", "2020-06"), ("Rapport", "2020-12"))), ("2020-06-01", Delivering(("Rapport", "2020-06"), ("Rapport", "2021-12"))))
            .Select(milestone => milestone.Moves).ShouldBe([0, 1]);

    [Fact]
    public void Of_SameWordsOftenerThanBefore_AreNotMatched() =>
        History(("2020-03-31", Delivering(("Rapport", "2020-06"))), ("2020-06-01", Delivering(("Rapport", "2020-12"), ("Rapport", "2021-12"))))
            .ShouldAllBe(milestone => milestone.Moves == 0 && milestone.Dates.Length == 1);

    [Fact]
    public void Of_OtherOrder_KeepsItsOwnDates() =>
        History(("2020-03-31", Delivering(("Kontrakt", "2020-06"), ("Opplæring", "2020-12"))), ("2020-06-01", Delivering(("Opplæring", "2021-03"), ("Kontrakt", "2020-06"))))
            .Select(milestone => (milestone.Text, milestone.Moves)).ShouldBe([("Opplæring", 1), ("Kontrakt", 0)]);

    [Fact]
    public void Of_LeftOutOnceAndBack_KeepsItsDates() =>
        History(("2020-01-31", Delivering(("Kontrakt", "2020-06"), ("Opplæring", "2020-12"))), ("2020-03-31", Delivering(("Opplæring", "2020-12"))), ("2020-06-01", Delivering(("Opplæring", "2020-12"), ("kontrakt", "2020-09"))))
            .Select(milestone => (milestone.Text, milestone.Moves, milestone.Dates.Length)).ShouldBe([("Opplæring", 0, 3), ("kontrakt", 1, 2)]);

    [Theory]
    [InlineData("levert", true)]
    [InlineData("Utført.", true)]
    [InlineData("FERDIG (desember)", true)]
    [InlineData("ikke levert", false)]
    [InlineData("delvis ferdig", false)]
    [InlineData("levert?", false)]
    [InlineData("80 % ferdig", false)]
    [InlineData("Skal være utført", false)]
    [InlineData("løpende", false)]
    [InlineData(null, false)]
    public void Of_WordsWithoutDate_SayWhetherDelivered(string? words, bool delivered)
    {
        var milestone = History(("2020-03-31", Delivering(("Pilot", "2020-06"))), ("2020-10-31", Delivering(("Pilot", words)))).Single();
        (milestone.Delivered, milestone.DaysOverdue, milestone.Months, milestone.Moves).ShouldBe((delivered, 0, null, 0));
    }

    [Fact]
    public void Of_PassedAndNotSaidDelivered_CountsAsToday()
    {
        var milestone = History(("2020-03-31", Delivering(("Pilot", "2020-04"))), ("2020-10-31", Delivering(("Pilot", "2020-06")))).Single();

        // Moved once to 30.6.2020, which passed 123 days ago; 30.4.2020 to 31.10.2020 is six months.
        (milestone.Moves, milestone.DaysOverdue, milestone.Months).ShouldBe((1, 123, 6.0m));
    }

    [Fact]
    public void Of_DeliveredWithDate_StandsWithItsDate()
    {
        var done = new Report { Phase = Phase.Execution, Deliverables = [new("Pilot", "Levert juni 2020", PartialDate.OfMonth(2020, 6))] };
        var milestone = History(("2020-03-31", Delivering(("Pilot", "2020-04"))), ("2020-10-31", done)).Single();
        (milestone.Delivered, milestone.DaysOverdue, milestone.Months).ShouldBe((true, 0, 2.0m));
    }

    [Fact]
    public void Of_ReadyNextYear_IsAPlan()
    {
        var plan = new Report { Deliverables = [new("Pilot", "Ferdig 2021", PartialDate.OfYear(2021))] };
        History(("2020-10-31", plan)).Single().Delivered.ShouldBeFalse();
    }

    [Fact]
    public void MovedMilestones_Rows_AreThoseThatMovedTheOftenestFirst()
    {
        var listing = MovedMilestones.Of(Of(
            ("2020-01-31", [Delivering(("Kontrakt", "2020-12"), ("Pilot", "2020-12"), ("Plan", "2020-12"))]),
            ("2020-03-31", [Delivering(("Kontrakt", "2021-12"), ("Pilot", "2021-03"), ("Plan", "2020-12"))]),
            ("2020-06-30", [Delivering(("Kontrakt", "2021-12"), ("Pilot", "2021-06"), ("Plan", "2020-12"))])));
        listing.Rows.Select(row => row.Cells[2]).ShouldBe(["Pilot", "Kontrakt"]);
        ((LocalText)listing.Rows[0].Cells[4]!).English.ShouldBe("March 2021");
        ((LocalText)listing.Rows[1].Cells[4]!).English.ShouldBe("none");
        listing.Rows.Select(row => row.Cells[7]).ShouldBe([6.0m, 12.0m]);
    }

    [Fact]
    public void MovedMilestones_DateGivenUp_IsADateBetween()
    {
        var row = MovedMilestones.Of(OfOne(("2020-01-31", Delivering(("Pilot", "2020-12"))), ("2020-03-31", Delivering(("Pilot", "2021-03"))), ("2020-06-30", Delivering(("Pilot", "løpende"))))).Rows.Single();
        (row.Cells[5], row.Cells[6], row.Cells[7]).ShouldBe((null, 1, null));
        ((LocalText)row.Cells[4]!).English.ShouldBe("March 2021");
    }
}
