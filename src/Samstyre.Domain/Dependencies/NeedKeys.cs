namespace Samstyre.Domain;

/// <summary>What the rows of a report are known by, told when somebody asks: of a large portfolio few are asked for.</summary>
public sealed class NeedKeys
{
    private readonly IReadOnlyList<Dependency> dependencies = [];
    private readonly string? one;
    private IReadOnlyList<string>? keys;

    /// <summary>Of a report's dependencies: see <see cref="NeedKey"/>.</summary>
    /// <param name="dependencies">All of them, in the form's order.</param>
    public NeedKeys(IReadOnlyList<Dependency> dependencies) => this.dependencies = dependencies;

    /// <summary>Of rows that have one key, whatever their place: prerequisites of a kind.</summary>
    public NeedKeys(string key) => one = key;

    /// <summary>The key of a row by its place in the form, from 0.</summary>
    public string Of(int row) => one ?? (keys ??= NeedKey.Of(dependencies))[row];
}
