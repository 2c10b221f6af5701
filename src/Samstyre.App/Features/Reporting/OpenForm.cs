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

    /// <summary>Keys of the last report that only its organisation and the office see.</summary>
    public IReadOnlyList<string> PriorConfidential { get; init; } = [];

    /// <summary>Keys of what was submitted that only its organisation and the office see.</summary>
    public IReadOnlyList<string> SentConfidential { get; init; } = [];

    /// <summary>Parts that the reporter marked as confidential. Until they choose anew, those of the last report stay so: its values are carried over.</summary>
    public IReadOnlyList<ReportPart> ConfidentialParts =>
        !Draft.Cells.TryGetValue(Confidential, out var cell) ? [.. Enum.GetValues<ReportPart>().Where(part => KeysOf(part) is { Count: > 0 } keys && keys.All(PriorConfidential.Contains))]
        : [.. cell.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(part => Enum.TryParse<ReportPart>(part, out _)).Select(Enum.Parse<ReportPart>)];

    /// <summary>Keys of a part that can be confidential: which initiative it is can not.</summary>
    public static IReadOnlyList<string> KeysOf(ReportPart part) =>
        [.. ReportFields.ByPart[part].Select(field => field.Key.Split('.')[0]).Distinct().Where(key => key is not ("name" or "nationalId" or "organisation" or "organisationText"))];

    /// <summary>The form's field that a path of the report is about.</summary>
    public string FieldOf(string path) => Reading.Rows.FieldOf(path);

    /// <summary>The form that an address names; null where there is none, and for whoever may not see it. Whoever follows the round without checking it sees what was submitted, as their audience may.</summary>
    public static async Task<OpenForm?> Find(DeskVisit desk)
    {
        var row = await AssignmentStore.Find(desk.Db, desk.PortfolioId, desk.Part("round"), desk.Part("initiative"), desk.Cancellation);
        if (row is null) return null;
        if (Domain.Access.MayReportFor(desk.Actor, row.Assignment.Organisation)) return await Load(desk, row);
        return desk.May(Right.FollowRound) ? (await Load(desk, row, withDraft: false)).SeenBy(desk) : null;
    }

    /// <summary>The same for whoever may fill it in.</summary>
    public static async Task<OpenForm?> FindForReporter(DeskVisit desk) =>
        await RowForReporter(desk.Db, desk.PortfolioId, desk.Actor, desk.Part("round"), desk.Part("initiative"), desk.Cancellation) is { } row ? await Load(desk, row) : null;

    /// <summary>The assignment alone of a form that the person may fill in: enough to save fields.</summary>
    public static async Task<AssignmentRow?> RowForReporter(Db db, Guid portfolio, Actor actor, string round, string initiative, CancellationToken cancellation)
    {
        var row = await AssignmentStore.Find(db, portfolio, round, initiative, cancellation);
        return row is not null && Domain.Access.MayReportFor(actor, row.Assignment.Organisation) ? row : null;
    }

    private OpenForm SeenBy(DeskVisit desk)
    {
        var mask = ReportMask.Of(desk.Definition.Reporting, Domain.Access.AudienceOf(desk.Actor), Row.Round.State == RoundState.Published);
        var hidden = mask.Keys.Concat(mask.HidesConfidential ? SentConfidential.Concat(PriorConfidential) : []).ToHashSet(StringComparer.Ordinal);
        var report = System.Text.Json.Nodes.JsonNode.Parse(ReportJson.ToUtf8(Reading.Report))!.AsObject();
        foreach (var key in hidden) report.Remove(key);
        var seen = ReportJson.FromUtf8(System.Text.Encoding.UTF8.GetBytes(report.ToJsonString(ReportJson.Options)));
        return this with
        {
            Values = FormValues.Of(seen, Row.Round.CollectedOn.Year),
            Reading = Reading with { Report = seen, Problems = [] },
            Check = Check with { Findings = [.. Check.Findings.Where(finding => IsSeen(finding.Field))] },
            Changes = [.. Changes.Where(change => IsSeen(change.Path))],
        };

        bool IsSeen(string path) => !hidden.Contains(path.Split('.', '[')[0]);
    }

    /// <summary>Whether a path can be saved in a form of these values.</summary>
    public static bool Takes(FormValues values, string path) => path == Confidential || (path.StartsWith(Explanation, StringComparison.Ordinal) && path.Length <= 200) || values.Knows(path);

    private static async Task<OpenForm> Load(DeskVisit desk, AssignmentRow row, bool withDraft = true)
    {
        var stored = await FormStore.Read(desk.Db, desk.PortfolioId, row.Assignment, desk.Cancellation);
        var draft = withDraft ? stored.Draft : new(new Dictionary<string, DraftCell>(StringComparer.Ordinal), []);
        var before = stored.Prior is { } prior ? ReportJson.FromUtf8(prior.Json.Span) : null;
        var rules = stored.Rules is { } frozen ? FrozenRules.FromJson(frozen) : FrozenRules.Now(desk.Definition);
        var form = stored.Sent is { } sent
            ? Sent(row, draft, ReportJson.FromUtf8(sent.Json.Span), sent.Explanations, before, stored.Prior?.Round, rules) with { SentConfidential = sent.Confidential }
            : Of(desk.Definition, row, draft, before, stored.Prior?.Round, rules);
        return form with { PriorConfidential = stored.Prior?.Confidential ?? [] };
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
