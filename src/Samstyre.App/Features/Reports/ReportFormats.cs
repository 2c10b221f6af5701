using System.Collections.Immutable;
using Microsoft.IO;
using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>What a file of a report is made from.</summary>
/// <param name="Figures">Its figures; null for a document without any, such as the compendium.</param>
/// <param name="Document">The whole of it.</param>
/// <param name="Edition">Of which revision they are; null where there are no figures.</param>
internal sealed record ReportMaterial(ReportFigures? Figures, ReportDocument Document, ReportEdition? Edition = null);

/// <summary>A kind of file that reports can be had as.</summary>
/// <param name="Extension">Ending of its name, and what it is called in addresses and options.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="IsText">Whether a terminal can show it.</param>
/// <param name="Length">How much of the lists it shows.</param>
/// <param name="Write">Writes it; the problem where this machine lacks what it takes, and then nothing is written.</param>
internal sealed record ReportFormat(string Extension, string ContentType, bool IsText, ReportLength Length, Func<ReportMaterial, Stream, CancellationToken, Task<Problem?>> Write);

/// <summary>The kinds of files.</summary>
internal static class ReportFormats
{
    // Below what the collector calls large, and few kept for the next file.
    private const int PieceBytes = 64 * 1024;
    private const int KeptBytes = 4 * 1024 * 1024;
    private static readonly RecyclableMemoryStreamManager Pieces = new(new() { BlockSize = PieceBytes, MaximumSmallPoolFreeBytes = KeptBytes });

    /// <summary>For documents: read and printed.</summary>
    public static ImmutableArray<ReportFormat> Documents { get; } =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsText: false, ReportLength.Document, At(WordReport.Write)),
        new("pdf", "application/pdf", IsText: false, ReportLength.Document, Pdf),
        new("html", "text/html; charset=utf-8", IsText: true, ReportLength.Document, At(Html)),
    ];

    /// <summary>For the portfolio report: documents, tables and open data.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        .. Documents,
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsText: false, ReportLength.Whole, At(ExcelReport.Write)),
        new("csv", "text/csv; charset=utf-8", IsText: true, ReportLength.Page, async (material, output, cancellation) =>
        {
            await FigureCsv.Write(output, material.Figures!, material.Edition!, material.Document.Language, cancellation);
            return null;
        }),
        new("json", "application/json; charset=utf-8", IsText: true, ReportLength.Page, async (material, output, cancellation) =>
        {
            await FigureJson.Write(output, material.Figures!, material.Edition!, material.Document.Provenance, cancellation);
            return null;
        }),
    ];

    private static void Html(Stream output, ReportDocument document) => HtmlReport.Write(output, document, Assets.ForFiles);

    private static async Task<Problem?> Pdf(ReportMaterial material, Stream output, CancellationToken cancellation)
    {
        using var page = new HtmlWriter();
        HtmlReport.Write(page, material.Document, Assets.ForFiles);
        var printed = await PrintedPages.Print(page.Written, cancellation);
        if (!printed.Succeeded) return printed.Problems[0];
        await output.WriteAsync(printed.Value, cancellation);
        return null;
    }

    /// <summary>A writer that does not wait, for streams that must be waited for.</summary>
    private static Func<ReportMaterial, Stream, CancellationToken, Task<Problem?>> At(Action<Stream, ReportDocument> write) => async (material, output, cancellation) =>
    {
        await using var whole = Pieces.GetStream();
        write(whole, material.Document);
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellation);
        return null;
    };
}
