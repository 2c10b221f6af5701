using System.Collections.Immutable;

namespace Samstyre.App.Features.Templates;

/// <summary>A kind of file that the form can be had as.</summary>
/// <param name="Extension">Ending of its name, and what it is called in addresses and options.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Write">Writes it.</param>
internal sealed record TemplateFormat(string Extension, string ContentType, Action<Stream, FormTemplate> Write);

/// <summary>The kinds of files.</summary>
internal static class TemplateFormats
{
    /// <summary>Those that are made to be filled in and uploaded.</summary>
    public static ImmutableArray<TemplateFormat> Forms { get; } =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordTemplate.Write),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExcelTemplate.Write),
    ];

    /// <summary>Also those that are made to be shown.</summary>
    public static ImmutableArray<TemplateFormat> All { get; } =
    [
        .. Forms,
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", SlideTemplate.Write),
    ];
}
