using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>This year's budget (million NOK) per funding source, with how many initiatives each source pays for. A source that names one of the portfolio's organisations is that organisation; one that names several, or none, keeps its own words. What an initiative states as its sum but not by source, and amounts without a named source, are a part of their own, so that the parts add up to the whole budget. Initiatives that state no budget are in no part.</summary>
public static class BudgetBySource
{
    private const int Shown = 15;
    private static readonly LocalText Title = new("Budsjett per finansieringskilde", "Budsjett per finansieringskjelde", "Budget per funding source");
    private static readonly FigureCategory Others = new("others", new("Andre kilder", "Andre kjelder", "Other sources"));
    private static readonly FigureCategory Undivided = new("undivided", new("Ikke fordelt på kilder", "Ikkje fordelt på kjelder", "Not divided by source"), Tone.NotStated);

    /// <summary>The fifteen sources with the largest amounts, the rest as one, and what has no source.</summary>
    public static Figure Of(RoundContent round)
    {
        var amounts = Amounts(round);
        var bySource = new Dictionary<string, List<Part>>(StringComparer.Ordinal) { [""] = [] };
        foreach (var part in amounts)
        {
            if (!bySource.TryGetValue(part.Source, out var own)) bySource[part.Source] = own = [];
            own.Add(part);
        }

        var sources = bySource.Where(source => source.Key.Length > 0)
            .Select(source => (source.Key, Parts: source.Value, Cell: FigureCells.Sum(Pairs(source.Value))))
            .OrderByDescending(source => source.Cell.Value ?? decimal.MaxValue).ThenByDescending(source => source.Cell.Behind.Length).ThenBy(source => source.Key, StringComparer.Ordinal)
            .ToList();
        var rows = sources.Take(Shown).Select(source => (Category: new FigureCategory(source.Key, FigureWords.Same(NameOf(source.Parts))), source.Cell)).ToList();
        var rest = sources.Skip(Shown).Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        if (rest.Count > 0) rows.Add((Others, FigureCells.Sum(Pairs(amounts.Where(part => rest.Contains(part.Source))))));
        var undivided = FigureCells.Sum(Pairs(bySource[""]));
        if (!undivided.Behind.IsEmpty) rows.Add((Undivided, undivided));

        var shares = BudgetParts.Shares([.. rows.Select(row => row.Cell)]);
        return new(
            "budget-by-source", Title, MoneyWords.Source, FigureChart.Bars,
            [.. rows.Select(row => row.Category)],
            [
                new("initiatives", FigureWords.Initiatives, FigureUnit.Initiatives, Charted: false),
                new("budget", FigureWords.Budget, FigureUnit.MillionNok),
                new("share", MoneyWords.ShareOfBudget, FigureUnit.Share, Charted: false),
            ],
            [.. rows.Zip(shares).SelectMany(pair => new[] { FigureCells.Count(pair.First.Cell.Behind), pair.First.Cell, pair.Second })],
            round.Snapshot.Standings.Length,
            round.Snapshot.Standings.Count(standing => standing.Facts.Budget is null),
            Rule(round.Snapshot));
    }

    private static LocalText Rule(PortfolioSnapshot round) => MoneyWords.Join(
        new(
            "En kilde som nevner én av porteføljens virksomheter, er ført på den; andre står med egne ord. Et tiltak kan ha flere kilder. Der kildene ikke gir summen i skjemaet, står differansen som ikke fordelt.",
            "Ei kjelde som nemner éi av verksemdene i porteføljen, er ført på den; andre står med eigne ord. Eit tiltak kan ha fleire kjelder. Der kjeldene ikkje gir summen i skjemaet, står differansen som ikkje fordelt.",
            "A source that names one of the portfolio's organisations is that organisation; others stand in their own words. An initiative can have several sources. Where the sources do not give the form's sum, the difference stands as not divided."),
        AmountRules.OfBudgets(round));

    private readonly record struct SourceName(string? Organisation, string Words);

    private readonly record struct Part(Standing Standing, string Source, SourceName Name, Money Amount);

    /// <summary>What each initiative states by source, in the snapshot's order; an empty source is none.</summary>
    private static List<Part> Amounts(RoundContent round)
    {
        var known = new Dictionary<string, (string Key, SourceName Name)>(StringComparer.Ordinal);
        List<Part> parts = [];
        foreach (var (standing, report) in round.Entries)
        {
            if (standing.Facts.Budget is not { } budget) continue;
            var own = parts.Count;
            var (divided, certain) = (0m, budget.IsSummable);
            foreach (var (source, amount) in Budget.BySource(report, standing.ReportedIn.BudgetYear))
            {
                if (!known.TryGetValue(source, out var named)) known[source] = named = NameOf(source, round.Snapshot.Definition);
                parts.Add(new(standing, named.Key, named.Name, amount));
                certain &= amount.IsSummable;
                if (amount.IsSummable) divided += amount.Mnok;
            }

            // Amounts that can't be added up leave no difference that means anything.
            if (parts.Count == own) parts.Add(new(standing, "", default, budget));
            else if (certain && budget.Mnok != divided) parts.Add(new(standing, "", default, new(budget.Mnok - divided)));
        }

        return parts;
    }

    private static (string Key, SourceName Name) NameOf(string source, PortfolioDefinition definition)
    {
        var key = FormIdentity.Key(source);
        if (key.Length == 0) return ("", default);
        return OrganisationNames.Find(definition, source) is { Kind: not OrganisationMatchKind.Several } match
            ? (match.Organisation.Code, new(match.Organisation.Name, source))
            : ("words:" + key, new(null, source));
    }

    private static IEnumerable<(Standing, Money?)> Pairs(IEnumerable<Part> parts) => parts.Select(part => (part.Standing, (Money?)part.Amount));

    /// <summary>The organisation, or else the way of writing the source that most use.</summary>
    private static string NameOf(List<Part> parts) => parts[0].Name.Organisation
        ?? Shortened(parts.GroupBy(part => part.Name.Words.Trim(), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key);

    private static string Shortened(string words)
    {
        const int Longest = 120;
        if (words.Length <= Longest) return words;
        var end = char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest;
        return words[..end].TrimEnd() + "…";
    }
}
