using System.Globalization;

namespace Samstyre.Domain;

/// <summary>What a reported dependency or prerequisite can name.</summary>
public enum TargetKind
{
    /// <summary>An initiative of the portfolio.</summary>
    Initiative,

    /// <summary>A main deliverable of an initiative.</summary>
    Deliverable,

    /// <summary>An organisation of the portfolio's definition.</summary>
    Organisation,

    /// <summary>A supplier or another party that does not report: vendors of health records, the municipalities.</summary>
    Party,

    /// <summary>A building block of the common foundation (byggekloss i felles grunnmur).</summary>
    BuildingBlock,

    /// <summary>A measure of the common foundation, such as RM5-T3.</summary>
    Measure,

    /// <summary>A law, standard, funding decision or national component that must be in place.</summary>
    Clarification,
}

/// <summary>Something that can be depended on, by kind and key.</summary>
public readonly record struct TargetRef
{
    private const int IdDigits = 32;

    // Tens of thousands are made and compared in a round: those of initiatives are numbers, not texts.
    private readonly Guid initiative;
    private readonly int number;
    private readonly string? code;

    /// <summary>By its kind and key.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="key">As <see cref="Key"/>; what is no key of that kind is kept as it is, and is nobody's.</param>
    public TargetRef(TargetKind kind, string key)
    {
        Kind = kind;
        if (kind is TargetKind.Initiative && Guid.TryParseExact(key, "N", out var id)) initiative = id;
        else if (kind is TargetKind.Deliverable && TryParseDeliverable(key, out id, out var place)) (initiative, number) = (id, place);
        else code = key;
    }

    private TargetRef(TargetKind kind, Guid initiative, int number) => (Kind, this.initiative, this.number) = (kind, initiative, number);

    /// <summary>Its kind.</summary>
    public TargetKind Kind { get; }

    /// <summary>An initiative's id (32 hexadecimal digits), a deliverable's initiative and number (<c>id.3</c>, from 0), else the code in the portfolio's definition.</summary>
    public string Key => code ?? (Kind is TargetKind.Deliverable ? string.Create(CultureInfo.InvariantCulture, $"{initiative:N}.{number}") : initiative.ToString("N"));

    /// <summary>The initiative that it is, or whose deliverable it is; null for other kinds.</summary>
    public Guid? Initiative => code is null && Kind is TargetKind.Initiative or TargetKind.Deliverable ? initiative : null;

    /// <summary>The number of the deliverable that it is, from 0; null for other kinds.</summary>
    public int? Number => Kind is TargetKind.Deliverable && code is null ? number : null;

    /// <summary>An initiative.</summary>
    public static TargetRef Of(Guid initiative) => new(TargetKind.Initiative, initiative, 0);

    /// <summary>A deliverable of an initiative's report, by its number from 0.</summary>
    public static TargetRef Of(Guid initiative, int deliverable) => new(TargetKind.Deliverable, initiative, deliverable);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Key}";

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out TargetRef target)
    {
        target = default;
        if (text is null || text.IndexOf(':') is not (> 0 and var colon) || colon == text.Length - 1) return false;
        if (!Enum.TryParse<TargetKind>(text.AsSpan(0, colon), out var kind) || !Enum.IsDefined(kind) || char.IsDigit(text[0])) return false;
        target = new(kind, text[(colon + 1)..]);
        return true;
    }

    private static bool TryParseDeliverable(string key, out Guid initiative, out int number)
    {
        (initiative, number) = (default, 0);
        return key.Length > IdDigits + 1 && key[IdDigits] == '.' && Guid.TryParseExact(key.AsSpan(0, IdDigits), "N", out initiative) && int.TryParse(key.AsSpan(IdDigits + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
