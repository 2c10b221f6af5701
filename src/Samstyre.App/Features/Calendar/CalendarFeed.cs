using System.Globalization;
using System.Text;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Calendar;

/// <summary>The rounds and the yearly wheel as a calendar that Outlook and others subscribe to (iCalendar, RFC 5545): when reporting opens and closes, and what is treated when. It holds nothing that is not public: of a meeting theme and day alone.</summary>
internal static class CalendarFeed
{
    private const int LongestLine = 75;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cache = routes.ServiceProvider.GetRequiredService<PortfolioCache>();
        routes.MapMethods("/{language}/{portfolio}/kalender.ics", ["GET", "HEAD"], async http =>
        {
            if (ScreenTexts.Of(http.Request.RouteValues["language"] as string) is not { } texts
                || await cache.Get((string)http.Request.RouteValues["portfolio"]!, Audience.Public, http.RequestAborted) is not { } portfolio)
            {
                await ErrorPage.NotFound(http);
                return;
            }

            var db = http.RequestServices.GetRequiredService<Db>();
            var rounds = await CalendarStore.List(db, portfolio.History.PortfolioId, http.RequestAborted);
            var meetings = await WheelStore.List(db, portfolio.History.PortfolioId, http.RequestAborted);
            var bytes = Encoding.UTF8.GetBytes(Of(portfolio.Definition, rounds, meetings, texts));
            http.Response.ContentType = "text/calendar; charset=utf-8";
            http.Response.Headers.CacheControl = "public, max-age=3600";
            http.Response.ContentLength = bytes.Length;
            if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }).WithMetadata(new Access.Entrance(Right.Read));
    }

    /// <summary>The calendar of some rounds, and of the meetings that stand.</summary>
    public static string Of(PortfolioDefinition definition, IEnumerable<CalendarRound> rounds, IEnumerable<WheelMeeting> meetings, TextSet texts)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Samstyre//Portfolio//NO");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escaped(definition.Name.In(texts.Language)));
        foreach (var round in rounds)
        {
            var name = round.Month.ToText(texts.Language);
            if (round.OpensOn is { } opens) Event(text, $"{round.Id:N}-opens", opens, texts["feed.opens", name]);
            Event(text, $"{round.Id:N}-due", round.Deadline, texts["feed.due", name]);
        }

        foreach (var meeting in meetings.Where(meeting => meeting.CancelledAt is null)) Event(text, $"{meeting.Id:N}-wheel", meeting.Plan.HeldOn, texts["feed.wheel", texts["wheel.theme." + meeting.Plan.Theme]]);

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, string name, DateOnly day, string summary)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{name}@samstyre");
        // The day itself stands for when it was written, so that the same rounds give the same file.
        Line(text, $"DTSTAMP:{Day(day)}T000000Z");
        Line(text, $"DTSTART;VALUE=DATE:{Day(day)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(day.AddDays(1))}");
        Line(text, "SUMMARY:" + Escaped(summary));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    // Lines are at most 75 bytes; a longer one goes on after a break and a space, never inside a letter.
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
