using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Words with what they lead to.</summary>
internal static class HtmlSpans
{
    public static void Write(HtmlWriter html, ImmutableArray<Span> spans, HtmlLinks links)
    {
        foreach (var span in spans)
        {
            if (span.Initiative is { } standing) Initiative(html, span.Text, standing, links);
            else if (span.Figure is { } figure) html.Write($"<a class=\"ds-link\" href=\"#{figure}\">{span.Text}</a>");
            else html.Write($"{span.Text}");
        }
    }

    /// <summary>A name, set apart so that its reading direction ends with it.</summary>
    public static void Initiative(HtmlWriter html, string name, Standing standing, HtmlLinks links)
    {
        if (links.Initiative?.Invoke(standing) is { } address) html.Write($"<a class=\"ds-link\" href=\"{address}\"><bdi>{name}</bdi></a>");
        else html.Write($"<bdi>{name}</bdi>");
    }
}
