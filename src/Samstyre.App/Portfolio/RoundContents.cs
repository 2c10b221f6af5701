using System.Collections.Immutable;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>Brings a round's whole reports together, some hundreds from the store at a time.</summary>
internal static class RoundContents
{
    private const int ReportsAtOnce = 500;

    /// <summary>A round's content.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="history">The portfolio, as it stood at <paramref name="asOf"/>.</param>
    /// <param name="snapshot">The round.</param>
    /// <param name="asOf">As it stood at that moment; null is now.</param>
    /// <param name="mask">What is left out of the reports.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<RoundContent> Load(PortfolioSource source, PortfolioHistory history, PortfolioSnapshot snapshot, DateTimeOffset? asOf, ReportMask mask, CancellationToken cancellation)
    {
        var rounds = history.Snapshots[..(history.Snapshots.IndexOf(snapshot) + 1)];
        var places = snapshot.Standings.Select((standing, place) => (standing.ReportId, place)).ToDictionary(pair => pair.ReportId, pair => pair.place);
        var reports = new Report[snapshot.Standings.Length];
        var deliverables = snapshot.Standings.ToDictionary(standing => standing.Initiative.Id, _ => ImmutableArray.CreateBuilder<ReportedDeliverables>(rounds.Length));
        var before = new Dictionary<Guid, IReadOnlyList<Dependency>>();
        var previous = rounds.Length > 1 ? rounds[^2].Standings.Select(standing => standing.ReportId).ToHashSet() : [];
        var words = new SharedWords();
        // A carried-over standing's report is its earlier round's, read there unless the initiative was out of the portfolio then. Of what is past only what is asked of it is read: that is most of them.
        List<(Standing[] Standings, IReadOnlyList<string>? Only)> parts =
        [
            .. from round in rounds
               from wanted in round.Standings.Where(standing => deliverables.ContainsKey(standing.Initiative.Id) && (!standing.CarriedOver || round == snapshot)).GroupBy(Wanted)
               from some in wanted.Chunk(ReportsAtOnce)
               select (some, wanted.Key),
        ];
        var reading = Read(0);
        for (var part = 0; part < parts.Count; part++)
        {
            var found = await reading;
            // The store gets the next ones ready while these are understood.
            reading = Read(part + 1);
            foreach (var standing in parts[part].Standings)
            {
                if (!found.TryGetValue(standing.ReportId, out var stored)) throw new InvalidOperationException($"The report {standing.ReportId} of a snapshot is not in the store.");
                var own = deliverables[standing.Initiative.Id];
                var report = places.TryGetValue(standing.ReportId, out var place) ? reports[place] ??= ReportJson.FromUtf8(stored.Json.Span) : null;
                var past = report is null ? ReportJson.PastFromUtf8(stored.Json.Span) : null;
                if (previous.Contains(standing.ReportId) && (report?.Dependencies ?? past!.Dependencies) is { Count: > 0 } needs) before[standing.Initiative.Id] = needs;
                if (own.All(earlier => earlier.Round != standing.ReportedIn)) own.Add(new(standing.ReportedIn, words.Of(report?.Deliverables ?? past!.Deliverables, own.Count > 0 ? own[^1].Items : null)));
            }
        }

        return new(snapshot, [.. reports], rounds[..^1], deliverables.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutable()))
        {
            DependenciesBefore = before,
            KnownNames = history.KnownNames,
            // Who does not see what initiatives need does not see what is answered to it.
            Answers = mask.Keys.Contains("dependencies") ? [] : history.Answers,
            WrittenDates = PrerequisiteDates(reports),
            Candidates = history.CandidatesAt(snapshot.Round),
            UnnamedCandidates = history.UnnamedCandidates.GetValueOrDefault(snapshot.Round.Id),
            Explanations = RoundExplanations.Of(await source.Explanations(history.PortfolioId, snapshot.Round.Id, asOf, cancellation), snapshot, reports, mask),
        };

        static Dictionary<string, PartialDate> PrerequisiteDates(IEnumerable<Report> reports)
        {
            var dates = new Dictionary<string, PartialDate>(StringComparer.Ordinal);
            foreach (var said in reports.SelectMany(report => report.Prerequisites.Rows()).Select(row => row.Row?.When).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (WrittenDate.Read(said) is { } date) dates[said] = date;
            }

            return dates;
        }

        IReadOnlyList<string>? Wanted(Standing standing) => places.ContainsKey(standing.ReportId) ? null : previous.Contains(standing.ReportId) ? PastReport.All : PastReport.Plan;

        Task<IReadOnlyDictionary<Guid, StoredContent>> Read(int part) => part < parts.Count
            ? source.Reports(history.PortfolioId, [.. parts[part].Standings.Select(standing => standing.ReportId)], mask, parts[part].Only, cancellation)
            : Task.FromResult<IReadOnlyDictionary<Guid, StoredContent>>(ImmutableDictionary<Guid, StoredContent>.Empty);
    }
}
