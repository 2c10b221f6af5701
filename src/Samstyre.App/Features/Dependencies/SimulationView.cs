using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The last simulation of a round, as its readers see it.</summary>
internal static class SimulationView
{
    private const int Shown = 30;

    /// <summary>Writes it.</summary>
    /// <param name="html">Where.</param>
    /// <param name="visit">The reader's.</param>
    /// <param name="register">What the reader sees of the round's register: nothing that is not in it is named.</param>
    /// <param name="simulation">The simulation.</param>
    public static void Write(HtmlWriter html, Visit visit, DependencyRegister register, StoredSimulation simulation)
    {
        var texts = visit.Texts;
        var (settings, results) = (SimulationContent.SettingsOf(simulation), SimulationContent.ResultsOf(simulation));
        html.Write($"<p>{texts["simulation.how", texts.Number(simulation.Runs), LocalTime.Text(simulation.RunAt, visit.Portfolio.Definition), texts["simulation.origin." + settings.Origin]]}</p>");
        Deliverables(html, visit, register, results);
        Dangers(html, visit, register, results);
        html.Write($"<p class=\"quiet\">{texts["simulation.inputs", simulation.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), settings.Distribution]}</p>");
    }

    private static void Deliverables(HtmlWriter html, Visit visit, DependencyRegister register, SimulationResults results)
    {
        var texts = visit.Texts;
        // A report that came after the run may have other deliverables under the same numbers.
        var rows = results.Deliverables.Select(kept => (Kept: kept, Entry: register.ByInitiative.GetValueOrDefault(kept.Initiative)))
            .Where(row => row.Entry is { } entry && entry.Standing.ReportId == row.Kept.Report && row.Kept.Number < entry.Deliverables.Count).Take(Shown).ToList();
        if (rows.Count == 0)
        {
            html.Write($"<p>{texts["simulation.changed"]}</p>");
            return;
        }

        Parts.BeginTable(html, texts["simulation.deliverables"]);
        Parts.Headings(html, (texts["simulation.deliverable"], false), (texts["simulation.initiative"], false), (texts["ripple.planned"], false), (texts["simulation.onTime"], true), (texts["simulation.mean"], true), (texts["simulation.ninetieth"], true));
        foreach (var (kept, entry) in rows)
        {
            var deliverable = entry!.Deliverables[kept.Number];
            html.Write($"<tr><th scope=\"row\">{deliverable.Text}</th><td>");
            InitiativeLink.Write(html, visit.Root, entry.Standing);
            html.Write("</td><td>"u8);
            Parts.Date(html, deliverable.Planned, texts);
            html.Write($"</td><td class=\"num\">{Percent(kept.OnTime)} <span class=\"quiet\">({texts["simulation.interval", Percent(kept.Low), Percent(kept.High)]})</span></td><td class=\"num\">{texts.Number(Math.Round((decimal)kept.Mean, 1))}</td><td class=\"num\">{texts.Number(kept.Ninetieth)}</td></tr>");
        }

        Parts.EndTable(html);

        string Percent(double share) => texts.Percent((decimal)share);
    }

    private static void Dangers(HtmlWriter html, Visit visit, DependencyRegister register, SimulationResults results)
    {
        var texts = visit.Texts;
        var rows = results.Dangers.Select(kept => (Kept: kept, Entry: register.ByInitiative.GetValueOrDefault(kept.Initiative))).Where(row => row.Entry is not null).Take(Shown).ToList();
        html.Write($"<h3 class=\"ds-heading\" data-size=\"sm\">{texts["simulation.dangers"]}</h3>");
        if (rows.Count == 0)
        {
            html.Write($"<p>{texts["simulation.noDangers"]}</p>");
            return;
        }

        html.Write($"<p>{texts["simulation.dangers.what"]}</p>");
        Parts.BeginTable(html, texts["simulation.dangers"], captionShown: false);
        Parts.Headings(html, (texts["simulation.initiative"], false), (texts["simulation.others"], true));
        foreach (var (kept, entry) in rows)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, entry!.Standing);
            html.Write($"</th><td class=\"num\">{texts.Number(Math.Round((decimal)kept.Others, 1))}</td></tr>");
        }

        Parts.EndTable(html);
    }
}
