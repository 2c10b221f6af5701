using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>When a column of the load lies.</summary>
public enum LoadTime
{
    /// <summary>Before the quarters that are shown.</summary>
    Earlier,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>After the quarters that are shown.</summary>
    Later,

    /// <summary>No date is stated.</summary>
    Undated,
}

/// <summary>A column of the load.</summary>
/// <param name="Time">When it lies.</param>
/// <param name="Quarter">Its quarter; null for the others.</param>
public sealed record LoadColumn(LoadTime Time, Quarter? Quarter)
{
    /// <summary>Its name in addresses: <c>2021-Q4</c>, <c>earlier</c>.</summary>
    public string Key => Quarter?.ToString() ?? Time.ToString().ToLowerInvariant();
}

/// <summary>What is expected of somebody in one column.</summary>
/// <param name="Column">When.</param>
/// <param name="Needs">The rows of forms behind it, in the register's order.</param>
public sealed record LoadCell(LoadColumn Column, ImmutableArray<RegisteredNeed> Needs)
{
    /// <summary>How many initiatives expect it, each once.</summary>
    public int Initiatives { get; } = Count(Needs);

    /// <summary>For how many of them much depends on it.</summary>
    public int Critical { get; } = Count(Needs.Where(need => need.Criticality == Level.High));

    private static int Count(IEnumerable<RegisteredNeed> needs) => needs.DistinctBy(need => need.Receiver.Initiative.Id).Count();
}

/// <summary>What is expected of one party, or of one kind of work at it.</summary>
/// <param name="Key">Its name in addresses: the interchange format's key of a prerequisite (<c>ehrGp</c>) or a party's code.</param>
/// <param name="Name">Its words.</param>
/// <param name="Party">The party whom dependencies name; null for a kind of prerequisites.</param>
/// <param name="Cells">One for each column.</param>
public sealed record LoadRow(string Key, LocalText Name, Party? Party, ImmutableArray<LoadCell> Cells);

/// <summary>What the initiatives of a round expect of those who do not report, and when: prerequisites by kind, and dependencies that name a party. What its author has closed is left out.</summary>
/// <param name="Columns">At most 24 quarters around the round, and what lies outside them.</param>
/// <param name="Rows">General practitioners, municipalities, specialist care, and the parties that are named; only those of whom something is expected.</param>
/// <param name="Threshold">A quarter is too full where more initiatives than this meet in it.</param>
public sealed record LoadOnOthers(ImmutableArray<LoadColumn> Columns, ImmutableArray<LoadRow> Rows, int Threshold)
{
    /// <summary>How many initiatives may meet in a quarter where nobody chose otherwise.</summary>
    public const int DefaultThreshold = 5;

    private const int MostQuarters = 24;
    private const int QuartersBefore = 8;

    private static readonly string[] Kinds = ["ehrGp", "ehrMunicipal", "ehrSpecialist", "orgMunicipal", "orgSpecialist", "gpRoutines"];

    /// <summary>The quarters in which more meet than the threshold, the fullest first.</summary>
    public IEnumerable<(LoadRow Row, LoadCell Cell)> TooFull => Rows
        .SelectMany(row => row.Cells.Select(cell => (Row: row, Cell: cell)))
        .Where(one => IsTooFull(one.Cell))
        .OrderByDescending(one => one.Cell.Initiatives)
        .ThenByDescending(one => one.Cell.Critical)
        .ThenBy(one => one.Cell.Column.Quarter!.Value);

    /// <summary>Whether more initiatives than the threshold meet in a quarter. What has no date meets nowhere.</summary>
    public bool IsTooFull(LoadCell cell) => cell.Column.Time == LoadTime.Quarter && cell.Initiatives > Threshold;

    /// <summary>The load of a round.</summary>
    /// <param name="register">What the initiatives need.</param>
    /// <param name="threshold">How many initiatives may meet in a quarter.</param>
    public static LoadOnOthers Of(DependencyRegister register, int threshold = DefaultThreshold)
    {
        var open = register.Needs.Where(need => !need.IsClosed).ToList();
        var prerequisites = open.Where(need => need.IsPrerequisite).ToLookup(need => need.Key, StringComparer.Ordinal);
        List<(string Key, LocalText Name, Party? Party, ImmutableArray<RegisteredNeed> Needs)> rows =
            [.. Kinds.Select(kind => (kind, PrerequisitesByKind.NameOf(kind), (Party?)null, prerequisites[kind].ToImmutableArray()))];
        foreach (var party in register.Snapshot.Definition.Parties.Where(party => party.Kind != PartyKind.Other))
        {
            var named = new TargetRef(TargetKind.Party, party.Code);
            rows.Add((party.Code, party.Name, party, [.. open.Where(need => need.Dependency is not null && need.Named.Any(one => one.Target == named))]));
        }

        rows.RemoveAll(row => row.Needs.IsEmpty);
        var columns = ColumnsOf(rows.SelectMany(row => row.Needs), Quarter.Of(register.Snapshot.Round.CollectedOn));
        return new(columns, [.. rows.Select(row => new LoadRow(row.Key, row.Name, row.Party, CellsOf(row.Needs, columns)))], threshold);
    }

    private static ImmutableArray<LoadColumn> ColumnsOf(IEnumerable<RegisteredNeed> needs, Quarter round)
    {
        var dates = needs.Select(need => need.NeededBy).Distinct().ToList();
        var quarters = dates.OfType<PartialDate>().Select(Quarter.Of).Distinct().Order().ToList();
        var columns = ImmutableArray.CreateBuilder<LoadColumn>();
        if (quarters.Count > 0)
        {
            var first = quarters.Find(quarter => quarter >= round.Plus(-QuartersBefore));
            if (first == default) first = round.Plus(-QuartersBefore);
            var last = first.Plus(MostQuarters - 1) is var most && quarters[^1] > most ? most : quarters[^1];
            if (quarters[0] < first) columns.Add(new(LoadTime.Earlier, null));
            for (var quarter = first; quarter <= last; quarter = quarter.Plus(1)) columns.Add(new(LoadTime.Quarter, quarter));
            if (quarters[^1] > last && last >= first) columns.Add(new(LoadTime.Later, null));
        }

        if (dates.Contains(null)) columns.Add(new(LoadTime.Undated, null));
        return columns.ToImmutable();
    }

    private static ImmutableArray<LoadCell> CellsOf(ImmutableArray<RegisteredNeed> needs, ImmutableArray<LoadColumn> columns)
    {
        var first = columns.FirstOrDefault(column => column.Time == LoadTime.Quarter)?.Quarter;
        var by = needs.ToLookup(need => need.NeededBy is not { } date ? (LoadTime.Undated, (Quarter?)null)
            : first is null || Quarter.Of(date) < first ? (LoadTime.Earlier, null)
            : columns.Any(column => column.Quarter == Quarter.Of(date)) ? (LoadTime.Quarter, Quarter.Of(date))
            : (LoadTime.Later, null));
        return [.. columns.Select(column => new LoadCell(column, [.. by[(column.Time, column.Quarter)]]))];
    }
}
