using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Where the offices run a simulation of a round.</summary>
internal static class SimulationPage
{
    public const string Address = "/avhengigheter/simulering";

    private const string OwnDistribution = "egen";
    private static readonly int[] RunChoices = [1_000, 2_000, 5_000, 10_000];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var (shelf, contents) = (routes.ServiceProvider.GetRequiredService<ReportShelf>(), routes.ServiceProvider.GetRequiredService<RoundContents>());
        routes.MapDesk(Address, Right.FollowDependencies, desk => Show(desk, contents, Asked.Of(key => desk.Http.Request.Query[key].ToString()), []));
        routes.MapDeed(Address, Right.FollowDependencies, desk => Run(desk, shelf, contents));
    }

    private static async Task Run(DeskVisit desk, ReportShelf shelf, RoundContents contents)
    {
        var asked = Asked.Of(desk.Posted);
        var problems = new List<Problem>();
        if (!int.TryParse(asked.Runs, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) || !RunChoices.Contains(runs)) problems.Add(new("SimulationRuns", "kjoringer", "Choose how many runs."));
        if (!long.TryParse(asked.Seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)) problems.Add(new("SimulationSeed", "fro", "Write a whole number."));
        var own = asked.Kind == OwnDistribution ? LatenessDistribution.Read(asked.Distribution) : null;
        if (own is { Succeeded: false }) problems.AddRange(own.Problems);
        var round = desk.Portfolio.Round(asked.Round) ?? desk.Portfolio.Latest;
        if (round is null) problems.Add(new("SimulationWithoutRound", "runde", "There is no round to simulate yet."));
        if (problems.Count > 0 || round is null || (await shelf.Figures(round, desk.Cancellation)).Register is not { } register)
        {
            await Show(desk, contents, asked, problems);
            return;
        }

        var distribution = own?.Value ?? LatenessDistribution.Of(await Content(desk, contents, round));
        await Simulations.Keep(desk.Db, desk.PortfolioId, round.Round.Id, SimulationContent.Run(RippleMap.Of(register), distribution, seed, runs, desk.Now, desk.Actor.Code), desk.Cancellation);
        desk.GoTo($"{Address}?lagret=ja&runde={Uri.EscapeDataString(round.Round.Code)}");
    }

    private static Task<RoundContent> Content(DeskVisit desk, RoundContents contents, RoundIndex round) =>
        contents.Load(desk.Portfolio.History, round.Snapshot, null, round.Mask, desk.Cancellation);

    private static async Task Show(DeskVisit desk, RoundContents contents, Asked asked, List<Problem> problems)
    {
        var round = desk.Portfolio.Round(asked.Round) ?? desk.Portfolio.Latest;
        var seen = round is null ? null : LatenessDistribution.Of(await Content(desk, contents, round));
        var last = round is null ? null : await Simulations.Last(desk.Db, desk.PortfolioId, round.Round.Id, desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Dependencies, texts["simulation.title"]);
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["simulation.title"]}</h1><p class=\"lead\">{texts["simulation.lead"]}</p>");
                if (problems.Count == 0 && round is not null && desk.Http.Request.Query["lagret"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["simulation.saved"]} <a class=\"ds-link\" href=\"{ResultOf(desk, round)}\">{texts["simulation.see"]}</a></p></div>");
                Fields.Summary(html, texts, [.. problems.Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
                if (round is null) html.Write($"<p>{texts["problem.SimulationWithoutRound"]}</p>");
                else
                {
                    if (last is not null) html.Write($"<p>{texts["simulation.last", LocalTime.Text(last.RunAt, desk.Definition), texts.Number(last.Runs)]} <a class=\"ds-link\" href=\"{ResultOf(desk, round)}\">{texts["simulation.see"]}</a></p>");
                    Form(html, desk, round, seen!, asked, problems);
                }

                Shell.End(html, texts);
            },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static string ResultOf(DeskVisit desk, RoundIndex round) => $"/{desk.Texts.Code}/{desk.Definition.Code}/{round.Round.Code}{RipplePage.Address}#simulering";

    private static void Form(HtmlWriter html, DeskVisit desk, RoundIndex round, LatenessDistribution seen, Asked asked, List<Problem> problems)
    {
        var texts = desk.Texts;
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}{Address}\">");
        FormToken.Write(html, desk.Http);
        Fields.Select(html, new("runde", texts["round"], round.Round.Code), desk.Portfolio.Rounds.Reverse().Select(one => (one.Round.Code, one.Round.Month.ToText(texts.Language))));
        Fields.Select(html, new("kjoringer", texts["simulation.runs"], asked.Runs) { Help = texts["simulation.runs.help"], Error = ErrorOf("kjoringer") }, RunChoices.Select(runs => (runs.ToString(CultureInfo.InvariantCulture), texts.Number(runs))));
        Fields.Input(html, new("fro", texts["simulation.seed"], asked.Seed) { Help = texts["simulation.seed.help"], Error = ErrorOf("fro"), Width = "short" });
        Fields.Radios(html, new("bruk", texts["simulation.distribution"], asked.Kind == OwnDistribution ? OwnDistribution : ""), [("", texts["simulation.default", texts["simulation.origin." + seen.Origin], seen.ToText()]), (OwnDistribution, texts["simulation.own"])]);
        Fields.Area(html, new("fordeling", texts["simulation.own.list"], asked.Distribution) { Help = texts["simulation.own.help"], Error = ErrorOf("fordeling") });
        Fields.Submit(html, texts["simulation.run"]);
        html.Write("</form>"u8);

        string? ErrorOf(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Fields.SentenceOf(problem, texts) : null;
    }

    /// <summary>What a simulation is asked for, as posted.</summary>
    private sealed record Asked(string Round, string Runs, string Seed, string Kind, string Distribution)
    {
        public static Asked Of(Func<string, string> value) => new(value("runde"), Or(value("kjoringer"), "10000"), Or(value("fro"), "1"), value("bruk"), value("fordeling"));

        private static string Or(string value, string otherwise) => value.Length > 0 ? value : otherwise;
    }
}
