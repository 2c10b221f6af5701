using System.Security.Cryptography;
using System.Text;

namespace Samstyre.Domain;

/// <summary>What a reported dependency is known by from round to round: its own words, so that answers and notes stay with it when rows move.</summary>
public static class NeedKey
{
    private const int Digits = 16;

    /// <summary>The keys of a report's dependencies, in the form's order: 16 hexadecimal digits of whom and what they name, and a number where a report says the same twice.</summary>
    public static IReadOnlyList<string> Of(Report report) => Of(report.Dependencies);

    /// <summary>The keys of all the dependencies of a report, in the form's order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Dependency> dependencies)
    {
        var keys = new List<string>(dependencies.Count);
        foreach (var row in dependencies) keys.Add(Of(row.On, row.What));
        if (keys.Count < 2) return keys;
        var seen = new Dictionary<string, int>(keys.Count, StringComparer.Ordinal);
        for (var row = 0; row < keys.Count; row++)
        {
            var times = seen[keys[row]] = seen.GetValueOrDefault(keys[row]) + 1;
            if (times > 1) keys[row] = $"{keys[row]}-{times}";
        }

        return keys;
    }

    private static string Of(string? on, string? what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{OrganisationNames.Key(on)}|{OrganisationNames.Key(what)}"), hash);
        return Convert.ToHexStringLower(hash[..(Digits / 2)]);
    }
}
