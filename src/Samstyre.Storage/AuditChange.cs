namespace Samstyre.Storage;

/// <summary>What changed of a thing, for its entry in the audit log: under <c>before</c> and <c>after</c> only what is no longer as it was. A thing that is new has no <c>before</c>.</summary>
internal sealed class AuditChange
{
    private readonly Dictionary<string, object?> before = [];
    private readonly Dictionary<string, object?> after = [];

    /// <summary>A property as it was and is; left out where both are the same. Null means that it has no value.</summary>
    public AuditChange Of<T>(string property, T was, T now)
    {
        if (EqualityComparer<T>.Default.Equals(was, now)) return this;
        (before[property], after[property]) = (was, now);
        return this;
    }

    /// <summary>A property of a thing that is new, or that only gained something; left out where there is nothing.</summary>
    public AuditChange New(string property, object? now)
    {
        if (now is not null) after[property] = now;
        return this;
    }

    /// <summary>A property that lost something; left out where there was nothing.</summary>
    public AuditChange Gone(string property, object? was)
    {
        if (was is not null) before[property] = was;
        return this;
    }

    /// <summary>The entry's details.</summary>
    /// <param name="others">What else is said: how the thing is called, why it was changed.</param>
    public IReadOnlyDictionary<string, object?> Details(params ReadOnlySpan<(string Key, object? Value)> others)
    {
        Dictionary<string, object?> details = [];
        foreach (var (key, value) in others) details[key] = value;
        if (before.Count > 0) details["before"] = before;
        if (after.Count > 0) details["after"] = after;
        return details;
    }
}
