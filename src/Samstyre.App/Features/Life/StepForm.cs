using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Life;

/// <summary>The next step of an initiative's life: first which, then its form. No script is needed.</summary>
internal static class StepForm
{
    public static void Write(HtmlWriter html, DeskVisit desk, LifeBook book, Initiative initiative, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var possible = LifeRules.After(initiative.Life is [.., var last] ? last.Stage : null);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"neste\">{texts["life.next"]}</h2>");
        if (possible.Count == 0)
        {
            html.Write($"<p>{texts["life.next.none"]}</p>");
            return;
        }

        var isPosted = problems.Count > 0;
        var asked = isPosted ? desk.Posted("steg") : desk.Http.Request.Query["steg"].ToString();
        var address = $"{desk.Root}{LifeBook.Address}/{InitiativeLink.KeyOf(initiative)}";
        html.Write($"<p>{texts["life.next.choose"]}</p><ul class=\"chips\" id=\"steg\">");
        foreach (var stage in possible)
            html.Write($"<li><a class=\"ds-button\" data-size=\"sm\" data-variant=\"{(stage.ToString() == asked ? "primary" : "secondary")}\" href=\"{address}?steg={stage.ToString()}#neste\"{(stage.ToString() == asked ? Current : default)}>{texts["life.step." + stage]}</a></li>");
        html.Write("</ul>"u8);
        if (!possible.Any(stage => stage.ToString() == asked)) return;

        var chosen = possible.First(stage => stage.ToString() == asked);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{address}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"steg\" value=\"{chosen.ToString()}\"><p>{texts["life.step." + chosen + ".what"]}</p>");
        Fields.Input(html, View("dato", "life.date") with { Value = isPosted ? desk.Posted("dato") : RoundWords.Day(LocalTime.Today(desk.Now, desk.Definition)), Width = "short", Help = texts["calendar.date.help"] });
        Fields.Area(html, View("grunn", "life.reason"));
        Own(chosen);
        Fields.Input(html, View("sak", "life.case.optional"));
        Fields.Submit(html, texts["life.step." + chosen]);
        html.Write("</form>"u8);

        FieldView View(string field, string key) => new(field, texts[key], isPosted ? desk.Posted(field) : "") { Error = LifeBook.ErrorOf(problems, field, texts) };

        void Own(LifeStage stage)
        {
            switch (stage)
            {
                case LifeStage.Paused:
                    Fields.Input(html, View("til", "life.until.optional") with { Width = "short", Help = texts["calendar.date.help"] });
                    break;
                case LifeStage.Completed:
                    Fields.Input(html, View("overlevert", "life.handedTo.optional"));
                    Fields.Area(html, View("levert", "life.delivered.optional"));
                    Fields.Area(html, View("laert", "life.learned.optional"));
                    break;
                case LifeStage.Merged:
                    Fields.Select(html, View("inn", "life.into"), Initiatives());
                    break;
                case LifeStage.Split:
                    Split();
                    break;
            }
        }

        void Split()
        {
            for (var row = 1; row <= PostedStep.Rows; row++)
            {
                html.Write($"<fieldset class=\"ds-fieldset\"><legend class=\"ds-label\" data-weight=\"medium\">{texts["life.split.new", row]}</legend>");
                Fields.Input(html, View($"navn-{row}", "column.name"));
                Fields.Select(html, View($"virksomhet-{row}", "column.organisation"), desk.Definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", texts["choose"])));
                html.Write("</fieldset>"u8);
            }

            for (var row = 1; row <= PostedStep.Rows; row++)
            {
                var field = View($"inn-{row}", "life.split.known");
                // What is wrong with all of them together stands beside the first.
                Fields.Select(html, field with { Label = texts["life.split.known", row], Error = row == 1 ? LifeBook.ErrorOf(problems, "inn", texts) : null, Below = row == 1 && problems.Any(problem => problem.Field == "inn") ? Anchor : null }, Initiatives());
            }
        }

        IEnumerable<(string Value, string Label)> Initiatives() => book.Choices(initiative).Prepend(("", texts["choose"]));
    }

    private static Markup Current { get; } = new(" aria-current=\"true\""u8.ToArray());

    // The summary at the top leads here.
    private static void Anchor(HtmlWriter html) => html.Write("<span id=\"inn\"></span>"u8);
}
