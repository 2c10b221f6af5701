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
        var (parts, bySource) = Parts(round);
        var sources = bySource.Values.Where(source => source.Key.Length > 0)
            .Select(source => (Source: source, Cell: source.Amounts.Sum))
            .OrderByDescending(source => source.Cell.Value ?? decimal.MaxValue).ThenByDescending(source => source.Cell.Behind.Length).ThenBy(source => source.Source.Key, StringComparer.Ordinal)
            .ToList();
        var rows = sources.Take(Shown).Select(source => (Category: new FigureCategory(source.Source.Key, FigureWords.Same(source.Source.Name)), source.Cell)).ToList();
        var rest = sources.Skip(Shown).Select(source => source.Source).ToHashSet();
        if (rest.Count > 0) rows.Add((Others, FigureCells.Sum(parts.Where(part => rest.Contains(part.Source)).Select(part => (part.Standing, (Money?)part.Amount)))));
        if (bySource[""].Amounts.Sum is { Behind.IsEmpty: false } cell) rows.Add((Undivided, cell));

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

    private readonly record struct Part(Standing Standing, Source Source, Money Amount);

    /// <summary>What each initiative states by source, in the snapshot's order, and the sources by key; an empty key is none.</summary>
    private static (List<Part> Parts, Dictionary<string, Source> Sources) Parts(RoundContent round)
    {
        var undivided = new Source("", null);
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal) { [""] = undivided };
        var written = new Dictionary<string, Writing>(StringComparer.Ordinal);
        List<Part> parts = new(round.Reports.Length * 2);
        foreach (var (standing, report) in round.Entries)
        {
            if (standing.Facts.Budget is not { } budget) continue;
            var own = parts.Count;
            var (divided, certain) = (0m, budget.IsSummable);
            foreach (var (words, amount) in Budget.BySource(report, standing.ReportedIn.BudgetYear))
            {
                if (!written.TryGetValue(words, out var writing)) written[words] = writing = Written(words, round.Snapshot.Definition, sources);
                writing.Uses++;
                Add(standing, writing.Source, amount);
                certain &= amount.IsSummable;
                if (amount.IsSummable) divided += amount.Mnok;
            }

            // Amounts that can't be added up leave no difference that means anything.
            if (parts.Count == own) Add(standing, undivided, budget);
            else if (certain && budget.Mnok != divided) Add(standing, undivided, new(budget.Mnok - divided));
        }

        return (parts, sources);

        void Add(Standing standing, Source source, Money amount)
        {
            parts.Add(new(standing, source, amount));
            source.Amounts.Add(standing, amount);
        }
    }

    private static Writing Written(string words, PortfolioDefinition definition, Dictionary<string, Source> sources)
    {
        var key = FormIdentity.Key(words);
        string? organisation = null;
        if (key.Length > 0)
        {
            (key, organisation) = OrganisationNames.Find(definition, words) is { Kind: not OrganisationMatchKind.Several } match
                ? (match.Organisation.Code, match.Organisation.Name)
                : ("words:" + key, null);
        }

        if (!sources.TryGetValue(key, out var source)) sources[key] = source = new(key, organisation);
        var writing = new Writing(words.Trim(), source);
        source.Writings.Add(writing);
        return writing;
    }

    /// <summary>A source with what it pays; without a key where none is named.</summary>
    private sealed class Source(string key, string? organisation)
    {
        public string Key => key;

        public AmountCell Amounts { get; } = new();

        public List<Writing> Writings { get; } = [];

        /// <summary>The organisation, or else the way of writing the source that most use.</summary>
        public string Name => organisation
            ?? Shortened(Writings.GroupBy(writing => writing.Words, StringComparer.Ordinal).OrderByDescending(group => group.Sum(writing => writing.Uses)).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key);
    }

    /// <summary>A way of writing a source, and how often it is used.</summary>
    private sealed class Writing(string words, Source source)
    {
        public string Words => words;

        public Source Source => source;

        public int Uses { get; set; }
    }

    private static string Shortened(string words)
    {
        const int Longest = 120;
        if (words.Length <= Longest) return words;
        var end = char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest;
        return words[..end].TrimEnd() + "…";
    }
}
