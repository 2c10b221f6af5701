using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;

namespace Samstyre.App.Features.Architecture;

/// <summary>Where one asks about a contradiction.</summary>
internal static class AskLink
{
    /// <summary>Its address below the desk: of the dependency, of the circle, or of the part of the foundation.</summary>
    public static string AddressOf(DependencyRegister register, Contradiction one, RoundIndex round)
    {
        var page = one switch
        {
            { Need: { } need } => NeedWords.AddressOf(need),
            { Owner: { } owner, Gone: { } gone } => $"{NeedWords.Address}/{InitiativeLink.KeyOf(owner.Initiative)}/{NeedsBefore.KeyOf(register, owner.Initiative.Id, gone)}",
            _ => AskGroup.AddressOf(one),
        };
        return $"{page}?{(round == round.Portfolio.Latest ? "" : $"runde={Uri.EscapeDataString(round.Round.Code)}&")}regel={one.Rule}";
    }

    /// <summary>What the link is called.</summary>
    public static string WordsOf(Contradiction one, TextSet texts) => one.Rule switch
    {
        ContradictionRule.Circle => texts["needgroup.link.circle"],
        ContradictionRule.UnfundedPart => texts["needgroup.link.part"],
        _ => texts["contradictions.ask.link"],
    };
}
