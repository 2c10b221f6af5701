using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary><c>samstyre import-table</c>: a list with headings of its own into a round.</summary>
internal static class ImportTableVerb
{
    private const string About = """
        Reads a list with one initiative a row (CSV, tab-separated text, Excel) into a round. What each column gives is
        suggested by its heading, and remembered for the next file with the same headings; years in headings aside.

        Examples:
          samstyre import-table 2017.xlsx --round 2017-03 --dry-run
          samstyre import-table 2017.xlsx --round 2017-03 --sheet Tiltak --map "Ramme=budget,thousand" --map "Notat=costComments"
          samstyre import-table 2017.csv --round 2017-03 --value "status:På plan=Green" --map "Internt=-"

        A field is a key of the interchange format (name, nationalId, organisation, primaryFocusArea, status, risk, phase,
        endDate, totalCostMnok ...); budget is that of the heading's year or the round's, budget:2017 and budget:+1 name
        another; - leaves a column out. Units are million, thousand and krone.
        """;

    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "The list: CSV, tab-separated text or .xlsx" };
        var round = ImportTarget.RoundOption();
        var collected = ImportTarget.CollectedOption();
        var sheet = new Option<string?>("--sheet") { Description = "Name of the sheet; the first one with anything in it unless told" };
        var map = new Option<string[]>("--map") { Description = "What a column gives: \"Heading=field\" or \"Heading=field,unit\"; may be given several times" };
        var value = new Option<string[]>("--value") { Description = "What words of a choice mean: \"status:På plan=Green\"; may be given several times" };
        var unit = new Option<string?>("--unit") { Description = "What all columns of money count: million, thousand or krone" };
        var portfolio = SharedOptions.Portfolio();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would become of the rows" };
        var json = SharedOptions.Json();
        var command = new Command("import-table", About) { file, round, collected, sheet, map, value, unit, portfolio, dryRun, json };
        command.SetAction((parsed, cancellation) => Import(
            parsed.GetValue(file)!, parsed.GetValue(sheet), (parsed.GetValue(round)!, parsed.GetValue(collected), parsed.GetValue(portfolio)),
            table => mapping => MappingOptions.Apply(table, mapping, parsed.GetValue(map) ?? [], parsed.GetValue(value) ?? [], parsed.GetValue(unit)),
            parsed.GetValue(dryRun), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> Import(
        string path, string? sheet, (string Round, DateOnly? Collected, string? Portfolio) target, Func<TableContent, Func<ColumnMapping, ColumnMapping>> apply, bool dryRun, bool json, CancellationToken cancellation)
    {
        var letters = ImportTarget.Letters();
        // The file is looked at before anything is made for it.
        if (!File.Exists(path)) throw new CliRefusal($"There is no file {path}: name the list.");
        if (new FileInfo(path).Length > PendingTableStore.MaxBytes) throw new CliRefusal($"The file has more than {PendingTableStore.MaxBytes / 1_000_000} MB; a list is far smaller, so it is probably something else.");
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var (table, problem) = TableFile.Read(Path.GetFileName(path), bytes, sheet);
        if (table is null) throw new CliRefusal(problem!.ToString());

        var change = apply(table);
        _ = change(ColumnMapping.Empty);
        await using var store = await OpenStore.Open(cancellation);
        var portfolio = await ImportTarget.Portfolio(store, target.Portfolio, cancellation);
        var round = await ImportTarget.Round(store, portfolio, target.Round, target.Collected, cancellation);
        var (mapping, remembered) = await TableImport.MappingFor(store.Db, portfolio.Id, table, cancellation);
        mapping = change(mapping);
        var result = await TableImport.Run(store.Db, portfolio, round, bytes, table, mapping, ImportTarget.Actor, TimeProvider.System, dryRun, cancellation);
        var told = await letters(store, portfolio).OfFiles(round.Id, [result.Import], CancellationToken.None);
        if (json) WriteJson(table, mapping, result);
        else Write(table, mapping, remembered, result, dryRun);
        await ImportTarget.Tell(told);
        foreach (var row in result.Import.Problems) await Console.Error.WriteLineAsync(row.ToString());
        return result.Import.Saved is null ? CommandLine.NotDone : result.Import.Problems.Count == 0 ? CommandLine.Done : CommandLine.PartlyDone;
    }

    private static void Write(TableContent table, ColumnMapping mapping, StoredMapping? remembered, TableImported result, bool dryRun)
    {
        var error = Console.Error;
        error.WriteLine(remembered is null
            ? "What the columns give is suggested by their headings:"
            : string.Create(CultureInfo.InvariantCulture, $"What the columns give is remembered from {remembered.FileName} ({remembered.SavedBy}, {remembered.SavedAt:yyyy-MM-dd}):"));
        foreach (var (column, use) in table.Columns.Select(column => (column, mapping.Of(column))))
            error.WriteLine($"  {column.Heading} -> {(use is null ? "nothing" : TableField.Of(use.Field)!.IsMoney ? $"{use.Field}, {use.Unit.ToString().ToLowerInvariant()}" : use.Field)}");
        foreach (var note in result.Reading.Notes) error.WriteLine(note);
        foreach (var value in result.Reading.Uncertain)
            error.WriteLine($"  \"{value.Words}\" in {Table.Count(value.Rows, "row", "rows")} of {value.Field}: {(value.Meaning is { Length: > 0 } meaning ? "read as " + meaning : "not read")}");

        Table.Write(["line", "id", "name", "became", "revision", "questions", "because"], Rows(result).OrderBy(row => row.Line).Select(row => row.Cells));
        var forms = result.Import.Saved?.Forms ?? [];
        if (result.Import.Saved is { AlreadyImported: true }) error.WriteLine("The round has this file already, read in the same way: nothing was changed.");
        error.WriteLine($"{(dryRun ? "Would store" : "Stored")}: {string.Join(", ", ImportVerb.Outcomes.Select(outcome => $"{forms.Count(form => form.Outcome == outcome.Value)} {outcome.Word}"))}; "
            + $"{Table.Count(forms.Count(form => form.IsNewInitiative), "initiative", "initiatives")} first heard of; {Table.Count(result.Import.Problems.Count, "row", "rows")} rejected; "
            + $"{Table.Count(result.Reading.Unmapped.Count, "column", "columns")} not read{(result.Reading.Unmapped.Count == 0 ? "" : $" ({string.Join(", ", result.Reading.Unmapped)})")}.");
    }

    private static IEnumerable<(int Line, string?[] Cells)> Rows(TableImported result)
    {
        foreach (var form in result.Import.Saved?.Forms ?? [])
        {
            var became = ImportVerb.Outcomes.First(outcome => outcome.Value == form.Outcome).Word + (form.IsNewInitiative ? " initiative" : "");
            yield return (form.Line ?? 0, [Text(form.Line), Text(form.NationalId), form.Name, became, Text(form.Revision), Text(form.OpenQuestions), string.Join(' ', form.Added.Select(finding => finding.Message))]);
        }

        foreach (var problem in result.Import.Problems.Where(problem => problem.Line is not null))
            yield return (problem.Line ?? 0, [Text(problem.Line), null, null, "rejected", null, null, problem.Message]);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void WriteJson(TableContent table, ColumnMapping mapping, TableImported result) => Console.WriteLine(JsonSerializer.Serialize(new
    {
        File = table.FileName,
        table.Sheet,
        Columns = table.Columns.Select(column => new { column.Heading, Field = mapping.Of(column)?.Field, Unit = mapping.Of(column) is { } use && TableField.Of(use.Field)!.IsMoney ? use.Unit.ToString() : null }),
        result.Reading.Uncertain,
        AlreadyImported = result.Import.Saved?.AlreadyImported ?? false,
        Rows = (result.Import.Saved?.Forms ?? []).Select(form => new { form.Line, form.NationalId, form.Name, Outcome = form.Outcome.ToString(), form.IsNewInitiative, form.Revision, form.OpenQuestions, form.Added }),
        Problems = result.Import.Problems.Select(problem => new { problem.Line, problem.Code, problem.Message }),
        Notes = result.Reading.Notes.Select(note => new { note.Line, note.Code, note.Message }),
    }, Table.JsonOptions));
}
