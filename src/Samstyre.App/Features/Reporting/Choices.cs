using System.Globalization;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Reporting;

/// <summary>The choices of fields, and values as words.</summary>
internal static class Choices
{
    public static IEnumerable<(string Value, string Label)> Lights(TextSet texts) => Enum.GetValues<TrafficLight>().Select(light => (light.ToString(), Capital(Shapes.Word(light, texts))));

    /// <summary>The choices of a field, an empty one first.</summary>
    public static IEnumerable<(string Value, string Label)> Of(FieldKind kind, PortfolioDefinition definition, TextSet texts) => All(kind, definition, texts).Prepend(("", texts["choose"]));

    /// <summary>What a date or an amount is understood as, where it is written otherwise; null where nothing need be said.</summary>
    public static string? Understood(FieldKind kind, string text, TextSet texts) => kind switch
    {
        FieldKind.Money when DraftValue.Amount(text) is { } amount && FieldText.Of(amount) != text.Trim() => Parts.Million(amount, texts, 1),
        FieldKind.Date or FieldKind.DateOrWords when DraftValue.Date(text) is { } date && FieldText.Of((PartialDate?)date) != text.Trim() => date.ToText(texts.Language),
        _ => null,
    };

    /// <summary>A value as words.</summary>
    public static string Word(FieldKind kind, string text, PortfolioDefinition definition, TextSet texts) => kind switch
    {
        FieldKind.Light => Enum.TryParse<TrafficLight>(text, out var light) ? Shapes.Word(light, texts) : text,
        FieldKind.Money => DraftValue.Amount(text) is { } amount ? Parts.Million(amount, texts, 1) : text,
        FieldKind.Date => DraftValue.Date(text) is { } date ? date.ToText(texts.Language) : text,
        FieldKind.Text or FieldKind.LongText or FieldKind.DateOrWords or FieldKind.Party => text,
        _ => All(kind, definition, texts).FirstOrDefault(choice => choice.Value == text).Label ?? text,
    };

    /// <summary>The years of a funding column.</summary>
    public static string Years(string heading, TextSet texts) => FundingColumn.Of(heading) switch
    {
        { Span: FundingSpan.Before, Year: { } year } => texts["years.before", year],
        { Span: FundingSpan.Before } => texts["years.earlier"],
        { Span: FundingSpan.From, Year: { } year } => texts["years.from", year],
        { Year: { } year } => year.ToString(CultureInfo.InvariantCulture),
        _ => heading,
    };

    /// <summary>The label of a field by its path.</summary>
    public static string Label(string field, PortfolioDefinition definition, IReadOnlyList<string> fundingColumns, TextSet texts)
    {
        if (texts.Has("field." + field)) return texts["field." + field];
        var parts = field.Split('.');
        return parts switch
        {
            ["strategicFit", ..] => $"{texts["field.strategicFit"]} {field["strategicFit.".Length..]}",
            ["prerequisites", var kind, ..] => texts["prerequisite." + kind],
            ["fundingTotal", var column] => $"{texts["field.fundingTotal"]}, {YearsAt(column)}",
            ["funding", _, "y", var column] => $"{texts["field.funding"]}, {YearsAt(column)}",
            [var list, _, var column] when texts.Has($"field.{list}.{column}") => $"{texts["field." + list]}, {texts[$"field.{list}.{column}"].ToLowerInvariant()}",
            [var list, ..] => texts["field." + list],
            _ => field,
        };

        string YearsAt(string column) => int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < fundingColumns.Count ? Years(fundingColumns[place], texts) : "";
    }

    private static IEnumerable<(string Value, string Label)> All(FieldKind kind, PortfolioDefinition definition, TextSet texts) => kind switch
    {
        FieldKind.Level => Enum.GetValues<Level>().Select(level => (level.ToString(), texts["level." + level])),
        FieldKind.YesNo => [("true", texts["yes"]), ("false", texts["no"])],
        FieldKind.Answer => Enum.GetValues<Answer>().Select(answer => (answer.ToString(), texts["answer." + answer])),
        FieldKind.Phase => Enum.GetValues<Phase>().Select(phase => (phase.ToString(), texts["phase." + phase])),
        FieldKind.Band => Enum.GetValues<BenefitBand>().Select(band => (band.ToString(), texts["band." + band])),
        FieldKind.FocusArea => FocusAreas(definition, texts),
        FieldKind.Category => definition.DependencyCategories.Select(category => (category.Code, $"{category.Code} {category.Name.In(texts.Language)}")).Append(("Other", texts["category.Other"])),
        _ => [],
    };

    /// <summary>The strategy areas, each with its focus areas, by number and name.</summary>
    public static IEnumerable<(string Value, string Label)> FocusAreas(PortfolioDefinition definition, TextSet texts) =>
        definition.StrategyAreas.SelectMany(area => area.FocusAreas.Select(focus => (focus.Code, focus.Title(texts.Language))).Prepend((area.Code, $"{area.Code} {area.Name.In(texts.Language)}")));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
