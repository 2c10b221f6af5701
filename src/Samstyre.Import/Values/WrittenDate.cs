using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A date as a person types it into a field of a page.</summary>
public static class WrittenDate
{
    /// <summary>The date; null where the words give none, or give one that is in doubt.</summary>
    public static PartialDate? Read(string text) => DateText.Parse(text) is { Value: { } date, Doubt: null } ? date : null;
}
