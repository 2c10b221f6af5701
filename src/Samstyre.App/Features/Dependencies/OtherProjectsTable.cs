using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The prerequisites that are about other projects, with the initiatives that their comments name. The other kinds of prerequisites are about whole groups, and stand in the load on others.</summary>
internal static class OtherProjectsTable
{
    private const string Kind = "otherProjects";
    private const int MostRows = 300;

    public static void Write(HtmlWriter html, Visit visit, DependencyRegister register)
    {
        var texts = visit.Texts;
        var needs = register.Needs.Where(need => need is { IsPrerequisite: true, Key: Kind }).ToList();
        if (needs.Count == 0) return;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["needs.others"]}</h2><p>{Lead(texts, needs)}</p>");
        Parts.BeginTable(html, texts["needs.others"], "needs", captionShown: false);
        Parts.Headings(html, (texts["needs.who"], false), (texts["needs.named"], false), (texts["dependency.criticality"], false), (texts["needs.by"], false));
        // Those that nobody has recognised come first: they are what is left to do.
        foreach (var need in needs.OrderBy(need => need.State == NamingState.Resolved).ThenBy(need => need.Criticality is null).ThenBy(need => need.Criticality).Take(MostRows))
        {
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, need.Receiver);
            html.Write("</th><td>"u8);
            Named(html, visit, register, need);
            html.Write($"</td><td>{(need.Criticality is { } level ? texts["level." + level] : texts["notStated"])}</td><td>");
            FieldText.Write(html, texts, need.NeededBy is { } by ? by : need.Prerequisite!.When);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        if (needs.Count > MostRows) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(needs.Count - MostRows)]}</p>");
    }

    private static string Lead(TextSet texts, List<RegisteredNeed> needs)
    {
        var (all, resolved) = (texts.Count("needs.others", needs.Count), needs.Count(need => need.State == NamingState.Resolved));
        return resolved == 0 ? texts["needs.others.lead.none", all] : texts["needs.others.lead", all, texts.Number(resolved)];
    }

    private static void Named(HtmlWriter html, Visit visit, DependencyRegister register, RegisteredNeed need)
    {
        var texts = visit.Texts;
        var (named, isSure) = need.Named.IsEmpty ? (need.Suggested, false) : (need.Named, true);
        if (named.IsEmpty) html.Write($"<span class=\"quiet\">{texts["needs.others.none"]}</span>");
        for (var at = 0; at < named.Length; at++)
        {
            html.Write($"{(at > 0 ? ", " : "")}{(isSure ? "" : texts["needs.perhaps.short"] + " ")}");
            TargetLink.Write(html, visit, register, named[at]);
        }
    }
}
