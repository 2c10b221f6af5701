namespace Samstyre.Domain;

/// <summary>What a field of the form takes.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>An amount, million NOK.</summary>
    Money,

    /// <summary>A date, as precise as it is known; nothing else.</summary>
    Date,

    /// <summary>A date, or words that say when: "løpende".</summary>
    DateOrWords,

    /// <summary>Green, yellow or red.</summary>
    Light,

    /// <summary>High, medium or low.</summary>
    Level,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Yes, no, in progress or in other words.</summary>
    Answer,

    /// <summary>A phase of the national project model.</summary>
    Phase,

    /// <summary>A band of benefits.</summary>
    Band,

    /// <summary>A focus area or strategy area of the portfolio.</summary>
    FocusArea,

    /// <summary>One or several categories of dependencies.</summary>
    Category,

    /// <summary>An initiative of the portfolio, or words for something else.</summary>
    Party,
}

/// <summary>How often a field is asked.</summary>
public enum FieldRhythm
{
    /// <summary>Asked once, then shown.</summary>
    Static,

    /// <summary>Asked in every round.</summary>
    Changing,
}

/// <summary>A column of a list of the form.</summary>
/// <param name="Key">The last part of its path: <c>planned</c> of <c>deliverables.2.planned</c>.</param>
/// <param name="Kind">What it takes.</param>
public sealed record FormColumn(string Key, FieldKind Kind);

/// <summary>A field of the form, or a list of rows with fields.</summary>
/// <param name="Key">Its path: a key of the interchange format.</param>
/// <param name="Part">The part of the form it stands in.</param>
/// <param name="Rhythm">How often it is asked.</param>
/// <param name="Kind">What it takes; null for a list.</param>
/// <param name="Columns">The columns of a list; empty for a field.</param>
public sealed record FormItem(string Key, ReportPart Part, FieldRhythm Rhythm, FieldKind? Kind, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Whether it is a list to which rows can be added.</summary>
    public bool IsList => Columns.Count > 0;

    /// <summary>Key of its label in the text resources.</summary>
    public string Label { get; } = "field." + Key;
}

/// <summary>One page of the form.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Items">Its fields and lists, in order.</param>
public sealed record FormPage(string Code, IReadOnlyList<FormItem> Items)
{
    /// <summary>Parts of the form that the page asks about.</summary>
    public IReadOnlyList<ReportPart> Parts { get; } = [.. Items.Select(item => item.Part).Distinct()];
}
