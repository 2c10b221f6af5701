using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Rounds;

/// <summary><c>samstyre rounds</c>: the rounds with what has come in.</summary>
internal static class RoundsVerb
{
    private const string About = """
        Lists the rounds of a portfolio with what has come in.

        Examples:
          samstyre rounds
          samstyre rounds --json
          samstyre rounds publish 2020-10
        """;

    private const string AboutPublishing = """
        Publishes a round as everything stands now: its report is made of what is recorded up to this moment, whatever comes later.

        Examples:
          samstyre rounds publish 2020-10
          samstyre rounds publish 2020-10 --reason "Helse Nord reported late"
        """;

    public static Command Command()
    {
        var portfolio = SharedOptions.Portfolio();
        var json = SharedOptions.Json();
        var command = new Command("rounds", About) { portfolio, json };
        command.Subcommands.Add(Publishing());
        command.SetAction((parsed, cancellation) => List(parsed.GetValue(portfolio), parsed.GetValue(json), cancellation));
        return command;
    }

    private static Command Publishing()
    {
        var portfolio = SharedOptions.Portfolio();
        var round = new Argument<string>("round") { Description = "Code of the round" };
        var reason = new Option<string?>("--reason") { Description = "Why it is published again; needed from the second time" };
        var command = new Command("publish", AboutPublishing) { round, portfolio, reason };
        command.SetAction((parsed, cancellation) => Publish(parsed.GetValue(portfolio), parsed.GetValue(round)!, parsed.GetValue(reason), cancellation));
        return command;
    }

    private static async Task<int> Publish(string? code, string round, string? reason, CancellationToken cancellation)
    {
        await using var store = await OpenStore.Open(cancellation);
        var portfolio = await store.Portfolio(code, cancellation);
        var publication = (await PublicationStore.Publish(store.Db, portfolio.Id, round, reason, Actor, TimeProvider.System, cancellation)).OrRefuse();
        Console.WriteLine($"{round} is published as revision {Number(publication.Revision)}.");
        return CommandLine.Done;
    }

    private static async Task<int> List(string? code, bool json, CancellationToken cancellation)
    {
        await using var store = await OpenStore.Open(cancellation);
        var portfolio = await store.Portfolio(code, cancellation);
        var rounds = await RoundStore.List(store.Db, portfolio.Id, cancellation);
        var published = (await PublicationStore.Latest(store.Db, portfolio.Id, cancellation)).ToDictionary(publication => publication.RoundId);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rounds.Select(round => new { round.Code, round.CollectedOn, round.Files, round.Initiatives, round.Revisions, round.Unmatched, Published = published.GetValueOrDefault(round.Id) is { } last ? new { last.Revision, At = last.PublishedAt } : null }), Table.JsonOptions));
        }
        else
        {
            Table.Write(["round", "collected on", "files", "initiatives reported", "reports with revisions", "unmatched forms", "published"], rounds.Select(round => new[]
            {
                round.Code, PartialDate.OfDay(round.CollectedOn.Year, round.CollectedOn.Month, round.CollectedOn.Day).ToText(Language.Bokmal), Number(round.Files), Number(round.Initiatives), Number(round.Revisions), Number(round.Unmatched),
                published.GetValueOrDefault(round.Id) is { } last ? $"{LocalTime.Text(last.PublishedAt, portfolio.Definition)}, revision {Number(last.Revision)}" : "",
            }));
        }

        return CommandLine.Done;
    }

    private static string Actor => $"cli:{Environment.UserName}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
