using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>An initiative that others wait for, as whoever reports for it sees that.</summary>
/// <param name="Initiative">Its identity.</param>
/// <param name="Key">What tells it from others in addresses.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Register">What the initiatives of the latest round need; null before the first round.</param>
internal sealed record GiverSide(Guid Initiative, string Key, string Name, DependencyRegister? Register)
{
    /// <summary>The open dependencies of others on it.</summary>
    public IReadOnlyList<RegisteredNeed> Needs { get; } = Register is null ? [] : [.. OthersNeeds.On(Register, Initiative)];

    /// <summary>The initiative that an address names; null where there is none, and for whoever may not report for it. One that no round shows yet is known by its form.</summary>
    public static async Task<GiverSide?> Find(DeskVisit desk)
    {
        var key = desk.Part("initiative");
        if (desk.Portfolio.Latest?.Standing(key) is { } standing)
            return Domain.Access.MayReportFor(desk.Actor, standing.Facts.Organisation ?? "") ? new(standing.Initiative.Id, key, standing.Facts.Name, await Latest(desk)) : null;
        var own = desk.Actor.Grants.Select(grant => grant.Organisation).OfType<string>().Where(organisation => Domain.Access.MayReportFor(desk.Actor, organisation));
        var form = (await AssignmentStore.OfOrganisations(desk.Db, desk.PortfolioId, own, desk.Cancellation)).FirstOrDefault(row => InitiativeKey.Of(row) == key);
        return form is null ? null : new(form.Assignment.Initiative, key, form.Name, await Latest(desk));
    }

    /// <summary>The register of the latest round that the person sees; null before the first.</summary>
    public static async Task<DependencyRegister?> Latest(DeskVisit desk) =>
        desk.Portfolio.Latest is { } round ? (await desk.Http.RequestServices.GetRequiredService<ReportShelf>().Figures(round, desk.Cancellation)).Register : null;

    /// <summary>What tells a dependency from the others on the page.</summary>
    public static string KeyOf(RegisteredNeed need) => $"{need.Receiver.Initiative.Id:N}-{need.Key}";
}
