using System.Runtime.CompilerServices;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Exports;

/// <summary>A round, or what a list of it was filtered to, as a file.</summary>
internal static class ExportEndpoints
{
    private const int ReportsAtOnce = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var source = routes.ServiceProvider.GetRequiredService<PortfolioSource>();
        routes.MapVisit("/eksport.csv", SendCsv);
        routes.MapVisit("/eksport.json", visit => SendJson(visit, source));
    }

    private static async Task SendCsv(Visit visit)
    {
        var rows = Rows(visit);
        Begin(visit, "text/csv; charset=utf-8", "csv");
        if (HttpMethods.IsHead(visit.Http.Request.Method)) return;
        await RoundCsv.Write(visit.Http.Response.Body, visit.Round.Snapshot, rows.Select(row => visit.Round.Snapshot.Standings[row]), visit.Texts.Language, visit.Http.RequestAborted);
    }

    private static async Task SendJson(Visit visit, PortfolioSource source)
    {
        var ids = Rows(visit).Select(row => visit.Round.Snapshot.Standings[row].ReportId);
        Begin(visit, "application/json; charset=utf-8", "json");
        if (!HttpMethods.IsHead(visit.Http.Request.Method)) await RoundJson.Write(visit.Http.Response.Body, Reports(visit.Portfolio.History.PortfolioId, ids, visit.Round.Mask, source), visit.Http.RequestAborted);
    }

    /// <summary>Whole reports as stored, in the order of their ids, some hundreds in memory at a time.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Reports(Guid portfolio, IEnumerable<Guid> ids, ReportMask mask, PortfolioSource source, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var some in ids.Chunk(ReportsAtOnce))
        {
            var found = await source.Reports(portfolio, some, mask, null, cancellation);
            foreach (var id in some)
            {
                if (found.TryGetValue(id, out var report)) yield return report.Json;
            }
        }
    }

    private static int[] Rows(Visit visit)
    {
        var columns = visit.Round.Columns;
        return InitiativeSearch.AllRows(columns, InitiativeQuery.Of(visit.Http.Request.Query, columns));
    }

    private static void Begin(Visit visit, string type, string extension)
    {
        var headers = visit.Http.Response.Headers;
        visit.Http.Response.ContentType = type;
        headers.CacheControl = "no-cache";
        headers.ContentDisposition = $"attachment; filename=\"{visit.Portfolio.Definition.Code}-{visit.Round.Round.Code}.{extension}\"";
    }
}
