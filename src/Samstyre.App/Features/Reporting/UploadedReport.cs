using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Which of the reports in an uploaded file is about an initiative.</summary>
internal static class UploadedReport
{
    // Nobody fills in more; every row is compared with those of the form.
    private const int MostRows = 300;

    public static Outcome<Report> Of(FileReading reading, AssignmentRow row, FormValues form)
    {
        if (reading.Reports.Count == 0)
            return reading.Problems is [var problem, ..] ? new Problem(problem.Code, "fil", problem.Message) : new Problem("NoForm", "fil", "There is no form in the file.");
        var names = ((string[])[row.Name, form.Text("name")]).Select(FormIdentity.Key).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        var byId = reading.Reports.Where(report => row.NationalId is not null && report.NationalId == row.NationalId).ToList();
        // Two different national ids are two initiatives, whatever they are called.
        var byName = reading.Reports.Where(report => (row.NationalId is null || report.NationalId is null || report.NationalId == row.NationalId) && names.Contains(FormIdentity.Key(report.Name))).ToList();
        var fits = byId.Count == 1 ? byId : byId.Count > 1 ? [.. byId.Intersect(byName)] : byName;
        // A form without a number is taken for this one's under any name, unless it was handed out for another.
        if (fits.Count == 0 && byId.Count == 0 && reading.Reports is [{ NationalId: null } only] && (reading.Mark?.Initiative ?? InitiativeKey.Of(row)) == InitiativeKey.Of(row)) fits = [only];
        if (fits.Count != 1)
        {
            return fits.Count > 1 || byId.Count > 1
                ? new Problem("FormsOfSame", "fil", "Several forms in the file are about this initiative: upload a file with the right one alone.")
                : new Problem("FormOfAnother", "fil", "No form in the file is about this initiative: check its national id and name.");
        }

        return RowsOf(fits[0]) > MostRows ? new Problem("FormTooManyRows", "fil", "A list in the form has more than 300 rows: it is probably something else.") : fits[0];
    }

    private static int RowsOf(Report report) =>
        ((int[])[report.Deliverables.Count, report.Funding.Count, report.Risks.Count, report.Dependencies.Count, report.BenefitKinds.Count, report.StrategicFit.Count, report.FundingCols.Count, report.FundingTotal.Count]).Max();
}
