using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

public sealed class UnchangedSinceTests
{
    private static readonly Round[] Rounds = [.. Enumerable.Range(1, 4).Select(number => new Round(new(number, 0, 0, new byte[8]), $"2020-{number:00}", new(2020, number, 1)))];

    private static Round? Since(string path, params Report[] reports) => UnchangedSince.Of([.. Rounds.Zip(reports)]).Single(value => value.Path == path).Since;

    [Fact]
    public void Of_Value_StandsSinceTheFirstOfTheLastUnbrokenRow()
    {
        Since("totalCostMnok", Cost(5m), Cost(7m), Cost(5m), Cost(5.0m)).ShouldBe(Rounds[2]);
        Since("totalCostMnok", Cost(5m), Cost(5m), Cost(5m)).ShouldBe(Rounds[0]);
        Since("totalCostMnok", Cost(5m), Cost(null), Cost(5m)).ShouldBe(Rounds[2]);
        Since("totalCostMnok", Cost(5m), Cost(null), Cost(null)).ShouldBe(Rounds[1]);
    }

    [Fact]
    public void Of_Rows_AreFollowedByTheirWords()
    {
        static Report With(params string[] items) => new() { Deliverables = [.. items.Select(item => new Deliverable(item, null, null))] };
        Since("deliverables.1", With("A", "B"), With("B"), With("C", "B")).ShouldBe(Rounds[0]);
        Since("deliverables.0", With("A", "B"), With("B"), With("A", "B")).ShouldBe(Rounds[2]);
    }

    [Fact]
    public void Of_NoReports_IsEmpty() => UnchangedSince.Of([]).ShouldBeEmpty();

    [Fact]
    public void Of_AnyReports_AgreesWithWhatChanged() =>
        Prop.ForAll(AnyReport.Made.Two().ToArbitrary(), pair =>
        {
            var changed = FieldChanges.Between(pair.Item1, pair.Item2, new(0m, 0m, 0)).Select(change => (change.Field, change.Item)).ToHashSet();
            foreach (var value in UnchangedSince.Of([(Rounds[0], pair.Item1), (Rounds[1], pair.Item2)]))
                changed.Contains((value.Field, value.Item)).ShouldBe(value.Since == Rounds[1], value.Path);
        }).Check(Quietly.Try(200));

    private static Report Cost(decimal? amount) => new() { TotalCostMnok = amount is { } stated ? new Money(stated) : null };
}
