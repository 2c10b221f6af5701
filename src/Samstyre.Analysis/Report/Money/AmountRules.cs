using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Sentences that a figure of amounts owes its reader: of which year they are, and what is odd among them.</summary>
internal static class AmountRules
{
    /// <summary>Of the budgets of a round: which year's they are, those of an earlier year, and the odd ones.</summary>
    public static LocalText OfBudgets(PortfolioSnapshot round)
    {
        var year = round.Round.BudgetYear;
        return MoneyWords.Join(
            new(
                $"Budsjett er planlagt finansiering i {year}. Tiltak uten oppgitt budsjett teller som tiltak, men er ikke med i summen.",
                $"Budsjett er planlagd finansiering i {year}. Tiltak utan oppgitt budsjett tel som tiltak, men er ikkje med i summen.",
                $"The budget is the planned funding in {year}. Initiatives without a stated budget count as initiatives but are not in the sum."),
            OfOtherYears(round),
            OfOdd(round.Standings.Select(standing => standing.Facts.Budget)));
    }

    /// <summary>Of budgets that belong to the year of an earlier report; null where there are none.</summary>
    public static LocalText? OfOtherYears(PortfolioSnapshot round)
    {
        var year = round.Round.BudgetYear;
        var others = round.Standings.Where(standing => standing.ReportedIn.BudgetYear != year && standing.Facts.Budget is not null).ToList();
        var years = string.Join(", ", others.Select(standing => standing.ReportedIn.BudgetYear).Distinct().Order());
        return MoneyWords.Count(
            others.Count,
            $"{{0}} tiltak har ikke meldt inn i {year} og står med budsjettet for året de sist meldte inn ({years}).",
            $"{{0}} tiltak har ikkje meldt inn i {year} og står med budsjettet for året dei sist melde inn ({years}).",
            $"{{0}} initiative has not reported in {year} and stands with the budget of the year it last reported in ({years}).",
            $"{{0}} initiatives have not reported in {year} and stand with the budget of the year they last reported in ({years}).");
    }

    /// <summary>Of an initiative's amounts the one that its reader must know of: one that can't be added up, or else one that is too high, or below zero.</summary>
    public static Money? Oddest(params ReadOnlySpan<Money?> amounts)
    {
        Money? odd = null;
        foreach (var amount in amounts)
        {
            if (amount is { IsSummable: false }) return amount;
            if (amount is { } stated && (HighAmounts.IsOne(stated) || (stated.Mnok < 0m && odd is null))) odd = amount;
        }

        return odd;
    }

    /// <summary>Of amounts below zero, of those that are too high and of those that can't be added up, one per initiative; null where there are none.</summary>
    public static LocalText? OfOdd(IEnumerable<Money?> amounts)
    {
        var (negative, high, absurd) = (0, 0, 0);
        foreach (var amount in amounts)
        {
            if (amount is not { } stated) continue;
            if (!stated.IsSummable) absurd++;
            else if (HighAmounts.IsOne(stated)) high++;
            else if (stated.Mnok < 0m) negative++;
        }

        return negative + high + absurd == 0 ? null : MoneyWords.Join(
            MoneyWords.Count(
                negative,
                "{0} tiltak har oppgitt et beløp under null; det er trukket fra i summen.",
                "{0} tiltak har oppgitt eit beløp under null; det er trekt frå i summen.",
                "{0} initiative states an amount below zero; it is subtracted from the sum.",
                "{0} initiatives state an amount below zero; these are subtracted from the sum."),
            MoneyWords.Count(
                high,
                "{0} tiltak har oppgitt et beløp på over 100 milliarder kroner, som trolig er feil; det er med i summen.",
                "{0} tiltak har oppgitt eit beløp på over 100 milliardar kroner, som truleg er feil; det er med i summen.",
                "{0} initiative states an amount above NOK 100 billion, which is probably a mistake; it is in the sum.",
                "{0} initiatives state amounts above NOK 100 billion, which are probably mistakes; these are in the sum."),
            MoneyWords.Count(
                absurd,
                "{0} tiltak har oppgitt et beløp som er for stort til å legges sammen; summer der det inngår, er ikke oppgitt.",
                "{0} tiltak har oppgitt eit beløp som er for stort til å leggjast saman; summar der det inngår, er ikkje oppgitt.",
                "{0} initiative states an amount too large to add up; sums that it is part of are not stated.",
                "{0} initiatives state amounts too large to add up; sums that they are part of are not stated."));
    }
}
