using System.CommandLine;
using System.Globalization;
using Samstyre.App.Cli;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Templates;

/// <summary><c>samstyre template</c>: the form as a file to fill in.</summary>
internal static class TemplateVerb
{
    private const string About = """
        Writes the form as a file to fill in: blank, or with an initiative's last report for a round.

        Examples:
          samstyre template --format docx --out form.docx
          samstyre template --initiative 164 --round 2020-12 --format xlsx --lang en --out form.xlsx
        """;

    public static Command Command()
    {
        var portfolio = SharedOptions.Portfolio();
        var initiative = new Option<string?>("--initiative") { Description = "National id of the initiative whose last report stands in it; a blank form unless told" };
        var round = new Option<string?>("--round") { Description = "Code of the round that it is for; the latest unless told" };
        var format = new Option<string>("--format") { Description = string.Join(", ", TemplateFormats.All.Select(one => one.Extension)), DefaultValueFactory = _ => TemplateFormats.All[0].Extension };
        format.AcceptOnlyFromAmong([.. TemplateFormats.All.Select(one => one.Extension)]);
        var language = new Option<string>("--lang", "--language") { Description = "Language of its help: nb, nn or en", DefaultValueFactory = _ => "nb" };
        language.AcceptOnlyFromAmong("nb", "nn", "en");
        var output = new Option<string?>("--out") { Description = "File to write; must not exist" };
        var command = new Command("template", About) { portfolio, initiative, round, format, language, output };
        command.SetAction((parsed, cancellation) => Template(
            parsed.GetValue(portfolio), parsed.GetValue(initiative), parsed.GetValue(round), TemplateFormats.All.First(one => one.Extension == parsed.GetValue(format)), ScreenTexts.Of(parsed.GetValue(language))!.Language,
            parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> Template(string? code, string? initiative, string? roundCode, TemplateFormat format, Language language, string? output, CancellationToken cancellation)
    {
        if (File.Exists(output)) throw new CliRefusal($"{output} exists already: choose another name.");
        if (output is null && !Console.IsOutputRedirected) throw new CliRefusal($"A {format.Extension} file is not for the terminal: name a file with --out.");
        if (initiative is null && !TemplateFormats.Forms.Contains(format)) throw new CliRefusal($"A {format.Extension} file shows a filled form: name an initiative with --initiative.");
        await using var store = await OpenStore.Open(cancellation);
        var history = await store.History(code, null, cancellation);
        var round = await RoundOf(store.Db, history, roundCode, cancellation);
        var report = initiative is null ? null : await ReportOf(store.Db, history, initiative, round, cancellation);
        var template = new FormTemplate(FormValues.Of(report, round.CollectedOn.Year).Prior, history.Definition, language) { Initiative = initiative, Round = round.Code, Month = round.Month };
        try
        {
            using var whole = new MemoryStream();
            format.Write(whole, template);
            await using var target = output is null ? Console.OpenStandardOutput() : new FileStream(output, FileMode.CreateNew);
            await target.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && output is not null)
        {
            throw new CliRefusal($"{output} could not be written: {e.Message.TrimEnd('.')}. Choose a folder with room that you may write to.", e);
        }

        return CommandLine.Done;
    }

    /// <summary>A round that is planned, open or done.</summary>
    private static async Task<Round> RoundOf(Db db, PortfolioHistory history, string? code, CancellationToken cancellation)
    {
        if (code is not null && history.At(code) is null && (await CalendarStore.List(db, history.PortfolioId, cancellation)).FirstOrDefault(round => round.Code == code) is { } planned) return planned.Round;
        return history.Snapshot(code).Round;
    }

    /// <summary>What an initiative reported last, in the round or before it.</summary>
    private static async Task<Report> ReportOf(Db db, PortfolioHistory history, string initiative, Round round, CancellationToken cancellation)
    {
        var standing = history.Snapshots.Where(snapshot => snapshot.Round.CollectedOn <= round.CollectedOn).Reverse().SelectMany(snapshot => snapshot.Standings).FirstOrDefault(standing => InitiativeLink.KeyOf(standing.Initiative) == initiative)
            ?? throw new CliRefusal(string.Create(CultureInfo.InvariantCulture, $"No initiative {initiative} has reported in or before {round.Code}: samstyre initiatives lists them."));
        return await ReportStore.Read(db, history.PortfolioId, standing.ReportId, cancellation) is { } stored ? ReportJson.FromUtf8(stored.Json.Span) : throw new InvalidOperationException("A report of the portfolio is not in the store.");
    }
}
