using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Decides what becomes of each form of a file, before anything is written.</summary>
internal sealed class ImportPlan(Guid portfolioId, long version, Round round, PortfolioDefinition definition, RoundInitiatives known, DateTimeOffset now)
{
    /// <summary>Identity of the import.</summary>
    public Guid Id { get; } = Guid.CreateVersion7(now);

    /// <summary>What is written about initiatives.</summary>
    public InitiativeWrites Initiatives { get; } = new(portfolioId, version, now);

    /// <summary>Reports to store.</summary>
    public List<ReportRow> Reports { get; } = [];

    /// <summary>Forms that name no initiative.</summary>
    public List<Report> Unmatched { get; } = [];

    /// <summary>Names and organisations that a form of an unknown initiative is compared with.</summary>
    public IReadOnlyList<(string Name, string? Organisation)> Others { get; init; } = [];

    /// <summary>What the file's one form says of itself out of sight; null where it has no mark.</summary>
    public FormMark? Mark { get; init; }

    /// <summary>What becomes of each form, in their order.</summary>
    public IReadOnlyList<FormResult> Plan(IReadOnlyList<StorableReport> forms)
    {
        var results = new FormResult[forms.Count];
        var identities = forms.Select(form => FormIdentity.Of(form.Report, definition)).ToList();
        // Of two forms that claim an id, the one with the initiative's registered name has it, wherever it stands in the file.
        foreach (var index in Enumerable.Range(0, forms.Count).OrderBy(index => !known.IsRegistered(identities[index]))) results[index] = Plan(forms[index], identities[index]);
        return results;
    }

    private FormResult Plan(StorableReport form, FormIdentity identity)
    {
        var report = form.Report;
        var (match, entry) = known.Match(identity, Mark);
        List<Finding> added = match.Finding is { } matched && !report.Findings.Any(finding => finding.Code == matched.Code && finding.Field == matched.Field) ? [matched] : [];
        if (match.Kind == MatchKind.Unmatched)
        {
            if (!report.Findings.Any(finding => finding.Field == "name" && finding.Severity == FindingSeverity.Error))
                added.Add(new("name", FindingSeverity.Error, "The form has no name of a project or programme.", report.Name, "NameMissing", report.Source?.Line));
            report = report with { Findings = [.. report.Findings, .. added] };
            Unmatched.Add(report);
            return new(report.Source?.Line, report.Name, FormOutcome.Unmatched, match.Kind, null, null, false, null, OpenQuestions(report), added);
        }

        var isNew = entry is null;
        if (isNew && added.Count == 0 && Like(identity) is { } like) added.Add(like);
        if (Mark?.Round is { } other && other != round.Code)
            added.Add(new("", FindingSeverity.Review, $"The form was made for the round {other}: check that it is not an old one.", other, "FormOfOtherRound", report.Source?.Line));
        entry ??= Add(match, identity);
        if (entry.ContentSha256.AsSpan().SequenceEqual(form.ContentSha256))
            return new(report.Source?.Line, report.Name, FormOutcome.Unchanged, match.Kind, entry.Row.Id, entry.Row.NationalId, false, entry.Revision, OpenQuestions(report), []);

        Update(entry, match, identity);
        if (Enter(entry, report) is { } outside) added.Add(outside);
        if (added.Count > 0) report = report with { Findings = [.. report.Findings, .. added] };
        entry.Revision++;
        entry.ContentSha256 = form.ContentSha256;
        entry.InRound = new(identity.NameKey.Length > 0 ? identity.NameKey : null, identity.Organisation);
        Reports.Add(new(
            Guid.CreateVersion7(now), round.Id, entry.Row.Id, entry.Revision, ReportFacts.Of(report, round, definition, entry.Row.Name), Id, form.ContentSha256, report));
        return new(
            report.Source?.Line, report.Name, entry.Revision == 1 ? FormOutcome.Added : FormOutcome.Revised, match.Kind, entry.Row.Id, entry.Row.NationalId, isNew, entry.Revision, OpenQuestions(report), added);
    }

    /// <summary>A name that is nearly another's may be a slip of the pen: a person has to see it.</summary>
    private Finding? Like(FormIdentity form)
    {
        var (likeness, name) = Others.Where(other => other.Organisation is null || form.Organisation is null || other.Organisation == form.Organisation)
            .Select(other => (Likeness: NameLikeness.Of(form.Name, other.Name), other.Name)).DefaultIfEmpty().MaxBy(other => other.Likeness);
        return likeness < NameLikeness.Doubtful ? null : new(
            "name", FindingSeverity.Review, string.Create(CultureInfo.InvariantCulture, $"Nobody knew the initiative by this name, which is like \"{name}\" ({likeness:0 %}): check that it is not the same."), form.Name, "NameLikeAnother", form.Line);
    }

    private RoundInitiatives.Entry Add(InitiativeMatch match, FormIdentity identity)
    {
        var row = new InitiativeRow(Guid.CreateVersion7(now), match.NationalId, identity.Name!.Trim(), identity.Organisation, null);
        Initiatives.Add(row);
        Initiatives.Name(row.Id, row.Name, registered: true);
        var entry = new RoundInitiatives.Entry(row, [identity.NameKey], []);
        known.Add(entry);
        return entry;
    }

    /// <summary>What a report teaches about its initiative: a number it lacked, an organisation, a new name.</summary>
    private void Update(RoundInitiatives.Entry entry, InitiativeMatch match, FormIdentity identity)
    {
        var row = entry.Row with { NationalId = match.NationalId, Organisation = entry.Row.Organisation ?? identity.Organisation };
        if (row != entry.Row)
        {
            Initiatives.Change(row, entry.Row);
            if (row.NationalId is { } id && entry.Row.NationalId is null) known.Number(entry, id);
            entry.Row = row;
        }

        if (identity.NameKey.Length == 0 || entry.Known.IsCalled(identity.NameKey)) return;
        Initiatives.Name(row.Id, identity.Name!, registered: false);
        known.Learn(entry, identity.NameKey);
    }

    /// <summary>An initiative that nobody has placed enters the portfolio with its report; one that has left stays out until a person says otherwise.</summary>
    private Finding? Enter(RoundInitiatives.Entry entry, Report report)
    {
        if (entry.Stage is null)
        {
            entry.Stage = new(round.CollectedOn, LifeStage.InPortfolio, null);
            Initiatives.Step(entry.Row.Id, ++entry.Steps, entry.Stage);
        }

        return entry.Stage.Stage == LifeStage.InPortfolio ? null : new(
            "",
            FindingSeverity.Review,
            string.Create(CultureInfo.InvariantCulture, $"The initiative reports, but it is not in the portfolio on the round's day: {entry.Stage.Stage} since {entry.Stage.On:yyyy-MM-dd}."),
            null,
            "ReportedOutsidePortfolio",
            report.Source?.Line);
    }

    private static int OpenQuestions(Report report) => report.Findings.Count(finding => finding.Severity != FindingSeverity.Info);
}
