using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What a delay reaches, in sentences and step by step.</summary>
internal static class RippleTables
{
    private const int MostRows = 200;
    private const int MostNames = 6;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, Visit visit, RippleMap map, Ripple ripple)
    {
        var texts = visit.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"svar\">{texts["ripple.answer"]}</h2><p class=\"lead\">{Lead(texts, ripple)}</p>");
        if (ripple.OtherInitiatives + ripple.Prerequisites.Length > 0)
        {
            html.Write($"<p>{Benefits(texts, ripple)}");
            if (ripple.OnMunicipalities > 0) html.Write($" {texts.Count("ripple.municipalities", ripple.OnMunicipalities)}");
            html.Write("</p>"u8);
        }

        Table(html, visit, map, ripple, ripple.Deliverables, texts["ripple.deliverables"]);
        Table(html, visit, map, ripple, ripple.Ends, texts["ripple.ends"]);
        Prerequisites(html, visit, map, ripple);
    }

    private static string Lead(TextSet texts, Ripple ripple)
    {
        var name = Name(ripple.Start, texts);
        if (ripple.OtherInitiatives == 0) return ripple.Start.Months is { } months ? texts["ripple.nothing", name, texts.Count("ripple.months", months)] : texts["ripple.nothing.never", name];
        var (deliverables, initiatives) = (texts.Count("ripple.reached.deliverables", ripple.OtherDeliverables), texts.Count("ripple.reached.others", ripple.OtherInitiatives));
        return ripple.Start.Months is { } late ? texts["ripple.reached", name, texts.Count("ripple.months", late), deliverables, initiatives] : texts["ripple.reached.never", name, deliverables, initiatives];
    }

    private static string Benefits(TextSet texts, Ripple ripple) =>
        ripple.WithBenefits == 0 ? texts["ripple.benefits.none"]
        : ripple.WithoutBenefits == 0 ? texts["ripple.benefits.all", Parts.Million(ripple.Benefits, texts, 1)]
        : texts["ripple.benefits", Parts.Million(ripple.Benefits, texts, 1), texts.Number(ripple.WithoutBenefits), texts.Number(ripple.WithBenefits + ripple.WithoutBenefits)];

    private static void Table(HtmlWriter html, Visit visit, RippleMap map, Ripple ripple, IReadOnlyList<ReachedNode> reached, string caption)
    {
        if (reached.Count == 0) return;
        var texts = visit.Texts;
        Parts.BeginTable(html, caption);
        Parts.Headings(html, (texts["simulation.initiative"], false), (texts["ripple.who"], false), (texts["ripple.planned"], false), (texts["ripple.moved"], false), (texts["ripple.delay"], false), (texts["ripple.why"], false));
        foreach (var one in reached.Take(MostRows))
        {
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, one.Unit.Entry!.Standing);
            html.Write($"</th><td>{What(one, texts)}</td><td>");
            Parts.Date(html, one.Planned, texts);
            html.Write("</td><td>"u8);
            if (one.Months is null) html.Write($"{texts["ripple.never"]}");
            else Parts.Date(html, one.Moved, texts);
            html.Write($"</td><td>{Delay(one.Months, texts)}</td><td>{Why(texts, map, ripple, one.Node)}</td></tr>");
        }

        Parts.EndTable(html);
        if (reached.Count > MostRows) html.Write($"<p class=\"quiet\">{texts["ripple.more", texts.Number(MostRows), texts.Number(reached.Count)]}</p>");
    }

    private static void Prerequisites(HtmlWriter html, Visit visit, RippleMap map, Ripple ripple)
    {
        if (ripple.Prerequisites.IsEmpty) return;
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["ripple.prerequisites"]);
        Parts.Headings(html, (texts["simulation.initiative"], false), (texts["ripple.waitsFor"], false), (texts["ripple.delay"], false));
        foreach (var late in ripple.Prerequisites.Take(MostRows))
        {
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, late.Need.Receiver);
            html.Write($"</th><td>{RippleChoice.NameOf(map.UnitAt(late.From), texts.Language)}</td><td>{Delay(late.Months, texts)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static string Delay(int? months, TextSet texts) => months is { } late ? texts.Count("ripple.months", late) : texts["ripple.never"];

    private static string Name(ReachedNode node, TextSet texts) =>
        node.Deliverable is { } number ? texts["ripple.of", node.Unit.Entry!.Deliverables[number].Text, RippleChoice.NameOf(node.Unit, texts.Language)] : texts["ripple.quoted", RippleChoice.NameOf(node.Unit, texts.Language)];

    private static string What(ReachedNode node, TextSet texts) => node.Deliverable is { } number ? node.Unit.Entry!.Deliverables[number].Text : texts["ripple.end"];

    // The last step in words, and whom the delay came through.
    private static string Why(TextSet texts, RippleMap map, Ripple ripple, int node)
    {
        if (ripple.LastStep(node) is not { } last) return texts["ripple.why.start"];
        var why = last.Step.Need is { } need ? Waits(texts, map.UnitAt(last.Before), need) : After(texts, map, last.Before);
        var names = ripple.PathTo(node).Where((step, at) => at == 0 || step.Need is not null).Select(step => RippleChoice.NameOf(map.UnitAt(step.Node), texts.Language)).ToList();
        // Who is waited for directly is named already.
        if (names.Count < (last.Step.Need is null ? 2 : 3)) return why;
        if (names.Count > MostNames) names = [.. names.Take(MostNames - 2), "…", names[^1]];
        return texts["ripple.why.path", why, string.Join(" → ", names)];
    }

    private static string Waits(TextSet texts, RippleUnit giver, RegisteredNeed need)
    {
        var name = RippleChoice.NameOf(giver, texts.Language);
        var why = need.Dependency!.What is { Length: > 0 } what ? texts["ripple.why.need", name, what] : texts["ripple.why.waits", name];
        return giver.Target.Initiative is { } maker && need.PartsMadeBy(maker) is { } parts ? texts["ripple.why.made", why, parts.In(texts.Language)] : why;
    }

    private static string After(TextSet texts, RippleMap map, int before) =>
        map.DeliverablesAt(before) is [var number, ..] ? texts["ripple.why.after", map.UnitAt(before).Entry!.Deliverables[number].Text] : texts["ripple.why.plan"];
}
