using System.Collections.Frozen;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>When a change is significant.</summary>
internal static class Significances
{
    private const decimal LeastShared = 0.000001m;

    // Written anew each time, or the words behind a value that has its own field.
    private static readonly FrozenSet<string> Unjudged = new[]
    {
        "revised", "organisationText", "phaseText", "costComments", "fundingComments", "strategyComments", "phaseComments", "benefitComments", "prerequisiteComments", "statusCause",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why a change is significant; null where it is not.</summary>
    /// <param name="change">The change.</param>
    /// <param name="gone">Whether a whole row is gone.</param>
    /// <param name="now">The later report.</param>
    /// <param name="limits">The portfolio's limits.</param>
    public static Significance? Of(ValueChange change, bool gone, Report now, SignificantChange limits)
    {
        if (Unjudged.Contains(change.Field)) return null;
        if (gone || (change.Before is not null && change.Now is null)) return HasMovedOn(change, now) ? null : new(SignificanceKind.Disappeared);
        return (change.Before, change.Now) switch
        {
            (Money was, Money amount) => Amount(was, amount, limits.MoneyShare, limits.MoneyAtLeast),
            (PartialDate was, PartialDate date) => Date(was, date, limits.Days),
            (TrafficLight was, TrafficLight light) => light > was ? new(SignificanceKind.WorseRating) : null,
            (Prerequisite was, Prerequisite row) => Worse(was.Criticality, row.Criticality) ?? Gone(was.Criticality, row.Criticality, "criticality"),
            (Dependency was, Dependency row) => OfDependency(was, row, limits),
            _ => null,
        };
    }

    /// <summary>An amount that changed by more than a share of what it was, and by at least so much.</summary>
    public static Significance? Amount(Money was, Money now, decimal share, decimal atLeast)
    {
        if (was == now) return null;
        if (!was.IsSummable || !now.IsSummable) return new(SignificanceKind.Amount);
        var difference = now.Mnok - was.Mnok;
        // A third of an amount has no last decimal.
        if (Math.Abs(difference) < atLeast || Math.Abs(difference) <= decimal.Round(share * Math.Abs(was.Mnok), 9)) return null;
        return new(SignificanceKind.Amount, Share: Math.Abs(was.Mnok) >= LeastShared ? difference / Math.Abs(was.Mnok) : null);
    }

    private static Significance? Date(PartialDate was, PartialDate now, int limit, string? part = null)
    {
        var days = now.LastDay.DayNumber - was.LastDay.DayNumber;
        return Math.Abs(days) > limit ? new(SignificanceKind.Date, part, Days: days) : null;
    }

    private static Significance? OfDependency(Dependency was, Dependency now, SignificantChange limits) =>
        (was.Status is { } statusBefore && now.Status > statusBefore ? new Significance(SignificanceKind.WorseRating, "status") : null)
        ?? Worse(was.Criticality, now.Criticality)
        ?? Gone(was.Status, now.Status, "status")
        ?? Gone(was.Criticality, now.Criticality, "criticality")
        // "Lukket" in the deadline's place is how an author says that it is met.
        ?? (DependencyRows.IsClosed(now) ? null : Gone(was.Deadline, now.Deadline, "deadline"))
        ?? (was.Deadline is { } before && now.Deadline is { } deadline ? Date(before, deadline, limits.Days, "deadline") : null);

    // High is the first: what more depends on is the worse.
    private static Significance? Worse(Level? was, Level? now) => now < was ? new(SignificanceKind.WorseRating, "criticality") : null;

    private static Significance? Gone<T>(T? was, T? now, string part)
        where T : struct => was is not null && now is null ? new(SignificanceKind.Disappeared, part) : null;

    private static bool HasMovedOn(ValueChange change, Report now) => change switch
    {
        { Field: "funding", Item: { } item } => FundingPlaces.HasMovedOn(now, item[(item.LastIndexOf(", ", StringComparison.Ordinal) + 2)..]),
        { Field: "fundingTotal", Item: { } heading } => FundingPlaces.HasMovedOn(now, heading),
        _ => false,
    };
}
