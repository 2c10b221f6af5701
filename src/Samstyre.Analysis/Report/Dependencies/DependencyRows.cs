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

        return rows;
    }

    /// <summary>Whether the author has closed it: the form has no place for that but the deadline.</summary>
    public static bool IsClosed(Dependency dependency) => DoneWords.Say(dependency.DeadlineText);

    /// <summary>Critical, open and without a date by which it must be met. Words such as "continuously" give no date.</summary>
    public static bool LacksDeadline(Dependency dependency) => dependency is { Criticality: Level.High, Deadline: null } && !IsClosed(dependency);

    /// <summary>How many there are, with the initiatives that have them.</summary>
    public static FigureCell Count(IEnumerable<DependencyRow> rows)
    {
        var behind = ImmutableArray.CreateBuilder<Standing>();
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            if (behind.Count == 0 || !ReferenceEquals(behind[^1], row.Standing)) behind.Add(row.Standing);
        }

        return new(count, behind.ToImmutable());
    }

    /// <summary>Whether a row says nothing at all.</summary>
    public static bool IsBlank(Dependency dependency) => dependency is { Criticality: null, Deadline: null, Status: null }
        && string.IsNullOrWhiteSpace(dependency.On) && string.IsNullOrWhiteSpace(dependency.What) && string.IsNullOrWhiteSpace(dependency.Purpose)
        && string.IsNullOrWhiteSpace(dependency.Category) && string.IsNullOrWhiteSpace(dependency.DeadlineText);
}
