using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A dependency with the initiative that has it.</summary>
internal readonly record struct DependencyRow(Standing Standing, Dependency Dependency);

/// <summary>The dependencies of a round.</summary>
internal static class DependencyRows
{
    private static readonly PerRound<List<DependencyRow>> Rows = new(Read);

    /// <summary>All that say something, in the snapshot's order.</summary>
    public static IReadOnlyList<DependencyRow> Of(RoundContent round) => Rows.Of(round);

    private static List<DependencyRow> Read(RoundContent round)
    {
        List<DependencyRow> rows = new(round.Reports.Length * 2);
        foreach (var (standing, report) in round.Entries)
        {
            foreach (var dependency in report.Dependencies)
            {
                if (!IsBlank(dependency)) rows.Add(new(standing, dependency));
            }
        }

        rows.TrimExcess();
        return rows;
    }

    /// <summary>Whether the author has closed it: the form has no place for that but the deadline.</summary>
    public static bool IsClosed(Dependency dependency) => DoneWords.Say(dependency.DeadlineText);

    /// <summary>Critical, open and without a date by which it must be met. Words such as "continuously" give no date.</summary>
    public static bool LacksDeadline(Dependency dependency) => dependency is { Criticality: Level.High, Deadline: null } && !IsClosed(dependency);

    /// <summary>What lists say of a dependency beside whose it is.</summary>
    public static ImmutableArray<ListingColumn> Columns { get; } =
    [
        new("on", new("Avhengig av", "Avhengig av", "Depends on")), new("what", new("Hva", "Kva", "What")), new("category", DependencyWords.Category), new("criticality", DependencyWords.Criticality),
        new("deadlineText", new("Frist som skrevet", "Frist som skriven", "Deadline as written")), new("deadline", new("Frist", "Frist", "Deadline")), new("status", FigureWords.Status),
    ];

    /// <summary>A dependency in these columns.</summary>
    public static object?[] Cells(Dependency dependency, PortfolioDefinition definition) =>
    [
        dependency.On, dependency.What, DependenciesByCategory.NameOf(dependency.Category, definition), FigureWords.NameOf(dependency.Criticality),
        dependency.DeadlineText, dependency.Deadline, dependency.Status,
    ];

    /// <summary>How many there are, with the initiatives that have them.</summary>
    /// <param name="round">The round.</param>
    /// <param name="places">Their places among all of the round, in order.</param>
    public static FigureCell Count(RoundContent round, IEnumerable<int> places)
    {
        var (all, definition) = (Rows.Of(round), round.Snapshot.Definition);
        var behind = ImmutableArray.CreateBuilder<Standing>();
        int[] own = [.. places];
        foreach (var place in own)
        {
            if (behind.Count == 0 || !ReferenceEquals(behind[^1], all[place].Standing)) behind.Add(all[place].Standing);
        }

        return new(own.Length, behind.ToImmutable(), own.Length == 0 ? null : new(Columns, new(own.Length, place => new(all[own[place]].Standing, [.. Cells(all[own[place]].Dependency, definition)]))));
    }

    /// <summary>How many of all there are that something holds of.</summary>
    public static FigureCell Count(RoundContent round, Func<Dependency, bool> holds) =>
        Count(round, Rows.Of(round).Select((row, place) => (row, place)).Where(one => holds(one.row.Dependency)).Select(one => one.place));

    /// <summary>Whether a row says nothing at all.</summary>
    public static bool IsBlank(Dependency dependency) => dependency is { Criticality: null, Deadline: null, Status: null }
        && string.IsNullOrWhiteSpace(dependency.On) && string.IsNullOrWhiteSpace(dependency.What) && string.IsNullOrWhiteSpace(dependency.Purpose)
        && string.IsNullOrWhiteSpace(dependency.Category) && string.IsNullOrWhiteSpace(dependency.DeadlineText);
}
