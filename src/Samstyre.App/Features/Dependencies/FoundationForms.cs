using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The forms and lists of the foundation where people work.</summary>
internal static class FoundationForms
{
    public static void Part(HtmlWriter html, DeskVisit desk, PortfolioDefinition definition, TargetRef target, FoundationPart part, Problem? problem)
    {
        var texts = desk.Texts;
        Begin(html, desk, FoundationDesk.Address, $"{(target.Kind == TargetKind.Measure ? part.Code + " " : "")}{part.Name.In(texts.Language)}", "del", target.ToString());
        Fields.Select(html, Field(desk, problem, "ansvarlig", "foundation.owner", part.Owner), definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", texts["notStated"])));
        Fields.Input(html, Field(desk, problem, "fra", "foundationDesk.from", Words(part.From, texts)) with { Help = texts["foundationDesk.date.help"], Width = "short" });
        Fields.Input(html, Field(desk, problem, "klar", "foundationDesk.planned", Words(part.Planned, texts)) with { Width = "short" });
        Status(html, desk, problem, part.Status);
        Fields.Select(html, Field(desk, problem, "finansiering", "foundation.funding", part.Funding?.ToString()), Enum.GetNames<FundingState>().Select(state => (state, texts["foundation.funding." + state])).Prepend(("", texts["notStated"])));
        End(html, desk);
    }

    public static void Clarification(HtmlWriter html, DeskVisit desk, Clarification clarification, Problem? problem)
    {
        Begin(html, desk, FoundationDesk.ClarificationAddress, clarification.Name.In(desk.Texts.Language), "forutsetning", clarification.Code);
        PlanFields(html, desk, problem, clarification);
        End(html, desk);
    }

    public static void New(HtmlWriter html, DeskVisit desk, Problem? problem)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["foundationDesk.new"]}</h2><form method=\"post\" class=\"ask\" action=\"{desk.Root}{FoundationDesk.NewAddress}\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, Field(desk, problem, "navn", "foundationDesk.name", null) with { Help = texts["foundationDesk.name.help"] });
        Fields.Select(html, Field(desk, problem, "slag", "foundationDesk.kind", null), Enum.GetNames<ClarificationKind>().Select(kind => (kind, texts["clarification.kind." + kind])).Prepend(("", texts["foundationDesk.choose"])));
        PlanFields(html, desk, problem, null);
        Fields.Submit(html, texts["foundationDesk.add"]);
        html.Write("</form>"u8);
    }

    public static void Lists(HtmlWriter html, DeskVisit desk, PortfolioDefinition definition)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["foundation.title"]}</h2>");
        if (!definition.Foundation.Parts().Any()) html.Write($"<p>{texts["foundation.empty"]}</p>");
        else Listed(html, texts, texts["foundation.title"], definition.Foundation.Parts().Select(one => (
            Name: one.Target.Kind == TargetKind.Measure ? $"{one.Part.Code} {one.Part.Name.In(texts.Language)}" : one.Part.Name.In(texts.Language),
            Href: $"{desk.Root}{FoundationDesk.Address}?del={Uri.EscapeDataString(one.Target.ToString())}",
            Owner: definition.OrganisationByCode(one.Part.Owner)?.Name,
            Date: one.Part.Planned, one.Part.Status, Done: false)));
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["clarifications.followed"]}</h2>");
        if (definition.Clarifications.Count == 0) html.Write($"<p>{texts["clarifications.empty"]}</p>");
        else Listed(html, texts, texts["clarifications.followed"], definition.Clarifications.Select(one => (
            Name: one.Name.In(texts.Language), Href: $"{desk.Root}{FoundationDesk.Address}?forutsetning={Uri.EscapeDataString(one.Code)}", one.Owner, Date: one.Due, one.Status, one.Done)));
    }

    private static void Listed(HtmlWriter html, TextSet texts, string caption, IEnumerable<(string Name, string Href, string? Owner, PartialDate? Date, TrafficLight? Status, bool Done)> rows)
    {
        Parts.BeginTable(html, caption, "beside", captionShown: false);
        Parts.Headings(html, (texts["clarification.what"], false), (texts["foundation.owner"], false), (texts["foundationDesk.planned"], false), (texts["foundation.status"], false), (texts["foundationDesk.change"], false));
        foreach (var row in rows)
        {
            html.Write($"<tr><th scope=\"row\">{row.Name}</th><td>{row.Owner ?? texts["notStated"]}</td><td>");
            Parts.Date(html, row.Date, texts);
            html.Write("</td><td>"u8);
            if (row.Done) html.Write($"{texts["clarification.done"]}");
            else html.Write($"{Shapes.Mark(row.Status, texts)}");
            html.Write($"</td><td><a class=\"ds-link\" href=\"{row.Href}\" aria-label=\"{texts["foundationDesk.change"]} {row.Name}\">{texts["foundationDesk.change"]}</a></td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void PlanFields(HtmlWriter html, DeskVisit desk, Problem? problem, Clarification? had)
    {
        var texts = desk.Texts;
        Fields.Input(html, Field(desk, problem, "ansvarlig", "foundation.owner", had?.Owner));
        Fields.Input(html, Field(desk, problem, "frist", "clarification.due", Words(had?.Due, texts)) with { Help = texts["foundationDesk.date.help"], Width = "short" });
        Status(html, desk, problem, had?.Status);
        Fields.Check(html, new("paplass", texts["foundationDesk.done"], "ja"), problem is null ? had?.Done ?? false : desk.Posted("paplass").Length > 0);
    }

    private static void Status(HtmlWriter html, DeskVisit desk, Problem? problem, TrafficLight? had) =>
        Fields.Select(html, Field(desk, problem, "status", "foundation.status", had?.ToString()), Enum.GetValues<TrafficLight>().Select(light => (light.ToString(), Shapes.Word(light, desk.Texts))).Prepend(("", desk.Texts["notStated"])));

    private static void Begin(HtmlWriter html, DeskVisit desk, string address, string name, string field, string value)
    {
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{desk.Texts["foundationDesk.change"]}: {name}</h2><form method=\"post\" class=\"ask\" action=\"{desk.Root}{address}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"{field}\" value=\"{value}\">");
    }

    private static void End(HtmlWriter html, DeskVisit desk)
    {
        Fields.Submit(html, desk.Texts["foundationDesk.save"]);
        html.Write($" <a class=\"ds-link\" href=\"{desk.Root}{FoundationDesk.Address}\">{desk.Texts["foundationDesk.cancel"]}</a></form>");
    }

    // What was posted stays in the field while something is wrong with it.
    private static FieldView Field(DeskVisit desk, Problem? problem, string id, string label, string? had) =>
        new(id, desk.Texts[label], problem is null ? had ?? "" : desk.Posted(id)) { Error = problem?.Field == id ? Fields.SentenceOf(problem, desk.Texts) : null };

    // Months and seasons are read back in Norwegian alone.
    private static string? Words(PartialDate? date, TextSet texts) => texts.Language == Language.English ? date?.ToString() : date?.ToText(texts.Language);
}
