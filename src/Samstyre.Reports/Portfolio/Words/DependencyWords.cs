using System.Collections.Immutable;
using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>What the portfolio needs from others, and what must be in place for the benefits.</summary>
internal static class DependencyWords
{
    private const int MostNamed = 3;

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Reported(input), Silent(input, "dependencies-by-criticality"), Critical(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Red(input), Contradicted(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Prerequisites(input), Silent(input, "prerequisites-by-kind"));
        yield return ExpectedWords.Of(input);
    }

    private static ImmutableArray<Span> Reported(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Now.Figure("dependencies-by-criticality") is not { Population: > 0 } figure) return prose.Sentence("dependencies.none");
        var was = Earlier(input, figure.Id);
        return prose.Sentence(
            Prose.Against("dependencies", figure.Population, was), prose.Count("dependencies", figure.Population, figure.Id), prose.Number(input.Value(figure.Id, "High", "dependencies"), figure.Id),
            prose.Number(was, figure.Id), input.EarlierRound);
    }

    /// <summary>How many initiatives filled in nothing of what the others did.</summary>
    private static ImmutableArray<Span> Silent(ChapterInput input, string id)
    {
        if (input.Now.Figure(id) is not { Population: > 0 } figure) return [];
        var all = input.Now.Round.Standings.Length;
        var silent = all - figure.Cells.SelectMany(cell => cell.Behind).Distinct().Count();
        return silent == 0 ? [] : input.Prose.Sentence("dependencies.silent", input.Prose.Number(silent, id), input.Prose.Count("initiatives", all, id));
    }

    // A round in which nobody filled in that part of the form is none to compare with: it can have come as a table without it.
    private static decimal? Earlier(ChapterInput input, string id) => input.Before?.Figure(id) is { Population: > 0 } figure ? figure.Population : null;

    private static ImmutableArray<Span> Critical(ChapterInput input) => input.Now.Listing("critical-dependencies") is { Rows.IsEmpty: false } critical
        ? input.Prose.Sentence("dependencies.critical", input.Prose.Number(critical.Rows.Length, critical.Id))
        : [];

    private static ImmutableArray<Span> Red(ChapterInput input)
    {
        const string Id = "dependencies-by-status";
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) return [];
        if (figure.NotReported == figure.Population) return prose.Sentence("dependencies.unstated.all");
        var red = input.Value(Id, "Red", "dependencies");
        var was = input.EarlierMissing(Id) is < 1m ? input.Earlier(Id, "Red", "dependencies") : null;
        return Prose.InARow(
            prose.Sentence(red is > 0m ? Prose.Against("dependencies.red", red, was) : was is > 0m ? "dependencies.red.none.against" : "dependencies.red.none", prose.Number(red, Id), prose.Number(was, Id), input.EarlierRound),
            figure.NotReported == 0 ? [] : prose.Sentence("dependencies.unstated", prose.Count("dependencies", figure.NotReported, Id)));
    }

    private static ImmutableArray<Span> Contradicted(ChapterInput input)
    {
        const string Id = "contradictions";
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) return [];
        var grave = prose.Number(input.Sum(Id, "High"), "grave-contradictions");
        return Prose.InARow(
            prose.Sentence(figure.Population == 1 ? "contradictions.single" : "contradictions.several", prose.Count("contradictions", figure.Population, Id), grave),
            Earlier(input, "dependencies-by-criticality") is null ? [] : input.Then(Id, input.Before?.Figure(Id)?.Population, input.EarlierSum(Id, "High") ?? 0m));
    }

    private static ImmutableArray<Span> Prerequisites(ChapterInput input)
    {
        const string Id = "prerequisites-by-kind";
        var prose = input.Prose;
        if (input.Now.Figure(Id) is not { Population: > 0 } figure) return prose.Sentence("prerequisites.none");
        var (high, was) = (input.Sum(Id, "High"), Earlier(input, Id));
        return Prose.InARow(
            prose.Sentence(Prose.Against("prerequisites", figure.Population, was), prose.Count("prerequisites", figure.Population, Id), prose.Number(high, Id), prose.Number(was, Id), input.EarlierRound),
            MostCritical(input, figure, high ?? 0m));
    }

    /// <summary>What most of the critical prerequisites are about; nothing where there is none, or where more kinds have as many than can be named.</summary>
    private static ImmutableArray<Span> MostCritical(ChapterInput input, Figure figure, decimal all)
    {
        var prose = input.Prose;
        var kinds = figure.Categories.ToLookup(kind => figure.Cell(kind.Key, "High")!.Value ?? 0m);
        var count = kinds.Max(kind => kind.Key);
        List<FigureCategory> most = [.. kinds[count]];
        if (count == 0m || most.Count > MostNamed) return [];
        var names = prose.Join([.. most.Select(kind => Prose.Text(Prose.LowerFirst(kind.Name.In(prose.Language))))]);
        var key = (most.Count, count * most.Count == all) switch
        {
            (1, true) => "prerequisites.most.all",
            (1, false) => "prerequisites.most.one",
            (_, true) => "prerequisites.most.each",
            _ => "prerequisites.most.many",
        };
        return prose.Sentence(key, names, prose.Number(count, figure.Id));
    }
}
