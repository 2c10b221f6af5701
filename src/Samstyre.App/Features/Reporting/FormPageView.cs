using Samstyre.App.Access;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reporting;

/// <summary>One page of the form.</summary>
internal static class FormPageView
{
    public static Task Show(DeskVisit desk, OpenForm form, FormPage page) => Show(desk, form, page, []);

    /// <summary>The page with what went wrong when it was saved.</summary>
    public static async Task Show(DeskVisit desk, OpenForm form, FormPage page, IReadOnlyList<(string Field, string Sentence)> more)
    {
        var since = await SinceWhen.Of(desk, form);
        var others = page.Items.Any(AnswersInForm.Has) ? await WaitingCount.Of(desk, form.Row.Assignment.Initiative) : null;
        await desk.Send(html => Write(html, desk, form, page, more, since, others), more.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>The page after one: the last leads to checking and sending.</summary>
    public static string After(FormPage page)
    {
        for (var place = 0; place < FormPages.All.Count - 1; place++)
        {
            if (FormPages.All[place] == page) return "/" + FormPages.All[place + 1].Code;
        }

        return "/send";
    }

    private static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, FormPage page, IReadOnlyList<(string Field, string Sentence)> more, IReadOnlyDictionary<string, Round> since, WaitingCount? others)
    {
        var texts = desk.Texts;
        var title = texts["page." + page.Code];
        var writer = new FormWriter(html, desk, form, since) { Answers = others is null ? null : new(desk, form) };
        Shell.BeginDesk(html, desk, DeskEntry.Desk, $"{title} – {form.Row.Name}", ($"/innmelding/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}", form.Row.Name));
        html.Write("<div class=\"form-page\">"u8);
        FormMap.Write(html, desk, form, page.Code);
        html.Write("<div>"u8);
        FormMap.Head(html, desk, form, title);
        Fields.Summary(html, texts, [.. more, .. writer.Problems(page)]);
        if (!form.IsWritable) html.Write($"<div class=\"ds-alert\" data-color=\"info\"><p>{texts["form.closed." + (form.Row.Round.State == RoundState.Published ? "published" : "submitted")]}</p></div>");
        others?.Box(html, desk, InitiativeKey.Of(form.Row));
        html.Write($"<form method=\"post\" class=\"ask draft\" action=\"{FormMap.Address(desk, form, "/" + page.Code)}\" data-save=\"{FormMap.Address(desk, form, "/lagre")}\" data-saved=\"{texts["form.saved"]}\" data-failed=\"{texts["form.notSaved"]}\" data-rival=\"{texts["form.rivalSaved"]}\">");
        FormToken.Write(html, desk.Http);
        if (!form.IsWritable) html.Write("<fieldset class=\"ds-fieldset\" disabled>"u8);
        foreach (var item in page.Items) writer.Item(item);
        if (!form.IsWritable)
        {
            html.Write("</fieldset></form>"u8);
        }
        else
        {
            html.Write($"<p class=\"quiet\" id=\"lagret\" role=\"status\">{texts["form.autosave"]}</p><div class=\"row\">");
            Fields.Submit(html, texts["form.next"], "primary", "videre", "neste");
            Fields.Submit(html, texts["form.save"], "secondary", "videre", "her");
            html.Write("</div></form>"u8);
        }

        html.Write("</div></div>"u8);
        Shell.End(html, texts, Assets.DraftScript);
    }
}
