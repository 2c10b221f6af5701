using Samstyre.App.Portfolio;
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
            Reports = async (id, reports, mask, cancellation) =>
            {
                if (isClosed) await gate.Task;
                return await source.Reports(id, reports, mask, cancellation);
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

    [Fact]
    public async Task RegisterSoon_OfARoundThatNobodyHasAskedFor_IsWaitedFor() =>
        (await new ReportShelf(MemoryPortfolio.Generated(4, 30, 2).Source) { Patience = TimeSpan.Zero }.RegisterSoon(new PortfolioIndex(MemoryPortfolio.Generated(4, 30, 2).History).Latest!, Cancellation)).ShouldNotBeNull();
}
