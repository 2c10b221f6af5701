using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The map as files, with the filters of the page.</summary>
internal static class MapFiles
{
    private delegate Task Writer(Stream output, DependencyMap map, PortfolioSnapshot snapshot, Visit visit);

    /// <summary>Endings of the addresses, with the names that the page shows.</summary>
    public static IReadOnlyList<(string Ending, string Name)> Formats { get; } = [(".svg", "SVG"), (".json", "JSON"), (".graphml", "GraphML"), (".archimate.xml", "ArchiMate")];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        Map(routes, shelf, ".json", "application/json; charset=utf-8", false, (output, map, snapshot, visit) => MapJson.Write(output, map, snapshot, visit.Http.RequestAborted));
        Map(routes, shelf, ".svg", "image/svg+xml; charset=utf-8", false, (output, map, snapshot, visit) => MapSvg.Write(output, map, snapshot, visit.Texts.Language));
        Map(routes, shelf, ".graphml", "application/graphml+xml; charset=utf-8", true, (output, map, _, visit) => MapGraphMl.Write(output, map, visit.Texts.Language));
        Map(routes, shelf, ".archimate.xml", "application/xml; charset=utf-8", true, (output, map, snapshot, _) => MapArchiMate.Write(output, map, snapshot));
    }

    private static void Map(IEndpointRouteBuilder routes, ReportShelf shelf, string ending, string type, bool isAttachment, Writer write) => routes.MapVisit(MapPage.Address + ending, async visit =>
    {
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        var query = MapQuery.Of(visit, register);
        // An empty file would be taken for an answer.
        if (query.IsFocusUnknown)
        {
            await ErrorPage.NotFound(visit.Http);
            return;
        }

        var response = visit.Http.Response;
        response.ContentType = type;
        response.Headers.CacheControl = "no-cache";
        if (isAttachment) response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Portfolio.Definition.Code}-{visit.Round.Round.Code}-avhengigheter{ending}\"";
        if (HttpMethods.IsHead(visit.Http.Request.Method)) return;
        // Made whole first: the XML writer writes as it goes, and the connection takes no such writes.
        using var file = new MemoryStream();
        await write(file, query.Map(register), visit.Round.Snapshot, visit);
        response.ContentLength = file.Length;
        file.Position = 0;
        await file.CopyToAsync(response.Body, visit.Http.RequestAborted);
    });
}
