using System.CommandLine;
using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Cli;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>Where a verb that imports puts what it reads: the portfolio and the round.</summary>
internal static class ImportTarget
{
    public static Option<string> RoundOption() => new("--round") { Description = "Code of the round, such as 2020-10; made where it does not exist", Required = true };

    public static Option<DateOnly?> CollectedOption() => new("--collected-on") { Description = "The day as of which a new round describes the initiatives; the last of the month that its code names unless told" };

    /// <summary>Who the audit log names: the person at the terminal.</summary>
    public static string Actor => $"cli:{Environment.UserName}";

    /// <summary>The letters to those who wait, with links to the address that the environment names. A wrong one is refused here, before anything is stored.</summary>
    public static Func<OpenStore, StoredPortfolio, MovedLetters> Letters()
    {
        var address = PublicAddress.FromEnvironment();
        return (store, portfolio) => new(store.Db, portfolio.Id, portfolio.Definition, By: null, TimeProvider.System.GetUtcNow(), new(PortfolioSource.Of(store.Db)), address.To);
    }

    /// <summary>Says how many people got a letter; nothing where nobody did.</summary>
    public static Task Tell(int letters) => letters == 0 ? Task.CompletedTask
        : Console.Error.WriteLineAsync($"{Table.Count(letters, "person was", "people were")} told by e-mail that something they wait for comes later.");

    /// <summary>The portfolio; in an empty store the built-in one is made, since nobody could report into none.</summary>
    public static async Task<StoredPortfolio> Portfolio(OpenStore store, string? code, CancellationToken cancellation)
    {
        if (code is null && (await PortfolioStore.List(store.Db, cancellation)).Count == 0)
        {
            (await PortfolioStore.Save(store.Db, ExamplePortfolio.Definition, Actor, TimeProvider.System.GetUtcNow(), cancellation)).OrRefuse();
            await Console.Error.WriteLineAsync($"The store was empty: made the portfolio {ExamplePortfolio.Definition.Code}.");
        }

        return await store.Portfolio(code, cancellation);
    }

    /// <summary>The round; made where there is none.</summary>
    public static async Task<Round> Round(OpenStore store, StoredPortfolio portfolio, string code, DateOnly? collected, CancellationToken cancellation)
    {
        var rounds = await RoundStore.List(store.Db, portfolio.Id, cancellation);
        if (rounds.FirstOrDefault(round => round.Code == code) is { } known)
        {
            if (collected is { } day && day != known.CollectedOn)
                throw new CliRefusal(string.Create(CultureInfo.InvariantCulture, $"The round {code} exists and was collected on {known.CollectedOn:yyyy-MM-dd}: leave --collected-on out, or choose another code."));
            return new(known.Id, known.Code, known.CollectedOn);
        }

        var month = DateOnly.TryParseExact(code + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first.AddMonths(1).AddDays(-1) : (DateOnly?)null;
        var on = collected ?? month ?? throw new CliRefusal($"The round {code} does not exist and its code names no month: say its day with --collected-on 2020-10-31.");
        return (await RoundStore.Create(store.Db, portfolio.Id, code, on, Actor, TimeProvider.System.GetUtcNow(), cancellation)).OrRefuse();
    }
}
