using System.Globalization;
using Npgsql;

namespace Samstyre.Storage;

/// <summary>Reads the address of a database in either of the two ways in which operators write it.</summary>
public static class DatabaseAddress
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["channel_binding"] = "Channel Binding",
        ["gssencmode"] = "GSS Encryption Mode",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["options"] = "Options",
        ["target_session_attrs"] = "Target Session Attributes",
    };

    /// <summary>Npgsql's form of `Host=...;Database=...` or `postgres://user:password@host:port/database?sslmode=require`.</summary>
    /// <exception cref="EmbeddedPostgresException">When it is neither; the sentence never repeats the address, which may hold a password.</exception>
    public static string Parse(string address)
    {
        try
        {
            var scheme = address.IndexOf("://", StringComparison.Ordinal);
            if (scheme < 0) return new NpgsqlConnectionStringBuilder(address).ConnectionString;
            if (address[..scheme] is not ("postgres" or "postgresql")) throw new FormatException("it starts with neither postgres:// nor postgresql://");
            return OfUri(address[(scheme + 3)..]);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            var why = e is FormatException ? e.Message : "it has a keyword or value that is not known";
            throw new EmbeddedPostgresException(
                $"The address of the database in SAMSTYRE_DB cannot be read, because {why}: write Host=...;Username=...;Password=...;Database=... or postgres://user:password@host:5432/database.", e);
        }
    }

    private static string OfUri(string rest)
    {
        // Not System.Uri: an address may name several hosts, and passwords hold characters that it refuses.
        var builder = new NpgsqlConnectionStringBuilder();
        var query = rest.IndexOf('?', StringComparison.Ordinal);
        var (place, settings) = query < 0 ? (rest, "") : (rest[..query], rest[(query + 1)..]);
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var (authority, database) = slash < 0 ? (place, "") : (place[..slash], place[(slash + 1)..]);
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var person = authority[..at].Split(':', 2);
            if (person[0].Length > 0) builder.Username = Uri.UnescapeDataString(person[0]);
            if (person.Length == 2) builder.Password = Uri.UnescapeDataString(person[1]);
        }
        var host = Uri.UnescapeDataString(authority[(at + 1)..]);
        if (host.Length > 0) SetHost(builder, host);
        if (database.Length > 0) builder.Database = Uri.UnescapeDataString(database);
        foreach (var setting in settings.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = setting.Split('=', 2);
            if (pair.Length != 2 || !Keywords.TryGetValue(pair[0], out var keyword))
                throw new FormatException($"it has the setting `{pair[0]}`, which is not known");
            var value = Uri.UnescapeDataString(pair[1]);
            // libpq writes verify-full, Npgsql VerifyFull.
            builder[keyword] = keyword is "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        if (string.IsNullOrEmpty(builder.Host)) throw new FormatException("it names no host");
        return builder.ConnectionString;
    }

    private static void SetHost(NpgsqlConnectionStringBuilder builder, string host)
    {
        var colon = host.LastIndexOf(':');
        var isOne = !host.Contains(',', StringComparison.Ordinal);
        if (isOne && colon > host.LastIndexOf(']'))
        {
            builder.Port = int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
                ? port : throw new FormatException("its port is not a number from 1 to 65535");
            host = host[..colon];
        }
        builder.Host = isOne ? host.Trim('[', ']') : host;
    }
}
