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
/// <param name="Kind">Its kind.</param>
/// <param name="Key">An initiative's id (32 hexadecimal digits), a deliverable's initiative and number (<c>id.3</c>, from 0), else the code in the portfolio's definition.</param>
public readonly record struct TargetRef(TargetKind Kind, string Key)
{
    /// <summary>An initiative.</summary>
    public static TargetRef Of(Guid initiative) => new(TargetKind.Initiative, initiative.ToString("N"));

    /// <summary>A deliverable of an initiative's report, by its number from 0.</summary>
    public static TargetRef Of(Guid initiative, int deliverable) => new(TargetKind.Deliverable, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{initiative:N}.{deliverable}"));

    /// <summary>The initiative that it is, or whose deliverable it is; null for other kinds.</summary>
    public Guid? Initiative => Kind is TargetKind.Initiative or TargetKind.Deliverable && Key.Length >= 32 && Guid.TryParseExact(Key.AsSpan(0, 32), "N", out var id) ? id : null;

    /// <summary>The number of the deliverable that it is, from 0; null for other kinds.</summary>
    public int? Number => Kind is TargetKind.Deliverable && Key.Length > 33 && int.TryParse(Key.AsSpan(33), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

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
}
