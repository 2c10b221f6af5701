using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives and this year's budget (million NOK) per phase of the national project model, with each phase's share of the sum. Initiatives that state no budget count as initiatives, are stated apart and are never zero; those that state no phase are a last part of their own.</summary>
public static class BudgetByPhase
{
    private static readonly LocalText Title = new("Budsjett per fase", "Budsjett per fase", "Budget per phase");

    /// <summary>One category per phase in the model's order, and those that state none.</summary>
    public static Figure Of(RoundContent round)
    {
        var byPhase = round.Snapshot.Standings.ToLookup(standing => standing.Facts.Phase);
        return BudgetParts.Of("budget-by-phase", Title, FigureWords.Phase, round, FigureWords.Phases.Select(phase => (
            new FigureCategory(phase.Key, phase.Name, phase.Phase is null ? Tone.NotStated : Tone.Neutral), byPhase[phase.Phase])));
    }
}
