using Samstyre.Analysis;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>What the forms say of one dependency: the receiver's row, what contradicts it, and each giver's side.</summary>
internal static class NeedView
{
    /// <summary>The row as it was reported.</summary>
    public static void Row(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need)
    {
        var texts = desk.Texts;
        var row = need.Dependency!;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.one.row"]}</h2>");
        if (book.IsGone(need)) html.Write($"<p>{texts["needdesk.gone"]}</p>");
        html.Write($"<dl class=\"facts\"><div><dt>{texts["needdesk.receiver"]}</dt><dd>");
        NeedWords.Initiative(html, desk, book.Round.Round, need.Receiver);
        html.Write("</dd></div>"u8);
        Line(texts["dependency.on"], row.On);
        Line(texts["dependency.what"], row.What);
        Line(texts["dependency.purpose"], row.Purpose);
        Line(texts["dependency.category"], Categories(desk, row.Category));
        Line(texts["dependency.criticality"], row.Criticality);
        Line(texts["dependency.deadline"], row.DeadlineText ?? row.Deadline?.ToText(texts.Language));
        html.Write($"<div><dt>{texts["column.status"]}</dt><dd>{Shapes.Mark(row.Status, texts)}{(need.IsClosed ? $" ({texts["needdesk.closed"]})" : "")}</dd></div></dl>");

        void Line(string label, object? value)
        {
            html.Write($"<div><dt>{label}</dt><dd>");
            FieldText.Write(html, texts, value);
            html.Write("</dd></div>"u8);
        }
    }

    /// <summary>What contradicts it, each with a link to ask about it.</summary>
    public static void Contradictions(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.one.contradictions"]}</h2>");
        var found = book.Of(need).ToList();
        if (found.Count == 0)
        {
            html.Write($"<p>{texts["needdesk.one.contradictions.none"]}</p>");
            return;
        }

        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var one in found)
        {
            var query = NeedWords.QueryOf(desk, book.Round.Round);
            html.Write("<li>"u8);
            NeedWords.Severity(html, texts, one.Severity);
            html.Write($": {one.Sentence.In(texts.Language)} <a class=\"ds-link\" href=\"{desk.Root}{NeedWords.AddressOf(need)}{(query.Length == 0 ? "?" : query + "&")}regel={one.Rule.ToString()}#spor\">{texts["needdesk.one.askAbout"]}</a></li>");
        }

        html.Write("</ul>"u8);
    }

    /// <summary>Each giver: how it goes, what it delivers and when, what stands between the two, and what it has answered.</summary>
    public static void Sides(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need, IReadOnlyList<NeedAnswer> answers, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.one.sides"]}</h2>");
        if (need.OtherSides.IsEmpty) html.Write($"<p>{(book.IsGone(need) ? texts["needdesk.gone.sides.none"] : texts["needdesk.one.sides.none"])}</p>");
        else Givers(html, desk, book, need);
        if (answers.Count == 0) return;
        html.Write($"<h3 class=\"ds-heading\" data-size=\"sm\">{texts["needdesk.one.answers"]}</h3><ul class=\"ds-list\">");
        foreach (var answer in answers)
        {
            html.Write($"<li>{NeedWords.NameOf(desk, TargetRef.Of(answer.Giver))}: {texts["needdesk.answer." + answer.Kind]}");
            if (answer.DeliverBy is { } by) html.Write($", {by.ToText(texts.Language)}");
            if (answer.Certainty is { } certainty) html.Write($" ({texts["needdesk.certainty." + certainty]})");
            if (answer.Words.Length > 0) html.Write($". {answer.Words}");
            html.Write($" <span class=\"quiet\">{names.Of(answer.AnsweredBy, texts)}, {RoundWords.Moment(answer.AnsweredAt, desk.Definition)}</span></li>");
        }

        html.Write("</ul>"u8);
    }

    private static void Givers(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["needdesk.one.sides"], captionShown: false);
        Parts.Headings(html, (texts["needdesk.giver"], false), (texts["column.status"], false), (texts["needdesk.deliverable"], false), (texts["needdesk.planned"], false), (texts["needdesk.between"], false));
        foreach (var giver in need.OtherSides)
        {
            var entry = book.Register.ByInitiative.GetValueOrDefault(giver);
            html.Write("<tr><th scope=\"row\">"u8);
            if (entry is not null) NeedWords.Initiative(html, desk, book.Round.Round, entry.Standing);
            else html.Write($"{NeedWords.NameOf(desk, TargetRef.Of(giver))} <span class=\"quiet\">{texts["needdesk.giverGone"]}</span>");
            if (need.PartsMadeBy(giver) is { } parts) html.Write($"<span class=\"item quiet\">{texts["needdesk.maker", parts.In(texts.Language)]}</span>");
            var deliverable = entry?.DeliverableOf(need);
            html.Write($"</th><td>{Shapes.Mark(entry?.Standing.Facts.Status, texts)}</td><td class=\"prose\">{deliverable?.Text ?? texts["needdesk.deliverable.none"]}</td><td>");
            FieldText.Write(html, texts, deliverable?.PlannedText ?? (object?)deliverable?.Planned);
            html.Write($"</td><td>{(giver == need.Receiver.Initiative.Id ? texts["needdesk.itself"] : texts["needdesk.both." + NeedAnswers.StateOf(need.NeededBy, book.AnswerOf(need, giver))])}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static string? Categories(DeskVisit desk, string? codes) => codes switch
    {
        null => null,
        "Other" => desk.Texts["category.other"],
        _ => string.Join(", ", codes.Split(',').Select(code => desk.Definition.DependencyCategories.FirstOrDefault(category => category.Code == code) is { } category ? $"{code} {category.Name.In(desk.Texts.Language)}" : code)),
    };
}
