using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The words of a chapter as plain text, with an empty line between paragraphs: what a person edits.</summary>
/// <param name="Chapter">Id of the chapter.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its words with their numbers; empty where the figures give none.</param>
public sealed record ChapterWords(string Chapter, string Title, string Text);

/// <summary>The words of the report's chapters, from the figures to plain text and from plain text to the report.</summary>
public static class ReportWords
{
    private const string Between = "\n\n";

    /// <summary>The words that are drafted from the figures, a text per chapter that has words.</summary>
    /// <param name="now">The round's figures.</param>
    /// <param name="before">Figures of the round it is compared with; null for none.</param>
    /// <param name="language">Their language.</param>
    public static ImmutableArray<ChapterWords> Drafted(ReportFigures now, ReportFigures? before, Language language)
    {
        var input = new ChapterInput(now, before, new(ReportTexts.In(language)), ReportLength.Document);
        return [.. ReportChapters.WithWords.Select(plan => new ChapterWords(plan.Id, input.Prose.Texts["chapter." + plan.Id], Text(plan.Words(input))))];
    }

    /// <summary>A written text as paragraphs: an empty line ends one, other line breaks stay. Its numbers lead nowhere, for nobody checks them.</summary>
    internal static IEnumerable<Paragraph> Paragraphs(string text)
    {
        var style = ParagraphStyle.Lead;
        List<string> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.Trim());
                continue;
            }

            if (lines.Count == 0) continue;
            yield return new([new(string.Join('\n', lines))], style);
            style = ParagraphStyle.Body;
            lines.Clear();
        }
    }

    private static string Text(IEnumerable<Paragraph> paragraphs) =>
        string.Join(Between, paragraphs.Select(paragraph => string.Concat(paragraph.Spans.Select(span => span.Text))).Where(text => text.Length > 0));
}
