namespace Samstyre.Reports;

/// <summary>Numbers of open data: 4.0 and 4 are the same and are written the same.</summary>
internal static class PlainNumber
{
    public static decimal Of(decimal number) => number / 1.0000000000000000000000000000m;
}
