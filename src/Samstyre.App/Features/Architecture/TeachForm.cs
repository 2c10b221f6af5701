using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Life;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>What the words name, and the form by which somebody says it. The search is the server's: a portfolio has thousands of names.</summary>
internal static class TeachForm
{
    private const int Hits = 20;

    public static void Write(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        html.Write($"<section id=\"navn\"><h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.teach.title"]}</h2><p>{texts["needdesk.state." + need.State]}</p>");
        if (!need.Named.IsEmpty)
        {
            html.Write("<ul class=\"ds-list\">"u8);
            foreach (var named in need.Named) html.Write($"<li>{NeedWords.WithKind(desk, named.Target, named.Name.In(texts.Language))} <span class=\"quiet\">{NeedWords.Why(texts, named)}</span></li>");
            html.Write("</ul>"u8);
            // Who makes a part is not taught here, but told where the foundation is described.
            if (!need.Makers.IsEmpty) html.Write($"<p class=\"quiet\">{texts["needdesk.makers", string.Join(", ", need.Makers.Select(maker => $"{maker.Name.In(texts.Language)} ({texts["needdesk.maker", maker.Part.Name.In(texts.Language)]})"))]}</p>");
        }

        Taught(html, desk, book, need);
        var sought = desk.Http.Request.Query["sok"].ToString().Trim();
        Search(html, desk, book, need, sought);
        Form(html, desk, need, Offered(desk, book, need, sought), sought, problems);
        html.Write("</section>"u8);
    }

    /// <summary>Taught words that stand in the row, with what they name.</summary>
    private static void Taught(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need)
    {
        var texts = desk.Texts;
        var (on, what) = (Whole(need.Dependency!.On), Whole(need.Dependency.What));
        var own = book.Taught.GroupBy(one => one.Name.Words, StringComparer.Ordinal).Where(words => Whole(words.Key) is var key && (on.Contains(key, StringComparison.Ordinal) || what.Contains(key, StringComparison.Ordinal))).ToList();
        if (own.Count == 0) return;
        html.Write($"<h3 class=\"ds-heading\" data-size=\"sm\">{texts["needdesk.teach.taught"]}</h3><ul class=\"ds-list\">");
        foreach (var words in own)
        {
            html.Write($"<li><form method=\"post\" class=\"inline\" action=\"{NeedPage.DeedOf(desk, need, "navn")}\">");
            FormToken.Write(html, desk.Http);
            html.Write($"<input type=\"hidden\" name=\"ord\" value=\"{words.Key}\">«{words.Key}»: {NamesPage.Meaning(desk, words)}. <span class=\"quiet\">{RoundWords.Moment(words.First().TaughtAt, desk.Definition)}</span> <button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" name=\"valg\" value=\"tilbake\" aria-label=\"{texts["needdesk.forget.label", words.Key]}\">{texts["needdesk.forget"]}</button></form></li>");
        }

        html.Write("</ul>"u8);

        static string Whole(string? text) => $" {OrganisationNames.Key(text)} ";
    }

    private static void Search(HtmlWriter html, DeskVisit desk, NeedBook book, RegisteredNeed need, string sought)
    {
        var texts = desk.Texts;
        html.Write($"<form class=\"ask\" action=\"{desk.Root}{NeedWords.AddressOf(need)}#navn\">");
        if (NeedWords.QueryOf(desk, book.Round.Round).Length > 0) html.Write($"<input type=\"hidden\" name=\"runde\" value=\"{book.Round.Round.Code}\">");
        Fields.Input(html, new("sok", texts["needdesk.search"], sought) { Help = texts["needdesk.search.help"] });
        Fields.Submit(html, texts["needdesk.search.button"], "secondary");
        html.Write("</form>"u8);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, RegisteredNeed need, List<(TargetRef Target, string Label)> offered, string sought, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var posted = desk.Http.Request.HasFormContentType && desk.Http.Request.Form.ContainsKey("valg");
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{NeedPage.DeedOf(desk, need, "navn")}\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new("ord", texts["needdesk.words"], posted ? desk.Posted("ord") : NeedWords.WordsOf(need.Dependency!)) { Help = texts["needdesk.words.help"], Error = LifeBook.ErrorOf(problems, "ord", texts) });
        html.Write($"<fieldset class=\"ds-fieldset\" id=\"mal\" tabindex=\"-1\"><legend class=\"ds-label\" data-weight=\"medium\">{texts["needdesk.targets"]}</legend>");
        if (offered.Count == 0) html.Write($"<p>{(sought.Length > 0 ? texts["needdesk.search.none"] : texts["needdesk.targets.none"])}</p>");
        foreach (var (target, label) in offered)
        {
            html.Write($"<label class=\"choice\"><input class=\"ds-input\" type=\"checkbox\" name=\"mal\" value=\"{target.ToString()}\"");
            if (posted ? desk.Http.Request.Form["mal"].Contains(target.ToString()) : need.Named.Any(named => named.Target == target)) html.Write(" checked"u8);
            html.Write($"><span>{label}</span></label>");
        }

        if (LifeBook.ErrorOf(problems, "mal", texts) is { } error) html.Write($"<p class=\"ds-validation-message\" data-color=\"danger\" data-field=\"validation\">{error}</p>");
        html.Write($"</fieldset><p>{texts["needdesk.teach.everywhere"]}</p><div class=\"row\">");
        Fields.Submit(html, texts["needdesk.teach.button"], name: "valg", value: "mal");
        // Only whole first fields can be said to name nobody.
        if (!string.IsNullOrWhiteSpace(need.Dependency!.On)) Fields.Submit(html, texts["needdesk.teach.nobody"], "secondary", "valg", "ingen");
        html.Write("</div></form>"u8);
    }

    /// <summary>What can be ticked: what was suggested or taken for named, each with why, and what the search found. Deliverables are found through their initiative.</summary>
    private static List<(TargetRef Target, string Label)> Offered(DeskVisit desk, NeedBook book, RegisteredNeed need, string sought)
    {
        var texts = desk.Texts;
        var offered = need.Suggested.Concat(need.Named).Where(named => book.Register.Targets.Find(named.Target) is not null).DistinctBy(named => named.Target)
            .Select(named => (named.Target, $"{NeedWords.WithKind(desk, named.Target, named.Name.In(texts.Language))}, {NeedWords.Why(texts, named)}")).ToList();
        var key = OrganisationNames.Key(sought);
        if (key.Length == 0) return offered;
        offered.AddRange(book.Register.Targets.Entries
            .Where(entry => offered.TrueForAll(other => other.Target != entry.Target) && entry.Names.Any(name => OrganisationNames.Key(name).Contains(key, StringComparison.Ordinal)))
            .Take(Hits).Select(entry => (entry.Target, NeedWords.WithKind(desk, entry.Target, entry.Name.In(texts.Language)))).ToList());
        return offered;
    }
}
