using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A report while its form is being read. Each value comes with its finding where the reader was not sure.</summary>
internal sealed partial class ReportDraft(FindingLog log)
{
    private readonly Dictionary<string, List<string>> comments = [];

    public FindingLog Log => log;

    public string? Name { get; private set; }

    public int? NationalId { get; private set; }

    public string? OrganisationText { get; set; }

    public string? Organisation { get; private set; }

    public string? OwnerText { get; set; }

    public string? ManagerText { get; set; }

    public PartialDate? Revised { get; set; }

    public string? Purpose { get; set; }

    public Money? TotalCost { get; set; }

    public Money? FoundationCost { get; set; }

    public Money? AnnualOperatingCost { get; set; }

    public List<Deliverable> Deliverables { get; } = [];

    public List<string> FundingCols { get; } = [];

    public List<FundingSource> Funding { get; } = [];

    public List<Money?> FundingTotal { get; } = [];

    public StrategyMatrix? Strategy { get; set; }

    public SortedDictionary<string, Level> StrategicFit { get; } = new(StringComparer.Ordinal);

    public string? PrimaryFocusArea { get; private set; }

    public bool? FollowsProjectWizard { get; set; }

    public bool? MultiPhase { get; set; }

    public bool? RevisedAnnually { get; set; }

    public string? PhaseText { get; private set; }

    public Phase? Phase { get; private set; }

    public PartialDate? PhaseEnd { get; private set; }

    public PartialDate? EndDate { get; set; }

    public string? BenefitOwnersText { get; set; }

    public BenefitMaturity Maturity { get; set; } = new(null, null, null, null);

    public (BenefitBand? Band, Money? Amount) Benefit { get; private set; }

    public string? BenefitText { get; private set; }

    public List<BenefitKind> BenefitKinds { get; } = [];

    public string? LifetimeText { get; set; }

    public string? UnquantifiedBenefitsText { get; set; }

    public string? OtherProjectsRealiseText { get; set; }

    public TrafficLight? Status { get; set; }

    public string? StatusCause { get; private set; }

    public TrafficLight? Risk { get; set; }

    public bool RiskSeen { get; set; }

    public string? RiskText { get; set; }

    public List<RiskRow> Risks { get; } = [];

    public string? AffectedActorsText { get; set; }

    public Dictionary<Label, Prerequisite?> Prerequisites { get; } = [];

    public List<Dependency> Dependencies { get; } = [];

    /// <summary>The value of a read, with its finding.</summary>
    public T Take<T>(string field, Read<T> read, string text, Place place)
    {
        log.Found(field, place);
        if (read.Doubt is { } doubt) log.Add(doubt.Severity, doubt.Code, field, text, place, doubt.Message);
        return read.Value;
    }

    public string? Text(string field, FormPart part)
    {
        var text = CleanText.Join(part.Texts);
        if (text is not null) log.Found(field, part.ValuePlace);
        return text;
    }

    public Money? Amount(string field, FormPart part)
    {
        var value = Take(field, AmountText.Parse(part.Value, addPair: false), part.Value, part.ValuePlace);
        TakeUnread(Surplus(part), "costComments");
        // Words instead of an amount stay readable beside it.
        if (value is null && CleanText.Of(part.Value) is { Length: > 0 } words && !CleanText.IsDash(words)) AddComment("costComments", words);
        return value;
    }

    public PartialDate? Date(string field, FormPart part)
    {
        TakeUnread(Surplus(part), "phaseComments");
        return Take(field, DateText.Parse(part.Value), part.Value, part.ValuePlace);
    }

    public bool? YesNo(string field, FormPart part)
    {
        TakeUnread(Surplus(part), "phaseComments");
        return Take(field, ChoiceText.YesNo(part.Value), part.Value, part.ValuePlace);
    }

    public Answer? Answer(string field, FormPart part) => Take(field, ChoiceText.Answer(part.Value), part.Value, part.ValuePlace);

    public TrafficLight? Colour(string field, FormPart part)
    {
        TakeUnread(Surplus(part), field == "status" ? "benefitComments" : "riskText");
        return Take(field, ChoiceText.Colour(part.Value), part.Value, part.ValuePlace);
    }

    public void Comment(string field, FormPart part)
    {
        log.Found(field, part.ValuePlace);
        foreach (var text in part.Texts) AddComment(field, text);
    }

    public void AddComment(string field, string text)
    {
        if (!comments.TryGetValue(field, out var list)) comments[field] = list = [];
        list.Add(text);
    }

    /// <summary>Text that belongs to no field of its own: kept in the comment beside it, and said.</summary>
    public void TakeUnread(IEnumerable<Block> blocks, string field)
    {
        foreach (var block in blocks)
        {
            if (CleanText.Join(block.Cells.Where(cell => !LabelIndex.IsColumnHeading(cell))) is not { } text) continue;
            log.Info("TextMoved", field, text, block.Place, "This text has no field of its own; it was kept here.");
            AddComment(field, text);
        }
    }

    public void TakeHeadingBody(FormPart part)
    {
        foreach (var block in part.Body)
            log.Info("TextUnread", "", CleanText.Join(block.Cells), block.Place, "This text stands outside the form's fields.");
    }

    public void TakeName(FormPart part)
    {
        var (text, placeholder) = CleanText.WithoutPlaceholders(part.Value);
        TakeUnread(part.Inline.Any() ? part.Body : part.Body.Skip(1), "costComments");
        if (text.Length == 0 || placeholder) return;
        if (Name is null) log.Found("name", part.ValuePlace);
        Name ??= text;
    }

    public void TakeNationalId(FormPart part)
    {
        var (text, _) = CleanText.WithoutPlaceholders(part.Value);
        log.Found("nationalId", part.ValuePlace);
        var numbers = Number().Matches(text);
        var plain = PlainId().Match(text);
        if (plain.Success) NationalId = int.Parse(plain.Groups["id"].Value, CultureInfo.InvariantCulture);
        else if (numbers.Count == 1 && text.Length <= 24 && !OtherId().IsMatch(text))
        {
            NationalId = int.Parse(numbers[0].Value, CultureInfo.InvariantCulture);
            log.Review("IdUnclear", "nationalId", text, part.ValuePlace, "The national id is not clear; please check.");
        }
        else if (numbers.Count > 0) log.Review("IdUnclear", "nationalId", text, part.ValuePlace, "The national id is not clear; please check.");
        else if (text.Length > 0 && !NoId().IsMatch(text)) log.Info("IdWords", "nationalId", text, part.ValuePlace, "There are words where the national id should stand.");
    }

    public void TakePrimaryFocusArea(FormPart part)
    {
        var (text, _) = CleanText.WithoutPlaceholders(part.Value);
        var areas = FocusArea().Matches(text).Select(match => match.Value).Distinct().ToList();
        if (areas.Count == 0)
        {
            if (text.Any(char.IsLetterOrDigit)) log.Review("FocusAreaUnclear", "primaryFocusArea", text, part.ValuePlace, "The primary focus area is not clear; please check.");
            return;
        }

        log.Found("primaryFocusArea", part.ValuePlace);
        PrimaryFocusArea = areas[0];
        if (areas.Count > 1) log.Review("FocusAreaSeveral", "primaryFocusArea", text, part.ValuePlace, "There are several primary focus areas; the first was read.");
        if (part.Inline.Any()) TakeUnread(part.Body, "strategyComments");
        else TakeUnread(part.Body.Skip(1), "strategyComments");
    }

    /// <summary>The phase stands in the row under its question, its planned end in a later cell of that row.</summary>
    public void TakePhase(FormPart part)
    {
        var row = part.Body.FirstOrDefault();
        var cells = row is null ? [.. part.Inline] : row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        if (cells.Count == 0) return;
        var place = row?.Place ?? part.Head.Place;
        // A single date without a phase stands in the date's column.
        if (row is not null && string.IsNullOrWhiteSpace(row.Cells[0])) cells.Insert(0, "");
        PhaseText = CleanText.Join([CleanText.WithoutPlaceholders(cells[0]).Text]);
        Phase = Take("phase", ChoiceText.Phase(cells[0]), cells[0], place);
        if (cells.Count > 1) PhaseEnd = Take("phaseEnd", DateText.Parse(string.Join(' ', cells.Skip(1))), string.Join(' ', cells.Skip(1)), place);
        TakeUnread(part.Body.Skip(1), "phaseComments");
    }

    public void TakeQuantified(FormPart part)
    {
        foreach (var row in part.Body.Where(IsKindRow).ToList())
        {
            part.Body.Remove(row);
            var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            TakeBenefitKind(cells[0], string.Join(' ', cells.Skip(1)), row.Place);
        }

        var text = CleanText.Join(part.Texts.Select(cell => CleanText.WithoutPlaceholders(cell).Text));
        if (text is null) return;
        log.Found("benefitText", part.ValuePlace);
        var (band, amount, doubt) = Samstyre.Import.BenefitText.Parse(text);
        BenefitText = text;
        Benefit = (band, amount);
        if (doubt is null) return;
        log.Add(doubt.Severity, doubt.Code, "benefitAmountMnok", text, part.ValuePlace, doubt.Message);
        log.Add(doubt.Severity, doubt.Code, "benefitBand", text, part.ValuePlace, doubt.Message);
    }

    public void TakeBenefitKind(FormPart part) => TakeBenefitKind(part.Head.Cells[part.LabelCell], part.Value, part.ValuePlace);

    private void TakeBenefitKind(string kind, string amount, Place place)
    {
        var field = $"benefitKinds[{BenefitKinds.Count}]";
        BenefitKinds.Add(new(CleanText.Of(kind).TrimEnd(':'), Take(field + ".mnokPerYear", AmountText.Parse(amount, addPair: true), amount, place)));
    }

    /// <summary>The variant that asks per year and kind has rows of a kind and an amount under the question.</summary>
    private static bool IsKindRow(Block block) =>
        block.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 2 && block.Cells[0].Length is > 0 and < 60 && AmountText.Parse(string.Join(' ', block.Cells.Skip(1)), addPair: true).Value is not null;

    /// <summary>The cause, without a risk row whose label was overwritten: a row of two colours right before the risks.</summary>
    public void TakeStatusCause(FormPart part)
    {
        if (part.Body.Count > 0 && part.Body[^1].Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList() is { Count: 2 } last && last.TrueForAll(ChoiceText.IsColour))
        {
            Risk = Take("risk", ChoiceText.Colour(last[1]) with { Doubt = new("RiskLabelMissing", "A row of two colours was read as the risk; its label is missing.") }, string.Join(' ', last), part.Body[^1].Place);
            RiskSeen = true;
            part.Body.RemoveAt(part.Body.Count - 1);
        }

        StatusCause = Text("statusCause", part);
    }

    public void ResolveOrganisation(PortfolioDefinition definition)
    {
        if (OrganisationText is null) return;
        var place = new Place(log.Provenance.TryGetValue("organisationText", out var line) ? line : null);
        var match = OrganisationNames.Find(definition, OrganisationText);
        Organisation = match?.Organisation.Name;
        if (match is null) log.Review("OrganisationUnknown", "organisation", OrganisationText, place, "The organisation is none of the portfolio's.");
        else if (!match.Exact) log.Info("OrganisationLikely", "organisation", OrganisationText, place, "The organisation was recognised from a part of its name.");
    }

    public Report ToReport(SourceRef source) => new()
    {
        Source = source,
        Name = Name,
        NationalId = NationalId,
        OrganisationText = OrganisationText,
        Organisation = Organisation,
        OwnerText = OwnerText,
        ManagerText = ManagerText,
        Revised = Revised,
        Purpose = Purpose,
        TotalCostMnok = TotalCost,
        FoundationCostMnok = FoundationCost,
        AnnualOperatingCostMnok = AnnualOperatingCost,
        CostComments = CommentOf("costComments"),
        Deliverables = Deliverables,
        FundingCols = FundingCols,
        Funding = Funding,
        FundingTotal = FundingTotal,
        FundingComments = CommentOf("fundingComments"),
        StrategicFit = StrategicFit,
        PrimaryFocusArea = PrimaryFocusArea,
        StrategyComments = CommentOf("strategyComments"),
        FollowsProjectWizard = FollowsProjectWizard,
        MultiPhase = MultiPhase,
        PhaseText = PhaseText,
        Phase = Phase,
        PhaseEnd = PhaseEnd,
        EndDate = EndDate,
        RevisedAnnually = RevisedAnnually,
        PhaseComments = CommentOf("phaseComments"),
        BenefitOwnersText = BenefitOwnersText,
        BenefitMaturity = Maturity,
        BenefitBand = Benefit.Band,
        BenefitAmountMnok = Benefit.Amount,
        BenefitText = BenefitText,
        BenefitKinds = BenefitKinds,
        LifetimeText = LifetimeText,
        UnquantifiedBenefitsText = UnquantifiedBenefitsText,
        OtherProjectsRealiseText = OtherProjectsRealiseText,
        BenefitComments = CommentOf("benefitComments"),
        Status = Status,
        StatusCause = StatusCause,
        Risk = Risk,
        RiskText = CleanText.Join([RiskText ?? "", CommentOf("riskText") ?? ""]),
        Risks = Risks,
        AffectedActorsText = AffectedActorsText,
        Prerequisites = PrerequisiteTable.Of(Prerequisites),
        PrerequisiteComments = CommentOf("prerequisiteComments"),
        Dependencies = Dependencies,
        Consequences = CommentOf("consequences"),
        Findings = log.Findings,
        Provenance = log.Provenance,
    };

    private string? CommentOf(string field) => comments.TryGetValue(field, out var list) ? CleanText.Join(list) : null;

    private static IEnumerable<Block> Surplus(FormPart part) => part.Inline.Any() ? part.Body : part.Body.Skip(1);

    [GeneratedRegex(@"\d{1,6}")]
    private static partial Regex Number();

    // Another register's number: PFS-133, RM5-T3, 2020/45.
    [GeneratedRegex(@"\p{L}+[-_]?\d|\d[-/]\d|\d\p{L}")]
    private static partial Regex OtherId();

    // "164", "ID 175", "NUIT ID: 102", "nr. 12"
    [GeneratedRegex(@"^(?:(?:NUIT|nasjonal)?[\s-]*(?:ID|id|nr\.?)?\s*:?\s*)(?<id>\d{1,5})\s*[.*]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainId();

    [GeneratedRegex(@"^(?:n\.?/?a\.?|-+|–|ingen|ny|nytt|tbd|ikke tildelt)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoId();

    [GeneratedRegex(@"(?<![\d.])[1-9](?:\.\d)?(?![\d])")]
    private static partial Regex FocusArea();
}
