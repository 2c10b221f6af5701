using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Balance;

/// <summary>The portfolio by two axes: against the forms of October 2020 read on their own, and what holds of every round.</summary>
public sealed class BalanceTableTests
{
    private static readonly PortfolioSnapshot October = MemoryPortfolio.Example.History.At("2020-10")!;
    private static readonly PortfolioSnapshot March = MemoryPortfolio.Example.History.At("2020-03")!;

    private static readonly (BalanceAxis Rows, BalanceAxis Columns)[] Pairs =
        [.. from rows in Enum.GetValues<BalanceAxis>() from columns in Enum.GetValues<BalanceAxis>() where rows != columns select (rows, columns)];

    [Fact]
    public void Of_October2020ByAreaAndPhase_IsTheForms() => ShouldBeTheForms(BalanceAxis.Area, BalanceAxis.Phase, form => form.StrategyArea, form => form.Phase);

    [Fact]
    public void Of_October2020ByAreaAndSegment_IsTheFormsAndTheRegister() => ShouldBeTheForms(BalanceAxis.Area, BalanceAxis.Segment, form => form.StrategyArea, SegmentOf);

    [Fact]
    public void Of_EveryPairOfAxes_AddsUpToTheRound()
    {
        foreach (var snapshot in ShuffledSnapshot.Rounds.Add(October).Add(March))
        {
            var size = PortfolioSize.Of(snapshot);
            foreach (var (rows, columns) in Pairs)
            {
                var table = BalanceTable.Of(snapshot, snapshot.Round.CollectedOn, rows, columns);
                table.Total.ShouldBe(new(size.Initiatives, size.Budget));
                table.Cells.Sum(cell => cell.Initiatives).ShouldBe(size.Initiatives);
                table.Cells.Sum(cell => cell.Budget.NotReported).ShouldBe(size.Budget.NotReported);
                table.Cells.Sum(cell => cell.Budget.Sum?.Mnok ?? 0m).ShouldBe(size.Budget.Sum!.Value.Mnok);
                table.Rows.Sum(part => part.OfInitiatives!.Value).ShouldBe(1m, 0.0000001m);
                for (var row = 0; row < table.Rows.Length; row++)
                    Enumerable.Range(0, table.Columns.Length).Sum(column => table.Cell(row, column).Initiatives).ShouldBe(table.Rows[row].Cell.Initiatives);
            }
        }
    }

    [Fact]
    public void Of_ShuffledInitiatives_IsTheSame()
    {
        foreach (var (rows, columns) in Pairs) ShuffledSnapshot.ShouldGiveTheSame(snapshot => BalanceTable.Of(snapshot, snapshot.Round.CollectedOn, rows, columns));
        ShuffledSnapshot.ShouldGiveTheSame(snapshot => BalanceSentences.Of(snapshot, snapshot.Round.CollectedOn));
    }

    [Fact]
    public void Of_WhatIsNotStated_IsARowOfItsOwnAndNeverZeroMoney()
    {
        var snapshot = SmallRounds.Of(("2020-10-31", [new Report { PrimaryFocusArea = "1.1" }, new Report { PrimaryFocusArea = "finnes-ikke" }, new Report()])).Snapshot;
        var table = BalanceTable.Of(snapshot, snapshot.Round.CollectedOn, BalanceAxis.Area, BalanceAxis.Organisation);
        table.Rows[^1].Value.Key.ShouldBe("NotStated");
        table.Rows[^1].Cell.ShouldBe(new(2, new(null, 0, 2)));
        table.Rows[^1].Cell.Mnok.ShouldBeNull();
        table.Rows[^1].OfBudget.ShouldBeNull();
        table.Columns.ShouldHaveSingleItem().Value.Key.ShouldBe("NotStated");
        table.Cell("2", "NotStated").Mnok.ShouldBe(0m);
    }

    [Fact]
    public void Of_SegmentThatChanged_IsThatOfTheDay()
    {
        var standing = SmallRounds.OfOne(("2020-10-31", new Report())).Snapshot.Standings[0];
        var snapshot = October with
        {
            Standings = [standing with { Initiative = standing.Initiative with { Segment = "observe", Segments = [new(new(2020, 12, 1), "co-govern", "observe", "x", null)] } }],
        };
        SegmentsOn(new(2020, 10, 31)).ShouldBe(["co-govern"]);
        SegmentsOn(new(2020, 12, 1)).ShouldBe(["observe"]);

        IEnumerable<string> SegmentsOn(DateOnly day) => BalanceTable.Parts(snapshot, day, BalanceAxis.Segment).Where(part => part.Cell.Initiatives > 0).Select(part => part.Value.Key);
    }

    [Fact]
    public void Sentences_March2020_TellWhereItLeans()
    {
        var sentences = BalanceSentences.Of(March, March.Round.CollectedOn).Select(sentence => sentence.Bokmal.Replace('\u202f', ' ').Replace('\u00a0', ' ')).ToList();
        sentences[0].ShouldStartWith("Mest penger går til område 1 ");
        sentences[0].ShouldEndWith(": 576 av 1 571 mill. kr (37 %), i 15 av 52 tiltak (29 %).");
        sentences.ShouldContain("Mest penger går til Direktoratet for e-helse: 635 av 1 571 mill. kr (40 %), i 10 av 52 tiltak (19 %).");
        sentences.ShouldContain("Av 51 tiltak som oppgir risiko, melder 37 gul eller rød (73 %): 34 gul, 3 rød. 1 oppgir ikke risiko.");
        sentences.ShouldContain("Ingen tiltak oppgir fase.");
    }

    [Fact]
    public void Sentences_OfEveryRound_AreWholeInEachLanguage()
    {
        foreach (var sentence in ShuffledSnapshot.Rounds.Add(October).Add(March).SelectMany(snapshot => BalanceSentences.Of(snapshot, snapshot.Round.CollectedOn)))
        {
            foreach (var language in Enum.GetValues<Language>()) sentence.In(language).ShouldEndWith(".");
            sentence.English.ShouldNotBe(sentence.Bokmal);
        }

        BalanceSentences.Of(March with { Standings = [] }, March.Round.CollectedOn).ShouldBeEmpty();
    }

    private static void ShouldBeTheForms(BalanceAxis rows, BalanceAxis columns, Func<OctoberForm, string?> rowOf, Func<OctoberForm, string?> columnOf)
    {
        var table = BalanceTable.Of(October, October.Round.CollectedOn, rows, columns);
        foreach (var row in table.Rows.Select(part => part.Value.Key))
        {
            foreach (var column in table.Columns.Select(part => part.Value.Key))
            {
                var (count, sum, missing) = (0, 0m, 0);
                foreach (var form in OctoberForm.All)
                {
                    if ((rowOf(form) ?? "NotStated") != row || (columnOf(form) ?? "NotStated") != column) continue;
                    count++;
                    if (form.Budget is { } budget) sum += budget;
                    else missing++;
                }

                var cell = table.Cell(row, column);
                (cell.Initiatives, cell.Budget.Sum?.Mnok ?? 0m, cell.Budget.NotReported).ShouldBe((count, sum, missing), $"{row} {column}");
            }
        }

        table.Total.Initiatives.ShouldBe(OctoberForm.All.Count);
    }

    private static string? SegmentOf(OctoberForm form) => ExamplePortfolio.Register.Single(entry => form.Id is { } id ? entry.NationalId == id : entry.Name == form.Name).Segment;
}
