using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>One of those who can be asked about a contradiction that several share.</summary>
/// <param name="Asked">Who is asked.</param>
/// <param name="Needs">The dependencies that it waits with, the critical first; empty for who makes a part of the foundation and waits for nothing of it.</param>
/// <param name="KeptOn">The dependency that its question is kept on.</param>
/// <param name="Next">Whom it waits for in a circle; null where it waits for a part of the foundation.</param>
internal sealed record AskMember(Standing Asked, IReadOnlyList<RegisteredNeed> Needs, RegisteredNeed KeptOn, Standing? Next)
{
    /// <summary>Where a question to it is kept.</summary>
    public Storage.AskedOn On => new(KeptOn.Receiver.Initiative.Id, KeptOn.Key, Asked.Initiative.Id);

    /// <summary>Its part in the contradiction, in words.</summary>
    public string RoleIn(TextSet texts) =>
        Next is { } next ? texts["needgroup.role.waits", next.Facts.Name] : Needs.Count == 0 ? texts["needgroup.role.maker"] : texts["needgroup.role.needs"];
}

/// <summary>A contradiction that several initiatives share, a circle or an unfunded part of the foundation, and those who can be asked about it.</summary>
/// <param name="About">The contradiction.</param>
/// <param name="Members">Of a circle in its order; of a part those who make it, then those who wait, the critical first.</param>
/// <param name="Makers">Initiatives of the round that make the part; empty for a circle.</param>
internal sealed record AskGroup(Contradiction About, IReadOnlyList<AskMember> Members, IReadOnlyList<Standing> Makers)
{
    public const string CircleAddress = NeedWords.Address + "/ring", PartAddress = NeedWords.Address + "/grunnmur";

    /// <summary>Its page below the desk.</summary>
    public static string AddressOf(Contradiction one) =>
        one.Part is { } part ? $"{PartAddress}/{Uri.EscapeDataString(part.Code)}" : $"{CircleAddress}/{InitiativeLink.KeyOf(one.Around[0].Initiative)}";

    /// <summary>The circle that an initiative stands in; null where it stands in none.</summary>
    public static AskGroup? OfCircle(NeedBook book, string initiative)
    {
        if (book.Round.Standing(initiative)?.Initiative.Id is not { } id) return null;
        if (book.Contradictions.FirstOrDefault(one => one.Around.Any(standing => standing.Initiative.Id == id)) is not { } circle) return null;
        var open = book.Register.Needs.Where(need => need is { IsPrerequisite: false, IsClosed: false }).ToLookup(need => need.Receiver.Initiative.Id);
        return new(circle, [.. circle.Around.Select((standing, place) => Step(standing, circle.Around[(place + 1) % circle.Around.Length]))], []);

        AskMember Step(Standing standing, Standing next)
        {
            var needs = ByWeight(open[standing.Initiative.Id].Where(need => need.Givers.Contains(next.Initiative.Id)));
            return new(standing, needs, needs[0], next);
        }
    }

    /// <summary>The part of the foundation with that code that many need and nobody pays; null where there is none.</summary>
    public static AskGroup? OfPart(NeedBook book, string code)
    {
        if (book.Contradictions.FirstOrDefault(one => string.Equals(one.Part?.Code, code, StringComparison.OrdinalIgnoreCase)) is not { Part: { } part } about) return null;
        var target = book.Register.Snapshot.Definition.Foundation.Parts().First(one => ReferenceEquals(one.Part, part)).Target;
        var needs = ByWeight(book.Register.WaitingFor(target, part));
        var waiting = needs.GroupBy(need => need.Receiver.Initiative.Id).ToDictionary(group => group.Key, group => group.ToList());
        var makers = book.Register.Entries.Select(entry => entry.Standing).Where(standing => standing.Initiative.NationalId is { } id && part.Initiatives.Contains(id)).ToList();
        var alone = makers.Where(maker => !waiting.ContainsKey(maker.Initiative.Id)).Select(maker => new AskMember(maker, [], needs[0], null));
        return new(about, [.. alone, .. waiting.Values.Select(own => new AskMember(own[0].Receiver, own, own[0], null))], makers);
    }

    // The order of rows is kept: sorting is stable.
    private static List<RegisteredNeed> ByWeight(IEnumerable<RegisteredNeed> needs) => [.. needs.OrderBy(need => need.Criticality is null).ThenBy(need => need.Criticality)];
}
