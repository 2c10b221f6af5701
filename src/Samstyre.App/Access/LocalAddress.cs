namespace Samstyre.App.Access;

/// <summary>Addresses to go on to after logging in: only our own.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path of this site, otherwise the other one.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    // "//host" and "/\host" lead away; control characters are dropped by browsers and could make either.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);
}
