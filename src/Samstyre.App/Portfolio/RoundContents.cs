using System.Collections.Immutable;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>Brings a round's whole reports together, some hundreds from the store at a time. Those of the rounds that were asked for last are kept: when a round changes, only what is new is read.</summary>
internal sealed class RoundContents(PortfolioSource source)
{
    private const int ReportsAtOnce = 500;

    // Enough for an open round as the office and as reporters see it, and the round that the office's report compares it with. With what is asked of earlier rounds, ten thousand initiatives take some fifty megabytes each.
    private const int RoundsKept = 3;
    private readonly Lock order = new();
    private readonly LinkedList<(Key Key, ReadReports Reports)> kept = [];

    /// <summary>A round's content.</summary>
    /// <param name="history">The portfolio, as it stood at <paramref name="asOf"/>.</param>
    /// <param name="snapshot">The round.</param>
    /// <param name="asOf">As it stood at that moment, for what is asked for once and then never changes; null is now.</param>
    /// <param name="mask">What is left out of the reports.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RoundContent> Load(PortfolioHistory history, PortfolioSnapshot snapshot, DateTimeOffset? asOf, ReportMask mask, CancellationToken cancellation)
    {
        var rounds = history.Snapshots[..(history.Snapshots.IndexOf(snapshot) + 1)];
        var places = snapshot.Standings.Select((standing, place) => (standing.ReportId, place)).ToDictionary(pair => pair.ReportId, pair => pair.place);
        var reports = new Report[snapshot.Standings.Length];
        var deliverables = snapshot.Standings.ToDictionary(standing => standing.Initiative.Id, _ => ImmutableArray.CreateBuilder<ReportedDeliverables>(rounds.Length));
        var before = new Dictionary<Guid, IReadOnlyList<Dependency>>();
        var previous = rounds.Length > 1 ? rounds[^2].Standings.Select(standing => standing.ReportId).ToHashSet() : [];
        var words = new SharedWords();
        var key = new Key(history.PortfolioId, snapshot.Round.Id, mask.Code);
        var (known, now) = (asOf is null ? LastOf(key) : new(), new ReadReports());
        // A carried-over standing's report is its earlier round's, read there unless the initiative was out of the portfolio then. Of what is past only what is asked of it is read: that is most of them.
        List<(Standing[] Standings, IReadOnlyList<string>? Only)> parts =
        [
            .. from round in rounds
               from wanted in round.Standings.Where(standing => deliverables.ContainsKey(standing.Initiative.Id) && (!standing.CarriedOver || round == snapshot)).GroupBy(Wanted)
               from some in wanted.Chunk(ReportsAtOnce)
               select (some, wanted.Key),
        ];
        var asked = new HashSet<Guid>();
        var reading = Read(0);
        for (var part = 0; part < parts.Count; part++)
        {
            var found = await reading;
            // The store gets the next ones ready while these are understood.
            reading = Read(part + 1);
            foreach (var standing in parts[part].Standings)
            {
                var own = deliverables[standing.Initiative.Id];
                var isBefore = previous.Contains(standing.ReportId);
                var report = places.TryGetValue(standing.ReportId, out var place) ? reports[place] ??= known.Whole(standing) ?? ReportJson.FromUtf8(Json(found, standing)) : null;
                var past = report is not null ? new() { Deliverables = report.Deliverables, Dependencies = report.Dependencies } : known.Past(standing, isBefore) ?? ReportJson.PastFromUtf8(Json(found, standing));
                if (isBefore && past.Dependencies.Count > 0) before[standing.Initiative.Id] = past.Dependencies;
                if (own.All(earlier => earlier.Round != standing.ReportedIn)) own.Add(new(standing.ReportedIn, words.Of(past.Deliverables, own.Count > 0 ? own[^1].Items : null)));
                if (asOf is not null) continue;
                if (report is not null) now.Keep(standing, report);
                else now.Keep(standing, past with { Deliverables = own[^1].Items }, isBefore);
            }
        }

        if (asOf is null) Keep(key, now);
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

        async Task<IReadOnlyDictionary<Guid, StoredContent>> Read(int part)
        {
            if (part == parts.Count) return ImmutableDictionary<Guid, StoredContent>.Empty;
            var (standings, only) = parts[part];
            Guid[] missing = [.. standings.Where(standing => (only is null ? known.Whole(standing) is null : known.Past(standing, previous.Contains(standing.ReportId)) is null) && asked.Add(standing.ReportId)).Select(standing => standing.ReportId)];
            return missing.Length == 0 ? ImmutableDictionary<Guid, StoredContent>.Empty : await source.Reports(history.PortfolioId, missing, mask, only, cancellation);
        }
    }

    private static ReadOnlySpan<byte> Json(IReadOnlyDictionary<Guid, StoredContent> found, Standing standing) =>
        found.TryGetValue(standing.ReportId, out var stored) ? stored.Json.Span : throw new InvalidOperationException($"The report {standing.ReportId} of a snapshot is not in the store.");

    private ReadReports LastOf(Key key)
    {
        lock (order)
        {
            return kept.FirstOrDefault(one => one.Key == key).Reports ?? new();
        }
    }

    private void Keep(Key key, ReadReports reports)
    {
        lock (order)
        {
            if (kept.FirstOrDefault(one => one.Key == key) is { Reports: not null } last) kept.Remove(last);
            kept.AddFirst((key, reports));
            if (kept.Count > RoundsKept) kept.RemoveLast();
        }
    }

    private readonly record struct Key(Guid Portfolio, Guid Round, string Hidden);
}
