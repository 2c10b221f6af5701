using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;

namespace Samstyre.App.Features.Life;

/// <summary>Whom an initiative came from and became, as lists in lists: read aloud as well as seen.</summary>
internal static class FamilyView
{
    // Browsers give up on very deep pages, and a narrow screen has no room: from here on lines stand below each other.
    private const int Deepest = 8;

    public static void Write(HtmlWriter html, DeskVisit desk, LifeBook book, Initiative initiative)
    {
        var lines = FamilyTree.Of(initiative, book.All);
        if (lines.Count < 2) return;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{desk.Texts["life.family"]}</h2><p>{desk.Texts["life.family.lead"]}</p><div class=\"family\">");
        var depth = -1;
        foreach (var line in lines)
        {
            var wanted = Math.Min(line.Depth, Deepest);
            if (wanted > depth) html.Write("<ul>"u8);
            else html.Write("</li>"u8);
            for (; depth > wanted; depth--) html.Write("</ul></li>"u8);
            depth = wanted;
            html.Write("<li>"u8);
            Line(html, desk, book, line, line.Initiative.Id == initiative.Id);
        }

        for (; depth >= 0; depth--) html.Write("</li></ul>"u8);
        html.Write("</div>"u8);
    }

    private static void Line(HtmlWriter html, DeskVisit desk, LifeBook book, FamilyLine line, bool isItself)
    {
        var texts = desk.Texts;
        if (isItself) html.Write($"<strong>{book.NameOf(line.Initiative)}</strong>");
        else book.Link(html, desk, line.Initiative);
        if (line.IsRepeat) html.Write($" <span class=\"quiet\">{texts["life.family.repeat"]}</span>");
        else if (line.Initiative.Life is [.., var last]) html.Write($" <span class=\"quiet\">{texts["stage." + last.Stage]} {RoundWords.Day(last.On)}</span>");
    }
}
