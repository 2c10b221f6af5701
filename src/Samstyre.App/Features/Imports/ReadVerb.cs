using System.CommandLine;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Imports;

/// <summary><c>samstyre read</c>: what files say, without storing anything.</summary>
internal static class ReadVerb
{
    private const string About = """
        Reads forms and shows what they say and what was uncertain. Nothing is stored.

        Examples:
          samstyre read forms/ > findings.tsv
          samstyre read forms/07.docx --format json
        """;

    public static Command Command()
    {
        var files = new Argument<string[]>("files") { Description = "Files, folders or zips with forms, tables or interchange JSON", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "table: the findings; json: the reports in the interchange format", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var json = new Option<bool>("--json") { Description = "The same as --format json" };
        var portfolio = new Option<string?>("--portfolio") { Description = "YAML file with the portfolio's organisations and areas; the e-health portfolio unless told" };
        var command = new Command("read", About) { files, format, json, portfolio };
        command.SetAction(parsed => Read(
            InputFiles.Of(parsed.GetValue(files)!),
            parsed.GetValue(json) || parsed.GetValue(format) == "json",
            Definition(parsed.GetValue(portfolio))));
        return command;
    }

    /// <summary>The definition in a YAML file, or the built-in one.</summary>
    public static PortfolioDefinition Definition(string? file)
    {
        if (file is null) return ExamplePortfolio.Definition;
        if (!File.Exists(file)) throw new CliRefusal($"There is no file {file}: name the portfolio's YAML file.");
        var (definition, findings) = PortfolioYaml.Read(File.ReadAllText(file));
        return definition ?? throw new CliRefusal($"{file}{(findings[0].Line is { } line ? $":{line}" : "")}: {findings[0].Message}");
    }

    private static int Read(IReadOnlyList<string> files, bool json, PortfolioDefinition definition)
    {
        var readings = files.SelectMany(InputFile.OfPath).AsParallel().AsOrdered().Select(file => file.Read(definition)).ToList();
        var reports = ClaimedIds.Mark([.. readings.SelectMany(reading => reading.Reports)]);
        if (json) WriteJson(reports);
        else WriteFindings(reports);
        var problems = readings.SelectMany(reading => reading.Problems).ToList();
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (!json)
        {
            var findings = reports.Sum(report => report.Findings.Count(finding => finding.Severity != FindingSeverity.Info));
            Console.Error.WriteLine($"{Table.Count(readings.Count, "file", "files")}, {Table.Count(reports.Count, "form", "forms")} read, {Table.Count(findings, "finding", "findings")} to look at, {Table.Count(problems.Count, "problem", "problems")}.");
        }

        return problems.Count == 0 ? CommandLine.Done : reports.Count > 0 ? CommandLine.PartlyDone : CommandLine.NotDone;
    }

    private static void WriteJson(IReadOnlyList<Report> reports)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = ReportJson.Indented.Encoder });
        JsonSerializer.Serialize(writer, reports, ReportJson.TypeOf<IReadOnlyList<Report>>(ReportJson.Indented));
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteFindings(IReadOnlyList<Report> reports) => Table.Write(
        ["file", "line", "id", "name", "severity", "field", "finding", "text"],
        from report in reports
        from finding in report.Findings
        orderby report.Source?.File, finding.Severity, finding.Line
        select new[]
        {
            report.Source?.File, finding.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture), report.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture), report.Name,
            finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Review => "review", _ => "info" }, finding.Field, finding.Message, finding.Text,
        });
}
