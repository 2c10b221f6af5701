using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>How much others wait for an initiative.</summary>
/// <param name="Waiting">Initiatives that wait.</param>
/// <param name="Unanswered">Their dependencies that it has not answered.</param>
/// <param name="Questions">Questions of the offices about dependencies that it has not answered.</param>
internal sealed record WaitingCount(int Waiting, int Unanswered, int Questions)
{
    /// <summary>Whether there is anything to tell.</summary>
    public bool IsAny => Waiting > 0 || Questions > 0;

    /// <summary>Of one initiative.</summary>
    public static async Task<WaitingCount> Of(DeskVisit desk, Guid initiative) => (await Of(desk, [initiative]))[0];

    /// <summary>Of each of some initiatives, in their order.</summary>
    public static async Task<IReadOnlyList<WaitingCount>> Of(DeskVisit desk, IReadOnlyList<Guid> initiatives)
    {
        var register = desk.Portfolio.Latest is { } round ? await desk.Http.RequestServices.GetRequiredService<ReportShelf>().RegisterSoon(round, desk.Cancellation) : null;
        var questions = await NeedStore.OpenQuestions(desk.Db, desk.PortfolioId, initiatives, desk.Cancellation);
        var answered = desk.Portfolio.History.Answers.Select(answer => (answer.Giver, answer.Receiver, answer.Need)).ToHashSet();
        return [.. initiatives.Select(One)];

        WaitingCount One(Guid giver)
        {
            List<RegisteredNeed> needs = register is null ? [] : [.. OthersNeeds.On(register, giver)];
            return new(needs.DistinctBy(need => need.Receiver.Initiative.Id).Count(), needs.Count(need => !answered.Contains((giver, need.Receiver.Initiative.Id, need.Key))), questions.GetValueOrDefault(giver));
        }
    }

    /// <summary>It in words: how many wait, how many are unanswered, how many questions.</summary>
    public string InWords(TextSet texts) => string.Join(" ", Sentences(texts));

    /// <summary>The box on the pages of a form, with the way to where they are answered.</summary>
    public void Box(HtmlWriter html, DeskVisit desk, string key)
    {
        if (!IsAny) return;
        html.Write($"<div class=\"ds-alert\" data-color=\"{(Unanswered + Questions > 0 ? "warning" : "info")}\"><p>{InWords(desk.Texts)} <a class=\"ds-link\" href=\"{desk.Root}{OthersWaitPage.AddressOf(key)}\">{desk.Texts["others.link"]}</a></p></div>");
    }

    private IEnumerable<string> Sentences(TextSet texts)
    {
        if (Waiting > 0) yield return texts.Count("others.waiting", Waiting);
        if (Waiting > 0) yield return Unanswered == 0 ? texts["others.allAnswered"] : texts.Count("others.unanswered", Unanswered);
        if (Questions > 0) yield return texts.Count("others.asked", Questions);
    }
}
