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

    /// <summary>What the link is called: whoever has left the round, and the initiative itself, are no second side to ask.</summary>
    public static string WordsOf(DependencyRegister register, Contradiction one, TextSet texts) => one.Rule switch
    {
        ContradictionRule.Circle => texts["needgroup.link.circle"],
        ContradictionRule.UnfundedPart => texts["needgroup.link.part"],
        _ => one.Giver is { } giver && giver != one.Receiver && register.ByInitiative.ContainsKey(giver.Initiative.Id) ? texts["contradictions.ask.link"] : texts["contradictions.ask.own"],
    };
}
