
namespace Samstyre.Analysis;

/// <summary>What makes a change significant.</summary>
public enum SignificanceKind
{
    /// <summary>A rating got worse: status, risk, criticality, how a dependency goes.</summary>
    WorseRating,

    /// <summary>A value or a row is no longer there.</summary>
    Disappeared,

    /// <summary>An amount changed much.</summary>
    Amount,

    /// <summary>A date moved far.</summary>
    Date,
}

/// <summary>Why a change is significant.</summary>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Part">Which part of a row it is about: <c>status</c>, <c>criticality</c>, <c>deadline</c>; null for the whole value.</param>
/// <param name="Share">Of an amount: the change as a share of what it was; null where that was nothing, or either can't be an amount.</param>
/// <param name="Days">Of a date: how many days later; negative is earlier.</param>
public sealed record Significance(SignificanceKind Kind, string? Part = null, decimal? Share = null, int? Days = null);

/// <summary>A value that differs between two reports of an initiative, and whether that asks for an explanation.</summary>
/// <param name="Field">The field's key in the interchange format.</param>
/// <param name="Item">Which row of the field, in the words that tell it from the others; null for a field of one value.</param>
/// <param name="ItemBefore">What the row was called before, where its words have changed; otherwise null.</param>
/// <param name="Path">Where it stands in the later report, rows by place: <c>deliverables.2.planned</c>. A row that only the earlier report has is named by its place there: <c>deliverables.was2</c>.</param>
/// <param name="Before">The earlier value; null where it was not stated.</param>
/// <param name="Now">The later value; null where it is not stated.</param>
/// <param name="Significance">Why it is significant; null where it is not.</param>
public sealed record FieldChange(string Field, string? Item, string? ItemBefore, string Path, object? Before, object? Now, Significance? Significance)
{
    /// <summary>Whether it asks for an explanation.</summary>
    public bool IsSignificant => Significance is not null;
}
