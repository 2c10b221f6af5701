using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Access;

/// <summary>What a password must be, and how it is kept. As NIST SP 800-63B advises: long, not guessable, no rules about kinds of letters, no expiry, any letter allowed.</summary>
internal static class Passwords
{
    public const int Shortest = 15;
    public const int Longest = 256;

    // OWASP's advice for PBKDF2 with SHA-512.
    private const int Iterations = 210_000;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private static readonly Account Nobody = new(Guid.Empty, "", "", "nb", null, 0, 0, null, null);

    // Verified against where there is no account, so that the answer takes as long.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>Beginnings that lists of stolen passwords are full of; a password made of little else is guessed soon.</summary>
    private static readonly string[] Guessable =
        ["password", "passord", "qwerty", "asdfgh", "zxcvbn", "letmein", "welcome", "velkommen", "sommer", "vinter", "iloveyou", "abcdef", "samstyre", "e-helse", "ehelse", "helsedirektoratet", "administrator", "changeme", "hemmelig"];

    /// <summary>Why a password is not good enough; null where it is.</summary>
    public static Problem? ProblemOf(string password, string email, string name)
    {
        var text = Normal(password);
        if (text.EnumerateRunes().Count() < Shortest) return new("PasswordTooShort", "password", $"Choose a password of at least {Shortest} letters: a sentence is easy to remember.");
        if (text.Length > Longest) return new("PasswordTooLong", "password", $"Choose a password of at most {Longest} letters.");
        return IsGuessable(text.ToLowerInvariant(), email, name) ? new("PasswordGuessable", "password", "This password is easily guessed: choose another.") : null;
    }

    public static string Hash(string password) => Hasher.HashPassword(Nobody, Normal(password));

    /// <summary>Whether it is the account's password, and whether it should be kept in a newer kind of hash. Takes as long for an account that is not there.</summary>
    public static (bool Right, bool Rehash) Verify(Account? account, string password)
    {
        var hash = account is { PasswordHash: { } own, ClosedAt: null } ? own : null;
        var result = Hasher.VerifyHashedPassword(Nobody, hash ?? NobodysHash.Value, Normal(password.Length > Longest ? password[..Longest] : password));
        return (hash is not null && result != PasswordVerificationResult.Failed, result == PasswordVerificationResult.SuccessRehashNeeded);
    }

    private static string Normal(string password) => ComposedText.Of(password);

    private static bool IsGuessable(string text, string email, string name)
    {
        // Few different letters, or one that follows the other: aaaa…, 123456…
        if (text.Distinct().Count() < 5) return true;
        if (text.Zip(text.Skip(1)).Count(pair => pair.Second - pair.First is >= -1 and <= 1) > text.Length * 3 / 4) return true;
        var known = Guessable.Concat(email.ToLowerInvariant().Split('@', '.', '-', '_')).Concat(name.ToLowerInvariant().Split(' ', '-')).Where(word => word.Length >= 4);
        var left = known.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return left.Count(char.IsLetter) < 5 && text.Length - left.Length >= 4;
    }
}
