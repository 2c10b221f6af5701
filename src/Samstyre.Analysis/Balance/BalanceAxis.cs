using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What the portfolio can be divided by when it is weighed.</summary>
public enum BalanceAxis
{
    /// <summary>Strategy area of the primary focus area.</summary>
    Area,

    /// <summary>Segment.</summary>
    Segment,

    /// <summary>Group of the responsible organisation.</summary>
    Group,

    /// <summary>Responsible organisation.</summary>
    Organisation,

    /// <summary>Phase.</summary>
    Phase,

    /// <summary>Risk.</summary>
    Risk,

    /// <summary>Overall status.</summary>
    Status,
}

/// <summary>An axis of one portfolio on one day.</summary>
/// <param name="Values">What it can be, in the portfolio's order, without "not stated".</param>
/// <param name="KeyOf">Key of an initiative's value; null where it states none, or one that the portfolio does not know.</param>
internal sealed record BalanceReading(IReadOnlyList<FigureCategory> Values, Func<Standing, string?> KeyOf)
{
    /// <summary>The part of those that state nothing; it stands last.</summary>
    public static readonly FigureCategory NotStated = new("NotStated", FigureWords.NotStated, Tone.NotStated);

    /// <summary>Reads an axis.</summary>
    /// <param name="axis">Which.</param>
    /// <param name="definition">Whose areas, segments and organisations count.</param>
    /// <param name="day">The day whose segments count.</param>
    public static BalanceReading Of(BalanceAxis axis, PortfolioDefinition definition, DateOnly day) => axis switch
    {
        BalanceAxis.Area => new(
            [.. definition.StrategyAreas.Select(area => new FigureCategory(area.Code, FigureWords.NameOf(area)))],
            standing => definition.StrategyAreaOf(standing.Facts.FocusArea)?.Code),
        BalanceAxis.Segment => Known([.. definition.Segments.Select(segment => new FigureCategory(segment.Code, segment.Name))], standing => standing.Initiative.SegmentOn(day)),
        BalanceAxis.Group => Known(
            [.. definition.Groups.Select(group => new FigureCategory(group.Code, group.Name))],
            standing => definition.OrganisationByCode(standing.Facts.Organisation)?.Group),
        BalanceAxis.Organisation => Known(
            [.. definition.Organisations.DistinctBy(organisation => organisation.Code).Select(organisation => new FigureCategory(organisation.Code, FigureWords.Same(organisation.Name)))],
            standing => standing.Facts.Organisation),
        BalanceAxis.Phase => new(
            [.. FigureWords.Phases.Where(phase => phase.Phase is not null).Select(phase => new FigureCategory(phase.Key, phase.Name))],
            standing => standing.Facts.Phase?.ToString()),
        BalanceAxis.Risk => new(Lights(), standing => standing.Facts.Risk?.ToString()),
        _ => new(Lights(), standing => standing.Facts.Status?.ToString()),
    };

    private static BalanceReading Known(IReadOnlyList<FigureCategory> values, Func<Standing, string?> keyOf)
    {
        var keys = values.Select(value => value.Key).ToHashSet(StringComparer.Ordinal);
        return new(values, standing => keyOf(standing) is { } key && keys.Contains(key) ? key : null);
    }

    private static FigureCategory[] Lights() => [.. FigureWords.Lights.Where(light => light.Light is not null).Select(light => new FigureCategory(light.Key, light.Name, light.Tone))];
}
