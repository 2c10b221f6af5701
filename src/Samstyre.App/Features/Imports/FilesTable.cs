using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>What became of each file, row by row as it happens: the browser shows each when it comes.</summary>
internal sealed class FilesTable(DeskVisit desk, CalendarRound round)
{
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private int files;
    private int forms;
    private int problems;

    public Task Begin(Action<HtmlWriter> head, bool dryRun) => Send(html =>
    {
        head(html);
        html.Write($"<p class=\"lead\">{desk.Texts[dryRun ? "files.trying" : "files.taking"]}</p>");
        Parts.BeginTable(html, desk.Texts["files.caption"]);
        Parts.Headings(html, (desk.Texts["files.file"], false), (desk.Texts["files.form"], false), (desk.Texts["files.became"], false), (desk.Texts["files.matched"], false), (desk.Texts["files.questions"], true));
    });

    public Task Add(FileImport import)
    {
        files++;
        forms += import.Saved?.Forms.Count ?? 0;
        problems += import.Problems.Count;
        return Send(html =>
        {
            foreach (var problem in import.Problems) Row(html, import.File, "danger", desk.Texts["files.rejected"], TablePages.Sentence(problem, desk.Texts), null);
            if (import.Saved is { AlreadyImported: true }) Row(html, import.File, "neutral", desk.Texts["files.already"], null, null);
            foreach (var form in import.Saved?.Forms ?? []) Row(html, import.File, form);
        });
    }

    public Task End(bool dryRun, int told) => Send(html =>
    {
        var texts = desk.Texts;
        Parts.EndTable(html);
        html.Write($"<div class=\"ds-alert\" data-color=\"{(problems == 0 ? "success" : "warning")}\" role=\"status\"><p>{texts.Count("files.sum", files)} {texts.Count("files.formsSum", forms)} {(problems > 0 ? texts.Count("files.problemsSum", problems) : "")} {(dryRun ? texts["files.tried"] : "")} {(told > 0 ? texts.Count("files.told", told) : "")}</p></div>");
        html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}/filer\">{texts[dryRun ? "files.again" : "files.more"]}</a> <a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}\">{texts["files.board"]}</a></p>");
        Shell.End(html, texts);
    });

    private void Row(HtmlWriter html, string file, FormResult form)
    {
        var texts = desk.Texts;
        var (color, word) = form.Outcome switch
        {
            FormOutcome.Added when form.IsNewInitiative => ("warning", texts["files.outcome.newInitiative"]),
            FormOutcome.Added => ("success", texts["files.outcome.Added"]),
            FormOutcome.Revised => ("info", texts["files.outcome.Revised"]),
            FormOutcome.Unchanged => ("neutral", texts["files.outcome.Unchanged"]),
            _ => ("danger", texts["files.outcome.Unmatched"]),
        };
        var key = form.NationalId?.ToString(CultureInfo.InvariantCulture) ?? form.InitiativeId?.ToString("N") ?? form.Name;
        // Two files about one initiative: the later stands, and a person should know which.
        var twice = key is not null && !seen.TryAdd(key, file) ? texts["files.twice", seen[key]] : null;
        Row(html, file, color, word, twice, form);
    }

    private void Row(HtmlWriter html, string file, string color, string word, string? more, FormResult? form)
    {
        var texts = desk.Texts;
        html.Write($"<tr><td>{file}</td><td>");
        var id = form?.NationalId is { } number ? $" ({number.ToString(CultureInfo.InvariantCulture)})" : "";
        if (form?.InitiativeId is { } initiative) html.Write($"<a class=\"ds-link\" href=\"{desk.Root}/kontroll/{round.Code}/{form.NationalId?.ToString(CultureInfo.InvariantCulture) ?? initiative.ToString("N")}\">{form.Name}</a>{id}");
        else html.Write($"{form?.Name}{id}");
        html.Write($"</td><td class=\"prose\"><span class=\"ds-tag\" data-color=\"{color}\">{word}</span>");
        if (more is not null) html.Write($" {more}");
        foreach (var finding in form?.Added ?? []) html.Write($"<br>{FindingText.Of(texts, finding)}");
        html.Write($"</td><td>{(form is null ? "" : texts["files.matched." + form.MatchedBy])}</td><td class=\"num\">");
        if (form is not null) html.Write($"{form.OpenQuestions}");
        html.Write("</td></tr>"u8);
    }

    private async Task Send(Action<HtmlWriter> write)
    {
        using var html = new HtmlWriter();
        write(html);
        await desk.Http.Response.Body.WriteAsync(html.Written, desk.Cancellation);
        await desk.Http.Response.Body.FlushAsync(desk.Cancellation);
    }
}
