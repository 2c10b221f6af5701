using Samstyre.Analysis;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The two sides of dependencies on the page of an initiative: who waits for it, and what its own rows name.</summary>
/// <param name="Register">What the initiatives of the round need.</param>
/// <param name="Initiative">Whose page it is.</param>
internal sealed record InitiativeNeeds(DependencyRegister Register, Guid Initiative)
{
    /// <summary>Who waits for it, for what, and what it has answered.</summary>
    public void Others(HtmlWriter html, Visit visit)
    {
        var texts = visit.Texts;
        var needs = OthersNeeds.On(Register, Initiative).ToList();
        html.Write($"<section class=\"part\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"andre-venter\">{texts["others.public"]}</h2>");
        if (needs.Count == 0)
        {
            html.Write($"<p>{texts["others.public.none"]}</p></section>");
            return;
        }

        Parts.BeginTable(html, texts["others.public"], captionShown: false);
        Parts.Headings(html, (texts["others.who"], false), (texts["others.what"], false), (texts["others.neededBy"], false), (texts["dependency.criticality"], false), (texts["others.status"], false), (texts["sides.title"], false));
        foreach (var need in needs)
        {
            var row = need.Dependency!;
            html.Write("<tr><th scope=\"row\">"u8);
            InitiativeLink.Write(html, visit.Root, need.Receiver);
            html.Write("</th><td class=\"prose\">"u8);
            FieldText.Write(html, texts, row.What ?? row.On);
            if (need.PartsMadeBy(Initiative) is { } parts) html.Write($"<span class=\"item quiet\">{texts["others.byPart", parts.In(texts.Language)]}</span>");
            html.Write("</td>"u8);
            foreach (var value in (object?[])[row.Deadline is { } deadline ? deadline : row.DeadlineText, row.Criticality, row.Status])
            {
                html.Write("<td class=\"prose\">"u8);
                FieldText.Write(html, texts, value);
                html.Write("</td>"u8);
            }

            html.Write("<td>"u8);
            SidesMark.Write(html, texts, StateOf(need, Initiative));
            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
        html.Write("</section>"u8);
    }

    /// <summary>Its own dependencies by their key: the rows of its report.</summary>
    public IReadOnlyDictionary<string, RegisteredNeed> Own { get; } =
        Register.NeedsOf(Initiative).Where(need => !need.IsPrerequisite).ToDictionary(need => need.Key, StringComparer.Ordinal);

    /// <summary>What a row names, with the state between the sides where that is an initiative.</summary>
    public void Named(HtmlWriter html, Visit visit, RegisteredNeed? need)
    {
        var texts = visit.Texts;
        if (need is null || need.Named.IsEmpty)
        {
            html.Write($"<span class=\"quiet\">{texts["others.names.nothing"]}</span>");
            return;
        }

        html.Write("<ul class=\"plain\">"u8);
        foreach (var named in need.Named)
        {
            html.Write("<li>"u8);
            Target(html, visit, named);
            TargetLink.Makers(html, visit, Register, need, named, maker =>
            {
                html.Write(" "u8);
                SidesMark.Write(html, texts, StateOf(need, maker));
            });
            if (named.Target is { Kind: TargetKind.Initiative, Initiative: { } giver } && giver != Initiative)
            {
                html.Write(" "u8);
                SidesMark.Write(html, texts, StateOf(need, giver));
            }

            html.Write("</li>"u8);
        }

        html.Write("</ul>"u8);
    }

    private static void Target(HtmlWriter html, Visit visit, NamedTarget named)
    {
        var name = named.Name.In(visit.Texts.Language);
        switch (named.Target)
        {
            case { Kind: TargetKind.Initiative, Initiative: { } id } when visit.Round.Standing(id) is { } standing: InitiativeLink.Write(html, visit.Root, standing); break;
            case { Kind: TargetKind.Deliverable }: html.Write($"<span class=\"quiet\">{visit.Texts["others.names.deliverable", name]}</span>"); break;
            case { Kind: TargetKind.Organisation } organisation: html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/virksomheter/{organisation.Key}\">{name}</a>"); break;
            default: html.Write($"{name}"); break;
        }
    }

    private BothSides StateOf(RegisteredNeed need, Guid giver) => NeedAnswers.StateOf(need.NeededBy, OthersNeeds.AnswerOf(Register.Answers, need, giver));
}
