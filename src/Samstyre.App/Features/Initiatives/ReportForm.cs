using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>Every part of a report's form. What is not stated is named in one line at the end of its part, never left out.</summary>
internal static class ReportForm
{
    private static readonly ReportPart[] Order = Enum.GetValues<ReportPart>();
    private static readonly string[] PartKeys = [.. Order.Select(part => "part." + part)];
    private static readonly string[] Anchors = [.. Order.Select(part => "del-" + (int)part)];

    public static void Render(HtmlWriter html, Visit visit, Report report, InitiativeNeeds? needs)
    {
        foreach (var part in Order)
        {
            html.Write($"<section class=\"part\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"{Anchors[(int)part]}\">{visit.Texts[PartKeys[(int)part]]}</h2>");
            List<string>? missing = null;
            var open = false;
            foreach (var field in ReportFields.ByPart[part])
            {
                var label = visit.Texts[field.Label];
                if (field.Value is null)
                {
                    if (open) html.Write("</dl>"u8);
                    open = false;
                    if (!ReportTables.Render(html, visit, field, report, label, needs)) (missing ??= []).Add(label);
                    continue;
                }

                var value = field.Value(report);
                if (value is null or "")
                {
                    (missing ??= []).Add(label);
                    continue;
                }

                if (!open) html.Write("<dl class=\"fields\">"u8);
                open = true;
                html.Write($"<div><dt>{label}</dt><dd>");
                FieldText.Write(html, visit.Texts, value);
                html.Write("</dd></div>"u8);
            }

            if (open) html.Write("</dl>"u8);
            if (missing is not null) html.Write($"<p class=\"missing\">{visit.Texts["form.missing"]} {string.Join(", ", missing)}.</p>");
            html.Write("</section>"u8);
        }
    }
}
