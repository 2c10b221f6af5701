using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>What became of the rows of a list, or would become of them.</summary>
internal sealed class TableResult(DeskVisit desk, CalendarRound round)
{
    /// <summary>Rows that a page shows; those that were rejected come first where there are more.</summary>
    private const int MostShown = 1_000;

    private readonly TextSet texts = desk.Texts;

    public void Write(HtmlWriter html, TableImported result, bool dryRun, int told)
    {
        var forms = result.Import.Saved?.Forms ?? [];
        var rejected = result.Import.Problems.Where(problem => problem.Line is not null).ToList();
        if (result.Import.Saved is { AlreadyImported: true })
        {
            html.Write($"<div class=\"ds-alert\" data-color=\"info\" role=\"status\"><p>{texts["tables.already"]}</p></div>");
            return;
        }

        html.Write($"<div class=\"ds-alert\" data-color=\"{(rejected.Count == 0 ? "success" : "warning")}\" role=\"status\"><p>{texts[dryRun ? "tables.wouldBe" : "tables.became"]} {Counts(forms, rejected.Count)} {(told > 0 ? texts.Count("files.told", told) : "")}</p></div>");
        if (dryRun) html.Write($"<p>{texts["files.tried"]}</p>");
        else html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}/tabell\">{texts["tables.more"]}</a> <a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}\">{texts["files.board"]}</a></p>");
        var rows = rejected.Select(problem => new Row(problem.Line ?? 0, null, problem))
            .Concat(result.Reading.Notes.Where(note => note.Line is not null).Select(note => new Row(note.Line ?? 0, null, note)))
            .Concat(forms.Select(form => new Row(form.Line ?? 0, form, null))).Take(MostShown).OrderBy(row => row.Line).ToList();
        Parts.BeginTable(html, texts["tables.caption"]);
        Parts.Headings(html, (texts["tables.row"], true), (texts["files.form"], false), (texts["files.became"], false), (texts["files.questions"], true));
        foreach (var (line, form, problem) in rows)
        {
            html.Write($"<tr><td class=\"num\">{line}</td>");
            if (form is not null) Form(html, form);
            else Problem(html, problem!, rejected.Contains(problem!));
        }

        Parts.EndTable(html);
        if (forms.Count + rejected.Count > MostShown) html.Write($"<p>{texts["tables.cut", MostShown]}</p>");
    }

    private sealed record Row(int Line, FormResult? Form, FileProblem? Problem);

    private string Counts(IReadOnlyList<FormResult> forms, int rejected)
    {
        (string Word, int Count)[] counts =
        [
            (texts["files.outcome.newInitiative"], forms.Count(form => form.Outcome == FormOutcome.Added && form.IsNewInitiative)), (texts["files.outcome.Added"], forms.Count(form => form.Outcome == FormOutcome.Added && !form.IsNewInitiative)),
            (texts["files.outcome.Revised"], forms.Count(form => form.Outcome == FormOutcome.Revised)), (texts["files.outcome.Unchanged"], forms.Count(form => form.Outcome == FormOutcome.Unchanged)), (texts["files.rejected"], rejected),
        ];
        return string.Join(", ", counts.Where(count => count.Count > 0).Select(count => $"{count.Word.ToLowerInvariant()}: {texts.Number(count.Count)}")) + ".";
    }

    private void Form(HtmlWriter html, FormResult form)
    {
        var (color, word) = form.Outcome switch
        {
            FormOutcome.Added when form.IsNewInitiative => ("warning", texts["files.outcome.newInitiative"]),
            FormOutcome.Added => ("success", texts["files.outcome.Added"]),
            FormOutcome.Revised => ("info", texts["files.outcome.Revised"]),
            FormOutcome.Unchanged => ("neutral", texts["files.outcome.Unchanged"]),
            _ => ("danger", texts["files.outcome.Unmatched"]),
        };
        var id = form.NationalId is { } number ? $" ({number.ToString(CultureInfo.InvariantCulture)})" : "";
        html.Write($"<td>{form.Name}{id}</td><td class=\"prose\"><span class=\"ds-tag\" data-color=\"{color}\">{word}</span>");
        foreach (var finding in form.Added) html.Write($" {(finding.Code is { } code && texts.Has("finding." + code) ? texts["finding." + code] : finding.Message)}");
        html.Write($"</td><td class=\"num\">{form.OpenQuestions}</td></tr>");
    }

    private void Problem(HtmlWriter html, FileProblem problem, bool isRejected)
    {
        html.Write($"<td></td><td class=\"prose\"><span class=\"ds-tag\" data-color=\"{(isRejected ? "danger" : "neutral")}\">{texts[isRejected ? "files.rejected" : "tables.left"]}</span> ");
        html.Write($"{Fields.SentenceOf(new(problem.Code, "", problem.Message), texts)}</td><td class=\"num\"></td></tr>");
    }
}
