using Samstyre.Analysis;

namespace Samstyre.Tests.Analysis;

/// <summary>Columns of a figure as tests compare them.</summary>
internal static class FigureRows
{
    /// <summary>The values of a series by category.</summary>
    public static Dictionary<string, decimal?> Column(this Figure figure, string series) =>
        figure.Categories.ToDictionary(category => category.Key, category => figure.Cell(category.Key, series)!.Value);

    /// <summary>The values of a series by the categories' names without what kind of company they are.</summary>
    public static Dictionary<string, decimal?> ColumnByName(this Figure figure, string series) =>
        figure.Categories.ToDictionary(category => OctoberForm.Plain(category.Name.Bokmal), category => figure.Cell(category.Key, series)!.Value);

    /// <summary>The sum of what a series states.</summary>
    public static decimal Total(this Figure figure, string series) => figure.Column(series).Values.Sum(value => value ?? 0m);
}
