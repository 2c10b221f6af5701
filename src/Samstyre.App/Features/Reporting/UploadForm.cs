using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Reads an uploaded form into the draft.</summary>
internal static class UploadForm
{
    /// <summary>The largest form that is read, in bytes; real ones have some thousand.</summary>
    public const int MaxBytes = 10_000_000;

    /// <summary>The most that is taken in, so that whoever sends too much is told so beside the field; beyond it the server hangs up.</summary>
    public const long MaxPost = 3 * MaxBytes;

    /// <summary>Name of the field with the file.</summary>
    public const string Field = "fil";

    public static async Task Post(DeskVisit desk, OpenForm form)
    {
        var file = desk.Http.Request.Form.Files.GetFile(Field);
        if (file is null or { Length: 0 } or { Length: > MaxBytes })
        {
            Problem problem = file switch
            {
                { Length: > 0 } => new("UploadTooLarge", Field, "The file has more than 10 MB: forms are far smaller, so it is probably something else."),
                { FileName.Length: > 0 } => new("FileEmpty", Field, "The file is empty."),
                _ => new("FileNotChosen", Field, "Choose a file first."),
            };
            await Refuse(desk, form, problem, null);
            return;
        }

        var name = FileName.Of(file.FileName) is { Length: > 0 } given ? given : "dokument";
        var bytes = await BytesOf(file, desk.Cancellation);
        var reading = ReportReader.Read(name, bytes, desk.Definition);
        var report = UploadedReport.Of(reading, form.Row, form.Values);
        if (!report.Succeeded)
        {
            await Refuse(desk, form, report.Problems[0], reading.Reports.Count == 0 && reading.Problems is [{ Line: { } line }, ..] ? line : null);
            return;
        }

        var text = SourceText.Of(name, bytes);
        var landed = await ProposalStore.Land(
            desk.Db, desk.PortfolioId, form.Row.Assignment, SourceFile.Of(name, bytes),
            (cells, fileId) =>
            {
                // Read anew under the lock: somebody may have written meanwhile.
                var values = form.Values.With(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Value, StringComparer.Ordinal));
                return new UploadLanding(name, text, fileId, values, cells).Of(FormValues.TextsOf(report.Value, values));
            },
            desk.Actor.Code, desk.Now, desk.Cancellation);
        if (landed.Succeeded) desk.Http.Response.Redirect(FormMap.Address(desk, form, string.Create(CultureInfo.InvariantCulture, $"/dokument?lest={landed.Value.Edits.Count(edit => !UploadLanding.IsList(edit.Field))}")));
        else await Refuse(desk, form, landed.Problems[0], null);
    }

    public static async Task<byte[]> BytesOf(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static Task Refuse(DeskVisit desk, OpenForm form, Problem problem, int? line)
    {
        var sentence = Fields.SentenceOf(problem, desk.Texts);
        return FormFrontPage.Show(desk, form, (Field, line is { } number ? $"{desk.Texts["upload.line", number]} {sentence}" : sentence));
    }
}
