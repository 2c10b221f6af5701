using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Where a portfolio leans, in plain sentences. What is not stated is told apart and never counted as nothing.</summary>
public static class BalanceSentences
{
    private static readonly LocalText Area = new("område", "område", "area");

    /// <summary>In the order in which they are read; a sentence that would say nothing, or whose share can't be said without misleading, is left out. None of an empty portfolio.</summary>
    /// <param name="snapshot">The round, values carried over included.</param>
    /// <param name="day">The day whose segments count.</param>
    public static ImmutableArray<LocalText> Of(PortfolioSnapshot snapshot, DateOnly day)
    {
        if (snapshot.Standings.IsEmpty) return [];
        var areas = BalanceTable.Parts(snapshot, day, BalanceAxis.Area);
        var whole = BalanceCell.Of([.. snapshot.Standings]);
        LocalText?[] said =
        [
            Largest(areas, whole, Area),
            Closest(BalanceTable.Parts(snapshot, day, BalanceAxis.Segment), whole, snapshot.Definition),
            Largest(BalanceTable.Parts(snapshot, day, BalanceAxis.Organisation), whole, null),
            Risk(snapshot),
            EarlyPhases(snapshot),
            WithoutInitiatives(areas),
            WithoutBudget(snapshot),
        ];
        return [.. said.OfType<LocalText>()];
    }

    /// <summary>The part with the most money; where two have equally much, none is the largest.</summary>
    private static LocalText? Largest(ImmutableArray<BalancePart> parts, BalanceCell whole, LocalText? kind)
    {
        var stated = parts.Where(part => part.OfBudget > 0m && part.Value.Tone != Tone.NotStated).OrderByDescending(part => part.OfBudget).ToList();
        if (stated.Count < 2 || stated[0].OfBudget == stated[1].OfBudget) return null;
        var most = stated[0];
        return InEach(language =>
        {
            var name = (kind is null ? "" : kind.In(language) + " ") + most.Value.Name.In(language);
            var (money, of, share) = (Million(most.Cell, language), Million(whole, language), NumberText.Percent(most.OfBudget!.Value, language));
            var (count, all, countShare) = (NumberText.Of(most.Cell.Initiatives, language), NumberText.Of(whole.Initiatives, language), NumberText.Percent(most.OfInitiatives!.Value, language));
            return language switch
            {
                Language.English => $"Most of the money goes to {name}: NOK {money} of {of} million ({share}), in {count} of {all} initiatives ({countShare}).",
                Language.Nynorsk => $"Mest pengar går til {name}: {money} av {of} mill. kr ({share}), i {count} av {all} tiltak ({countShare}).",
                _ => $"Mest penger går til {name}: {money} av {of} mill. kr ({share}), i {count} av {all} tiltak ({countShare}).",
            };
        });
    }

    /// <summary>What the most closely steered segment holds.</summary>
    private static LocalText? Closest(ImmutableArray<BalancePart> parts, BalanceCell whole, PortfolioDefinition definition)
    {
        if (definition.Segments.Count == 0 || parts.First(part => part.Value.Key == definition.Segments[0].Code) is not { OfInitiatives: { } share, Cell.Initiatives: > 0 } closest) return null;
        return InEach(language =>
        {
            var (name, count, all, percent) = (closest.Value.Name.In(language), NumberText.Of(closest.Cell.Initiatives, language), NumberText.Of(whole.Initiatives, language), NumberText.Percent(share, language));
            var money = closest.OfBudget is not { } ofBudget ? ""
                : language == Language.English ? $" and {NumberText.Percent(ofBudget, language)} of the stated budget"
                : $" og {NumberText.Percent(ofBudget, language)} av det oppgitte budsjettet";
            return language == Language.English
                ? $"The segment {name} has {count} of {all} initiatives ({percent}){money}."
                : $"Segmentet {name} har {count} av {all} tiltak ({percent}){money}.";
        });
    }

    private static LocalText Risk(PortfolioSnapshot snapshot)
    {
        var risk = RiskDistribution.Of(snapshot);
        var stated = risk.Total - risk.NotStated;
        return stated == 0 ? new("Ingen tiltak oppgir risiko.", "Ingen tiltak oppgir risiko.", "No initiative states its risk.") : InEach(language =>
        {
            var (worse, of, share) = (NumberText.Of(risk.Yellow + risk.Red, language), NumberText.Of(stated, language), NumberText.Percent((decimal)(risk.Yellow + risk.Red) / stated, language));
            var (yellow, red) = (NumberText.Of(risk.Yellow, language), NumberText.Of(risk.Red, language));
            return language switch
            {
                Language.English => $"Of {of} initiatives that state their risk, {worse} are yellow or red ({share}): {yellow} yellow, {red} red.",
                Language.Nynorsk => $"Av {of} tiltak som oppgir risiko, melder {worse} gul eller raud ({share}): {yellow} gul, {red} raud.",
                _ => $"Av {of} tiltak som oppgir risiko, melder {worse} gul eller rød ({share}): {yellow} gul, {red} rød.",
            } + Missing(risk.NotStated, language, "risiko", "risk");
        });
    }

    private static LocalText EarlyPhases(PortfolioSnapshot snapshot)
    {
        var stated = snapshot.Standings.Count(standing => standing.Facts.Phase is not null);
        var early = snapshot.Standings.Count(standing => standing.Facts.Phase is Phase.Concept or Phase.Planning);
        return stated == 0 ? new("Ingen tiltak oppgir fase.", "Ingen tiltak oppgir fase.", "No initiative states its phase.") : InEach(language =>
        {
            var (count, of, share) = (NumberText.Of(early, language), NumberText.Of(stated, language), NumberText.Percent((decimal)early / stated, language));
            return (language == Language.English
                ? $"Of {of} initiatives that state their phase, {count} are in concept or planning ({share})."
                : $"Av {of} tiltak som oppgir fase, er {count} i konsept eller planlegging ({share}).")
                + Missing(snapshot.Standings.Length - stated, language, "fase", "phase");
        });
    }

    private static LocalText? WithoutInitiatives(ImmutableArray<BalancePart> areas)
    {
        var empty = areas.Where(part => part.Cell.Initiatives == 0).ToList();
        return empty.Count == 0 ? null : InEach(language =>
        {
            var names = string.Join("; ", empty.Select(part => part.Value.Name.In(language)));
            return language switch
            {
                Language.English => $"Areas without initiatives: {names}.",
                Language.Nynorsk => $"Område utan tiltak: {names}.",
                _ => $"Områder uten tiltak: {names}.",
            };
        });
    }

    private static LocalText? WithoutBudget(PortfolioSnapshot snapshot)
    {
        var missing = snapshot.Standings.Count(standing => standing.Facts.Budget is null);
        return missing == 0 ? null : InEach(language =>
        {
            var (count, all, year) = (NumberText.Of(missing, language), NumberText.Of(snapshot.Standings.Length, language), snapshot.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return language switch
            {
                Language.English => $"Of {all} initiatives, {count} state no budget for {year}: they are counted, but their money is not known.",
                Language.Nynorsk => $"Av {all} tiltak oppgir {count} ikkje budsjett for {year}: dei er talde med, men pengane er ikkje kjende.",
                _ => $"Av {all} tiltak oppgir {count} ikke budsjett for {year}: de er talt med, men pengene er ikke kjent.",
            };
        });
    }

    private static string Missing(int missing, Language language, string norwegian, string english)
    {
        if (missing == 0) return "";
        var count = NumberText.Of(missing, language);
        return language switch
        {
            Language.English => $" {count} more state no {english}.",
            Language.Nynorsk => $" {count} oppgir ikkje {norwegian}.",
            _ => $" {count} oppgir ikke {norwegian}.",
        };
    }

    private static string Million(BalanceCell cell, Language language) => cell.Budget.Sum!.Value.ToText(language, 0);

    private static LocalText InEach(Func<Language, string> sentence) => new(sentence(Language.Bokmal), sentence(Language.Nynorsk), sentence(Language.English));
}
