using System.CommandLine;
using System.Text.Json;
using Samstyre.App.Cli;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary><c>samstyre initiatives</c>: the initiatives of a round with their main facts.</summary>
internal static class InitiativesVerb
{
    private const string About = """
        Lists the initiatives of a round as they stood, with values that were carried over marked.

        Examples:
          samstyre initiatives
          samstyre initiatives --round 2020-03 --json
        """;

    public static Command Command()
    {
        var portfolio = SharedOptions.Portfolio();
        var round = new Option<string?>("--round") { Description = "Code of the round; the latest unless told" };
        var json = SharedOptions.Json();
        var asOf = SharedOptions.AsOf();
        var command = new Command("initiatives", About) { portfolio, round, asOf, json };
        command.SetAction((parsed, cancellation) => List(parsed.GetValue(portfolio), parsed.GetValue(round), parsed.GetValue(asOf), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> List(string? code, string? round, DateTimeOffset? asOf, bool json, CancellationToken cancellation)
    {
        await using var store = await OpenStore.Open(cancellation);
        var snapshot = (await store.History(code, asOf, cancellation)).Snapshot(round);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(snapshot.Standings.Select(standing => new
            {
                standing.Initiative.NationalId,
                standing.Facts.Name,
                standing.Facts.Organisation,
                standing.Initiative.Segment,
                Status = standing.Facts.Status?.ToString(),
                Risk = standing.Facts.Risk?.ToString(),
                Phase = standing.Facts.Phase?.ToString(),
                EndDate = standing.Facts.EndDate?.ToString(),
                BudgetMnok = standing.Facts.Budget?.Mnok,
                TotalCostMnok = standing.Facts.TotalCost?.Mnok,
                ReportedIn = standing.ReportedIn.Code,
                standing.CarriedOver,
            }), Table.JsonOptions));
        }
        else
        {
            Table.Write(["id", "name", "organisation", "segment", "status", "risk", "phase", "end", "budget (million NOK)", "reported in"], snapshot.Standings.Select(standing => new[]
            {
                standing.Initiative.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture), standing.Facts.Name, standing.Facts.Organisation, standing.Initiative.Segment,
                standing.Facts.Status?.ToString(), standing.Facts.Risk?.ToString(), standing.Facts.Phase?.ToString(), standing.Facts.EndDate?.ToString(),
                standing.Facts.Budget?.ToText(Language.English), standing.ReportedIn.Code,
            }));
        }

        return CommandLine.Done;
    }
}
