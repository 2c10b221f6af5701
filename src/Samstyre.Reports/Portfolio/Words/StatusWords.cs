using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>How it goes: colours, and the red ones by name.</summary>
internal static class StatusWords
{
    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Round.Standings.IsEmpty) yield break;
        var prose = input.Prose;
        yield return Prose.Paragraph(ParagraphStyle.Lead, Lights(input, "status"));
        yield return Prose.Paragraph(ParagraphStyle.Body, Lights(input, "risk"));
        var (red, redRisk) = (Behind(input, "status", "Red"), Behind(input, "risk", "Red"));
        yield return Prose.Paragraph(
            ParagraphStyle.Body,
            red.IsEmpty && redRisk.IsEmpty && (IsStated(input, "status") || IsStated(input, "risk")) ? prose.Sentence("red.none") : prose.WithNames("red.status", red, "status"),
            prose.WithNames("red.risk", redRisk, "risk"),
            LongRed(input));
        yield return Prose.Paragraph(ParagraphStyle.Body, CauseWords.Of(input));
    }

    private static bool IsStated(ChapterInput input, string figure) => input.Missing(figure) is < 1m;

    private static ImmutableArray<Standing> Behind(ChapterInput input, string figure, string colour) => input.Now.Figure(figure)?.Cell(input.Now.Round.Round.Code, colour)?.Behind ?? [];

    private static ImmutableArray<Span> Lights(ChapterInput input, string figure) => IsStated(input, figure)
        ? Prose.InARow(Share(input, figure, "Yellow"), Share(input, figure, "Red"), NotStated(input, figure))
        : input.Prose.Sentence(figure + ".unknown");

    private static ImmutableArray<Span> Share(ChapterInput input, string figure, string colour)
    {
        var prose = input.Prose;
        var behind = Behind(input, figure, colour);
        var key = $"{figure}.{colour.ToLowerInvariant()}";
        var share = (decimal)behind.Length / input.Now.Round.Standings.Length;
        // A round in which nobody stated a colour has no share of it to compare with.
        var was = input.EarlierMissing(figure) is < 1m && input.Before is { } before ? input.Earlier(figure, before.Round.Round.Code, colour) / before.Round.Standings.Length : null;
        var sentence = behind.IsEmpty
            ? prose.Sentence(key + (was > 0m ? ".none.down" : ".none"), prose.Percent(was, figure), input.EarlierRound)
            : prose.Sentence(Prose.MovedShare(key, share, was), prose.Count("initiatives", behind.Length, figure), prose.Percent(share, figure), prose.Percent(was, figure), input.EarlierRound);
        return Prose.InARow(sentence, input.CarriedOver(behind, figure));
    }

    private static ImmutableArray<Span> NotStated(ChapterInput input, string figure)
    {
        var missing = input.Value(figure, input.Now.Round.Round.Code, "NotStated");
        return missing is > 0m ? input.Prose.Sentence(figure + ".missing", input.Prose.Count("initiatives", missing, figure)) : [];
    }

    private static ImmutableArray<Span> LongRed(ChapterInput input) => input.Now.Listing("long-red") is { Rows.IsEmpty: false } red
        ? Prose.InARow(input.Prose.Sentence("red.long", input.Prose.Count("initiatives", red.Rows.Length, red.Id)), input.CarriedOver([.. red.Rows.Select(row => row.Standing).OfType<Standing>()], red.Id))
        : [];
}
