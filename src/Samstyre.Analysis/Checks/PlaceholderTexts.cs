using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Texts of a report in which a placeholder stands.</summary>
internal static class PlaceholderTexts
{
    /// <summary>One per text.</summary>
    public static IEnumerable<Breach> Of(CheckedReport report, PlaceholderKind kind) =>
        from text in TextsOf(report.Now)
        let found = PlaceholderWords.In(text.Text)
        where found?.Kind == kind
        select new Breach(text.Path, [new(text.Path, null, found.Value.Text)]);

    private static IEnumerable<(string Path, string? Text)> TextsOf(Report report)
    {
        foreach (var field in ReportFields.All)
        {
            // What the portfolio decides, or a choice replaces, is not the reporter's text to correct.
            if (FormPages.ItemOf(field.Key)?.Key == field.Key && field.Value?.Invoke(report) is string text) yield return (field.Key, text);
        }

        for (var row = 0; row < report.Deliverables.Count; row++)
        {
            yield return ($"deliverables.{row}.text", report.Deliverables[row].Text);
            yield return ($"deliverables.{row}.planned", report.Deliverables[row].PlannedText);
        }

        for (var row = 0; row < report.Funding.Count; row++) yield return ($"funding.{row}.source", report.Funding[row].Source);
        for (var row = 0; row < report.BenefitKinds.Count; row++) yield return ($"benefitKinds.{row}.kind", report.BenefitKinds[row].Kind);
        for (var row = 0; row < report.Risks.Count; row++)
        {
            var risk = report.Risks[row];
            yield return ($"risks.{row}.id", risk.Id);
            yield return ($"risks.{row}.element", risk.Element);
            yield return ($"risks.{row}.effect", risk.Effect);
            yield return ($"risks.{row}.measure", risk.Measure);
            yield return ($"risks.{row}.deadlineText", risk.DeadlineText);
        }

        foreach (var (key, row) in report.Prerequisites.Rows()) yield return ($"prerequisites.{key}.when", row?.When);
        for (var row = 0; row < report.Dependencies.Count; row++)
        {
            var dependency = report.Dependencies[row];
            yield return ($"dependencies.{row}.on", dependency.On);
            yield return ($"dependencies.{row}.what", dependency.What);
            yield return ($"dependencies.{row}.purpose", dependency.Purpose);
            yield return ($"dependencies.{row}.deadline", dependency.DeadlineText);
        }
    }
}
