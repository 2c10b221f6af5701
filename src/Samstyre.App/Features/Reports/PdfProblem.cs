using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>Why there is no PDF, in the reader's language: without paths and the browser's own words, which are for those who run the server.</summary>
internal static class PdfProblem
{
    public static string In(TextSet texts, Problem problem) => problem.Code switch
    {
        "BrowserMissing" or "BrowserNamedMissing" => texts["pdf.noBrowser"],
        "PrintTooSlow" => texts["pdf.tooSlow"],
        "PrintFailed" => texts["pdf.failed"],
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Code, null),
    };
}
