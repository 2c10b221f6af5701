using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>What is expected of those who do not report: the municipalities, and the common foundation.</summary>
internal static class ExpectedWords
{
    public static Paragraph Of(ChapterInput input) => Prose.Paragraph(ParagraphStyle.Body, Municipalities(input), Foundation(input));

    // The year in which most meet is told where there is one such year.
    private static ImmutableArray<Span> Municipalities(ChapterInput input)
    {
        const string Id = "municipal-load";
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) return [];
        var all = Many(figure, figure.Categories);
        var years = figure.Categories.Where(category => int.TryParse(category.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToLookup(category => Many(figure, [category]));
        return years.MaxBy(group => group.Key)?.ToList() is [var year] && Many(figure, [year]) is > 0 and var most && most < all
            ? prose.Sentence("load.municipal.most", prose.Count("initiatives", all, Id), Prose.Text(year.Key), prose.Number(most, Id))
            : prose.Sentence("load.municipal", prose.Count("initiatives", all, Id));
    }

    private static int Many(Figure figure, IEnumerable<FigureCategory> categories) =>
        categories.SelectMany(category => figure.Series, (category, series) => figure.Cell(category.Key, series.Key)!).SelectMany(cell => cell.Behind).DistinctBy(standing => standing.Initiative.Id).Count();

    private static ImmutableArray<Span> Foundation(ChapterInput input)
    {
        const string Id = "foundation-needs";
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure || input.Now.Listing("foundation-measures") is not { } list) return [];
        var unplanned = list.Rows.Count(row => row.Cells[2] is null);
        return Prose.InARow(
            prose.Sentence("foundation.waits", prose.Count("initiatives", figure.Population, Id), prose.Count("measures", figure.Categories.Length, Id)),
            unplanned == 0 ? [] : prose.Sentence("foundation.unplanned", prose.Number(unplanned, list.Id)));
    }
}
