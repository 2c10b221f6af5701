using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>How large the portfolio is, and what came and went.</summary>
internal static class SummaryWords
{
    private static readonly string[] Ways = ["Completed", "Paused", "Stopped", "Merged", "Split", "Withdrawn", "Candidate"];

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        var prose = input.Prose;
        var round = input.Now.Round.Round;
        if (input.Value("size", round.Code, "initiatives") is not > 0m)
        {
            yield return Prose.Paragraph(ParagraphStyle.Lead, prose.Sentence("size.empty", prose.Round(round)));
            yield break;
        }

        yield return Prose.Paragraph(ParagraphStyle.Lead, Size(input), Budget(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, Moves(input), Left(input), Reported(input));
    }

    private static ImmutableArray<Span> Size(ChapterInput input)
    {
        var prose = input.Prose;
        var code = input.Now.Round.Round.Code;
        var now = input.Value("size", code, "initiatives");
        var initiatives = prose.Count("initiatives", now, "size");
        var organisations = input.Value("size", code, "organisations") is > 0m and var known ? prose.Count("organisations", known, "size") : Prose.Text(prose.Texts["organisations.none"]);
        if (input.Before is not { } before) return prose.Sentence("size.first", initiatives, organisations);
        var was = input.Earlier("size", before.Round.Round.Code, "initiatives");
        return prose.Sentence(Prose.Moved("size", now, was), initiatives, organisations, prose.Number(now is { } a && was is { } b ? Math.Abs(a - b) : null, "size"), input.EarlierRound);
    }

    private static ImmutableArray<Span> Budget(ChapterInput input)
    {
        var prose = input.Prose;
        var round = input.Now.Round.Round;
        var year = Prose.Year(round.BudgetYear);
        var missing = input.Value("size", round.Code, "no-budget");
        if (missing == input.Value("size", round.Code, "initiatives")) return prose.Sentence("budget.none", year);
        var was = input.Before is { } before && before.Round.Round.BudgetYear == round.BudgetYear ? input.Earlier("size", before.Round.Round.Code, "budget") : null;
        var sentence = input.Value("size", round.Code, "budget") is { } sum
            ? prose.Sentence(Prose.Moved("budget", sum, was), year, prose.Money(sum, "size"), prose.Money(was, "size"), input.EarlierRound)
            : prose.Sentence("budget.unknown", year);
        return missing is > 0m ? Prose.InARow(sentence, prose.Sentence("budget.missing", prose.Count("initiatives", missing, "size"))) : sentence;
    }

    private static ImmutableArray<Span> Moves(ChapterInput input)
    {
        var prose = input.Prose;
        if (input.Before is null) return [];
        var (came, left) = (Cells(input, "New"), Ways.Sum(way => Cells(input, way)));
        return prose.Sentence(
            came == 0 && left == 0 ? "moves.none" : left == 0 ? "moves.came" : came == 0 ? "moves.left" : "moves.both",
            prose.Count("initiatives", came, "new"), prose.Count("initiatives", left, "left"));
    }

    private static ImmutableArray<Span> Left(ChapterInput input)
    {
        var prose = input.Prose;
        var ways = Ways.Where(way => Cells(input, way) > 0).ToList();
        if (ways.Count == 0) return [];
        if (ways.Sum(way => Cells(input, way)) == 1m) return prose.Sentence("way.only", new Span(prose.Texts[$"way.{ways[0]}.only"], "left"));
        return prose.Sentence("moves.ways", prose.Join([.. ways.Select(way => prose.Count("way." + way, Cells(input, way), "left"))]));
    }

    private static ImmutableArray<Span> Reported(ChapterInput input)
    {
        var prose = input.Prose;
        var code = input.Now.Round.Round.Code;
        var (all, own) = (input.Value("size", code, "initiatives")!.Value, input.Value("size", code, "reported")!.Value);
        var key = own == all ? "reported.all" : own == 0m ? "reported.none" : "reported.some";
        return prose.Sentence(key, prose.Number(own, "size"), prose.Count("initiatives", all, "size"), prose.Number(all - own));
    }

    private static decimal Cells(ChapterInput input, string way) => input.Value("movements", way, "initiatives") ?? 0m;
}
