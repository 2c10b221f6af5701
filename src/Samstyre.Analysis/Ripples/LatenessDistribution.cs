using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Where a distribution of lateness comes from.</summary>
public enum LatenessOrigin
{
    /// <summary>The program's own.</summary>
    BuiltIn,

    /// <summary>How dates have moved in this portfolio.</summary>
    Observed,

    /// <summary>The office set it.</summary>
    Office,
}

/// <summary>A possible lateness and how often it comes.</summary>
/// <param name="Months">Months late; 0 is on time.</param>
/// <param name="Weight">Its share of all weights is its probability; above 0.</param>
public readonly record struct Lateness(int Months, int Weight);

/// <summary>How late an initiative's deliverables become by themselves.</summary>
/// <param name="Items">By months, each once.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record LatenessDistribution(ImmutableArray<Lateness> Items, LatenessOrigin Origin)
{
    /// <summary>Longest lateness, in months; what has moved further counts as this.</summary>
    public const int MostMonths = 120;

    /// <summary>Largest weight.</summary>
    public const int MostWeight = 1_000_000;

    /// <summary>Fewer observed moves than this say nothing.</summary>
    public const int LeastObservations = 20;

    /// <summary>What is used before a portfolio has a history: six of ten are on time, the others a month to two years late.</summary>
    public static LatenessDistribution BuiltIn { get; } = new([new(0, 60), new(1, 5), new(2, 5), new(3, 8), new(6, 10), new(9, 4), new(12, 6), new(24, 2)], LatenessOrigin.BuiltIn);

    /// <summary>Probability of being on time.</summary>
    public double OnTime => (double)Items.Where(item => item.Months == 0).Sum(item => (long)item.Weight) / Items.Sum(item => (long)item.Weight);

    /// <summary>How dates have moved in a portfolio: each deliverable's and each initiative's end date from one report to the next that states both, in whole months. What came no later, or earlier, counts as on time. The built-in one where fewer than <see cref="LeastObservations"/> were seen.</summary>
    public static LatenessDistribution Of(RoundContent round)
    {
        var moves = DeliverableMoves(round).Concat(EndMoves(round)).Select(months => Math.Clamp(months, 0, MostMonths)).ToList();
        return moves.Count < LeastObservations ? BuiltIn
            : new([.. moves.CountBy(months => months).OrderBy(pair => pair.Key).Select(pair => new Lateness(pair.Key, Math.Min(pair.Value, MostWeight)))], LatenessOrigin.Observed);
    }

    /// <summary>Reads what the office writes: one <c>months: weight</c> to a line, or several with comma between.</summary>
    public static Outcome<LatenessDistribution> Read(string? text)
    {
        var items = new SortedDictionary<int, int>();
        foreach (var part in (text ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split(':', StringSplitOptions.TrimEntries);
            if (pair.Length != 2 || !Number(pair[0], out var months) || !Number(pair[1], out var weight)) return Wrong("LatenessNotRead", "Write months and weight with a colon between, such as 3: 20.");
            if (months > MostMonths) return Wrong("LatenessTooLong", "Lateness is 0 to 120 months.");
            if (weight is 0 or > MostWeight) return Wrong("LatenessWeight", "A weight is a whole number from 1 to 1,000,000.");
            if (!items.TryAdd(months, weight)) return Wrong("LatenessTwice", "The same number of months stands there twice.");
        }

        return items.Count == 0 ? Wrong("LatenessMissing", "Write at least one line with months and weight.")
            : new LatenessDistribution([.. items.Select(item => new Lateness(item.Key, item.Value))], LatenessOrigin.Office);
    }

    /// <summary>As the office writes it.</summary>
    public string ToText() => string.Join(", ", Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Months}: {item.Weight}")));

    private static Problem Wrong(string code, string sentence) => new(code, "fordeling", sentence);

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<int> DeliverableMoves(RoundContent round)
    {
        foreach (var reports in round.Deliverables.Values)
        {
            for (var report = 1; report < reports.Length; report++)
            {
                var (before, now) = (reports[report - 1].Items, reports[report].Items);
                var match = DeliverableMatch.Between(before, now);
                for (var place = 0; place < now.Count; place++)
                {
                    var was = match is null ? place : match[place];
                    if (was != DeliverableMatch.None && before[was].Planned is { } old && now[place].Planned is { } planned) yield return DelayDates.Between(old.LastDay, planned.LastDay);
                }
            }
        }
    }

    private static IEnumerable<int> EndMoves(RoundContent round)
    {
        var last = new Dictionary<Guid, PartialDate>();
        foreach (var standing in round.Earlier.Append(round.Snapshot).SelectMany(snapshot => snapshot.Standings).Where(standing => !standing.CarriedOver))
        {
            if (standing.Facts.EndDate is not { } end) continue;
            if (last.TryGetValue(standing.Initiative.Id, out var before)) yield return DelayDates.Between(before.LastDay, end.LastDay);
            last[standing.Initiative.Id] = end;
        }
    }
}
