using System.CommandLine;
using Samstyre.App.Cli;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary><c>samstyre report</c>: the portfolio report of a round, or all its forms, as a file.</summary>
internal static class ReportVerb
{
    private const string About = """
        Writes the portfolio report of a round as Word, PDF, web page, Excel or open data, to standard output or a file.

        Examples:
          samstyre report --round 2020-10 --format docx --out report.docx
          samstyre report --round 2020-10 --format pdf --compare 2020-03 --lang en --out report.pdf
          samstyre report --forms --format docx --out forms.docx
          samstyre report --format json | jq .figures
        """;

    public static Command Command()
    {
        var portfolio = SharedOptions.Portfolio();
        var round = new Option<string?>("--round") { Description = "Code of the round; the latest unless told" };
        var compare = new Option<string?>("--compare") { Description = "Code of an earlier round to compare with; the one before unless told" };
        var format = new Option<string>("--format") { Description = "docx, pdf, html, xlsx, csv or json", DefaultValueFactory = _ => "docx" };
        format.AcceptOnlyFromAmong([.. ReportFormats.All.Select(one => one.Extension)]);
        var language = new Option<string>("--lang", "--language") { Description = "nb, nn or en", DefaultValueFactory = _ => "nb" };
        language.AcceptOnlyFromAmong("nb", "nn", "en");
        var forms = new Option<bool>("--forms") { Description = "All forms of the round instead, per organisation: docx, pdf or html" };
        var output = new Option<string?>("--out") { Description = "File to write; must not exist" };
        var command = new Command("report", About) { portfolio, round, compare, format, language, forms, output };
        command.SetAction((parsed, cancellation) => Report(
            parsed.GetValue(portfolio), parsed.GetValue(round), parsed.GetValue(compare), parsed.GetValue(format)!, ScreenTexts.Of(parsed.GetValue(language))!.Language,
            parsed.GetValue(forms), parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> Report(string? code, string? roundCode, string? compare, string extension, Language language, bool forms, string? output, CancellationToken cancellation)
    {
        if (File.Exists(output)) throw new CliRefusal($"{output} exists already: choose another name.");
        var format = (forms ? ReportFormats.Documents : ReportFormats.All).FirstOrDefault(one => one.Extension == extension)
            ?? throw new CliRefusal($"Forms are written as {string.Join(", ", ReportFormats.Documents.Select(one => one.Extension))}, not as {extension}.");
        if (output is null && !format.IsText && !Console.IsOutputRedirected) throw new CliRefusal($"A {extension} file is not for the terminal: name a file with --out.");
        await using var store = await OpenStore.Open(cancellation);
        var history = await store.History(code, null, cancellation);
        var index = new PortfolioIndex(history);
        var round = index.Round(history.Snapshot(roundCode).Round.Code)!;
        var compared = compare is null ? null : index.Round(history.Snapshot(compare).Round.Code)!;
        if (compared is not null && compared.Position >= round.Position) throw new CliRefusal($"The round {compare} is not before {round.Round.Code}: compare with an earlier one.");
        var shelf = new ReportShelf(PortfolioSource.Of(store.Db));
        if (!forms && compared is not null && !round.Comparable.Contains(compared))
            throw new CliRefusal($"The round {compare} was not published when {round.Round.Code} was, so its report knows nothing of it: publish {round.Round.Code} anew after it, or compare with another round.");
        var figures = forms ? null : await shelf.Figures(round, compared, cancellation);
        ReportMaterial material = figures is null
            ? new(null, await shelf.Forms(round, language, cancellation))
            : new(figures, await shelf.Document(round, compared, language, format.Length, cancellation), ReportShelf.Edition(round, figures));
        try
        {
            await using var target = output is null ? Console.OpenStandardOutput() : new FileStream(output, FileMode.CreateNew);
            if (await format.Write(material, target, cancellation) is not { } problem) return CommandLine.Done;
            await target.DisposeAsync();
            if (output is not null) File.Delete(output);
            throw new CliRefusal(problem.Sentence);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && output is not null)
        {
            throw new CliRefusal($"{output} could not be written: {e.Message.TrimEnd('.')}. Choose a folder with room that you may write to.", e);
        }
    }
}
