using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>An answer that was refused: what was written is kept.</summary>
/// <param name="Key">Which proposal.</param>
/// <param name="Reason">What was written.</param>
/// <param name="Problem">Why.</param>
internal sealed record RefusedAnswer(string Key, string Reason, Problem Problem);

/// <summary>The open proposals of other segments, each with its form.</summary>
internal static class ProposalForms
{
    /// <summary>What tells a proposal from others: another one where its facts are others.</summary>
    public static string KeyOf(SegmentProposal proposal) => $"{InitiativeLink.KeyOf(proposal.Standing.Initiative)}-{proposal.Rule}-{proposal.EvidenceKey[..8]}";

    public static void Write(HtmlWriter html, DeskVisit desk, LifeBook book, IReadOnlyList<SegmentProposal> open, RefusedAnswer? refused)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["life.proposals"]}</h2><p>{texts["life.proposals.lead", desk.Portfolio.Latest!.Round.Month.ToText(texts.Language)]}</p><ul class=\"proposals\">");
        foreach (var proposal in open) One(html, desk, book, proposal, refused?.Key == KeyOf(proposal) ? refused : null);
        html.Write("</ul>"u8);
    }

    private static void One(HtmlWriter html, DeskVisit desk, LifeBook book, SegmentProposal proposal, RefusedAnswer? refused)
    {
        var texts = desk.Texts;
        var key = KeyOf(proposal);
        var (from, to) = (LifeBook.SegmentName(proposal.From, desk.Definition, texts), LifeBook.SegmentName(proposal.To, desk.Definition, texts));
        html.Write("<li><h3 class=\"ds-heading\" data-size=\"xs\">"u8);
        book.Link(html, desk, proposal.Standing.Initiative);
        html.Write($"</h3><p><strong>{texts["life.proposal.move", from, to]}</strong> {proposal.Sentence.In(texts.Language)}</p><form method=\"post\" class=\"ask\" action=\"{desk.Root}{LifeBook.Address}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"forslag\" value=\"{key}\">");
        Fields.Input(html, new("grunn-" + key, texts["life.reason"], refused?.Reason ?? "") { Help = texts["life.proposal.help"], Error = refused is null ? null : Fields.SentenceOf(refused.Problem, texts) });
        html.Write("<div class=\"row\">"u8);
        Button("primary", "ja", texts["life.accept"]);
        Button("secondary", "nei", texts["life.decline"]);
        html.Write("</div></form></li>"u8);

        // Whoever only hears the button must hear what it answers.
        void Button(string variant, string value, string label) => html.Write(
            $"<button class=\"ds-button\" data-variant=\"{variant}\" data-size=\"sm\" type=\"submit\" name=\"svar\" value=\"{value}\">{label}<span class=\"ds-sr-only\">: {book.NameOf(proposal.Standing.Initiative)}</span></button>");
    }

    /// <summary>What was declined, with the reasons.</summary>
    public static void Declined(HtmlWriter html, DeskVisit desk, LifeBook book, IReadOnlyList<SegmentAnswer> answers)
    {
        var texts = desk.Texts;
        var declined = answers.Where(answer => !answer.Accepted && book.All.ContainsKey(answer.Initiative)).ToList();
        if (declined.Count == 0) return;
        html.Write($"<details class=\"ds-details\"><summary>{texts.Count("life.declined", declined.Count)}</summary><ul class=\"plain\">");
        foreach (var answer in declined)
        {
            html.Write("<li>"u8);
            book.Link(html, desk, book.All[answer.Initiative]);
            html.Write($", {LocalTime.Day(answer.AnsweredAt, desk.Definition)}: {answer.Reason}</li>");
        }

        html.Write("</ul></details>"u8);
    }
}
