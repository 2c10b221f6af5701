using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What is blank in the parts that must be filled in. Parts of which nothing is asked of everyone (prerequisites, dependencies) may be: none is an answer. The organisation is the portfolio's to say, and nobody is asked for it.</summary>
internal static class RequiredParts
{
    private static readonly Dictionary<ReportPart, List<AskedField>> Asked =
        AskedFields.All.Where(field => FormPages.ItemOf(field.Fields[0]) is not null).GroupBy(field => ReportFields.At(field.Fields[0])!.Part).ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Parts in which nothing at all stands.</summary>
    public static IEnumerable<Breach> Blank(CheckedReport report)
    {
        foreach (var (part, asked) in Asked)
        {
            if (report.Requires(part) && IsBlank(report.Now, part)) yield return AtField(asked[0]);
        }
    }

    /// <summary>A risk that has words and no colour.</summary>
    public static IEnumerable<Breach> WithoutRisk(CheckedReport report) =>
        report.Requires(ReportPart.Risk) && report.Now.Risk is null && !IsBlank(report.Now, ReportPart.Risk) ? [new("risk", [new("risk", FigureWords.Risk, null)])] : [];

    /// <summary>Values that the form asks of everyone, in parts where others stand.</summary>
    public static IEnumerable<Breach> Missing(CheckedReport report)
    {
        foreach (var (part, asked) in Asked)
        {
            if (!report.Requires(part) || IsBlank(report.Now, part)) continue;
            foreach (var field in asked)
            {
                if (field.Fields[0] != "risk" && !field.IsGiven(report.Now)) yield return AtField(field);
            }
        }
    }

    private static bool IsBlank(Report report, ReportPart part)
    {
        foreach (var field in ReportFields.ByPart[part])
        {
            if (field.Rows is { } rows ? rows(report).Any() : field.Value!(report) is { } value && !(value is string text && string.IsNullOrWhiteSpace(text))) return false;
        }

        return true;
    }

    private static Breach AtField(AskedField field) => new(field.Fields[0], [new(field.Fields[0], null, null)]);
}
