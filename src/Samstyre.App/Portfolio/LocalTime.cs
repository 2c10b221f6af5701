using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>Moments as a portfolio's people read them: in its time zone, never in that of the machine or of the reader, so that a document says the same wherever it is made.</summary>
internal static class LocalTime
{
    /// <summary>Day and time: <c>31.10.2020 14:05</c>.</summary>
    public static string Text(DateTimeOffset moment, PortfolioDefinition portfolio) => Write(moment, portfolio, "dd.MM.yyyy HH:mm");

    /// <summary>The day alone: <c>31.10.2020</c>.</summary>
    public static string Day(DateTimeOffset moment, PortfolioDefinition portfolio) => Write(moment, portfolio, "dd.MM.yyyy");

    /// <summary>The day that it is for a portfolio's people.</summary>
    public static DateOnly Today(DateTimeOffset now, PortfolioDefinition portfolio) =>
        DateOnly.FromDateTime(TimeZoneInfo.TryFindSystemTimeZoneById(portfolio.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone).DateTime : now.UtcDateTime);

    private static string Write(DateTimeOffset moment, PortfolioDefinition portfolio, string form) =>
        // A machine without time zone data tells UTC and says so; a guess could be an hour wrong.
        TimeZoneInfo.TryFindSystemTimeZoneById(portfolio.TimeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(moment, zone).ToString(form, CultureInfo.InvariantCulture)
            : moment.UtcDateTime.ToString(form, CultureInfo.InvariantCulture) + " UTC";
}
