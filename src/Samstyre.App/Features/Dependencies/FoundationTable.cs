using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Parts of the common foundation as rows: owner, plan, status, funding, and who needs them.</summary>
internal static class FoundationTable
{
    public static void Write(HtmlWriter html, Visit visit, string caption, IEnumerable<PartDemand> parts, bool captionShown = true)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, caption, "foundation", captionShown);
        Parts.Headings(html, (texts["foundation.part"], false), (texts["foundation.owner"], false), (texts["foundation.plan"], false), (texts["foundation.status"], false), (texts["foundation.funding"], false), (texts["foundation.neededBy"], false), (texts["foundation.critical"], true));
        foreach (var part in parts)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            Link(html, visit, part);
            html.Write("</th><td>"u8);
            Owner(html, visit, part.Part.Owner);
            html.Write("</td><td>"u8);
            Plan(html, part.Part, texts);
            html.Write($"</td><td>{Shapes.Mark(part.Part.Status, texts)}</td><td>");
            Funding(html, part.Part.Funding, texts);
            html.Write("</td><td>"u8);
            Needers(html, visit, part.Initiatives, part.Critical);
            html.Write($"</td><td class=\"num\">{texts.Number(part.Critical.Length)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    /// <summary>A part with its code where that is a number of the plan.</summary>
    public static void Link(HtmlWriter html, Visit visit, PartDemand part) =>
        html.Write($"<a class=\"ds-link\" href=\"{visit.Root}{FoundationPage.Address}/{Uri.EscapeDataString(part.Part.Code)}\">{Name(part, visit.Texts)}</a>");

    public static string Name(PartDemand part, TextSet texts) =>
        part.Target.Kind == TargetKind.Measure ? $"{part.Part.Code} {part.Part.Name.In(texts.Language)}" : part.Part.Name.In(texts.Language);

    /// <summary>How many need it, in a sentence.</summary>
    public static string Need(PartDemand part, TextSet texts) => texts["foundation.need", texts.Count("initiatives", part.Initiatives.Length), part.Critical.IsEmpty ? texts["foundation.nobody"] : texts.Number(part.Critical.Length)];

    /// <summary>What it lacks, in one or two sentences; empty where it lacks nothing.</summary>
    public static string Lack(PartDemand part, TextSet texts)
    {
        var plan = part.LacksPlan ? texts["foundation.noPlan"] : "";
        var funding = !part.LacksFunding ? "" : part.Part.Funding is null ? texts["foundation.noFunding"] : texts["foundation.unfunded"];
        return $"{plan} {funding}".Trim();
    }

    public static void Owner(HtmlWriter html, Visit visit, string? owner)
    {
        if (owner is null) Parts.NotStated(html, visit.Texts);
        else html.Write($"{visit.Round.Snapshot.Definition.OrganisationByCode(owner)?.Name ?? owner}");
    }

    public static void Plan(HtmlWriter html, FoundationPart part, TextSet texts)
    {
        if (part is { From: null, Planned: null }) Parts.NotStated(html, texts);
        else if (part.From is null) html.Write($"{texts["foundation.plan.to", part.Planned!.Value.ToText(texts.Language)]}");
        else if (part.Planned is null) html.Write($"{texts["foundation.plan.from", part.From.Value.ToText(texts.Language)]}");
        else html.Write($"{part.From.Value.ToText(texts.Language)}–{part.Planned.Value.ToText(texts.Language)}");
    }

    public static void Funding(HtmlWriter html, FundingState? funding, TextSet texts)
    {
        if (funding is { } stated) html.Write($"{texts["foundation.funding." + stated]}");
        else Parts.NotStated(html, texts);
    }

    /// <summary>How many need it; opened, the initiatives by name.</summary>
    public static void Needers(HtmlWriter html, Visit visit, IReadOnlyCollection<Standing> initiatives, IReadOnlyCollection<Standing> critical)
    {
        var texts = visit.Texts;
        if (initiatives.Count == 0)
        {
            html.Write($"<span class=\"quiet\">{texts["foundation.nobody"]}</span>");
            return;
        }

        html.Write($"<details class=\"needers\"><summary>{texts.Count("initiatives", initiatives.Count)}</summary><ul class=\"plain\">");
        foreach (var standing in initiatives)
        {
            html.Write("<li>"u8);
            InitiativeLink.Write(html, visit.Root, standing);
            if (critical.Contains(standing)) html.Write($" <span class=\"quiet\">({texts["foundation.high"]})</span>");
            html.Write("</li>"u8);
        }

        html.Write("</ul></details>"u8);
    }
}
