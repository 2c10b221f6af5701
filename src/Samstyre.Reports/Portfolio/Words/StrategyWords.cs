using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>Which focus areas the portfolio supports most, and which least.</summary>
internal static class StrategyWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("strategic-fit") is not { Population: > 0 } figure) yield break;
        if (figure.NotReported == figure.Population)
        {
            yield return Prose.Paragraph(ParagraphStyle.Lead, prose.Sentence("fit.none"));
            yield break;
        }

        var areas = figure.Categories.Where(category => category.Key != "others").Select(category => (category, High: figure.Cell(category.Key, "High")!.Value ?? 0m)).ToList();
        var most = areas.MaxBy(area => area.High);
        var least = areas.Where(area => area.High == 0m).Select(area => area.category.Name.In(prose.Language)).ToList();
        ImmutableArray<Span> missing = figure.NotReported == 0 ? [] : prose.Sentence("fit.missing", prose.Count("initiatives", figure.NotReported, figure.Id));
        yield return Prose.Paragraph(
            ParagraphStyle.Lead,
            most.High > 0m ? prose.Sentence("fit.most", Prose.Text(most.category.Name.In(prose.Language)), prose.Count("initiatives", most.High, figure.Id)) : [],
            least.Count == 0 ? [] : prose.Sentence("fit.least", new Span(string.Join("; ", least), figure.Id)),
            missing,
            missing.IsEmpty || input.Before?.Figure(figure.Id) is not { } then ? [] : prose.Sentence("fit.then", input.EarlierRound, prose.Count("initiatives", then.NotReported, figure.Id)));
    }
}
