using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>Registers of rounds that change while people read them.</summary>
public sealed class ReportShelfTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RegisterSoon_WhileAChangedRoundIsComputed_IsTheOneBeforeTheChange_AndThenTheNew()
    {
        var portfolio = MemoryPortfolio.Generated(4, 30, 2);
        var gate = new TaskCompletionSource();
        var isClosed = false;
        var source = portfolio.Source;
        var shelf = new ReportShelf(source with
        {
            Explanations = async (_, _, _, _) =>
            {
                if (isClosed) await gate.Task;
                return [];
            },
        }) { Patience = TimeSpan.Zero };
        var first = new PortfolioIndex(portfolio.History).Latest!;
        var changed = new PortfolioIndex(portfolio.History with { Version = portfolio.History.Version + 1 }).Latest!;
        var before = (await shelf.Figures(first, Cancellation)).Register;

        isClosed = true;
        (await shelf.RegisterSoon(changed, Cancellation)).ShouldBeSameAs(before);
        gate.SetResult();
        var now = (await shelf.Figures(changed, Cancellation)).Register;

        now.ShouldNotBeSameAs(before);
        (await shelf.RegisterSoon(changed, Cancellation)).ShouldBeSameAs(now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RegisterSoon_WhereSomethingHasBeenHiddenSince_IsWaitedFor(bool byTheReport)
    {
        var portfolio = MemoryPortfolio.Generated(4, 30, 2);
        var gate = new TaskCompletionSource();
        var isClosed = false;
        var source = portfolio.Source;
        var shelf = new ReportShelf(source with
        {
            Explanations = async (_, _, _, _) =>
            {
                if (isClosed) await gate.Task;
                return [];
            },
        }) { Patience = TimeSpan.Zero };
        var before = (await shelf.Figures(new PortfolioIndex(portfolio.History).Latest!, Cancellation)).Register;
        var changed = new PortfolioIndex((byTheReport ? ByAReport(portfolio.History) : ByTheRules(portfolio.History)) with { Version = portfolio.History.Version + 1 }).Latest!;

        isClosed = true;
        var asked = shelf.RegisterSoon(changed, Cancellation);
        asked.IsCompleted.ShouldBeFalse();
        gate.SetResult();

        (await asked).ShouldNotBeSameAs(before);
        (await asked).ShouldBeSameAs((await shelf.Figures(changed, Cancellation)).Register);
    }

    [Fact]
    public async Task Figures_OfTheSameRoundAgainstAnother_GoOnFromTheRegisterThatWasRead()
    {
        var portfolio = MemoryPortfolio.Generated(4, 30, 3);
        var shelf = new ReportShelf(portfolio.Source);
        var rounds = new PortfolioIndex(portfolio.History).Rounds;
        var before = await shelf.Figures(rounds[2], Cancellation);

        var now = await shelf.Figures(rounds[2], rounds[0], Cancellation);

        now.ComparedWith.ShouldBe(rounds[0].Snapshot);
        now.Register!.Names.ShouldBeSameAs(before.Register!.Names);
    }

    [Fact]
    public async Task Figures_OfARoundThatGoesOnChanging_AreKeptOfItsLastVersionAlone()
    {
        var portfolio = MemoryPortfolio.Generated(4, 30, 2);
        var read = 0;
        var shelf = new ReportShelf(portfolio.Source with
        {
            Explanations = (_, _, _, _) =>
            {
                Interlocked.Increment(ref read);
                return Task.FromResult<IReadOnlyList<SubmittedExplanations>>([]);
            },
        });
        var (first, second) = (new PortfolioIndex(portfolio.History).Latest!, new PortfolioIndex(portfolio.History with { Version = portfolio.History.Version + 1 }).Latest!);

        await shelf.Figures(first, Cancellation);
        await shelf.Figures(second, Cancellation);
        await shelf.Figures(second, Cancellation);
        read.ShouldBe(2);
        await shelf.Figures(first, Cancellation);
        read.ShouldBe(3);
    }

    private static PortfolioHistory ByAReport(PortfolioHistory history)
    {
        var last = history.Snapshots[^1];
        var standing = last.Standings[0];
        var hidden = standing with { Facts = standing.Facts with { Confidential = [.. standing.Facts.Confidential, "dependencies"] } };
        return history with { Snapshots = history.Snapshots.SetItem(history.Snapshots.Length - 1, last with { Standings = last.Standings.SetItem(0, hidden) }) };
    }

    private static PortfolioHistory ByTheRules(PortfolioHistory history)
    {
        var definition = history.Definition with { Reporting = history.Definition.Reporting with { Masking = [] } };
        return history with { Snapshots = [.. history.Snapshots.Select(snapshot => snapshot with { Definition = definition })] };
    }

    [Fact]
    public async Task RegisterSoon_OfARoundThatNobodyHasAskedFor_IsWaitedFor() =>
        (await new ReportShelf(MemoryPortfolio.Generated(4, 30, 2).Source) { Patience = TimeSpan.Zero }.RegisterSoon(new PortfolioIndex(MemoryPortfolio.Generated(4, 30, 2).History).Latest!, Cancellation)).ShouldNotBeNull();
}
