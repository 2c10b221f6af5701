using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What the givers have answered to the dependencies of a form, beside its rows.</summary>
internal sealed class AnswersInForm(DeskVisit desk, OpenForm form)
{
    private const string List = "dependencies";

    private readonly IReadOnlyList<string> keys = NeedKey.Of(form.Reading.Report);
    private readonly ILookup<string, NeedAnswer> answers = desk.Portfolio.History.Answers.Where(answer => answer.Receiver == form.Row.Assignment.Initiative).ToLookup(answer => answer.Need, StringComparer.Ordinal);

    /// <summary>Whether a list of the form is the one that others answer.</summary>
    public static bool Has(FormItem item) => item.Key == List;

    /// <summary>The last answer of each giver to a row; nothing where nobody has answered.</summary>
    public void Write(HtmlWriter html, string row)
    {
        var texts = desk.Texts;
        if (!int.TryParse(form.Reading.Rows.PathOf($"{List}.{row}").AsSpan(List.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= keys.Count) return;
        foreach (var answer in answers[keys[place]])
        {
            var state = NeedAnswers.StateOf(form.Reading.Report.Dependencies[place].Deadline, answer);
            html.Write($"<div class=\"ds-alert\" data-color=\"{(state == BothSides.Clash ? "danger" : "success")}\"><p class=\"tags\">");
            SidesMark.Write(html, texts, state);
            html.Write($"</p><p>{texts["others.answersYou", NameOf(answer.Giver)]} ");
            AnswerText.Write(html, texts, answer);
            html.Write("</p></div>"u8);
        }
    }

    private string NameOf(Guid initiative) => desk.Portfolio.Rounds.Reverse().Select(round => round.Standing(initiative)?.Facts.Name).FirstOrDefault(name => name is not null) ?? desk.Texts["others.another"];
}
