using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>Addresses of initiatives.</summary>
internal static class InitiativeLink
{
    /// <summary>What tells an initiative from others in an address: its national id, or its identity before it has one.</summary>
    public static string KeyOf(Initiative initiative) =>
        initiative.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? initiative.Id.ToString("N");

    /// <summary>A link with the initiative's name in that round.</summary>
    public static void Write(HtmlWriter html, string root, Standing standing)
    {
        html.Write($"<a class=\"ds-link\" href=\"{root}/tiltak/");
        if (standing.Initiative.NationalId is { } id) html.Write($"{id}");
        else html.Write($"{KeyOf(standing.Initiative)}");
        html.Write($"\">{standing.Facts.Name}</a>");
    }
}
