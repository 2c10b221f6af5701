using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samstyre.Tests.Analysis;

/// <summary>The files of October 2020 read as plain JSON, so that what is expected of a figure doesn't come from the model that it is made of.</summary>
internal static partial class October
{
    public static readonly DateOnly Day = new(2020, 10, 31);

    public static IReadOnlyList<JsonElement> Reports { get; } =
        [.. Directory.GetFiles(Path.Combine(Root(), "examples", "e-health", "rounds", "2020-10"), "*.json").Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement)];

    public static IReadOnlyList<JsonElement> Dependencies { get; } = [.. Reports.SelectMany(report => Rows(report, "dependencies"))];

    public static IEnumerable<JsonElement> Rows(JsonElement element, string key) => element.TryGetProperty(key, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : [];

    /// <summary>The text behind a key; null where it is absent, null or blank.</summary>
    public static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null && value.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static decimal? Number(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDecimal() : null;

    public static DateOnly FirstDay(string date) => DaysOf(date).First;

    public static DateOnly LastDay(string date) => DaysOf(date).Last;

    private static (DateOnly First, DateOnly Last) DaysOf(string date)
    {
        var parts = DateParts().Match(date);
        var year = int.Parse(parts.Groups["y"].Value, CultureInfo.InvariantCulture);
        int Part(string name) => int.Parse(parts.Groups[name].Value, CultureInfo.InvariantCulture);
        var (first, months) = parts.Groups["h"].Success ? (new DateOnly(year, (Part("h") * 6) - 5, 1), 6)
            : parts.Groups["q"].Success ? (new DateOnly(year, (Part("q") * 3) - 2, 1), 3)
            : parts.Groups["m"].Success ? (new DateOnly(year, Part("m"), 1), 1) : (new DateOnly(year, 1, 1), 12);
        return parts.Groups["d"].Success ? (new(year, Part("m"), Part("d")), new(year, Part("m"), Part("d"))) : (first, first.AddMonths(months).AddDays(-1));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samstyre.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Samstyre.slnx was not found above the tests.");
    }

    [GeneratedRegex(@"^(?<y>\d{4})(-H(?<h>\d)|-Q(?<q>\d)|-(?<m>\d\d)(-(?<d>\d\d))?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DateParts();
}
