using Samstyre.App.Portfolio;
using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;

namespace Samstyre.App.Features.Calendar;

/// <summary>The wheel of the year: twelve months around, each round an arc from its first to its last day of reporting and a mark on the day it is collected. The table beside it says the same in words.</summary>
internal static class YearWheel
{
    private const double Outer = 92;
    private const double Middle = 72;
    private const double Rim = 82;

    public static void Write(HtmlWriter html, DeskVisit desk, IReadOnlyList<CalendarRound> rounds)
    {
        if (rounds.Count == 0) return;
        var texts = desk.Texts;
        var today = LocalTime.Today(desk.Now, desk.Definition);
        var year = rounds.Any(round => round.CollectedOn.Year == today.Year) ? today.Year : rounds[^1].CollectedOn.Year;
        var own = rounds.Where(round => round.CollectedOn.Year == year).ToList();
        Begin(html, texts, year, texts["wheel.label", year]);
        foreach (var round in own)
        {
            var (from, to) = (Degrees(round.OpensOn ?? round.CollectedOn.AddDays(-14), year), Degrees(round.Deadline, year));
            if (to <= from) from = to - 2;
            var (startX, startY) = At(from, Rim);
            var (endX, endY) = At(to, Rim);
            var (markX, markY) = At(Degrees(round.CollectedOn, year), Rim);
            html.Write($"<a href=\"{desk.Root}/runder/{round.Code}\" aria-label=\"{round.Month.ToText(texts.Language)}: {texts["round.state." + round.State]}\"><path class=\"wheel-arc {round.State.ToString()}\" d=\"M{startX} {startY}A82 82 0 {(to - from > 180 ? "1" : "0")} 1 {endX} {endY}\"/><circle class=\"wheel-mark {round.State.ToString()}\" cx=\"{markX}\" cy=\"{markY}\" r=\"5\"/></a>");
        }

        End(html, year, texts["wheel.caption", year]);
    }

    /// <summary>The wheel of the meetings of a year: a numbered mark on each one's day, which leads to its row.</summary>
    public static void Meetings(HtmlWriter html, TextSet texts, int year, IReadOnlyList<WheelMeeting> meetings)
    {
        Begin(html, texts, year, texts["govern.label", year]);
        for (var place = 0; place < meetings.Count; place++)
        {
            var plan = meetings[place].Plan;
            var (x, y) = At(Degrees(plan.HeldOn, year), Rim);
            html.Write($"<a href=\"#{WheelPage.AnchorOf(meetings[place])}\" aria-label=\"{place + 1}. {texts["wheel.theme." + plan.Theme]} {RoundWords.Day(plan.HeldOn)}\"><circle class=\"wheel-mark\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/><text class=\"wheel-number\" x=\"{x}\" y=\"{y}\">{place + 1}</text></a>");
        }

        End(html, year, texts["govern.caption", year]);
    }

    private static void Begin(HtmlWriter html, TextSet texts, int year, string label)
    {
        html.Write($"<figure class=\"wheel\"><svg viewBox=\"-110 -110 220 220\" role=\"group\" aria-label=\"{label}\"><circle class=\"wheel-rim\" r=\"82\"/>");
        for (var month = 0; month < 12; month++)
        {
            var (x, y) = At(month * 30, Outer);
            var (innerX, innerY) = At(month * 30, Middle);
            var (nameX, nameY) = At((month * 30) + 15, 101);
            html.Write($"<path class=\"wheel-tick\" d=\"M{innerX} {innerY}L{x} {y}\"/><text class=\"wheel-month\" x=\"{nameX}\" y=\"{nameY}\">{PartialDate.OfMonth(year, month + 1).ToText(texts.Language).AsSpan(0, 3)}</text>");
        }
    }

    private static void End(HtmlWriter html, int year, string caption) =>
        html.Write($"<text class=\"wheel-year\" x=\"0\" y=\"0\">{year.ToString(CultureInfo.InvariantCulture)}</text></svg><figcaption>{caption}</figcaption></figure>");

    private static double Degrees(DateOnly day, int year) => Math.Clamp((day.DayNumber - new DateOnly(year, 1, 1).DayNumber) * 360d / 365d, 0, 360);

    // January begins at the top; the year goes with the clock.
    private static (string X, string Y) At(double degrees, double radius)
    {
        var angle = (degrees - 90) * Math.PI / 180;
        return (Text(Math.Cos(angle) * radius), Text(Math.Sin(angle) * radius));
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
