using Microsoft.Net.Http.Headers;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Templates;

namespace Samstyre.App.Features.Reporting;

/// <summary>The form as a file to fill in elsewhere, with what stands in it now.</summary>
internal static class TemplateDownload
{
    public static async Task Send(DeskVisit desk, OpenForm form, TemplateFormat format)
    {
        var round = form.Row.Round;
        var key = InitiativeKey.Of(form.Row);
        var template = new FormTemplate(form.Reading.Report, desk.Definition, desk.Texts.Language) { Initiative = key, Round = round.Code, Month = round.Month };
        using var whole = new MemoryStream();
        format.Write(whole, template);
        var response = desk.Http.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{desk.Texts["template.file"]}-{key}-{round.Code}.{format.Extension}");
        response.ContentType = format.ContentType;
        response.ContentLength = whole.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        if (!HttpMethods.IsHead(desk.Http.Request.Method)) await response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), desk.Cancellation);
    }

    /// <summary>Links to the files.</summary>
    public static void Links(HtmlWriter html, DeskVisit desk, OpenForm form)
    {
        html.Write($"<p>{desk.Texts["template.what"]}</p><ul class=\"ds-list\">");
        foreach (var format in TemplateFormats.Forms) html.Write($"<li><a class=\"ds-link\" href=\"{FormMap.Address(desk, form, "/mal." + format.Extension)}\" download>{desk.Texts["template.as." + format.Extension]}</a></li>");
        html.Write("</ul>"u8);
    }
}
