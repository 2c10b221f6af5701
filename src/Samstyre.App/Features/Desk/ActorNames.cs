using Samstyre.Storage;

namespace Samstyre.App.Features.Desk;

/// <summary>Names for the codes by which the store knows who did what.</summary>
internal sealed class ActorNames(IReadOnlyDictionary<Guid, string> names)
{
    private const string AccountStart = "account:";

    /// <summary>Looks the names of accounts up; the rest needs none.</summary>
    public static async Task<ActorNames> Of(Db db, IEnumerable<string> actors, CancellationToken cancellation) =>
        new(await AccountStore.Names(db, actors.Select(AccountOf).OfType<Guid>(), cancellation));

    /// <summary>The name for a page: the person's, or what kind of program it was.</summary>
    public string Of(string actor, TextSet texts) =>
        AccountOf(actor) is { } account ? names.GetValueOrDefault(account, texts["actor.unknown"]) : actor.StartsWith("cli:", StringComparison.Ordinal) ? texts["actor.commandLine"] : texts["actor.system"];

    private static Guid? AccountOf(string actor) =>
        actor.StartsWith(AccountStart, StringComparison.Ordinal) && Guid.TryParseExact(actor.AsSpan(AccountStart.Length).ToString(), "N", out var id) ? id : null;
}
