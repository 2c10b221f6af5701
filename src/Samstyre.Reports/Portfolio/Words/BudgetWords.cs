using System.Collections.Immutable;
using System.Globalization;

namespace Samstyre.Reports;

/// <summary>Where this year's money is, and what moved it.</summary>
internal static class BudgetWords
{
    private static readonly string[] Causes = ["stayed-up", "stayed-down", "entered", "left", "became-stated", "became-unstated"];

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Sum("budget-by-organisation", "budget") is null) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Largest(input, "budget-by-organisation", "budget.organisation"), Largest(input, "budget-by-area", "budget.area"));
        yield return Prose.Paragraph(ParagraphStyle.Body, Largest(input, "budget-by-group", "budget.group"), Change(input));
    }

    private static ImmutableArray<Span> Largest(ChapterInput input, string id, string key)
    {
        var prose = input.Prose;
        if (input.Now.Figure(id) is not { } figure) return [];
        var most = figure.Categories.Where(category => category.Key != "NotStated").MaxBy(category => figure.Cell(category.Key, "budget")!.Value ?? decimal.MinValue);
        if (most is null || figure.Cell(most.Key, "budget")!.Value is not > 0m) return [];
        return prose.Sentence(
            key, Prose.Text(most.Name.In(prose.Language)), prose.Money(figure.Cell(most.Key, "budget")!.Value, id), prose.Percent(figure.Cell(most.Key, "share")?.Value, id),
            Prose.Text(input.Now.Round.Round.BudgetYear.ToString(CultureInfo.InvariantCulture)));
    }

    private static ImmutableArray<Span> Change(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Before is null || input.Sum("budget-change", "difference") is not { } difference) return [];
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var cause in Causes)
        {
            if (input.Value("budget-change", cause, "difference") is not { } part || part == 0m) continue;
            spans.Add(new(spans.Count == 0 ? " " : ", "));
            spans.AddRange(prose.Phrase("budget.cause." + cause, prose.Count("initiatives", input.Value("budget-change", cause, "initiatives"), "budget-drivers"), prose.Money(Math.Abs(part), "budget-change")));
        }

        var sentence = prose.Sentence(difference > 0m ? "budget.moved.up" : difference < 0m ? "budget.moved.down" : "budget.moved.same", prose.Money(Math.Abs(difference), "budget-change"), input.EarlierRound);
        return spans.Count == 0 ? [.. sentence, new(".")] : [.. sentence, new(":"), .. spans, new(".")];
    }
}
