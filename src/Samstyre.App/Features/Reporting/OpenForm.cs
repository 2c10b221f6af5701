using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>A form as it stands: the last report, what was changed, what the rules find, and what differs since last time. The one place where it is decided whether somebody may see a form.</summary>
/// <param name="Row">The assignment.</param>
/// <param name="Draft">What was changed.</param>
/// <param name="Values">The texts of its fields.</param>
/// <param name="Reading">The report that it gives.</param>
/// <param name="Check">What the round's rules find.</param>
/// <param name="Changes">What differs from the last report.</param>
/// <param name="PriorRound">The round of the last report; null for the first.</param>
internal sealed record OpenForm(
    AssignmentRow Row, Draft Draft, FormValues Values, DraftReading Reading, CheckResult Check, IReadOnlyList<FieldChange> Changes, Round? PriorRound)
{
    /// <summary>What the path of an explanation begins with.</summary>
    public const string Explanation = "explain:";

    /// <summary>The path that holds the confidential parts.</summary>
    public const string Confidential = "confidential";

    /// <summary>Whether it can be changed now.</summary>
    public bool IsWritable => Row.Assignment.IsWritable(Row.Round.State);

    /// <summary>Whether anything of the form itself was changed.</summary>
    public bool IsChanged => Draft.Cells.Keys.Any(path => Values.Knows(path) && Values.IsChanged(path));

    /// <summary>Parts that the reporter marked as confidential.</summary>
    public IReadOnlyList<ReportPart> ConfidentialParts =>
        Draft.Cells.TryGetValue(Confidential, out var cell) ? [.. cell.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(part => Enum.TryParse<ReportPart>(part, out _)).Select(Enum.Parse<ReportPart>)] : [];

    /// <summary>Whether a path can be saved in this form.</summary>
    public bool Takes(string path) => path == Confidential || (path.StartsWith(Explanation, StringComparison.Ordinal) && path.Length <= 200) || Values.Knows(path);

    /// <summary>The form's field that a path of the report is about.</summary>
    public string FieldOf(string path) => Reading.Rows.FieldOf(path);

    /// <summary>The form that an address names; null where there is none, and for whoever may not see it.</summary>
    public static async Task<OpenForm?> Find(DeskVisit desk)
    {
        var row = await AssignmentStore.Find(desk.Db, desk.PortfolioId, desk.Part("round"), desk.Part("initiative"), desk.Cancellation);
        return row is not null && (Domain.Access.MayReportFor(desk.Actor, row.Assignment.Organisation) || desk.May(Right.FollowRound)) ? await Load(desk, row) : null;
    }

    /// <summary>The same for whoever may fill it in.</summary>
    public static async Task<OpenForm?> FindForReporter(DeskVisit desk)
    {
        var row = await AssignmentStore.Find(desk.Db, desk.PortfolioId, desk.Part("round"), desk.Part("initiative"), desk.Cancellation);
        return row is not null && Domain.Access.MayReportFor(desk.Actor, row.Assignment.Organisation) ? await Load(desk, row) : null;
    }

    private static async Task<OpenForm> Load(DeskVisit desk, AssignmentRow row)
    {
        var (db, portfolio, assignment) = (desk.Db, desk.PortfolioId, row.Assignment);
        var prior = assignment.PriorReport is { } id ? await ReportStore.Read(db, portfolio, id, desk.Cancellation) : null;
        var draft = await DraftStore.Load(db, portfolio, assignment, desk.Cancellation);
        var rules = await CalendarStore.Rules(db, portfolio, assignment.Round, desk.Cancellation);
        var priorRound = prior is null ? null : (await CalendarStore.List(db, portfolio, desk.Cancellation)).FirstOrDefault(round => round.Id == prior.RoundId)?.Round;
        var before = prior is null ? null : ReportJson.FromUtf8(prior.Json.Span);
        var frozen = rules is null ? FrozenRules.Now(desk.Definition) : FrozenRules.FromJson(rules);
        if (assignment.State is not (AssignmentState.Submitted or AssignmentState.Approved)) return Of(desk.Definition, row, draft, before, priorRound, frozen);
        var revisions = await ReportStore.Revisions(db, portfolio, assignment.Round, assignment.Initiative, desk.Cancellation);
        var submission = await SubmissionStore.OfReport(db, portfolio, revisions[^1].Id, desk.Cancellation);
        var sent = await ReportStore.Read(db, portfolio, revisions[^1].Id, desk.Cancellation);
        return Sent(row, draft, ReportJson.FromUtf8(sent!.Json.Span), submission?.Explanations, before, priorRound, frozen);
    }

    /// <summary>A form as it was submitted, whether on the web or as a file.</summary>
    private static OpenForm Sent(AssignmentRow row, Draft draft, Report report, IReadOnlyDictionary<string, string>? explanations, Report? prior, Round? priorRound, FrozenRules rules)
    {
        var year = row.Round.CollectedOn.Year;
        var before = prior is null ? null : FormValues.Of(prior, year).Prior;
        var context = new CheckContext(report, before, row.Round.CollectedOn, row.Assignment.Parts, explanations ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return new(
            row, draft, FormValues.Of(report, year), new(report, [], new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))), Checks.Run(context, rules),
            before is null ? [] : FieldChanges.Between(before, report, rules.Significant), priorRound);
    }

    private static OpenForm Of(PortfolioDefinition definition, AssignmentRow row, Draft draft, Report? prior, Round? priorRound, FrozenRules rules)
    {
        var assignment = row.Assignment;
        var values = FormValues.Of(prior ?? First(definition, row), row.Round.CollectedOn.Year).With(draft.Values);
        var reading = values.Read();
        var explanations = draft.Cells.Where(cell => cell.Key.StartsWith(Explanation, StringComparison.Ordinal)).ToDictionary(
            cell => PathOf(cell.Key[Explanation.Length..], reading.Rows), cell => cell.Value.Value, StringComparer.Ordinal);
        var before = prior is null ? null : values.Prior;
        return new(
            row, draft, values, reading, Checks.Run(new(reading.Report, before, row.Round.CollectedOn, assignment.Parts, explanations), rules),
            before is null ? [] : FieldChanges.Between(before, reading.Report, rules.Significant), priorRound);
    }

    // The first form of an initiative knows whose it is.
    private static Report First(PortfolioDefinition definition, AssignmentRow row)
    {
        var organisation = definition.OrganisationByCode(row.Assignment.Organisation)?.Name;
        return new() { Name = row.Name, NationalId = row.NationalId, Organisation = organisation, OrganisationText = organisation };
    }

    private static string PathOf(string key, FormRows rows)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? key : key[..(at + 1)] + rows.PathOf(key[(at + 1)..]);
    }
}
