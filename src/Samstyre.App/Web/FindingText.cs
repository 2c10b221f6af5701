using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>A finding in the reader's language.</summary>
internal static class FindingText
{
    /// <summary>The sentence of a finding; one without a sentence in the texts keeps its own.</summary>
    public static string Of(TextSet texts, Finding finding) => Of(texts, finding.Code, finding.Message);

    /// <summary>The same for what is kept of a finding.</summary>
    public static string Of(TextSet texts, string? code, string message) => code is not null && texts.Has("finding." + code) ? texts["finding." + code] : message;
}
