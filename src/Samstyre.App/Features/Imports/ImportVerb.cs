using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;
using Spectre.Console;

namespace Samstyre.App.Features.Imports;

/// <summary><c>samstyre import</c>: files into a round.</summary>
internal static class ImportVerb
{
    private const string About = """
        Reads forms into a round of the portfolio. Each file is stored whole or not at all, with the original kept byte
        for byte; the same file twice changes nothing; a form that has changed becomes a new revision.

        Examples:
          samstyre import forms/ --round 2020-10 --dry-run
          samstyre import forms.zip --round 2020-10
          samstyre import portfolio.tsv --round 2020-03 --collected-on 2020-03-20
        """;

    public static Command Command()
    {
        var files = new Argument<string[]>("files") { Description = "Files, folders or zips with forms, tables or interchange JSON", Arity = ArgumentArity.OneOrMore };
        var round = ImportTarget.RoundOption();
        var collected = ImportTarget.CollectedOption();
        var portfolio = SharedOptions.Portfolio();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would become of the files" };
        var json = SharedOptions.Json();
        var command = new Command("import", About) { files, round, collected, portfolio, dryRun, json };
        command.SetAction((parsed, cancellation) => Import(
            InputFiles.Of(parsed.GetValue(files)!), parsed.GetValue(round)!, parsed.GetValue(collected), parsed.GetValue(portfolio), parsed.GetValue(dryRun), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> Import(IReadOnlyList<string> files, string roundCode, DateOnly? collected, string? code, bool dryRun, bool json, CancellationToken cancellation)
    {
        var letters = ImportTarget.Letters();
        await using var store = await OpenStore.Open(cancellation);
        var portfolio = await ImportTarget.Portfolio(store, code, cancellation);
        var round = await ImportTarget.Round(store, portfolio, roundCode, collected, cancellation);
        var results = new List<FileImport>();
        int told;
        try
        {
            await WithProgress(results, files, json, file => ImportFiles.One(store.Db, portfolio, round.Id, file, ImportTarget.Actor, TimeProvider.System, dryRun, cancellation));
        }
        finally
        {
            // What was stored is told, also when somebody stops it midway: the same files again tell nothing.
            told = await letters(store, portfolio).OfFiles(round.Id, results, CancellationToken.None);
        }

        if (json) WriteJson(results);
        else WriteTable(results, dryRun);
        await ImportTarget.Tell(told);
        foreach (var problem in results.SelectMany(result => result.Problems)) await Console.Error.WriteLineAsync(problem.ToString());
        var problems = results.Sum(result => result.Problems.Count);
        return problems == 0 ? CommandLine.Done : results.Exists(result => result.Saved is not null) ? CommandLine.PartlyDone : CommandLine.NotDone;
    }

    /// <summary>A bar on a terminal, a line per file otherwise.</summary>
    private static async Task WithProgress(List<FileImport> results, IReadOnlyList<string> paths, bool json, Func<InputFile, Task<FileImport>> import)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            foreach (var file in paths.SelectMany(InputFile.OfPath))
            {
                results.Add(await import(file));
                if (!json) await Console.Error.WriteLineAsync($"{results.Count} {results[^1].File}: {Summary(results[^1])}");
            }

            return;
        }

        await AnsiConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Importing", maxValue: paths.Count);
            foreach (var path in paths)
            {
                foreach (var file in InputFile.OfPath(path)) results.Add(await import(file));
                bar.Increment(1);
            }
        });
    }

    private static string Summary(FileImport result) => result.Saved switch
    {
        null => "nothing stored",
        { AlreadyImported: true } => "already in the round",
        { } saved => string.Join(", ", Outcomes.Select(outcome => (outcome.Word, Count: saved.Count(outcome.Value))).Where(outcome => outcome.Count > 0).Select(outcome => $"{outcome.Count} {outcome.Word}")),
    };

    internal static readonly (FormOutcome Value, string Word)[] Outcomes =
        [(FormOutcome.Added, "new"), (FormOutcome.Revised, "revised"), (FormOutcome.Unchanged, "unchanged"), (FormOutcome.Unmatched, "without a known initiative")];

    private static readonly Dictionary<MatchKind, string> MatchWords = new()
    {
        [MatchKind.Mark] = "mark in the file", [MatchKind.NationalId] = "national id", [MatchKind.Name] = "name", [MatchKind.New] = "nobody", [MatchKind.Unmatched] = "nothing",
    };

    private static void WriteTable(List<FileImport> results, bool dryRun)
    {
        Cli.Table.Write(["file", "line", "id", "name", "became", "found by", "revision", "questions"],
            from result in results
            from row in Rows(result)
            select row);
        var forms = results.Where(result => result.Saved is not null).SelectMany(result => result.Saved!.Forms).ToList();
        Console.Error.WriteLine($"{(dryRun ? "Would store" : "Stored")}: {string.Join(", ", Outcomes.Select(outcome => $"{forms.Count(form => form.Outcome == outcome.Value)} {outcome.Word}"))}; "
            + $"{Cli.Table.Count(forms.Count(form => form.IsNewInitiative), "initiative", "initiatives")} first heard of; {Cli.Table.Count(results.Count(result => result.Saved is { AlreadyImported: true }), "file", "files")} already in the round; "
            + $"{Cli.Table.Count(results.Sum(result => result.Problems.Count), "problem", "problems")}.");
    }

    private static IEnumerable<string?[]> Rows(FileImport result)
    {
        if (result.Saved is not { } saved) return [];
        if (saved.AlreadyImported) return [[result.File, null, null, null, "already in the round", null, null, null]];
        return saved.Forms.Select(form => new[]
        {
            result.File, Text(form.Line), Text(form.NationalId), form.Name,
            Outcomes.First(outcome => outcome.Value == form.Outcome).Word + (form.IsNewInitiative ? " initiative" : ""), MatchWords[form.MatchedBy], Text(form.Revision), Text(form.OpenQuestions),
        });
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void WriteJson(List<FileImport> results) => Console.WriteLine(JsonSerializer.Serialize(results.Select(result => new
    {
        result.File,
        AlreadyImported = result.Saved?.AlreadyImported ?? false,
        Forms = result.Saved?.Forms.Select(form => new { form.Line, form.NationalId, form.Name, Outcome = form.Outcome.ToString(), MatchedBy = form.MatchedBy.ToString(), form.IsNewInitiative, form.Revision, form.OpenQuestions, form.Added }),
        Problems = result.Problems.Select(problem => new { problem.Line, problem.Code, problem.Message }),
    }), Cli.Table.JsonOptions));
}
