using Samstyre.Analysis;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>The three tables of the queue.</summary>
internal static class NeedQueueTables
{
    public static void Write(HtmlWriter html, DeskVisit desk, NeedBook book, NeedQueue queue, ActorNames names, NeedPart part, int page)
    {
        var skipped = (page - 1) * NeedQueuePage.Shown;
        switch (part)
        {
            case NeedPart.Words: Words(html, desk, book, queue.Words.Skip(skipped).Take(NeedQueuePage.Shown)); break;
            case NeedPart.Contradictions: Contradictions(html, desk, book, queue, queue.Contradictions.Skip(skipped).Take(NeedQueuePage.Shown)); break;
            default: Answers(html, desk, book, queue.Answers.Skip(skipped).Take(NeedQueuePage.Shown), names); break;
        }
    }

    private static void Words(HtmlWriter html, DeskVisit desk, NeedBook book, IEnumerable<RegisteredNeed> needs)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["needdesk.words.caption"], captionShown: false);
        Parts.Headings(html, (texts["needdesk.row"], false), (texts["needdesk.receiver"], false), (texts["dependency.criticality"], false), (texts["needdesk.suggestions"], false));
        foreach (var need in needs)
        {
            html.Write($"<tr><th scope=\"row\" class=\"prose\"><a class=\"ds-link\" href=\"{desk.Root}{NeedWords.AddressOf(need)}{NeedWords.QueryOf(desk, book.Round.Round)}\">{NeedWords.Line(need.Dependency, texts)}</a></th><td>");
            NeedWords.Initiative(html, desk, book.Round.Round, need.Receiver);
            html.Write("</td><td>"u8);
            FieldText.Write(html, texts, need.Criticality);
            html.Write("</td><td class=\"prose\">"u8);
            if (need.Suggested.IsEmpty) html.Write($"<span class=\"quiet\">{texts["needdesk.suggestions.none"]}</span>");
            foreach (var named in need.Suggested) html.Write($"<div>{NeedWords.WithKind(desk, named.Target, named.Name.In(texts.Language))} <span class=\"quiet\">{NeedWords.Why(texts, named)}</span></div>");
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static void Contradictions(HtmlWriter html, DeskVisit desk, NeedBook book, NeedQueue queue, IEnumerable<Contradiction> contradictions)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["needdesk.contradictions.caption"], captionShown: false);
        Parts.Headings(html, (texts["needdesk.sentence"], false), (texts["needdesk.severity"], false), (texts["needdesk.asked"], false));
        foreach (var one in contradictions)
        {
            html.Write($"<tr><th scope=\"row\" class=\"prose\"><a class=\"ds-link\" href=\"{desk.Root}{AskLink.AddressOf(book.Register, one, book.Round)}\">{one.Sentence.In(texts.Language)}</a></th><td>");
            NeedWords.Severity(html, texts, one.Severity);
            html.Write("</td><td>"u8);
            if (queue.AskedAbout(book, one) is { } asked) html.Write($"{texts["needdesk.asked.on", LocalTime.Day(asked.AskedAt, desk.Definition)]}{(asked.Reply is null ? "" : texts["needdesk.asked.replied"])}");
            else html.Write($"<span class=\"quiet\">{texts["needdesk.asked.no"]}</span>");
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static void Answers(HtmlWriter html, DeskVisit desk, NeedBook book, IEnumerable<Answered> answers, ActorNames names)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["needdesk.answers.caption"], captionShown: false);
        Parts.Headings(html, (texts["audit.when"], false), (texts["needdesk.from"], false), (texts["needdesk.row"], false), (texts["needdesk.answer"], false));
        foreach (var answer in answers)
        {
            var need = book.Find(answer.Receiver, answer.Key);
            html.Write($"<tr><td>{RoundWords.Moment(answer.At, desk.Definition)}<div class=\"quiet\">{names.Of(answer.By, texts)}</div></td><td>{NeedWords.NameOf(desk, TargetRef.Of(answer.From))}</td><th scope=\"row\" class=\"prose\">");
            if (need is not null) html.Write($"<a class=\"ds-link\" href=\"{desk.Root}{NeedWords.AddressOf(need)}{NeedWords.QueryOf(desk, book.Round.Round)}\">{need.Receiver.Facts.Name}: {NeedWords.Line(need.Dependency, texts)}</a>");
            else html.Write($"{NeedWords.NameOf(desk, TargetRef.Of(answer.Receiver))} <span class=\"quiet\">{texts["needdesk.rowGone"]}</span>");
            html.Write($"</th><td class=\"prose\">{(answer.Kind is { } kind ? texts["needdesk.answer." + kind] : texts["needdesk.reply"])}{(answer.DeliverBy is { } by ? $", {by.ToText(texts.Language)}" : "")}{(answer.Words.Length > 0 ? ": " + answer.Words : "")}</td></tr>");
        }

        Parts.EndTable(html);
    }
}
