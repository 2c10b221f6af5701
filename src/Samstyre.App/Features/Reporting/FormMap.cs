using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reporting;

/// <summary>How far one page of the form is.</summary>
/// <param name="Page">The page.</param>
/// <param name="Errors">What stops submission.</param>
/// <param name="Warnings">What asks for an explanation that is not there yet.</param>
/// <param name="Changed">How many values differ from last time.</param>
internal sealed record PageState(FormPage Page, int Errors, int Warnings, int Changed)
{
    public static IReadOnlyList<PageState> Of(OpenForm form) =>
    [
        .. FormPages.All.Select(page => new PageState(
            page,
            form.Reading.Problems.Count(problem => problem.Severity == FindingSeverity.Error && FormPages.PageOf(problem.Field) == page)
                + form.Check.Findings.Count(finding => finding.Severity == FindingSeverity.Error && FormPages.PageOf(finding.Field) == page),
            form.Check.Findings.Count(finding => finding is { Severity: FindingSeverity.Review, IsOpen: true } && FormPages.PageOf(finding.Field) == page),
            form.Changes.Count(change => FormPages.PageOf(change.Path) == page))),
    ];
}

/// <summary>The map of the form: its pages with what is done, what is missing and what was changed.</summary>
internal static class FormMap
{
    public static string Address(DeskVisit desk, OpenForm form, string below = "") => $"{desk.Root}/innmelding/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}{below}";

    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, string? current)
    {
        var texts = desk.Texts;
        html.Write($"<nav class=\"form-map\" aria-label=\"{texts["form.map"]}\"><ol>");
        foreach (var state in PageState.Of(form)) Entry("/" + state.Page.Code, texts["page." + state.Page.Code], state.Page.Code, StateOf(state));
        Entry("/send", texts["page.send"], "send", "");
        html.Write("</ol></nav>"u8);

        void Entry(string below, string name, string code, string state)
        {
            html.Write($"<li><a class=\"ds-link\" href=\"{Address(desk, form, below)}\"");
            if (code == current) html.Write(" aria-current=\"page\""u8);
            html.Write($">{name}</a>");
            if (state.Length > 0) html.Write($" <span class=\"quiet\">{state}</span>");
            html.Write("</li>"u8);
        }

        string StateOf(PageState state)
        {
            List<string> words = [];
            if (state.Errors > 0) words.Add(texts.Count("form.errorsOn", state.Errors));
            if (state.Warnings > 0) words.Add(texts.Count("form.warningsOn", state.Warnings));
            if (state.Changed > 0) words.Add(texts.Count("form.changedOn", state.Changed));
            return words.Count == 0 ? texts["form.same"] : string.Join(", ", words);
        }
    }

    /// <summary>What stands above every page of a form: whose it is, until when, and where it is.</summary>
    public static void Head(HtmlWriter html, DeskVisit desk, OpenForm form, string title)
    {
        var texts = desk.Texts;
        if (title != form.Row.Name) html.Write($"<p class=\"over\">{form.Row.Name}</p>");
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1><p class=\"quiet\">");
        RoundWords.Tag(html, texts, form.Row.Assignment.State);
        html.Write($" {texts["form.due", form.Row.Round.Month.ToText(texts.Language), RoundWords.Day(form.Row.Assignment.DueOn)]}</p>");
    }
}
