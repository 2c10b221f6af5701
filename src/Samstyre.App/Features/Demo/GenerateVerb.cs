using System.CommandLine;
using System.Text;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Demo;

/// <summary><c>samstyre generate</c>: an invented portfolio of any size, the same for the same seed.</summary>
internal static class GenerateVerb
{
    private const string About = """
        Makes an invented portfolio, for demonstrations and load tests: the same seed gives the same reports.
        Without --out it goes into the store as a portfolio of its own; with --out into files that can be imported.

        Examples:
          samstyre generate --initiatives 10000 --rounds 8
          samstyre generate --initiatives 200 --rounds 1 --out reports/
          samstyre generate --initiatives 200 --rounds 1 --out forms/ --format text
        """;

    public static Command Command()
    {
        var initiatives = new Option<int>("--initiatives") { Description = "How many initiatives, 1 to 100000", DefaultValueFactory = _ => 200 };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds, 1 to 40", DefaultValueFactory = _ => 8 };
        var seed = new Option<ulong>("--seed") { Description = "Where the invention starts", DefaultValueFactory = _ => 1UL };
        var code = new Option<string>("--portfolio") { Description = "Code of the portfolio in the store", DefaultValueFactory = _ => "generert" };
        var output = new Option<string?>("--out") { Description = "Folder for files instead of the store" };
        var format = new Option<string>("--format") { Description = "Of the files: json (one per round), single (one per report) or text (one form each)", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "single", "text");
        var command = new Command("generate", About) { initiatives, rounds, seed, code, output, format };
        command.SetAction((parsed, cancellation) => Generate(
            Within("--initiatives", parsed.GetValue(initiatives), 100_000), Within("--rounds", parsed.GetValue(rounds), 40), parsed.GetValue(seed),
            parsed.GetValue(code)!, parsed.GetValue(output), parsed.GetValue(format)!, cancellation));
        return command;
    }

    /// <summary>Reports as one file of the interchange format.</summary>
    public static byte[] Json(IReadOnlyList<Report> reports) => JsonSerializer.SerializeToUtf8Bytes(reports, ReportJson.TypeOf<IReadOnlyList<Report>>(ReportJson.Options));

    private static async Task<int> Generate(int initiatives, int rounds, ulong seed, string code, string? output, string format, CancellationToken cancellation)
    {
        if (output is not null)
        {
            WriteFiles(output, format, seed, initiatives, rounds);
            return CommandLine.Done;
        }

        await using var store = await OpenStore.Open(cancellation);
        if (await PortfolioStore.Find(store.Db, code, cancellation) is not null) throw new CliRefusal($"The store has a portfolio {code} already: choose another code with --portfolio.");
        await ExampleLoader.Generated(store.Db, code, seed, initiatives, rounds, Console.Error.WriteLine, TimeProvider.System, cancellation);
        return CommandLine.Done;
    }

    private static void WriteFiles(string folder, string format, ulong seed, int initiatives, int rounds)
    {
        Directory.CreateDirectory(folder);
        foreach (var round in PortfolioGenerator.Rounds(seed, initiatives, rounds, ExamplePortfolio.Definition))
        {
            if (format == "json")
            {
                File.WriteAllBytes(Path.Combine(folder, round.Code + ".json"), Json([.. round.Reports]));
                continue;
            }

            var number = 0;
            foreach (var report in round.Reports)
            {
                var name = Path.Combine(folder, $"{round.Code}-{++number:00000}");
                if (format == "text") File.WriteAllText(name + ".txt", FormText.Of(report, ExamplePortfolio.Definition), Encoding.UTF8);
                else File.WriteAllBytes(name + ".json", ReportJson.ToUtf8(report));
            }
        }
    }

    private static int Within(string option, int value, int most) =>
        value >= 1 && value <= most ? value : throw new CliRefusal($"{option} must be a number from 1 to {most}, not {value}.");
}
