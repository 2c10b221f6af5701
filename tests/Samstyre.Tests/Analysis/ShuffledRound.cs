using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;

namespace Samstyre.Tests.Analysis;

/// <summary>The property of every figure and list of the report: the order in which initiatives come makes no difference.</summary>
internal static class ShuffledRound
{
    public static RoundContent Last { get; } = MemoryPortfolio.Generated(7, 120, 4) is var portfolio ? portfolio.Content(portfolio.History.Latest!.Round.Code) : null!;

    public static void ShouldGiveTheSame(Func<RoundContent, Figure> figure) => Check(round => Text(figure(round)));

    public static void ShouldGiveTheSame(Func<RoundContent, Listing> listing) => Check(round => Text(listing(round)));

    private static void Check(Func<RoundContent, string> analysis)
    {
        var expected = analysis(Last);
        Prop.ForAll(Gen.Shuffle(Last.Entries.ToArray()).ToArbitrary(), shuffled => analysis(Last with
        {
            Snapshot = Last.Snapshot with { Standings = [.. shuffled.Select(entry => entry.Standing)] },
            Reports = [.. shuffled.Select(entry => entry.Report)],
        }) == expected).Check(Quietly.Try(20));
    }

    private static string Text(Figure figure) => string.Join('\n', figure.Cells.Select(cell => $"{cell.Value} {string.Join(' ', cell.Behind.Select(standing => standing.ReportId).Order())}"))
        + string.Join(' ', figure.Categories.Select(category => category.Key)) + figure.Population + figure.NotReported;

    private static string Text(Listing listing) => string.Join('\n', listing.Rows.Select(row => $"{row.Standing?.ReportId} {string.Join('|', row.Cells)}"));
}
