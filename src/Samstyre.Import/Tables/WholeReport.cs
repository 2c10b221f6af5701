using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What a report in JSON can lack although each value is well formed: the serialiser checks neither left-out texts nor numbers in place of words.</summary>
internal static class WholeReport
{
    /// <summary>The path of the first part that is missing or impossible; null where the report is whole.</summary>
    public static string? Missing(Report report) =>
        At("deliverables", report.Deliverables, part => part?.Text is not null)
        ?? At("fundingCols", report.FundingCols, column => column is not null)
        ?? At("funding", report.Funding, part => part is { Source: not null, Y: not null })
        ?? At("benefitKinds", report.BenefitKinds, part => part?.Kind is not null)
        ?? At("risks", report.Risks, part => part is not null)
        ?? At("dependencies", report.Dependencies, part => part is not null && Defined(part.Criticality) && Defined(part.Status))
        ?? At("findings", report.Findings, part => part is { Field: not null, Message: not null })
        ?? (Defined(report.Status) ? null : "status")
        ?? (Defined(report.Risk) ? null : "risk")
        ?? (Defined(report.Phase) ? null : "phase")
        ?? (Defined(report.BenefitBand) ? null : "benefitBand")
        ?? (report.BenefitMaturity is var (justification, identified, plan, activities)
            && Defined(justification) && Defined(identified) && Defined(plan) && Defined(activities) ? null : "benefitMaturity")
        ?? report.Prerequisites.Rows().Where(row => !Defined(row.Row?.Criticality)).Select(row => $"prerequisites.{row.Key}").FirstOrDefault()
        ?? (report.Source is { File: null } ? "source.file" : null);

    private static string? At<T>(string key, IReadOnlyList<T> parts, Func<T, bool> whole)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (!whole(parts[index])) return $"{key}[{index}]";
        }

        return null;
    }

    private static bool Defined<T>(T? value) where T : struct, Enum => value is null || Enum.IsDefined(value.Value);
}
