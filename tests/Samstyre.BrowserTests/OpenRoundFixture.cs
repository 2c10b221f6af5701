using Microsoft.Playwright;
using Samstyre.Testing;
using Xunit;

namespace Samstyre.BrowserTests;

/// <summary>A store with an open round, and browsers in which its people have logged in once.</summary>
public sealed class OpenRoundFixture(PostgresFixture postgres, BrowserFixture browser) : IAsyncLifetime
{
    private readonly Dictionary<string, IPage> people = [];
    private readonly SemaphoreSlim one = new(1);
    private Workplace? work;

    public async ValueTask InitializeAsync()
    {
        work = await Workplace.Open(postgres, browser, "helse-vest");
        await work.OpenRound();
    }

    /// <summary>Another page of the reporter's browser.</summary>
    public Task<IPage> Reporter(string address) => Of(Workplace.EmailOf("helse-vest"), address);

    /// <summary>Another page of the office's browser.</summary>
    public Task<IPage> Office(string address) => Of(Workplace.Office, address);

    /// <summary>Another page of the administrator's browser.</summary>
    public Task<IPage> Administrator(string address) => Of(Workplace.Administrator, address);

    /// <summary>A page of a browser that nobody has logged in by.</summary>
    public Task<IPage> Nobody(string address) => work!.Visit(address);

    private async Task<IPage> Of(string email, string address)
    {
        await one.WaitAsync(Workplace.Cancellation);
        try
        {
            if (!people.ContainsKey(email)) people[email] = await work!.LogIn(email, _ => new Pointer());
        }
        finally
        {
            one.Release();
        }

        var page = await people[email].Context.NewPageAsync();
        await page.GotoAsync(new Uri(work!.Address, address).ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in people.Values) await page.Context.CloseAsync();
        if (work is not null) await work.DisposeAsync();
        one.Dispose();
    }
}
