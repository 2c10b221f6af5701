using Samstyre.Analysis;

namespace Samstyre.Reports;

/// <summary>Units and charts by their names in open data, which stay as they are whatever the code calls them.</summary>
internal static class FigureUnits
{
    public static string Code(FigureUnit unit) => unit switch
    {
        FigureUnit.Initiatives => "initiatives",
        FigureUnit.Count => "count",
        FigureUnit.MillionNok => "millionNok",
        FigureUnit.Share => "share",
        FigureUnit.Months => "months",
        FigureUnit.Days => "days",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    public static string Code(FigureChart chart) => chart switch
    {
        FigureChart.None => "none",
        FigureChart.Bars => "bars",
        FigureChart.StackedBars => "stackedBars",
        FigureChart.Lines => "lines",
        FigureChart.Flow => "flow",
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, null),
    };
}
