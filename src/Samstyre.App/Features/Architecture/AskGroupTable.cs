using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Architecture;

/// <summary>Who waits, for whom or what, in their own words; each dependency leads to its own page.</summary>
internal static class AskGroupTable
{
    public static void Write(HtmlWriter html, DeskVisit desk, NeedBook book, AskGroup group, IReadOnlyList<AskMember> members)
    {
        var texts = desk.Texts;
        var isCircle = group.About.Part is null;
        var title = isCircle ? texts["needgroup.steps"] : texts["needgroup.needs"];
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{title}</h2>");
        Parts.BeginTable(html, title, captionShown: false);
        if (isCircle) Parts.Headings(html, (texts["needdesk.receiver"], false), (texts["needgroup.next"], false), (texts["needdesk.row"], false), (texts["dependency.deadline"], false), (texts["column.status"], false));
        else Parts.Headings(html, (texts["needdesk.receiver"], false), (texts["needdesk.row"], false), (texts["dependency.deadline"], false), (texts["column.status"], false));
        foreach (var member in members)
        {
            foreach (var need in member.Needs) Row(html, desk, book, member, need);
        }

        Parts.EndTable(html);
    }

    private static void Row(HtmlWriter html, DeskVisit desk, NeedBook book, AskMember member, RegisteredNeed need)
    {
        var texts = desk.Texts;
        html.Write("<tr><th scope=\"row\">"u8);
        NeedWords.Initiative(html, desk, book.Round.Round, member.Asked);
        html.Write("</th>"u8);
        if (member.Next is { } next)
        {
            html.Write("<td>"u8);
            NeedWords.Initiative(html, desk, book.Round.Round, next);
            html.Write("</td>"u8);
        }

        html.Write($"<td class=\"prose\"><a class=\"ds-link\" href=\"{desk.Root}{NeedWords.AddressOf(need)}{NeedWords.QueryOf(desk, book.Round.Round)}\">{NeedWords.Line(need.Dependency, texts)}</a></td><td>");
        FieldText.Write(html, texts, need.Dependency?.DeadlineText ?? (object?)need.NeededBy);
        html.Write($"</td><td>{Shapes.Mark(need.Status, texts)}</td></tr>");
    }
}
