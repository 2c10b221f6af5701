using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>Where this year's money is, and what moved it.</summary>
internal static class BudgetWords
{
    private const string NotStated = "NotStated";
    private static readonly string[] Causes = ["stayed-up", "stayed-down", "entered", "left", "became-stated", "became-unstated"];

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        if (input.Missing("budget-by-organisation") == 1m)
        {
            yield return Prose.Paragraph(ParagraphStyle.Lead, input.Prose.Sentence("budget.none", Prose.Year(input.Now.Round.Round.BudgetYear)));
            yield return Prose.Paragraph(ParagraphStyle.Body, Change(input));
            yield break;
        }

        yield return Prose.Paragraph(ParagraphStyle.Lead, Largest(input, "budget-by-organisation", "budget.organisation"), Largest(input, "budget-by-area", "budget.area"));
        yield return Prose.Paragraph(ParagraphStyle.Body, Largest(input, "budget-by-group", "budget.group"), Change(input));
    }

    /// <summary>The part with the largest budget, or those with it; nothing where more share it than can be named.</summary>
    private static ImmutableArray<Span> Largest(ChapterInput input, string id, string key)
    {
        const int MostNamed = 3;
        var prose = input.Prose;
        if (input.Now.Figure(id) is not { } figure) return [];
        var parts = figure.Categories.Where(category => category.Key != NotStated).ToLookup(category => figure.Cell(category.Key, "budget")!.Value ?? 0m);
        if (parts.Count == 0 || parts.Max(part => part.Key) is not (> 0m and var budget)) return [];
        List<FigureCategory> most = [.. parts[budget]];
        // What belongs nowhere could make another part the largest.
        if (most.Count > MostNamed || figure.Cell(NotStated, "budget")?.Value >= budget) return [];
        var sentence = prose.Sentence(
            key + (most.Count == 1 ? ".one" : ".many"), prose.Join([.. most.Select(part => Prose.Text(part.Name.In(prose.Language)))]), prose.Money(budget, id),
            prose.Percent(figure.Cell(most[0].Key, "share")?.Value, id), Prose.Year(input.Now.Round.Round.BudgetYear));
        return most.Count == 1 ? Prose.InARow(sentence, Then(input, id, most[0].Key)) : sentence;
    }

    // Budgets of another year say nothing about what changed.
    private static ImmutableArray<Span> Then(ChapterInput input, string id, string part) =>
        input.Before is { } before && before.Round.Round.BudgetYear == input.Now.Round.Round.BudgetYear && input.Earlier(id, part, "budget") is > 0m and var was
            ? input.Prose.Sentence("budget.then", input.EarlierRound, input.Prose.Money(was, id))
            : [];

    private static ImmutableArray<Span> Change(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Before is not { } before || input.Sum("budget-change", "difference") is not { } difference) return [];
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var cause in Causes)
        {
            if (input.Value("budget-change", cause, "difference") is not { } part || part == 0m) continue;
            spans.Add(new(spans.Count == 0 ? " " : ", "));
            spans.AddRange(prose.Phrase("budget.cause." + cause, prose.Count("initiatives", input.Value("budget-change", cause, "initiatives"), "budget-drivers"), prose.Money(Math.Abs(part), "budget-change")));
        }

        var (year, earlierYear) = (input.Now.Round.Round.BudgetYear, before.Round.Round.BudgetYear);
        var sentence = prose.Sentence(
            Prose.Moved(year == earlierYear ? "budget.moved" : "budget.years", difference, 0m), prose.Money(Math.Abs(difference), "budget-change"), input.EarlierRound, Prose.Year(year), Prose.Year(earlierYear));
        return spans.Count == 0 ? [.. sentence, new(".")] : [.. sentence, new(":"), .. spans, new(".")];
    }
}
