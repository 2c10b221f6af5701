using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Where the words of a document lead to.</summary>
/// <param name="Initiative">Address of an initiative; null where it has none.</param>
/// <param name="Figure">Address of the page of one figure or list with every row behind it; null where there is none.</param>
public sealed record HtmlLinks(Func<Standing, string?>? Initiative = null, Func<string, string?>? Figure = null)
{
    /// <summary>A file that leads nowhere but within itself.</summary>
    public static HtmlLinks None { get; } = new();
}
