using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Reports;

/// <summary>The report and the compendium of a round as files.</summary>
internal static class ReportEndpoints
{
    /// <summary>Query of the round that the report is compared with.</summary>
    public const string Compared = "mot";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        foreach (var format in ReportFormats.All) routes.MapVisit($"/rapport.{format.Extension}", visit => SendReport(visit, shelf, format));
        foreach (var format in ReportFormats.Documents) routes.MapVisit($"/skjemaer.{format.Extension}", visit => SendForms(visit, shelf, format));
    }

    /// <summary>The round that an address asks to compare with: one that the report can be told against; null for the one before.</summary>
    public static RoundIndex? ComparedIn(Visit visit) =>
        visit.Http.Request.Query[Compared].ToString() is { Length: > 0 } code ? visit.Round.Comparable.FirstOrDefault(other => other.Round.Code == code) : null;

    private static async Task SendReport(Visit visit, ReportShelf shelf, ReportFormat format)
    {
        var compared = ComparedIn(visit);
        var figures = await shelf.Figures(visit.Round, compared, visit.Http.RequestAborted);
        await Send(visit, new(figures, await shelf.Document(visit.Round, compared, visit.Texts.Language, format.Length, visit.Http.RequestAborted), ReportShelf.Edition(visit.Round, figures)), format, visit.Texts["report.file"]);
    }

    private static async Task SendForms(Visit visit, ReportShelf shelf, ReportFormat format) =>
        await Send(visit, new(null, await shelf.Forms(visit.Round, visit.Texts.Language, visit.Http.RequestAborted)), format, visit.Texts["forms.file"]);

    private static async Task Send(Visit visit, ReportMaterial material, ReportFormat format, string name)
    {
        var http = visit.Http;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentType = format.ContentType;
            return;
        }

        http.Response.ContentType = format.ContentType;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Portfolio.Definition.Code}-{visit.Round.Round.Code}-{name}.{format.Extension}\"";
        if (await format.Write(material, http.Response.Body, http.RequestAborted) is not { } problem) return;
        // Nothing is sent yet; the headers that guard every answer stay.
        http.Response.Headers.ContentDisposition = default;
        await ErrorPage.Refused(http, PdfProblem.In(visit.Texts, problem));
    }
}
