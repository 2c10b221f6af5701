using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Where those who follow dependencies keep the common foundation and the clarifications up to date.</summary>
internal static class FoundationDesk
{
    public const string Address = "/grunnmur";
    public const string ClarificationAddress = Address + "/forutsetning";
    public const string NewAddress = Address + "/ny";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.FollowDependencies, desk => Show(desk, null, desk.Http.Request.Query["del"].ToString(), desk.Http.Request.Query["forutsetning"].ToString()));
        routes.MapDeed(Address, Right.FollowDependencies, SavePart);
        routes.MapDeed(ClarificationAddress, Right.FollowDependencies, SaveClarification);
        routes.MapDeed(NewAddress, Right.FollowDependencies, AddClarification);
    }

    private static async Task SavePart(DeskVisit desk)
    {
        var posted = new PostedPlan(desk);
        var (from, planned) = (posted.Date("fra"), posted.Date("klar"));
        var plan = new PartPlan(posted.Text("ansvarlig"), from, planned, posted.Choice<TrafficLight>("status"), posted.Choice<FundingState>("finansiering"));
        var key = desk.Posted("del");
        if (!TargetRef.TryParse(key, out var target)) target = new(TargetKind.Measure, "");
        var problem = posted.Problem ?? await Save(desk, definition => FoundationChanges.Plan(definition, target, plan));
        if (problem is not null) await Show(desk, problem, key, "");
    }

    private static async Task SaveClarification(DeskVisit desk)
    {
        var posted = new PostedPlan(desk);
        var plan = PlanOf(posted);
        var code = desk.Posted("forutsetning");
        var problem = posted.Problem ?? await Save(desk, definition => FoundationChanges.Follow(definition, code, plan));
        if (problem is not null) await Show(desk, problem, "", code);
    }

    private static async Task AddClarification(DeskVisit desk)
    {
        var posted = new PostedPlan(desk);
        var (plan, kind) = (PlanOf(posted), posted.Choice<ClarificationKind>("slag"));
        var problem = posted.Problem ?? await Save(desk, definition => FoundationChanges.Add(definition, kind, desk.Posted("navn"), plan));
        if (problem is not null) await Show(desk, problem, "", "");
    }

    private static ClarificationPlan PlanOf(PostedPlan posted) =>
        new(posted.Text("ansvarlig"), posted.Date("frist"), posted.Choice<TrafficLight>("status"), posted.Text("paplass") is not null);

    // Null where it was saved; the person is on the way to the list then.
    private static async Task<Problem?> Save(DeskVisit desk, Func<PortfolioDefinition, Outcome<PortfolioDefinition>> change)
    {
        var saved = await PortfolioChange.Save(desk.Db, desk.Definition.Code, change, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (!saved.Succeeded) return saved.Problems[0];
        desk.GoTo(Address + "?lagret=ja");
        return null;
    }

    private static async Task Show(DeskVisit desk, Problem? problem, string part, string clarification)
    {
        var definition = (await PortfolioStore.Find(desk.Db, desk.Definition.Code, desk.Cancellation))!.Definition;
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Foundation, texts["foundationDesk.title"]);
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["foundationDesk.title"]}</h1><p class=\"lead\">{texts["foundationDesk.lead"]}</p>");
                if (problem is null && desk.Http.Request.Query["lagret"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["foundationDesk.saved"]}</p></div>");
                if (problem is not null) Fields.Summary(html, texts, [(problem.Field is null or "del" ? "" : problem.Field, Fields.SentenceOf(problem, texts))]);
                var chosen = definition.Foundation.Parts().FirstOrDefault(one => one.Target.ToString() == part);
                var followed = definition.Clarifications.FirstOrDefault(one => one.Code == clarification);
                if (chosen.Part is not null) FoundationForms.Part(html, desk, definition, chosen.Target, chosen.Part, problem);
                else if (followed is not null) FoundationForms.Clarification(html, desk, followed, problem);
                FoundationForms.Lists(html, desk, definition);
                // The fields of the forms share their names: one form stands on the page at a time.
                if (chosen.Part is null && followed is null) FoundationForms.New(html, desk, problem);
                Shell.End(html, texts);
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
