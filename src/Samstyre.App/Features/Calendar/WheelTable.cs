using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Calendar;

/// <summary>The meetings of a year as a table, numbered as on the wheel.</summary>
internal static class WheelTable
{
    public static void Write(HtmlWriter html, DeskVisit desk, int year, IReadOnlyList<WheelMeeting> meetings)
    {
        var texts = desk.Texts;
        var steers = desk.May(Right.SteerPortfolio);
        Parts.BeginTable(html, texts["govern.table", year]);
        Parts.Headings(html, [(texts["govern.theme"], false), (texts["govern.day"], false), (texts["govern.responsible"], false), (texts["govern.papers"], false), .. steers ? [(texts["govern.do"], false)] : ((string, bool)[])[]]);
        for (var place = 0; place < meetings.Count; place++)
        {
            var meeting = meetings[place];
            html.Write($"<tr id=\"{WheelPage.AnchorOf(meeting)}\"><th scope=\"row\">{place + 1}. {texts["wheel.theme." + meeting.Plan.Theme]}</th><td>{RoundWords.Day(meeting.Plan.HeldOn)}</td><td>{meeting.Plan.Responsible}</td><td>");
            Papers(html, texts, meeting.Plan.Papers);
            html.Write("</td>"u8);
            if (steers) Deeds(html, desk, year, meeting);
            html.Write("</tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static void Papers(HtmlWriter html, TextSet texts, IReadOnlyList<string> papers)
    {
        if (papers.Count == 0)
        {
            html.Write($"<span class=\"quiet\">{texts["govern.papers.none"]}</span>");
            return;
        }

        html.Write("<ul class=\"plain\">"u8);
        foreach (var paper in papers) html.Write($"<li>{paper}</li>");
        html.Write("</ul>"u8);
    }

    private static void Deeds(HtmlWriter html, DeskVisit desk, int year, WheelMeeting meeting)
    {
        var texts = desk.Texts;
        var words = $"{texts["wheel.theme." + meeting.Plan.Theme]} {RoundWords.Day(meeting.Plan.HeldOn)}";
        html.Write($"<td><div class=\"row\"><a class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" href=\"{desk.Root}{WheelPage.Address}?ar={year}&amp;endre={WheelPage.KeyOf(meeting)}#nytt\" aria-label=\"{texts["govern.change.label", words]}\">{texts["govern.changeOne"]}</a><form method=\"post\" class=\"inline\" action=\"{desk.Root}{WheelPage.Address}/avlys\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"mote\" value=\"{WheelPage.KeyOf(meeting)}\"><input type=\"hidden\" name=\"ar\" value=\"{year}\"><button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["govern.cancel.label", words]}\">{texts["govern.cancel"]}</button></form></div></td>");
    }
}
