using Samstyre.App.Features.Desk;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>A checklist as a drawing: its questions one below the other, and for each answer a line to where it leads. The way that was taken has whole, thick lines; the rest is dashed. The list beside it says the same in words.</summary>
internal static class PathDrawing
{
    private const int Width = 320;
    private const int BoxLeft = 30;
    private const int BoxRight = 200;
    private const int Middle = (BoxLeft + BoxRight) / 2;
    private const int EndLeft = 234;
    private const int EndHeight = 26;
    private const int LettersInBox = 25;
    private const int LettersInEnd = 12;
    private const int MostLines = 5;
    private const int LineHeight = 15;
    private const int Gap = 32;

    public static void Write(HtmlWriter html, DeskVisit desk, Checklist checklist, ChecklistPath path, string label)
    {
        var boxes = Boxes(desk.Texts, checklist, path);
        html.Write($"<svg class=\"flow\" viewBox=\"0 0 {Width} {boxes[^1].Bottom + 4}\" role=\"img\" aria-label=\"{label}\">");
        var lane = 10;
        foreach (var box in boxes)
        {
            var ends = 0;
            foreach (var answer in (ChecklistAnswer[])[ChecklistAnswer.Yes, ChecklistAnswer.No])
            {
                var target = box.Question.After(answer);
                var isTaken = box.Answer == answer;
                var word = CandidateView.AnswerOf(desk.Texts, answer);
                if (target.Question is null) End(html, box, isTaken, word, CandidateView.EndOf(desk, target), ends++);
                else if (box.Place + 1 < boxes.Count && boxes[box.Place + 1].Question.Code == target.Question) Down(html, box, boxes[box.Place + 1], isTaken, word);
                else
                {
                    Around(html, box, boxes.First(other => other.Question.Code == target.Question), isTaken, word, lane);
                    lane = Math.Max(lane - 4, 2);
                }
            }
        }

        foreach (var box in boxes)
        {
            html.Write($"<rect class=\"{(box.IsOnWay ? "taken" : "left")}\" x=\"{BoxLeft}\" y=\"{box.Top}\" width=\"{BoxRight - BoxLeft}\" height=\"{box.Bottom - box.Top}\" rx=\"4\"/>");
            for (var line = 0; line < box.Lines.Count; line++) html.Write($"<text x=\"{BoxLeft + 9}\" y=\"{box.Top + 20 + (line * LineHeight)}\">{box.Lines[line]}</text>");
        }

        html.Write("</svg>"u8);
    }

    private static List<Box> Boxes(TextSet texts, Checklist checklist, ChecklistPath path)
    {
        List<Box> boxes = [];
        var top = 2;
        foreach (var question in checklist.Questions)
        {
            var step = path.Steps.FirstOrDefault(step => step.Question.Code == question.Code);
            var lines = Wrapped(texts["candidate.question", boxes.Count + 1, question.Text.In(texts.Language)]);
            // Two ends stand beside their box, one above the other.
            var height = Math.Max((lines.Count * LineHeight) + 14, question.Yes.Question is null && question.No.Question is null ? (2 * EndHeight) + 14 : 0);
            boxes.Add(new(boxes.Count, question, step?.Answer, step is not null, lines, top, top + height));
            top += height + Gap;
        }

        return boxes;
    }

    private static void End(HtmlWriter html, Box box, bool isTaken, string word, string name, int before)
    {
        var hasTwo = box.Question.Yes.Question is null && box.Question.No.Question is null;
        var y = hasTwo ? box.Centre + (before == 0 ? -20 : 20) : box.Centre;
        var kind = isTaken ? "taken" : "left";
        html.Write($"<path class=\"{kind}\" d=\"M{BoxRight} {y}H{EndLeft}\"/><text class=\"{kind} mid\" x=\"{(BoxRight + EndLeft) / 2}\" y=\"{y - 6}\">{word}</text><rect class=\"{kind} end\" x=\"{EndLeft}\" y=\"{y - (EndHeight / 2)}\" width=\"{Width - EndLeft - 2}\" height=\"{EndHeight}\" rx=\"13\"/><text class=\"{kind} mid\" x=\"{(EndLeft + Width - 2) / 2}\" y=\"{y + 4}\">{Shortened(name, LettersInEnd)}</text>");
    }

    private static void Down(HtmlWriter html, Box box, Box next, bool isTaken, string word)
    {
        var kind = isTaken ? "taken" : "left";
        html.Write($"<path class=\"{kind}\" d=\"M{Middle} {box.Bottom}V{next.Top - 4}\"/><path class=\"{kind} head\" d=\"M{Middle - 5} {next.Top - 8}H{Middle + 5}L{Middle} {next.Top}Z\"/><text class=\"{kind}\" x=\"{Middle + 9}\" y=\"{box.Bottom + 19}\">{word}</text>");
    }

    // Past the questions between, to the left of them.
    private static void Around(HtmlWriter html, Box box, Box next, bool isTaken, string word, int lane)
    {
        var kind = isTaken ? "taken" : "left";
        var (from, to) = (box.Centre + 7, next.Centre - 7);
        html.Write($"<path class=\"{kind}\" d=\"M{BoxLeft} {from}H{lane}V{to}H{BoxLeft - 4}\"/><path class=\"{kind} head\" d=\"M{BoxLeft - 8} {to - 5}V{to + 5}L{BoxLeft} {to}Z\"/><text class=\"{kind} to-end\" x=\"{BoxLeft - 3}\" y=\"{from - 6}\">{word}</text>");
    }

    private static List<string> Wrapped(string text)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (longer.Length <= LettersInBox || lines[^1].Length == 0) lines[^1] = Shortened(longer, LettersInBox);
            else if (lines.Count == MostLines)
            {
                lines[^1] = lines[^1].Length < LettersInBox ? lines[^1] + "…" : Shortened(longer, LettersInBox);
                break;
            }
            else lines.Add(Shortened(word, LettersInBox));
        }

        return lines;
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    /// <summary>A question as it is drawn.</summary>
    private sealed record Box(int Place, ChecklistQuestion Question, ChecklistAnswer? Answer, bool IsOnWay, IReadOnlyList<string> Lines, int Top, int Bottom)
    {
        public int Centre => (Top + Bottom) / 2;
    }
}
