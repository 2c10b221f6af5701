using Microsoft.Playwright;
using Samstyre.Testing;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A store with an open round, and a browser in which its reporter has logged in once.</summary>
public sealed class OpenRoundFixture(PostgresFixture postgres, BrowserFixture browser) : IAsyncLifetime
{
    private Workplace? work;
    private IPage? reporter;

    public async ValueTask InitializeAsync()
    {
        work = await Workplace.Open(postgres, browser, "helse-vest");
        await work.OpenRound();
        reporter = await work.LogIn(Workplace.EmailOf("helse-vest"), _ => new Pointer());
    }

    /// <summary>Another page of the reporter's browser.</summary>
    public async Task<IPage> Reporter(string address)
    {
        var page = await reporter!.Context.NewPageAsync();
        await page.GotoAsync(new Uri(work!.Address, address).ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (reporter is not null) await reporter.Context.CloseAsync();
        if (work is not null) await work.DisposeAsync();
    }
}
