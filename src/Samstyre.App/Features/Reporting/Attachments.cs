using System.Globalization;
using Microsoft.Net.Http.Headers;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Files that stand with a form: the list on its front page, adding, fetching, removing.</summary>
internal static class Attachments
{
    /// <summary>Name of the field with the file, and of the section on the page.</summary>
    public const string Field = "vedlegg";

    /// <summary>The most that is taken in, so that whoever sends too much is told so beside the field; beyond it the server hangs up.</summary>
    public const long MaxPost = 3 * AttachmentStore.MaxBytes;

    public static async Task Add(DeskVisit desk, OpenForm form)
    {
        var file = desk.Http.Request.Form.Files.GetFile(Field);
        var (added, problem) = await Add(desk, form, file);
        if (added) desk.Http.Response.Redirect(FormMap.Address(desk, form, "#" + Field));
        else await FormFrontPage.Show(desk, form, (Field, Fields.SentenceOf(problem!, desk.Texts)));
    }

    public static async Task Remove(DeskVisit desk, OpenForm form)
    {
        var removed = await AttachmentStore.Remove(desk.Db, desk.PortfolioId, form.Row.Assignment, IdOf(desk), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (removed.Succeeded) desk.Http.Response.Redirect(FormMap.Address(desk, form, "#" + Field));
        else await FormFrontPage.Show(desk, form, (Field, Fields.SentenceOf(removed.Problems[0], desk.Texts)));
    }

    /// <summary>Sends one, never to be shown as a page of this site.</summary>
    public static async Task Send(DeskVisit desk, OpenForm form)
    {
        if (await AttachmentStore.Read(desk.Db, desk.PortfolioId, form.Row.Assignment, IdOf(desk), desk.Cancellation) is not var (name, type, bytes))
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var response = desk.Http.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        if (!HttpMethods.IsHead(desk.Http.Request.Method)) await response.Body.WriteAsync(bytes, desk.Cancellation);
    }

    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyList<Attachment> attachments, ActorNames names, string? error)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"{Field}-liste\">{texts["attachments"]}</h2>");
        if (attachments.Count == 0) html.Write($"<p>{texts["attachments.none"]}</p>");
        else html.Write("<ul class=\"plain attachments\">"u8);
        foreach (var one in attachments)
        {
            var address = FormMap.Address(desk, form, "/vedlegg/" + one.Id.ToString("N"));
            html.Write($"<li><a class=\"ds-link\" href=\"{address}\" download>{one.Name}</a> <span class=\"quiet\">{SizeOf(one.Size, texts)}, {RoundWords.Moment(one.AddedAt, desk.Definition)}, {names.Of(one.AddedBy, texts)}</span>");
            if (form.IsWritable)
            {
                html.Write($"<form method=\"post\" action=\"{address}\">");
                FormToken.Write(html, desk.Http);
                html.Write($"<button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["attachments.remove"]}: {one.Name}\">{texts["attachments.remove"]}</button></form>");
            }

            html.Write("</li>"u8);
        }

        if (attachments.Count > 0) html.Write("</ul>"u8);
        if (form.IsWritable) FileForm(html, desk, FormMap.Address(desk, form, "/vedlegg"), new(Field, texts["attachments.file"], "") { Help = texts["attachments.help"], Error = error }, AttachmentType.Endings, texts["attachments.add"]);
    }

    /// <summary>A form with a file and a button.</summary>
    public static void FileForm(HtmlWriter html, DeskVisit desk, string action, FieldView field, string endings, string button)
    {
        html.Write($"<form method=\"post\" class=\"ask\" enctype=\"multipart/form-data\" action=\"{action}\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, field with { Type = "file", Attributes = new(System.Text.Encoding.ASCII.GetBytes($" accept=\"{endings}\"")) });
        Fields.Submit(html, button, "secondary");
        html.Write("</form>"u8);
    }

    private static async Task<(bool Added, Problem? Problem)> Add(DeskVisit desk, OpenForm form, IFormFile? file)
    {
        if (file is null or { Length: 0 })
            return (false, file is { FileName.Length: > 0 } ? new("FileEmpty", Field, "The file is empty.") : new("FileNotChosen", Field, "Choose a file first."));
        if (file.Length > AttachmentStore.MaxBytes) return (false, new("AttachmentTooLarge", Field, "A file may have at most 20 MB."));
        var name = FileName.Of(file.FileName);
        var bytes = await UploadForm.BytesOf(file, desk.Cancellation);
        if (AttachmentType.Of(name, bytes) is not { } type)
            return (false, new("AttachmentType", Field, "Attach PDF, Word, Excel, PowerPoint, PNG, JPEG or text: the file's ending must tell what it is."));
        var added = await AttachmentStore.Add(desk.Db, desk.PortfolioId, form.Row.Assignment, SourceFile.Of(name, bytes), type, desk.Actor.Code, desk.Now, desk.Cancellation);
        return (added.Succeeded, added.Succeeded ? null : added.Problems[0]);
    }

    private static Guid IdOf(DeskVisit desk) => Guid.TryParseExact(desk.Part("id"), "N", out var id) ? id : Guid.Empty;

    private static string SizeOf(long bytes, TextSet texts) => bytes switch
    {
        >= 1_000_000 => $"{NumberText.Of(decimal.Round(bytes / 1_000_000m, 1), texts.Language)} MB",
        >= 1000 => $"{(bytes / 1000).ToString(CultureInfo.InvariantCulture)} kB",
        _ => $"{bytes.ToString(CultureInfo.InvariantCulture)} B",
    };
}
