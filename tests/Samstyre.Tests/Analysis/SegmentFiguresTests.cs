using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

public sealed class SegmentFiguresTests
{
    [Fact]
    public void Left_OfOneThatIsCompleted_TellsItsStory()
    {
        var made = SmallRounds.Of(("2020-01-20", [new(), new()]), ("2020-03-20", [new(), new()]));
        var gone = made.Snapshot.Standings[1];
        var step = new LifeEvent(new(2020, 2, 1), LifeStage.Completed, "Ferdig") { HandedTo = "Norsk Helsenett", Delivered = "Felles løsning", Learned = "Start med opplæringen" };
        gone = gone with { Initiative = gone.Initiative with { Life = [.. gone.Initiative.Life, step] } };
        var round = made with { Snapshot = made.Snapshot with { Standings = [made.Snapshot.Standings[0]] }, ComparedWith = made.ComparedWith! with { Standings = [made.ComparedWith!.Standings[0], gone] } };
        var words = LeftInitiatives.Of(round).Rows.ShouldHaveSingleItem().Cells.OfType<LocalText>().Last();
        words.Bokmal.ShouldBe("Ferdig; I drift hos: Norsk Helsenett; Levert: Felles løsning; Lært: Start med opplæringen");
        words.In(Language.English).ShouldStartWith("Ferdig; Run by: Norsk Helsenett");
    }

    [Fact]
    public void Moves_SinceTheRoundBefore_CountEachInitiativeOnce()
    {
        var made = SmallRounds.Of(("2020-01-20", [new(), new(), new(), null]), ("2020-03-20", [new(), new(), new(), new()]));
        var observed = new SegmentChange(new(2020, 2, 1), "coordinate", "observe", "Lite å følge", null);
        var now = made.Snapshot with
        {
            // The third has left; the fourth is new and has no segment.
            Standings = [.. made.Snapshot.Standings.Where((_, place) => place != 2).Select(standing => standing with { Initiative = Segmented(standing.Initiative, observed) })],
        };
        var before = made.ComparedWith! with { Standings = [.. made.ComparedWith!.Standings.Select(standing => standing with { Initiative = Segmented(standing.Initiative, observed) })] };
        var round = made with { Snapshot = now, Earlier = [before], ComparedWith = before };

        var moves = SegmentMoves.Of(round);
        Value(moves, "co-govern", "co-govern").ShouldBe(1);
        Value(moves, "coordinate", "observe").ShouldBe(1);
        Value(moves, "observe", "left").ShouldBe(1);
        Value(moves, "new", "none").ShouldBe(1);
        moves.Categories.SelectMany((_, row) => moves.Series.Select((_, column) => moves.Cell(row, column).Value)).Sum().ShouldBe(4);

        var segments = InitiativesBySegment.Of(round);
        segments.Categories.Select((category, row) => (category.Key, segments.Cell(row, 0).Value)).ShouldBe([("co-govern", 1), ("coordinate", 0), ("observe", 1), ("inspire", 0), ("none", 1)]);
    }

    [Fact]
    public void Moves_AtTheFirstRound_AreNone() => SegmentMoves.Of(SmallRounds.Of(("2020-01-20", [new(), new()]))).Categories.Length.ShouldBe(6);

    private static Initiative Segmented(Initiative initiative, SegmentChange observed) => initiative.NationalId switch
    {
        100 => initiative with { Segment = "co-govern" },
        101 => initiative with { Segment = "observe", Segments = [observed] },
        102 => initiative with { Segment = "observe" },
        _ => initiative,
    };

    private static decimal? Value(Figure figure, string from, string to) =>
        figure.Cell(figure.Categories.Select(category => category.Key).ToList().IndexOf(from), figure.Series.Select(series => series.Key).ToList().IndexOf(to)).Value;
}
