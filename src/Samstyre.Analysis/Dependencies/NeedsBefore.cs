using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies as they stood in the round before: what is gone since can still be asked about.</summary>
/// <param name="register">Of the round.</param>
/// <param name="taught">The names that somebody taught.</param>
public sealed class NeedsBefore(DependencyRegister register, IReadOnlyCollection<KnownName> taught)
{
    private readonly Lazy<NameIndex> index = new(() => new(register.Targets, taught));

    /// <summary>A dependency of an initiative of the round, with the givers that its first field names and the makers of the parts that it names; null where the round before had none of that key.</summary>
    public RegisteredNeed? Find(Guid receiver, string key)
    {
        if (RowOf(register, receiver, key) is not { } row || !register.ByInitiative.TryGetValue(receiver, out var entry)) return null;
        var (dependency, itself) = (register.Before[receiver][row], TargetRef.Of(receiver));
        ImmutableArray<NamedTarget> named = [.. index.Value.In(new(dependency.On)).Where(one => one.Target != itself && one.Score >= NameIndex.Threshold)];
        return new(entry.Standing, new(register.Before[receiver]), row)
        {
            Dependency = dependency,
            Naming = new(named, [], named.Length > 0 ? NamingState.Resolved : NamingState.Unresolved),
            Makers = new MakersOfParts(register.Snapshot, register.Gone.Values).Of(named, dependency.What, receiver, null),
            NeededBy = dependency.Deadline,
            IsClosed = DependencyRows.IsClosed(dependency),
        };
    }

    /// <summary>The row as it was reported; null where the round before had none of that key.</summary>
    public static Dependency? ReportedAs(DependencyRegister register, Guid receiver, string key) => RowOf(register, receiver, key) is { } row ? register.Before[receiver][row] : null;

    /// <summary>The key of a dependency that is gone.</summary>
    /// <param name="register">Of the round that it is gone from.</param>
    /// <param name="receiver">Whose it was.</param>
    /// <param name="gone">The row, as the register has it.</param>
    public static string KeyOf(DependencyRegister register, Guid receiver, Dependency gone)
    {
        var before = register.Before[receiver];
        return NeedKey.Of(before).Where((_, row) => ReferenceEquals(before[row], gone)).First();
    }

    private static int? RowOf(DependencyRegister register, Guid receiver, string key)
    {
        if (!register.Before.TryGetValue(receiver, out var before)) return null;
        var keys = NeedKey.Of(before);
        for (var row = 0; row < keys.Count; row++)
        {
            if (keys[row] == key && ReportedNeeds.SaysSomething(before[row])) return row;
        }

        return null;
    }
}
