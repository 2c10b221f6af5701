using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Life;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>An initiative's life up to a round's day as the round's readers may see it: steps with their reasons, segments, whom it came from and became.</summary>
internal static class InitiativeLife
{
    public static void Render(HtmlWriter html, Visit visit, Initiative initiative)
    {
        var texts = visit.Texts;
        var day = visit.Round.Round.CollectedOn;
        var steps = initiative.Life.Where(step => step.On <= day).Select(step => (step.On, Words: texts["stage." + step.Stage] + (step.Reason is { Length: > 0 } reason ? $": {reason}" : "")));
        var segments = initiative.Segments.Where(change => change.On <= day).Select(change => (change.On, Words: texts["life.public.segment", Segment(change.Became), Segment(change.Was)]));
        var lines = steps.Concat(segments).OrderBy(line => line.On).ToList();
        if (lines.Count == 0) return;
        html.Write($"<section aria-labelledby=\"life\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"life\">{texts["life.public"]}</h2><ol class=\"plain\">");
        foreach (var (on, words) in lines) html.Write($"<li>{RoundWords.Day(on)}: {words}</li>");
        html.Write("</ol>"u8);
        Links(html, visit, texts["life.public.from"], visit.Portfolio.Origins[initiative.Id].Where(origin => IsOver(origin.Initiative, day)));
        Became(html, visit, initiative);
        html.Write("</section>"u8);

        string Segment(string? code) => LifeBook.SegmentName(code, visit.Portfolio.Definition, texts);
    }

    /// <summary>Those that go on with it since a merge or split; those that have never reported have no page yet.</summary>
    public static void Became(HtmlWriter html, Visit visit, Initiative initiative)
    {
        if (IsOver(initiative, visit.Round.Round.CollectedOn)) Links(html, visit, visit.Texts["life.became"], initiative.Successors.Select(id => Last(visit, id)).OfType<Standing>());
    }

    private static bool IsOver(Initiative initiative, DateOnly day) => initiative.StageOn(day)?.Stage is LifeStage.Merged or LifeStage.Split;

    private static Standing? Last(Visit visit, Guid id) => visit.Portfolio.Rounds.Reverse().Select(round => round.Standing(id)).FirstOrDefault(standing => standing is not null);

    private static void Links(HtmlWriter html, Visit visit, string label, IEnumerable<Standing> standings)
    {
        var list = standings.ToList();
        if (list.Count == 0) return;
        html.Write($"<p>{label}: ");
        for (var place = 0; place < list.Count; place++)
        {
            if (place > 0) html.Write(", "u8);
            InitiativeLink.Write(html, visit.Root, list[place]);
        }

        html.Write("</p>"u8);
    }
}
