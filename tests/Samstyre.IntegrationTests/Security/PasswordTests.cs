using System.Buffers.Binary;
using Samstyre.App.Access;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>What a password may be, and how it is kept.</summary>
public sealed class PasswordTests
{
    private const string Email = "kari.nordmann@example.org";

    [Theory]
    [InlineData("blå elv under bru 27")]
    [InlineData("   mange   mellomrom   i rad   ")]
    [InlineData("ねこがすきなんですけどねえそうです")]
    [InlineData("🌲🌊🚲🧭🎻🌙🐟🍎🧊🪁🎈🗺🧵🪵🏔")]
    [InlineData("bare små bokstaver her")]
    public void ProblemOf_AnyKindOfLetters_IsNone(string password) => Passwords.ProblemOf(password, Email, "Kari Nordmann").ShouldBeNull();

    [Fact]
    public void ProblemOf_Length_IsFromFifteenTo256()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(number => "elv bru fjell".Insert(number % 13, "æ")));
        Passwords.ProblemOf(text[..14], Email, "").ShouldNotBeNull().Code.ShouldBe("PasswordTooShort");
        foreach (var length in (int[])[15, 64, 128, 256]) Passwords.ProblemOf(text[..length], Email, "").ShouldBeNull();
        Passwords.ProblemOf(text[..257], Email, "").ShouldNotBeNull().Code.ShouldBe("PasswordTooLong");
    }

    [Fact]
    public void Hash_IsPbkdf2WithManyRoundsAndASaltOfItsOwn()
    {
        var (one, other) = (Convert.FromBase64String(Passwords.Hash("blå elv under bru 27")), Convert.FromBase64String(Passwords.Hash("blå elv under bru 27")));
        one.ShouldNotBe(other);
        // The framework's third format: kind, SHA-512, rounds, length of the salt, salt, key.
        (one[0], BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(5)), BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(9))).ShouldBe(((byte)1, 2u, 210_000u, 16u));
    }

    [Fact]
    public void Verify_WholePasswordAlone_IsRight()
    {
        var account = new Storage.Account(Guid.NewGuid(), Email, "Kari", "nb", Passwords.Hash("blå elv under bru 27"), 0, 0, null, null);
        Passwords.Verify(account, "blå elv under bru 27").Right.ShouldBeTrue();
        // The same letters composed otherwise, as another keyboard sends them.
        Passwords.Verify(account, "bla\u030a elv under bru 27").Right.ShouldBeTrue();
        foreach (var wrong in (string[])["blå elv under bru 2", "blå elv under bru 277", "Blå elv under bru 27", " blå elv under bru 27", ""]) Passwords.Verify(account, wrong).Right.ShouldBeFalse(wrong);
        Passwords.Verify(null, "blå elv under bru 27").Right.ShouldBeFalse();
        Passwords.Verify(account with { ClosedAt = DateTimeOffset.UnixEpoch }, "blå elv under bru 27").Right.ShouldBeFalse();
    }
}
