using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What the initiatives of a round need from others, and what the words name.</summary>
internal static class RegisterPage
{
    public const string Address = "/avhengigheter";
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        var all = register is null ? [] : register.Needs.Where(need => !need.IsPrerequisite).ToList();
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["menu.dependencies"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["needs.heading", visit.Name(visit.Round.Round)]}</h1>");
        DependencyNav.Write(html, visit, Address);
        if (register is null || all.Count == 0) html.Write($"<p class=\"lead\">{texts["needs.none"]}</p>");
        else Content(html, visit, register, all);
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static void Content(HtmlWriter html, Visit visit, DependencyRegister register, List<RegisteredNeed> all)
    {
        var texts = visit.Texts;
        var asked = Asked.Of(visit);
        html.Write($"<p class=\"lead\">{texts["needs.lead", texts.Count("dependencies", all.Count), texts.Number(all.Count(need => need.Criticality == Level.High))]}</p>");
        States(html, texts, all);
        Filter(html, visit, asked);
        var found = all.Where(asked.Takes).ToList();
        var page = Math.Min(asked.Page, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        html.Write($"<p role=\"status\">{texts["needs.found", texts.Number(found.Count), texts.Count("dependencies", all.Count)]}</p>");
        if (found.Count == 0) html.Write($"<p>{texts["needs.nothing"]} <a class=\"ds-link\" href=\"{visit.Root}{Address}\">{texts["filter.clear"]}</a></p>");
        else Table(html, visit, register, [.. found.Skip((page - 1) * PageSize).Take(PageSize)]);
        Pager.Render(html, texts, found.Count, PageSize, page, to => visit.Root + Address + (asked with { Page = to }).ToAddress());
        if (page == 1) OtherProjectsTable.Write(html, visit, register);
    }

    private static void States(HtmlWriter html, TextSet texts, List<RegisteredNeed> all)
    {
        html.Write($"<dl class=\"needs-states\">");
        foreach (var state in Enum.GetValues<NamingState>())
        {
            var count = all.Count(need => need.State == state);
            if (count > 0 || state is not NamingState.Elsewhere) html.Write($"<div><dt>{texts["needs.state." + state]}</dt><dd>{count}</dd></div>");
        }

        html.Write("</dl>"u8);
    }

    private static void Filter(HtmlWriter html, Visit visit, Asked asked)
    {
        var texts = visit.Texts;
        html.Write($"<form class=\"choose\" action=\"{visit.Root}{Address}\">");
        Fields.Select(html, new(Asked.StateName, texts["needs.state"], asked.State?.ToString() ?? ""), Enum.GetValues<NamingState>().Select(state => (state.ToString(), texts["needs.state." + state])).Prepend(("", texts["needs.all"])));
        Fields.Select(html, new(Asked.LevelName, texts["dependency.criticality"], asked.Criticality?.ToString() ?? ""), Enum.GetValues<Level>().Select(level => (level.ToString(), texts["level." + level])).Prepend(("", texts["needs.all"])));
        Fields.Select(html, new(Asked.OrganisationName, texts["needs.receiver"], asked.Organisation ?? ""), visit.Portfolio.Definition.Organisations.Select(one => (one.Code, one.Name)).Prepend(("", texts["needs.all"])));
        Fields.Submit(html, texts["needs.show"]);
        html.Write("</form>"u8);
    }

    private static void Table(HtmlWriter html, Visit visit, DependencyRegister register, List<RegisteredNeed> needs)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["needs.caption"], "needs", captionShown: false);
        Parts.Headings(html, (texts["needs.who"], false), (texts["needs.words"], false), (texts["needs.named"], false), (texts["dependency.criticality"], false), (texts["needs.by"], false), (texts["column.status"], false));
        foreach (var need in needs)
        {
            html.Write($"<tr><th scope=\"row\">");
            InitiativeLink.Write(html, visit.Root, need.Receiver);
            html.Write($"</th><td>{need.Dependency!.On}");
            if (!string.IsNullOrWhiteSpace(need.Dependency.What)) html.Write($"<br><span class=\"quiet\">{need.Dependency.What}</span>");
            html.Write("</td><td>"u8);
            Named(html, visit, register, need);
            html.Write($"</td><td>{(need.Criticality is { } level ? texts["level." + level] : texts["notStated"])}</td><td>");
            if (need.IsClosed) html.Write($"{texts["needs.closed"]}");
            else Parts.Date(html, need.NeededBy, texts);
            html.Write($"</td><td>{Shapes.Mark(need.Status, texts)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void Named(HtmlWriter html, Visit visit, DependencyRegister register, RegisteredNeed need)
    {
        var texts = visit.Texts;
        if (need.State is NamingState.Unresolved or NamingState.Elsewhere)
        {
            html.Write($"<span class=\"quiet\">{texts["needs.state." + need.State]}</span>");
            return;
        }

        html.Write("<ul class=\"plain\">"u8);
        foreach (var named in need.Named) One(named, texts["needs.rule." + named.Rule, named.Words]);
        if (need.Named.IsEmpty) foreach (var named in need.Suggested) One(named, texts["needs.perhaps", Percent(named.Score), named.Words]);
        html.Write("</ul>"u8);

        void One(NamedTarget named, string why)
        {
            html.Write($"<li title=\"{why}\">");
            if (need.Named.IsEmpty) html.Write($"{texts["needs.perhaps.short"]} ");
            TargetLink.Write(html, visit, register, named);
            html.Write($" <span class=\"quiet\">({texts["needs.kind." + named.Target.Kind]}{(named.Score < 1 ? ", " + Percent(named.Score) : "")})</span>");
            TargetLink.Makers(html, visit, register, need, named);
            html.Write("</li>"u8);
        }
    }

    private static string Percent(decimal share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)}\u00a0%";

    /// <summary>What the address asks for; what it asks for and does not exist is not asked for.</summary>
    private sealed record Asked(NamingState? State, Level? Criticality, string? Organisation, int Page)
    {
        public const string StateName = "tilstand";
        public const string LevelName = "kritikalitet";
        public const string OrganisationName = "virksomhet";
        private const string PageName = "side";

        public static Asked Of(Visit visit)
        {
            var query = visit.Http.Request.Query;
            return new(
                Choice<NamingState>(query[StateName].ToString()),
                Choice<Level>(query[LevelName].ToString()),
                visit.Portfolio.Definition.OrganisationByCode(query[OrganisationName])?.Code,
                int.TryParse(query[PageName].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1);
        }

        public bool Takes(RegisteredNeed need) =>
            (State is null || need.State == State) && (Criticality is null || need.Criticality == Criticality) && (Organisation is null || need.Receiver.Facts.Organisation == Organisation);

        public string ToAddress() => QueryString.Create(
            new Dictionary<string, string?> { [StateName] = State?.ToString(), [LevelName] = Criticality?.ToString(), [OrganisationName] = Organisation, [PageName] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture) }
                .Where(pair => pair.Value is not null)).ToUriComponent();

        private static T? Choice<T>(string text)
            where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;
    }
}
