using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>Every initiative of a portfolio with the name that it goes by now: what the pages about lives and segments show.</summary>
/// <param name="All">By identity.</param>
/// <param name="Names">What an initiative is called in its latest report; those that never reported are left out.</param>
internal sealed record LifeBook(IReadOnlyDictionary<Guid, Initiative> All, IReadOnlyDictionary<Guid, string> Names)
{
    public const string Address = "/livslop";

    public static async Task<LifeBook> Of(DeskVisit desk)
    {
        var all = await LifeStore.Initiatives(desk.Db, desk.Definition.Code, desk.Cancellation);
        var names = new Dictionary<Guid, string>();
        foreach (var round in desk.Portfolio.Rounds)
        {
            foreach (var standing in round.Snapshot.Standings) names[standing.Initiative.Id] = standing.Facts.Name;
        }

        return new(all.ToDictionary(initiative => initiative.Id), names);
    }

    /// <summary>By the key that addresses carry; null where there is none.</summary>
    public Initiative? Find(string key) => All.Values.FirstOrDefault(initiative => InitiativeLink.KeyOf(initiative) == key);

    public string NameOf(Initiative initiative) => Names.GetValueOrDefault(initiative.Id, initiative.Name);

    /// <summary>All by name; of two with one name the older first.</summary>
    public IEnumerable<Initiative> Sorted() => All.Values.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ThenBy(initiative => initiative.Id);

    /// <summary>A link to an initiative's life.</summary>
    public void Link(HtmlWriter html, DeskVisit desk, Initiative initiative) =>
        html.Write($"<a class=\"ds-link\" href=\"{desk.Root}{Address}/{InitiativeLink.KeyOf(initiative)}\">{NameOf(initiative)}</a>");

    /// <summary>The initiatives that one can go on in, for a list of choices.</summary>
    public IEnumerable<(string Value, string Label)> Choices(Initiative but) => Sorted()
        .Where(initiative => initiative.Id != but.Id && initiative.Life is [.., { Stage: LifeStage.InPortfolio }])
        .Select(initiative => (InitiativeLink.KeyOf(initiative), initiative.NationalId is { } id ? $"{NameOf(initiative)} ({id})" : NameOf(initiative)));

    /// <summary>The name of a segment; that none is stated for null, and the code of one that the portfolio no longer has.</summary>
    public static string SegmentName(string? code, PortfolioDefinition portfolio, TextSet texts) =>
        code is null ? texts["notStated"] : portfolio.Segments.FirstOrDefault(segment => segment.Code == code)?.Name.In(texts.Language) ?? code;

    /// <summary>That something was done, after the page was sent on.</summary>
    public static void Done(HtmlWriter html, DeskVisit desk)
    {
        var texts = desk.Texts;
        var done = desk.Http.Request.Query["lagret"].ToString() switch { "steg" => texts["life.done.step"], "segment" => texts["life.done.segment"], "avslag" => texts["life.done.declined"], _ => null };
        if (done is not null) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{done}</p></div>");
    }

    /// <summary>The sentence beside a field; null where nothing is wrong with it.</summary>
    public static string? ErrorOf(IReadOnlyList<Problem> problems, string field, TextSet texts) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Fields.SentenceOf(problem, texts) : null;
}
