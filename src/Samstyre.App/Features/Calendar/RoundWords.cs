using System.Globalization;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Calendar;

/// <summary>Rounds and days as screens write and read them.</summary>
internal static class RoundWords
{
    /// <summary>A day: <c>31.10.2020</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in the portfolio's own time.</summary>
    public static string Moment(DateTimeOffset moment, PortfolioDefinition portfolio) => LocalTime.Text(moment, portfolio);

    /// <summary>A whole day as people write it; null where it is none.</summary>
    public static DateOnly? Read(string text) => WrittenDate.Read(text) is { Precision: DatePrecision.Day } date ? date.FirstDay : null;

    /// <summary>The code of a round that is collected on a day.</summary>
    public static string CodeOf(DateOnly collectedOn) => collectedOn.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>A round's state as a tag: colour and word.</summary>
    public static void Tag(HtmlWriter html, TextSet texts, RoundState state) =>
        html.Write($"<span class=\"ds-tag\" data-color=\"{state switch { RoundState.Open => "success", RoundState.InReview => "warning", RoundState.Published => "info", _ => "neutral" }}\">{texts["round.state." + state]}</span>");

    /// <summary>An assignment's state as a tag.</summary>
    public static void Tag(HtmlWriter html, TextSet texts, AssignmentState state) =>
        html.Write($"<span class=\"ds-tag\" data-color=\"{state switch { AssignmentState.Approved => "success", AssignmentState.Submitted => "info", AssignmentState.Returned => "warning", AssignmentState.Missing => "danger", _ => "neutral" }}\">{texts["assignment.state." + state]}</span>");
}
