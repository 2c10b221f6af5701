using System.CommandLine;
using Samstyre.App.Features.Database;
using Samstyre.App.Features.Demo;
using Samstyre.App.Features.Exports;
using Samstyre.App.Features.Imports;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Features.Reports;
using Samstyre.App.Features.Rounds;
using Samstyre.App.Features.Templates;
using Samstyre.App.Web;
using Samstyre.Storage;

namespace Samstyre.App.Cli;

/// <summary>The command line: every verb, and what its end says to scripts. 0: done; 1: done, but some files or rows could not be; 2: not done.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int PartlyDone = 1;
    public const int NotDone = 2;

    // What somebody stops gets this long to end well: an import still tells those who wait about what it has stored.
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(10);

    private const string About = """
        Samstyre: a portfolio of digital projects, from submitted forms to the national report.

        Examples:
          samstyre read forms/                          what the forms of a folder say, and what was uncertain
          samstyre import forms/ --round 2020-10        the same into a round of the portfolio
          samstyre export --round 2020-10 > round.csv   the round as a table
          samstyre serve                                the pages, on http://localhost:5080

        The end status is 0 when all was done, 1 when some files or rows could not be, 2 when nothing was.
        """;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand(About);
        foreach (var verb in Verbs()) root.Subcommands.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message.TrimEnd('.')}: see samstyre {string.Join(' ', Path(parsed.CommandResult))}--help.");
            return NotDone;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToEnd });
        }
        catch (Exception e) when (Refusals.SentenceOf(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return NotDone;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; what was not finished has left no trace.");
            return NotDone;
        }
    }

    private static IEnumerable<Command> Verbs() => [ReadVerb.Command(), RoundsVerb.Command(), InitiativesVerb.Command(), ImportVerb.Command(), ImportTableVerb.Command(), ExportVerb.Command(), ReportVerb.Command(), TemplateVerb.Command(), GenerateVerb.Command(), DatabaseVerb.Command(), ServeVerb.Command()];

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult command)
    {
        var names = new List<string>();
        for (var at = command; at?.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent) names.Insert(0, at.Command.Name + " ");
        return names.Select(name => name);
    }
}

/// <summary>Exceptions that are somebody's to mend and not a bug: one sentence for the person at the terminal.</summary>
internal static class Refusals
{
    public static string? SentenceOf(Exception exception) => exception switch
    {
        EmbeddedPostgresException => exception.Message,
        CliRefusal => exception.Message,
        Npgsql.NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException } => "The database does not answer: check that it runs and try again.",
        _ => null,
    };
}

/// <summary>A verb can't be carried out; the message says why and what to do.</summary>
internal sealed class CliRefusal : Exception
{
    public CliRefusal() : this("The command cannot be carried out.") { }

    public CliRefusal(string message) : base(message) { }

    public CliRefusal(string message, Exception? innerException) : base(message, innerException) { }
}
