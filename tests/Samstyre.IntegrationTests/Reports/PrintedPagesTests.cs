using System.Text;
using Samstyre.App.Features.Reports;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reports;

public sealed class PrintedPagesTests
{
    [Fact]
    public async Task Print_SamePageAtTheSameTimeAndLater_IsPrintedOnce()
    {
        var page = Encoding.UTF8.GetBytes("<!DOCTYPE html><html lang=\"nb\"><title>En gang</title><h1>En gang</h1></html>");
        var first = PrintedPages.Print(page, TestContext.Current.CancellationToken);
        var second = PrintedPages.Print(page, TestContext.Current.CancellationToken);
        (await second).Value.ShouldBeSameAs((await first).Value);
        (await PrintedPages.Print(page, TestContext.Current.CancellationToken)).Value.ShouldBeSameAs((await first).Value);
    }
}
