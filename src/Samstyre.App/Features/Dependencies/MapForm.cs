using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What of the map is shown, as a form that works without script.</summary>
internal static class MapForm
{
    private const int MostNames = 300;

    public static void Write(HtmlWriter html, Visit visit, MapQuery query, DependencyRegister? register, string address)
    {
        var texts = visit.Texts;
        var definition = visit.Portfolio.Definition;
        var all = texts["map.all"];
        html.Write($"<form class=\"choose map-form\" action=\"{visit.Root}{address}\" aria-label=\"{texts["map.filter"]}\">");
        Fields.Input(html, new("fokus", texts["map.focus"], query.FocusText)
        {
            Help = texts["map.focus.help"],
            Error = query.IsFocusUnknown ? texts["map.focus.unknown"] : null,
            Attributes = new(" list=\"kjente\" maxlength=\"200\" autocomplete=\"off\""u8.ToArray()),
        });
        Names(html, texts, register);
        Fields.Select(html, new("steg", texts["map.steps"], query.Filter.Steps.ToString(CultureInfo.InvariantCulture)), Enumerable.Range(1, MapFilter.MostSteps).Select(step => (step.ToString(CultureInfo.InvariantCulture), texts.Count("map.step", step))));
        Fields.Select(html, new("segment", texts["column.segment"], query.Filter.Segment ?? ""), definition.Segments.Select(segment => (segment.Code, segment.Name.In(texts.Language))).Prepend(("", all)));
        Fields.Select(html, new("omrade", texts["column.area"], query.Filter.Area ?? ""), definition.StrategyAreas.Select(area => (area.Code, area.Name.In(texts.Language))).Prepend(("", all)));
        Fields.Select(html, new("virksomhet", texts["column.organisation"], query.Filter.Organisation ?? ""), definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", all)));
        html.Write($"<fieldset class=\"ds-fieldset map-without\"><legend class=\"ds-label\" data-weight=\"medium\">{texts["map.show"]}</legend>");
        Fields.Check(html, new("kritiske", texts["map.onlyCritical"], "ja"), query.Filter.OnlyCritical);
        foreach (var (field, key, kinds) in MapQuery.Without) Fields.Check(html, new(field, texts[key], "ja"), query.Filter.Hidden.Contains(kinds[0]));
        html.Write("</fieldset><div class=\"map-send\">"u8);
        Fields.Submit(html, texts["map.submit"]);
        if (query.ToAddress().Length > 0) html.Write($"<a class=\"ds-link\" href=\"{visit.Root}{address}\">{texts["filter.clear"]}</a>");
        html.Write("</div></form>"u8);
    }

    private static void Names(HtmlWriter html, TextSet texts, DependencyRegister? register)
    {
        html.Write("<datalist id=\"kjente\">"u8);
        foreach (var entry in (register?.Targets.Entries ?? []).Take(MostNames)) html.Write($"<option value=\"{entry.Name.In(texts.Language)}\"></option>");
        html.Write("</datalist>"u8);
    }
}
