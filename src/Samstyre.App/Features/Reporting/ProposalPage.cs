using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>What was read from a document and waits for an answer: one at a time, beside the text that it came from.</summary>
internal static class ProposalPage
{
    private const string Value = "verdi";
    private const string Version = "sett";
    private const int LinesAround = 3;
    private const int MostLetters = 1500;

    public static Task Show(DeskVisit desk, OpenForm form) => Show(desk, form, desk.Http.Request.Query["forslag"].ToString(), null, []);

    /// <summary>An answer: what stands in the field counts, or nothing of it.</summary>
    public static async Task Answer(DeskVisit desk, OpenForm form)
    {
        var id = Guid.TryParseExact(desk.Part("id"), "N", out var given) ? given : Guid.Empty;
        var isUsed = desk.Posted("valg") == "bruk";
        var waiting = await ProposalStore.Waiting(desk.Db, desk.PortfolioId, form.Row.Assignment, desk.Cancellation);
        if (waiting.FirstOrDefault(one => one.Id == id) is not { } proposal)
        {
            await Show(desk, form, "", null, [("", Fields.SentenceOf(new("ProposalSettled", null, "Somebody has answered this already."), desk.Texts))]);
            return;
        }

        var text = desk.Posted(Value).ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        if (isUsed && ProposalField.ProblemOf(form, proposal, text) is { } unread)
        {
            await Show(desk, form, desk.Part("id"), text, [(Value, FindingText.Of(desk.Texts, unread.Code, unread.Message))]);
            return;
        }

        var seen = int.TryParse(desk.Posted(Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var settled = await ProposalStore.Settle(
            desk.Db, desk.PortfolioId, form.Row.Assignment, id, isUsed ? (one, cells) => ProposalField.EditOf(form, one, cells, text, seen) : null, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (settled.Succeeded) desk.Http.Response.Redirect(FormMap.Address(desk, form, waiting.Count > 1 ? "/dokument" : "/dokument?ferdig=ja"));
        else await Show(desk, await OpenForm.FindForReporter(desk) ?? form, desk.Part("id"), text, [("", Fields.SentenceOf(settled.Problems[0], desk.Texts))]);
    }

    private static async Task Show(DeskVisit desk, OpenForm form, string chosen, string? written, IReadOnlyList<(string Field, string Sentence)> problems)
    {
        var waiting = ProposalField.InOrder(await ProposalStore.Waiting(desk.Db, desk.PortfolioId, form.Row.Assignment, desk.Cancellation));
        var current = waiting.FirstOrDefault(one => one.Id.ToString("N") == chosen) ?? (waiting.Count > 0 ? waiting[0] : null);
        var origin = OriginText.Read(current?.Origin);
        var file = origin?.FileId is { } fileId ? await SourceFileStore.Read(desk.Db, desk.PortfolioId, fileId, desk.Cancellation) : null;
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var title = texts["upload.page"];
                Shell.BeginDesk(html, desk, DeskEntry.Desk, $"{title} – {form.Row.Name}", ($"/innmelding/{form.Row.Round.Code}/{InitiativeKey.Of(form.Row)}", form.Row.Name));
                FormMap.Head(html, desk, form, title);
                Fields.Summary(html, texts, problems);
                Told(html, desk, waiting.Count);
                if (current is not null && origin is not null)
                {
                    html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"forslag\">{ProposalField.LabelOf(desk, form, current)}</h2><div class=\"proposal\">");
                    Source(html, desk, origin, file);
                    Question(html, desk, form, current, origin, written, problems);
                    html.Write("</div>"u8);
                    Rest(html, desk, form, waiting, current);
                }

                if (form.IsWritable) TemplateDownload.Links(html, desk, form);
                html.Write($"<p><a class=\"ds-link\" href=\"{FormMap.Address(desk, form)}\">{texts["upload.back"]}</a></p>");
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static void Told(HtmlWriter html, DeskVisit desk, int waiting)
    {
        var texts = desk.Texts;
        var query = desk.Http.Request.Query;
        if (int.TryParse(query["lest"], NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{(read == 0 ? texts["upload.same"] : texts.Count("upload.read", read))}</p></div>");
        if (query["ferdig"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["upload.done"]}</p></div>");
        html.Write($"<p class=\"lead\">{(waiting == 0 ? texts["upload.nothing"] : texts.Count("upload.waiting", waiting))}</p>");
    }

    private static void Source(HtmlWriter html, DeskVisit desk, OriginText origin, StoredFile? file)
    {
        var texts = desk.Texts;
        var hint = origin.Doubts.Select(doubt => doubt.Text).FirstOrDefault(text => text is not null) ?? origin.Text?.TrimEnd('…');
        var lines = file is null ? [] : SourceText.Of(origin.File, file.Bytes.ToArray()).Around(origin.Line, hint, LinesAround);
        var sought = lines.FirstOrDefault(line => line.IsSought);
        html.Write($"<section aria-labelledby=\"kilde\"><h3 class=\"ds-heading\" data-size=\"xs\" id=\"kilde\">{texts["upload.source"]}</h3><p class=\"quiet\">{origin.File}{(sought is null ? "" : ", " + PlaceText.Of(texts, origin.File, sought.Place))}</p>");
        if (lines.Count == 0) html.Write($"<p>{texts["upload.noSource"]}</p>");
        else html.Write("<ol class=\"source\">"u8);
        foreach (var line in lines)
        {
            html.Write($"<li value=\"{line.Number}\">");
            if (line.IsSought) html.Write($"<mark><span class=\"ds-sr-only\">{texts["upload.here"]} </span>{Cut(line.Text)}</mark>");
            else html.Write($"{Cut(line.Text)}");
            html.Write("</li>"u8);
        }

        if (lines.Count > 0) html.Write("</ol>"u8);
        html.Write("</section>"u8);
    }

    private static void Question(HtmlWriter html, DeskVisit desk, OpenForm form, DraftProposal proposal, OriginText origin, string? written, IReadOnlyList<(string Field, string Sentence)> problems)
    {
        var texts = desk.Texts;
        html.Write($"<section aria-labelledby=\"svar\"><h3 class=\"ds-heading\" data-size=\"xs\" id=\"svar\">{texts["upload.question"]}</h3>");
        if (origin.IsBesidePerson) html.Write($"<p>{texts["upload.person"]}</p>");
        foreach (var doubt in origin.Doubts) html.Write($"<p>{FindingText.Of(texts, doubt.Code, doubt.Message)}</p>");
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{FormMap.Address(desk, form, "/dokument/" + proposal.Id.ToString("N"))}\">");
        FormToken.Write(html, desk.Http);
        ProposalField.Write(html, desk, form, proposal, Value, written, problems.FirstOrDefault(problem => problem.Field == Value).Sentence);
        html.Write($"<input type=\"hidden\" name=\"{Version}\" value=\"{form.Draft.Cells.GetValueOrDefault(proposal.Field)?.Version ?? 0}\"><div class=\"row\">");
        Fields.Submit(html, texts[ProposalField.UseLabel(proposal)], ProposalField.UseLabel(proposal) == "upload.removeRow" ? "secondary" : "primary", "valg", "bruk");
        Fields.Submit(html, texts[ProposalField.DropLabel(proposal)], "secondary", "valg", "forkast");
        html.Write("</div></form></section>"u8);
    }

    private static void Rest(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyList<DraftProposal> waiting, DraftProposal current)
    {
        if (waiting.Count < 2) return;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{desk.Texts["upload.rest"]}</h2><ul class=\"ds-list\">");
        foreach (var one in waiting.Where(one => one != current))
            html.Write($"<li><a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/dokument?forslag=" + one.Id.ToString("N"))}\">{ProposalField.LabelOf(desk, form, one)}</a></li>");
        html.Write("</ul>"u8);
    }

    private static string Cut(string line)
    {
        // Cells of a table side by side.
        var text = line.Replace("\t", " | ", StringComparison.Ordinal);
        return text.Length <= MostLetters ? text : text[..(char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters)] + "…";
    }
}
