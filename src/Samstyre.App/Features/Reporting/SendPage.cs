using Samstyre.App.Access;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>The last page of a form: what is wrong, what changed since last time, what is confidential, and sending.</summary>
internal static class SendPage
{
    public static Task Show(DeskVisit desk, OpenForm form, IReadOnlyList<Problem> problems) => desk.Send(
        html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Desk, $"{texts["page.send"]} – {form.Row.Name}", ($"/innmelding/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}", form.Row.Name));
            html.Write("<div class=\"form-page\">"u8);
            FormMap.Write(html, desk, form, "send");
            html.Write("<div>"u8);
            FormMap.Head(html, desk, form, texts["page.send"]);
            if (desk.Http.Request.Query["sendt"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["send.done"]}</p></div>");
            if (problems.Count > 0) html.Write($"<div class=\"ds-alert\" data-color=\"danger\" role=\"alert\"><p>{Fields.SentenceOf(problems[0], texts)}</p></div>");
            Findings(html, desk, form);
            ChangeTable.Write(html, desk, form);
            if (form.IsWritable) Form(html, desk, form);
            html.Write("</div></div>"u8);
            Shell.End(html, texts);
        },
        problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>Sends the form. The same rules decide as on the page.</summary>
    public static async Task Send(DeskVisit desk, OpenForm form)
    {
        var address = FormMap.Address(desk, form, "/send?sendt=ja");
        if (!Guid.TryParse(desk.Posted("innsending"), out var request))
        {
            await Show(desk, form, [new("FormTooOld", null, "Reload the page and send again.")]);
            return;
        }

        if (form.IsWritable && desk.Http.Request.Form.ContainsKey("deler"))
        {
            var parts = string.Join(',', desk.Http.Request.Form["deler"].Where(part => Enum.TryParse<ReportPart>(part, out var known) && Enum.IsDefined(known)));
            if (parts != string.Join(',', form.ConfidentialParts))
            {
                var version = form.Draft.Cells.TryGetValue(OpenForm.Confidential, out var cell) ? cell.Version : 0;
                await DraftStore.Save(desk.Db, desk.PortfolioId, form.Row.Assignment, [new(OpenForm.Confidential, parts, version)], desk.Actor.Code, desk.Now, desk.Cancellation);
                form = await OpenForm.FindForReporter(desk) ?? form;
            }
        }

        var mayNot = form.IsWritable && (!form.Check.MaySubmit || form.Draft.Rivals.Count > 0 || form.Reading.Problems.Any(problem => problem.Severity == FindingSeverity.Error));
        if (mayNot)
        {
            await Show(desk, form, [new("FormNotReady", null, "Something has to be mended first: see the list.")]);
            return;
        }

        var unchanged = desk.Posted("uendret") == "ja" && !form.IsChanged;
        // Carried over is what was said before; the month of revision is when it was said again.
        var explanations = form.Check.Findings.Where(finding => finding.Explanation is not null).DistinctBy(finding => finding.Key).ToDictionary(finding => finding.Key, finding => finding.Explanation!, StringComparer.Ordinal);
        var submission = new NewSubmission(request, WithFindings(form), ConfidentialKeys(form), unchanged, explanations)
        {
            Changed = [.. form.Changes.Select(change => change.Path).Distinct()],
        };
        var sent = await SubmissionStore.Submit(desk.Db, desk.PortfolioId, form.Row, submission, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (!sent.Succeeded)
        {
            await Show(desk, form, sent.Problems);
            return;
        }

        await MovedLetters.OfForm(desk, form.Row.Assignment);
        desk.Http.Response.Redirect(address);
    }

    private static Report WithFindings(OpenForm form) => form.Reading.Report with
    {
        Findings = [.. form.Reading.Problems.Where(problem => problem.Severity != FindingSeverity.Error).Select(problem => problem with { Severity = FindingSeverity.Info })],
    };

    private static IReadOnlyList<string> ConfidentialKeys(OpenForm form) => [.. form.ConfidentialParts.SelectMany(OpenForm.KeysOf).Distinct()];

    private static void Findings(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        var writer = new FormWriter(html, desk, form, new Dictionary<string, Round>());
        var errors = FormPages.All.SelectMany(page => writer.Problems(page).Select(problem => (Page: page, problem.Field, problem.Sentence))).ToList();
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["send.check"]}</h2>");
        if (errors.Count > 0)
        {
            html.Write($"<p>{texts.Count("send.errors", errors.Count)}</p><ul class=\"ds-list\">");
            foreach (var (page, field, sentence) in errors) html.Write($"<li><a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/" + page.Code)}#{field}\">{sentence}</a></li>");
            html.Write("</ul>"u8);
        }

        var open = form.Check.Findings.Where(finding => finding is { Severity: FindingSeverity.Review, IsOpen: true }).ToList();
        if (open.Count > 0)
        {
            html.Write($"<p>{texts.Count("send.warnings", open.Count)}</p><ul class=\"ds-list\">");
            foreach (var finding in open)
            {
                var field = form.FieldOf(finding.Field);
                html.Write($"<li><a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/" + (FormPages.PageOf(field) ?? FormPages.All[0]).Code)}#{OpenForm.Explanation}{finding.Code}@{field}\">{Choices.Label(field, desk.Definition, form.Values.FundingColumns, texts)}: {finding.Sentence.In(texts.Language)}</a></li>");
            }

            html.Write("</ul>"u8);
        }

        if (form.Draft.Rivals.Count > 0) html.Write($"<p>{texts["send.rivals"]} <a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/" + (FormPages.PageOf(form.Draft.Rivals[0].Field) ?? FormPages.All[0]).Code)}#{form.Draft.Rivals[0].Field}\">{texts["send.rivals.link"]}</a></p>");
        if (errors.Count == 0 && open.Count == 0) html.Write($"<p>{texts["send.fine"]}</p>");
    }

    private static void Form(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        var texts = desk.Texts;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{FormMap.Address(desk, form, "/send")}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"innsending\" value=\"{Guid.NewGuid().ToString()}\"><input type=\"hidden\" name=\"deler\" value=\"\"><details class=\"ds-details\"><summary>{texts["send.confidential"]}</summary><fieldset class=\"ds-fieldset\"><legend class=\"ds-label\">{texts["send.confidential.which"]}</legend><p class=\"help\">{texts["send.confidential.help"]}</p>");
        var chosen = form.ConfidentialParts;
        foreach (var part in Enum.GetValues<ReportPart>())
        {
            html.Write($"<label class=\"choice\"><input class=\"ds-input\" type=\"checkbox\" name=\"deler\" value=\"{part.ToString()}\"");
            if (chosen.Contains(part)) html.Write(" checked"u8);
            html.Write($"><span>{texts["part." + part]}</span></label>");
        }

        html.Write("</fieldset></details>"u8);
        Fields.Submit(html, texts["send.button"]);
        html.Write("</form>"u8);
    }
}
