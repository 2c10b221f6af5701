using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The fields of a form that have rows, as tables. False where the report has no rows.</summary>
internal static class ReportTables
{
    public static bool Render(HtmlWriter html, Visit visit, ReportField field, Report report, string label, InitiativeNeeds? needs) => field.Key switch
    {
        "deliverables" => Deliverables(html, visit, report, label),
        "funding" => Funding(html, visit, report, label),
        // The total row stands in the funding table.
        "fundingTotal" => report.FundingTotal.Any(total => total is not null),
        "risks" => Risks(html, visit, report, label),
        "prerequisites" => Prerequisites(html, visit, report, label),
        "dependencies" => Dependencies(html, visit, report, label, needs),
        _ => Rows(html, visit, field, report, label),
    };

    private static bool Rows(HtmlWriter html, Visit visit, ReportField field, Report report, string label)
    {
        var any = false;
        foreach (var (item, value) in field.Rows!(report))
        {
            if (!any)
            {
                Parts.BeginTable(html, label);
                Parts.Headings(html, (visit.Texts["table.what"], false), (visit.Texts["table.value"], false));
            }

            any = true;
            html.Write($"<tr><th scope=\"row\">{(field.Key == "strategicFit" ? FocusArea(visit, item) : item)}</th><td>");
            FieldText.Write(html, visit.Texts, value);
            html.Write("</td></tr>"u8);
        }

        if (any) Parts.EndTable(html);
        return any;
    }

    private static string FocusArea(Visit visit, string code)
    {
        var focus = visit.Portfolio.Definition.StrategyAreaOf(code)?.FocusAreas.FirstOrDefault(focus => focus.Code == code);
        return focus?.Title(visit.Texts.Language) ?? code;
    }

    private static bool Deliverables(HtmlWriter html, Visit visit, Report report, string label)
    {
        if (report.Deliverables.Count == 0) return false;
        Parts.BeginTable(html, label, captionShown: false);
        Parts.Headings(html, (visit.Texts["deliverable.text"], false), (visit.Texts["deliverable.planned"], false));
        foreach (var deliverable in report.Deliverables)
        {
            html.Write($"<tr><td class=\"prose\">{deliverable.Text}</td><td>");
            FieldText.Write(html, visit.Texts, deliverable.Planned is { } planned ? planned : deliverable.PlannedText);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        return true;
    }

    private static bool Funding(HtmlWriter html, Visit visit, Report report, string label)
    {
        if (report.Funding.Count == 0 && !report.FundingTotal.Any(total => total is not null)) return false;
        var texts = visit.Texts;
        Parts.BeginTable(html, $"{label} ({texts["unit.million"]})", "funding");
        html.Write($"<thead><tr><th scope=\"col\">{texts["funding.source"]}</th>");
        foreach (var column in report.FundingCols) html.Write($"<th scope=\"col\" class=\"num\">{Heading(visit, column)}</th>");
        html.Write("</tr></thead><tbody>"u8);
        foreach (var source in report.Funding) Cells(html, visit, source.Source, source.Y, report.FundingCols.Count);
        if (report.FundingTotal.Any(total => total is not null)) Cells(html, visit, texts["funding.total"], report.FundingTotal, report.FundingCols.Count);
        Parts.EndTable(html);
        return true;
    }

    private static string Heading(Visit visit, string printed) => FundingColumn.Of(printed) switch
    {
        { Span: FundingSpan.Before, Year: { } year } => visit.Texts["funding.before", year],
        { Span: FundingSpan.Before } => visit.Texts["funding.earlier"],
        { Span: FundingSpan.From, Year: { } year } => visit.Texts["funding.from", year],
        _ => printed,
    };

    private static void Cells(HtmlWriter html, Visit visit, string name, IReadOnlyList<Money?> amounts, int columns)
    {
        html.Write($"<tr><th scope=\"row\">{name}</th>");
        for (var column = 0; column < columns; column++)
        {
            html.Write("<td class=\"num\">"u8);
            Parts.Money(html, column < amounts.Count ? amounts[column] : null, visit.Texts);
            html.Write("</td>"u8);
        }

        html.Write("</tr>"u8);
    }

    private static bool Risks(HtmlWriter html, Visit visit, Report report, string label)
    {
        if (report.Risks.Count == 0) return false;
        var texts = visit.Texts;
        Parts.BeginTable(html, label);
        Parts.Headings(html, (texts["risk.id"], false), (texts["risk.element"], false), (texts["risk.effect"], false), (texts["risk.measure"], false), (texts["risk.deadline"], false));
        foreach (var risk in report.Risks) Texts(html, visit, risk.Id, risk.Element, risk.Effect, risk.Measure, risk.DeadlineText);
        Parts.EndTable(html);
        return true;
    }

    private static void Texts(HtmlWriter html, Visit visit, params ReadOnlySpan<string?> cells)
    {
        html.Write("<tr>"u8);
        foreach (var cell in cells)
        {
            html.Write("<td class=\"prose\">"u8);
            FieldText.Write(html, visit.Texts, cell);
            html.Write("</td>"u8);
        }

        html.Write("</tr>"u8);
    }

    private static bool Prerequisites(HtmlWriter html, Visit visit, Report report, string label)
    {
        if (report.Prerequisites.Rows().All(row => row.Row is null)) return false;
        var texts = visit.Texts;
        Parts.BeginTable(html, label);
        Parts.Headings(html, (texts["prerequisite"], false), (texts["dependency.criticality"], false), (texts["prerequisite.when"], false));
        foreach (var (key, row) in report.Prerequisites.Rows())
        {
            html.Write($"<tr><th scope=\"row\">{FieldText.ItemOf(visit.Texts, "prerequisites", key)}</th><td>");
            FieldText.Write(html, visit.Texts, row?.Criticality);
            html.Write("</td><td>"u8);
            FieldText.Write(html, visit.Texts, row?.When);
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        return true;
    }

    private static bool Dependencies(HtmlWriter html, Visit visit, Report report, string label, InitiativeNeeds? needs)
    {
        if (report.Dependencies.Count == 0) return false;
        var texts = visit.Texts;
        Parts.BeginTable(html, label, "own-needs", captionShown: false);
        Parts.Headings(html, (texts["dependency.on"], false), (texts["dependency.what"], false), (texts["dependency.purpose"], false), (texts["dependency.category"], false), (texts["dependency.criticality"], false), (texts["dependency.deadline"], false), (texts["column.status"], false), (texts["others.names"], false));
        foreach (var (key, dependency) in NeedKey.Of(report).Zip(report.Dependencies))
        {
            html.Write("<tr>"u8);
            foreach (var value in (object?[])[dependency.On, dependency.What, dependency.Purpose, Categories(visit, dependency.Category), dependency.Criticality, dependency.Deadline is { } deadline ? deadline : dependency.DeadlineText])
            {
                html.Write("<td class=\"prose\">"u8);
                FieldText.Write(html, visit.Texts, value);
                html.Write("</td>"u8);
            }

            html.Write($"<td>{Shapes.Mark(dependency.Status, texts)}</td><td>");
            needs?.Named(html, visit, needs.Own.GetValueOrDefault(key));
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        return true;
    }

    private static string? Categories(Visit visit, string? codes)
    {
        if (codes is null) return null;
        if (codes == "Other") return visit.Texts["category.other"];
        return string.Join(", ", codes.Split(',').Select(code =>
            visit.Portfolio.Definition.DependencyCategories.FirstOrDefault(category => category.Code == code) is { } category ? $"{code} {category.Name.In(visit.Texts.Language)}" : code));
    }
}
