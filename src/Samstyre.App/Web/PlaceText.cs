using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Web;

/// <summary>Where in a file something stands, as a person would look for it: the slide, the page, the sheet and row, the paragraph or the line.</summary>
internal static class PlaceText
{
    /// <summary>The place of a finding; empty where it has none.</summary>
    /// <param name="texts">The reader's language.</param>
    /// <param name="file">Name of the file; Word has paragraphs where other texts have lines.</param>
    /// <param name="finding">The finding.</param>
    public static string Of(TextSet texts, string? file, Finding finding) => Of(texts, file, new Place(finding.Line, finding.Page, finding.Slide, finding.Sheet));

    /// <summary>A place; empty where there is none.</summary>
    public static string Of(TextSet texts, string? file, Place place) => place switch
    {
        { Sheet: { } sheet, Line: { } row } => texts["place.row", sheet, row],
        { Line: { } line, Slide: null, Page: null } => texts[IsWord(file) ? "place.paragraph" : "place.line", line],
        _ => PartOf(texts, place),
    };

    /// <summary>The slide, page or sheet of a place; empty where the file has none.</summary>
    public static string PartOf(TextSet texts, Place place) => place switch
    {
        { Slide: { } slide } => texts["place.slide", slide],
        { Page: { } page } => texts["place.page", page],
        { Sheet: { } sheet } => texts["place.sheet", sheet],
        _ => "",
    };

    private static bool IsWord(string? file) => file is not null && (file.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".docm", StringComparison.OrdinalIgnoreCase));
}
