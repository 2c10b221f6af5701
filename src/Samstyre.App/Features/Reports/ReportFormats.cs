using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>What a file of a report is made from.</summary>
/// <param name="Figures">Its figures; null for a document without any, such as the compendium.</param>
/// <param name="Document">The whole of it.</param>
internal sealed record ReportMaterial(ReportFigures? Figures, ReportDocument Document);

/// <summary>A kind of file that reports can be had as.</summary>
/// <param name="Extension">Ending of its name, and what it is called in addresses and options.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="IsText">Whether a terminal can show it.</param>
/// <param name="Make">Makes it; refused where this machine lacks what it takes.</param>
internal sealed record ReportFormat(string Extension, string ContentType, bool IsText, Func<ReportMaterial, CancellationToken, Task<Outcome<ReadOnlyMemory<byte>>>> Make);

/// <summary>The kinds of files.</summary>
internal static class ReportFormats
{
    // A first print on a slow machine starts a browser.
    private static readonly TimeSpan PrintLimit = TimeSpan.FromMinutes(2);

    /// <summary>For documents: read and printed.</summary>
    public static ImmutableArray<ReportFormat> Documents { get; } =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsText: false, (material, _) => Written(output => WordReport.Write(output, material.Document))),
        new("pdf", "application/pdf", IsText: false, Pdf),
        new("html", "text/html; charset=utf-8", IsText: true, (material, _) => Written(output => HtmlReport.Write(output, material.Document, Assets.ForFiles))),
    ];

    /// <summary>For the portfolio report: documents, tables and open data.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        .. Documents,
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsText: false, (material, _) => Written(output => ExcelReport.Write(output, material.Document))),
        new("csv", "text/csv; charset=utf-8", IsText: true, (material, cancellation) => WrittenAsync(output => FigureCsv.Write(output, material.Figures!, material.Document.Language, cancellation))),
        new("json", "application/json; charset=utf-8", IsText: true, (material, cancellation) => WrittenAsync(output => FigureJson.Write(output, material.Figures!, material.Document.Provenance, cancellation))),
    ];

    private static async Task<Outcome<ReadOnlyMemory<byte>>> Pdf(ReportMaterial material, CancellationToken cancellation)
    {
        using var page = new MemoryStream();
        HtmlReport.Write(page, material.Document, Assets.ForFiles);
        var printed = await PdfPrinter.Print(page.GetBuffer().AsMemory(0, (int)page.Length), PrintLimit, cancellation);
        return printed.Succeeded ? (ReadOnlyMemory<byte>)printed.Value : printed.Problems[0];
    }

    private static Task<Outcome<ReadOnlyMemory<byte>>> Written(Action<Stream> write) =>
        WrittenAsync(output =>
        {
            write(output);
            return Task.CompletedTask;
        });

    private static async Task<Outcome<ReadOnlyMemory<byte>>> WrittenAsync(Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        return (ReadOnlyMemory<byte>)output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
