using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Links to what a dependency names.</summary>
internal static class TargetLink
{
    /// <summary>A name, as a link where the round has a page of it.</summary>
    public static void Write(HtmlWriter html, Visit visit, DependencyRegister register, NamedTarget named)
    {
        var name = named.Name.In(visit.Texts.Language);
        if (AddressOf(register, named.Target) is { } address) html.Write($"<a class=\"ds-link\" href=\"{visit.Root}{address}\">{name}</a>");
        else html.Write($"{name}");
    }

    /// <summary>Behind a part of the common foundation that a row names: the initiatives that make it, which the row does not name.</summary>
    /// <param name="html">The page.</param>
    /// <param name="visit">The request.</param>
    /// <param name="register">Of the round.</param>
    /// <param name="need">The row.</param>
    /// <param name="part">What it names.</param>
    /// <param name="after">Writes what stands behind each maker; null for nothing.</param>
    public static void Makers(HtmlWriter html, Visit visit, DependencyRegister register, RegisteredNeed need, NamedTarget part, Action<Guid>? after = null)
    {
        var makers = need.Makers.Where(maker => maker.Part == part).ToList();
        if (makers.Count == 0) return;
        html.Write($", <span class=\"quiet\">{visit.Texts["needs.madeBy"]}</span> ");
        foreach (var (place, maker) in makers.Index())
        {
            if (place > 0) html.Write(", "u8);
            Write(html, visit, register, part with { Target = TargetRef.Of(maker.Initiative), Name = maker.Name });
            after?.Invoke(maker.Initiative);
        }
    }

    private static string? AddressOf(DependencyRegister register, TargetRef target) => target.Kind switch
    {
        TargetKind.Initiative or TargetKind.Deliverable => register.ByInitiative.TryGetValue(target.Initiative!.Value, out var entry) ? $"/tiltak/{InitiativeLink.KeyOf(entry.Standing.Initiative)}" : null,
        TargetKind.Organisation => $"/virksomheter/{Uri.EscapeDataString(target.Key)}",
        TargetKind.BuildingBlock or TargetKind.Measure => $"/avhengigheter/grunnmur/{Uri.EscapeDataString(target.Key)}",
        _ => null,
    };
}
