using Samstyre.App.Access;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Demo;

/// <summary>People of the example portfolio, one per role. They exist nowhere else: their password is known to everybody.</summary>
internal static class DemoAccounts
{
    private const string Password = "eksempel i fjorden";

    private static readonly (string Email, string Name, RoleGrant[] Grants)[] People =
    [
        ("kontor@example.org", "Kim Kontor", [new(Role.PortfolioOffice)]),
        ("innmelder@example.org", "Inger Innmelder", [new(Role.Reporter, "direktoratet-for-e-helse"), new(Role.Reporter, "norsk-helsenett")]),
        ("helsedirektoratet@example.org", "Hanne Helse", [new(Role.Reporter, "helsedirektoratet")]),
        ("arkitekt@example.org", "Ari Arkitekt", [new(Role.ArchitectureOffice)]),
        ("utvalg@example.org", "Una Utvalg", [new(Role.CommitteeMember)]),
        ("admin@example.org", "Aksel Admin", [new(Role.Administrator)]),
    ];

    public static async Task Make(Db db, Guid portfolio, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = Passwords.Hash(Password);
        foreach (var (email, name, grants) in People)
        {
            var account = (await AccountStore.FindOrCreate(db, email, name, "nb", now, cancellation)).Value;
            if (account.PasswordHash is null) await AccountStore.SetPassword(db, account.Id, hash, cancellation);
            foreach (var grant in grants) await GrantStore.Give(db, portfolio, account.Id, grant, actor, now, cancellation);
        }
    }

    /// <summary>Tells the person at the terminal how to log in.</summary>
    public static void Tell(TextWriter to)
    {
        to.WriteLine($"Log in to try it out, all with the password \"{Password}\":");
        foreach (var (email, _, grants) in People) to.WriteLine($"  {email,-32} {string.Join(", ", grants.Select(grant => grant.Role).Distinct())}");
    }
}
