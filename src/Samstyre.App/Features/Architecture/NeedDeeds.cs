using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Carries out what is done on the page of a dependency.</summary>
internal static class NeedDeeds
{
    /// <summary>Says what words name, that they name nobody, or takes back what was taught.</summary>
    public static Task Teach(DeskVisit desk) => Do(desk, desk.Posted("valg") == "tilbake" ? "tilbake" : "navn", async (book, need) =>
    {
        var words = desk.Posted("ord");
        IReadOnlyCollection<TargetRef>? targets = [];
        switch (desk.Posted("valg"))
        {
            case "tilbake": break;
            case "ingen":
                targets = null;
                // That somebody is not followed is said of a whole field.
                words = need.Dependency!.On ?? "";
                break;
            default:
                targets = [.. Ticked(desk).Where(target => book.Register.Targets.Find(target) is not null)];
                if (targets.Count == 0) return [new("TargetMissing", "mal", "Tick at least one, or search for another.")];
                break;
        }

        return (await KnownNames.Teach(desk.Db, desk.Definition.Code, words, targets, desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
    });

    /// <summary>Asks one side or both.</summary>
    public static Task Ask(DeskVisit desk) => Do(desk, "spurt", async (book, need) =>
    {
        var rule = AskForm.About(book, need, desk.Http.Request.Query["regel"].ToString())?.Rule;
        return (await Asking.Send(desk, AskForm.Sides(book, need).Select(side => (side, new AskedOn(need.Receiver.Initiative.Id, need.Key, side.Initiative.Id))), rule)).Problems;
    });

    /// <summary>Keeps a note.</summary>
    public static Task Note(DeskVisit desk) => Do(desk, "notat", async (_, need) =>
        (await NeedStore.Note(desk.Db, desk.PortfolioId, need.Receiver.Initiative.Id, need.Key, desk.Posted("notat").ReplaceLineEndings("\n"), desk.Actor.Code, desk.Now, desk.Cancellation)).Problems);

    private static IEnumerable<TargetRef> Ticked(DeskVisit desk)
    {
        foreach (var text in desk.Http.Request.Form["mal"])
        {
            if (TargetRef.TryParse(text, out var target)) yield return target;
        }
    }

    private static async Task Do(DeskVisit desk, string done, Func<NeedBook, RegisteredNeed, Task<IReadOnlyList<Problem>>> deed)
    {
        if (await NeedPage.Find(desk) is not var (book, need))
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var problems = await deed(book, need);
        var query = NeedWords.QueryOf(desk, book.Round.Round);
        if (problems.Count == 0) desk.GoTo($"{NeedWords.AddressOf(need)}{(query.Length == 0 ? "?" : query + "&")}lagret={done}");
        else await NeedPage.Show(desk, problems);
    }
}
