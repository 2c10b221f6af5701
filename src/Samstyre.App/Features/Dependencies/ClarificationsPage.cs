using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What must be in place outside the initiatives, and the form's prerequisites by kind and criticality.</summary>
internal static class ClarificationsPage
{
    public const string Address = "/avhengigheter/forutsetninger";

    private static readonly Level?[] Levels = [Level.High, Level.Medium, Level.Low, null];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["clarifications.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["clarifications.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        var clarifications = register?.Snapshot.Definition.Clarifications ?? [];
        var prerequisites = register?.Needs.Where(need => need.IsPrerequisite).ToList() ?? [];
        html.Write($"<p class=\"lead\">{(clarifications.Count == 0 ? "" : Lead(texts, clarifications) + " ")}{texts.Count("clarifications.reported", prerequisites.Count)}</p>");
        if (clarifications.Count == 0) html.Write($"<p>{texts["clarifications.empty"]}</p>");
        else Objects(html, visit, register!, clarifications);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["clarifications.prerequisites"]}</h2>");
        if (prerequisites.Count == 0) html.Write($"<p>{texts["clarifications.prerequisites.none"]}</p>");
        else ByKind(html, visit, prerequisites);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    // The kinds that there are, and how they stand: a status that nobody has stated is neither in place nor not.
    private static string Lead(TextSet texts, IReadOnlyList<Clarification> clarifications)
    {
        var kinds = clarifications.GroupBy(one => one.Kind).OrderBy(group => group.Key).Select(group => texts.Count("clarification.kind." + group.Key, group.Count()));
        return texts["clarifications.lead", string.Join(", ", kinds), texts.Number(clarifications.Count(one => one.Done)), texts.Number(clarifications.Count(one => one is { Done: false, Status: not null })), texts.Number(clarifications.Count(one => one is { Done: false, Status: null }))];
    }

    private static void Objects(HtmlWriter html, Visit visit, DependencyRegister register, IReadOnlyList<Clarification> clarifications)
    {
        var texts = visit.Texts;
        foreach (var kind in clarifications.GroupBy(clarification => clarification.Kind).OrderBy(group => group.Key))
        {
            var name = texts["clarification.kind." + kind.Key];
            html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{name}</h2>");
            Parts.BeginTable(html, name, "foundation", captionShown: false);
            Parts.Headings(html, (texts["clarification.what"], false), (texts["foundation.owner"], false), (texts["clarification.due"], false), (texts["foundation.status"], false), (texts["clarification.on"], false));
            foreach (var one in kind)
            {
                html.Write($"<tr><th scope=\"row\">{one.Name.In(texts.Language)}</th><td>");
                if (one.Owner is { } owner) html.Write($"{owner}");
                else Parts.NotStated(html, texts);
                html.Write("</td><td>"u8);
                Parts.Date(html, one.Due, texts);
                html.Write("</td><td>"u8);
                if (one.Done) html.Write($"{texts["clarification.done"]}");
                else html.Write($"{Shapes.Mark(one.Status, texts)}");
                html.Write("</td><td>"u8);
                var needs = register.On.TryGetValue(new(TargetKind.Clarification, one.Code), out var on) ? on.Where(need => !need.IsClosed).ToList() : [];
                FoundationTable.Needers(html, visit, [.. needs.Select(need => need.Receiver).Distinct()], [.. needs.Where(need => need.Criticality == Level.High).Select(need => need.Receiver)]);
                html.Write("</td></tr>"u8);
            }

            Parts.EndTable(html);
        }
    }

    private static void ByKind(HtmlWriter html, Visit visit, List<RegisteredNeed> prerequisites)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["clarifications.prerequisites"], "beside", captionShown: false);
        Parts.Headings(html, [(texts["prerequisite"], false), .. Levels.Select(level => (level is { } stated ? texts["level." + stated] : texts["notStated"], true)), (texts["clarification.on"], false)]);
        foreach (var (key, _) in new Prerequisites().Rows())
        {
            var needs = prerequisites.Where(need => need.Key == key).ToList();
            html.Write($"<tr><th scope=\"row\">{texts["prerequisite." + key]}</th>");
            foreach (var level in Levels) html.Write($"<td class=\"num\">{texts.Number(needs.Count(need => need.Criticality == level))}</td>");
            html.Write("<td>"u8);
            FoundationTable.Needers(html, visit, [.. needs.Select(need => need.Receiver)], [.. needs.Where(need => need.Criticality == Level.High).Select(need => need.Receiver)]);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }
}
