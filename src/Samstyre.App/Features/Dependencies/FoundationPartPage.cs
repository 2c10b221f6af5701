using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Architecture;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>One measure or building block: its plan, and who needs it, for what, by when.</summary>
internal static class FoundationPartPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(FoundationPage.Address + "/{code}", (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        if (register is null) return StatusCodes.Status404NotFound;
        var demand = FoundationDemand.Of(register);
        if (demand.Find(visit.Part("code")) is not { } part) return StatusCodes.Status404NotFound;
        var texts = visit.Texts;
        var name = FoundationTable.Name(part, texts);
        Shell.Begin(html, visit, MenuEntry.Dependencies, name, (RegisterPage.Address, texts["menu.dependencies"]), (FoundationPage.Address, texts["foundation.title"]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{name}</h1><p class=\"lead\">");
        if (part.Needs.IsEmpty) html.Write($"{texts["foundation.part.nobody"]}");
        else html.Write($"{texts["foundation.part.lead", FoundationTable.Need(part, texts)]} {FoundationTable.Lack(part, texts)}");
        html.Write("</p>"u8);
        Ask(html, visit, register, part);
        Facts(html, visit, demand, part, register);
        var early = part.TooEarly.DistinctBy(need => need.Receiver.Initiative.Id).Count();
        if (early > 0) html.Write($"<p>{texts.Count("foundation.early", early)}</p>");
        if (part.Needs.Length > 0) NeedTable.Write(html, visit, texts["foundation.who"], part.Needs);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    // For those who follow dependencies, where many need it and nobody pays.
    private static void Ask(HtmlWriter html, Visit visit, DependencyRegister register, PartDemand part)
    {
        if (!Domain.Access.May(visit.Http.Person()?.In(visit.Portfolio.Definition.Code), Right.FollowDependencies)) return;
        if (Contradictions.Of(register).FirstOrDefault(one => one.Part == part.Part) is not { } unfunded) return;
        html.Write($"<p><a class=\"ds-link\" href=\"/{visit.Texts.Code}/{visit.Portfolio.Definition.Code}/arbeid{AskLink.AddressOf(register, unfunded, visit.Round)}\">{AskLink.WordsOf(register, unfunded, visit.Texts)}</a></p>");
    }

    private static void Facts(HtmlWriter html, Visit visit, FoundationDemand demand, PartDemand part, DependencyRegister register)
    {
        var texts = visit.Texts;
        html.Write($"<dl class=\"facts\"><div><dt>{texts["foundation.owner"]}</dt><dd>");
        FoundationTable.Owner(html, visit, part.Part.Owner);
        html.Write($"</dd></div><div><dt>{texts["foundation.plan"]}</dt><dd>");
        FoundationTable.Plan(html, part.Part, texts);
        html.Write($"</dd></div><div><dt>{texts["foundation.status"]}</dt><dd>{Shapes.Mark(part.Part.Status, texts)}</dd></div><div><dt>{texts["foundation.funding"]}</dt><dd>");
        FoundationTable.Funding(html, part.Part.Funding, texts);
        html.Write($"</dd></div><div><dt>{texts["foundation.firstNeeded"]}</dt><dd>");
        Parts.Date(html, part.FirstNeeded, texts);
        html.Write("</dd></div>"u8);
        Links(html, texts["foundation.makers"], [.. register.Entries.Where(entry => entry.Standing.Initiative.NationalId is { } id && part.Part.Initiatives.Contains(id))], entry => InitiativeLink.Write(html, visit.Root, entry.Standing));
        Links(html, texts["foundation.blocks"], [.. demand.Blocks.Where(block => part.Part.Blocks.Contains(block.Part.Code))], block => FoundationTable.Link(html, visit, block));
        if (part.Target.Kind == TargetKind.BuildingBlock)
            Links(html, texts["foundation.measures"], [.. demand.Measures.Where(measure => measure.Part.Blocks.Contains(part.Part.Code))], measure => FoundationTable.Link(html, visit, measure));
        html.Write("</dl>"u8);
    }

    private static void Links<T>(HtmlWriter html, string label, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        html.Write($"<div><dt>{label}</dt><dd><ul class=\"plain\">");
        foreach (var item in items)
        {
            html.Write("<li>"u8);
            write(item);
            html.Write("</li>"u8);
        }

        html.Write("</ul></dd></div>"u8);
    }
}
