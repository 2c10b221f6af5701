using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Sends the question that was posted.</summary>
internal static class Asking
{
    /// <summary>Asks those of some that were ticked, and tells their portfolio contacts. The same words that still wait for an answer are not asked twice.</summary>
    /// <returns>How many were asked, or what is wrong at its field of the form.</returns>
    public static async Task<Outcome<int>> Send(DeskVisit desk, IEnumerable<(Standing Standing, AskedOn On)> sides, ContradictionRule? rule)
    {
        var words = desk.Posted("sporsmal").ReplaceLineEndings("\n").Trim();
        var ticked = desk.Http.Request.Form["hvem"].ToHashSet();
        var asked = sides.Where(side => ticked.Contains(side.Standing.Initiative.Id.ToString("N"))).ToList();
        var waiting = (await NeedStore.Questions(desk.Db, desk.PortfolioId, null, null, desk.Cancellation))
            .Where(question => question.Words == words && question.Reply is null).Select(question => new AskedOn(question.Receiver, question.Need, question.Asked)).ToHashSet();
        var fresh = asked.Where(side => !waiting.Contains(side.On)).ToList();
        if (asked.Count > 0 && fresh.Count == 0) return 0;
        var saved = await NeedStore.Ask(desk.Db, desk.PortfolioId, [.. fresh.Select(side => side.On)], rule?.ToString(), words, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (!saved.Succeeded) return saved.Problems[0] is { Field: "ord" } problem ? problem with { Field = "sporsmal" } : saved;
        await NeedLetters.Asked(desk, fresh[0].On, [.. fresh.Select(side => side.Standing)]);
        return saved;
    }
}
