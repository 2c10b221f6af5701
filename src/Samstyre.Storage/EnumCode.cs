namespace Samstyre.Storage;

/// <summary>An enumeration's code in the database: its name, as in the interchange format; a CHECK guards each column.</summary>
internal static class EnumCode
{
    /// <summary>The code; null for null.</summary>
    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } some ? Of(some) : null;

    /// <summary>The code.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.All.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of the enumeration.");

    /// <summary>The value of a code; null for null.</summary>
    public static T? Read<T>(string? code)
        where T : struct, Enum => code is null ? null : Names<T>.Values[code];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(value => value, value => Enum.GetName(value)!);

        public static readonly Dictionary<string, T> Values = All.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
