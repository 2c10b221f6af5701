using System.CommandLine;
using Samstyre.Domain;
using Samstyre.App.Cli;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;

namespace Samstyre.App.Features.Exports;

/// <summary><c>samstyre export</c>: a round as CSV or JSON.</summary>
internal static class ExportVerb
{
    private const string About = """
        Writes a round as CSV for a spreadsheet, or as JSON with the whole reports, to standard output or a file.

        Examples:
          samstyre export --round 2020-10 > round.csv
          samstyre export --round 2020-10 --format json --out round.json
          samstyre export --language en
        """;

    public static Command Command()
    {
        var portfolio = SharedOptions.Portfolio();
        var round = new Option<string?>("--round") { Description = "Code of the round; the latest unless told" };
        var format = new Option<string>("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var json = new Option<bool>("--json") { Description = "The same as --format json" };
        var language = new Option<string>("--language") { Description = "Language of the table: nb, nn or en", DefaultValueFactory = _ => "nb" };
        language.AcceptOnlyFromAmong("nb", "nn", "en");
        var output = new Option<string?>("--out") { Description = "File to write; must not exist" };
        var asOf = SharedOptions.AsOf();
        var command = new Command("export", About) { portfolio, round, asOf, format, json, language, output };
        command.SetAction((parsed, cancellation) => Export(
            parsed.GetValue(portfolio), parsed.GetValue(round), parsed.GetValue(asOf), parsed.GetValue(json) || parsed.GetValue(format) == "json", ScreenTexts.Of(parsed.GetValue(language))!, parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> Export(string? code, string? round, DateTimeOffset? asOf, bool json, TextSet texts, string? output, CancellationToken cancellation)
    {
        if (File.Exists(output)) throw new CliRefusal($"{output} exists already: choose another name.");
        await using var store = await OpenStore.Open(cancellation);
        var history = await store.History(code, asOf, cancellation);
        var snapshot = history.Snapshot(round);
        try
        {
            await using var target = output is null ? Console.OpenStandardOutput() : new FileStream(output, FileMode.CreateNew);
            if (json) await RoundJson.Write(target, ExportEndpoints.Reports(history.PortfolioId, snapshot.Standings.Select(standing => standing.ReportId), ReportMask.None, PortfolioSource.Of(store.Db), cancellation), cancellation);
            else await RoundCsv.Write(target, snapshot, snapshot.Standings, texts.Language, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && output is not null)
        {
            throw new CliRefusal($"{output} could not be written: {e.Message.TrimEnd('.')}. Choose a folder with room that you may write to.", e);
        }

        return CommandLine.Done;
    }
}
