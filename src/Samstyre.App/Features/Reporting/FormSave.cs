using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Saves what was written in a form: a page when it is posted.</summary>
internal static class FormSave
{
    private const string NewRow = "n";

    /// <summary>A posted page: its fields, then what a button asked for.</summary>
    public static async Task FromPage(DeskVisit desk, OpenForm form, FormPage page)
    {
        var edits = EditsOf(desk.Http.Request.Form, form.Values);
        var saved = await DraftStore.Save(desk.Db, desk.PortfolioId, form.Row.Assignment, edits, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (saved.Succeeded && desk.Posted("rad") is { Length: > 0 } rows) saved = await ChangeRows(desk, form, rows);
        if (saved.Succeeded && desk.Posted("valg").Split(':') is [var choice, var rival] && Guid.TryParse(rival, out var id))
        {
            var settled = await DraftStore.Settle(desk.Db, desk.PortfolioId, form.Row.Assignment, id, choice == "bruk", desk.Actor.Code, desk.Now, desk.Cancellation);
            if (!settled.Succeeded) saved = settled.Problems[0];
        }

        if (!saved.Succeeded)
        {
            await FormPageView.Show(desk, form, page, [.. saved.Problems.Select(problem => ("", Fields.SentenceOf(problem, desk.Texts)))]);
            return;
        }

        // Whoever wrote beside another stays to choose.
        var stays = desk.Posted("videre") != "neste" || saved.Value.Rivals.Count > 0;
        var anchor = desk.Posted("rad").Split(':') is [var list, ..] && list.Length > 0 ? "#" + list : saved.Value.Rivals.Count > 0 ? "#" + saved.Value.Rivals[0] : "";
        desk.Http.Response.Redirect(FormMap.Address(desk, form, (stays ? "/" + page.Code : FormPageView.After(page)) + anchor));
    }

    /// <summary>The posted fields that somebody has changed: those whose text is another than what was on the page.</summary>
    public static List<DraftEdit> EditsOf(IFormCollection posted, FormValues form)
    {
        List<DraftEdit> edits = [];
        foreach (var (name, values) in posted)
        {
            if (!OpenForm.Takes(form, name)) continue;
            var value = values.ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
            var seen = posted[FormWriter.Seen + name].ToString();
            var colon = seen.IndexOf(':', StringComparison.Ordinal);
            var version = colon > 0 && int.TryParse(seen.AsSpan(0, colon), out var number) ? number : 0;
            if (seen != FormWriter.SeenOf(version, value)) edits.Add(new(name, value, version));
        }

        return edits;
    }

    private static Task<Outcome<DraftSaved>> ChangeRows(DeskVisit desk, OpenForm form, string deed) =>
        DraftStore.Change(
            desk.Db, desk.PortfolioId, form.Row.Assignment,
            cells =>
            {
                var parts = deed.Split(':');
                if (FormPages.ItemOf(parts[0]) is not { IsList: true } list || list.Key != parts[0]) return [];
                // Read anew under the lock: somebody else may have added a row.
                var rows = form.Values.With(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Value, StringComparer.Ordinal)).Rows(list.Key).ToList();
                return Changed(rows, parts) ? [new(list.Key, string.Join(',', rows), cells.TryGetValue(list.Key, out var cell) ? cell.Version : 0)] : [];
            },
            desk.Actor.Code, desk.Now, desk.Cancellation);

    private static bool Changed(List<string> rows, string[] parts)
    {
        if (parts is [_, "ny"])
        {
            rows.Add(NewRow + Guid.NewGuid().ToString("N")[..12]);
            return true;
        }

        if (parts is not [_, var deed, var row] || rows.IndexOf(row) is not (>= 0 and var place)) return false;
        var to = deed switch { "opp" => place - 1, "ned" => place + 1, _ => place };
        if (to < 0 || to >= rows.Count || (deed is "opp" or "ned" && to == place)) return false;
        rows.RemoveAt(place);
        if (deed != "fjern") rows.Insert(to, row);
        return true;
    }
}
