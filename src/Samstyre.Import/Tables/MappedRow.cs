using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>One row of a table under reading. A cell whose value can't be read leaves its field empty, with a finding that holds heading and words.</summary>
internal sealed partial class MappedRow(TableContent sheet, TableLine line, IReadOnlyList<MappedColumn> columns, ColumnMapping mapping, PortfolioDefinition portfolio, UncertainValues values)
{
    private const int LongestQuote = 300;

    private static readonly Doubt Unit = new("AmountUnit", "The unit of the amount is not clear.");
    private static readonly Doubt Separator = new("AmountSeparator", "A point with three digits was read as thousands; please check.");

    private readonly List<Finding> findings = [];

    /// <summary>Why the row can't stand as a report; null where it can. Known when the report has been made.</summary>
    public FileProblem? Problem { get; private set; }

    public Report ToReport()
    {
        Look();
        var organisation = Organisation();
        var budgets = columns.Where(column => column.Field.Kind == TableFieldKind.Budget).OrderBy(column => column.Year).ToList();
        var amounts = budgets.Select((column, index) => Amount(column, $"fundingTotal[{index}]")).ToList();
        var report = new Report
        {
            Source = new(sheet.FileName, line.Number, Sheet: sheet.Sheet),
            NationalId = Id(),
            Name = Text("name"),
            OrganisationText = Text("organisation"),
            Organisation = organisation?.Name,
            OwnerText = Text("ownerText"),
            ManagerText = Text("managerText"),
            Revised = Date("revised"),
            Purpose = Text("purpose"),
            TotalCostMnok = Amount("totalCostMnok"),
            FoundationCostMnok = Amount("foundationCostMnok"),
            AnnualOperatingCostMnok = Amount("annualOperatingCostMnok"),
            CostComments = Comment("costComments"),
            Deliverables = [.. (Text("deliverables") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Deliverable(text, null, null))],
            FundingCols = [.. budgets.Select(column => column.Year.ToString(CultureInfo.InvariantCulture))],
            Funding = amounts.Any(amount => amount is not null) && (organisation?.Name ?? Text("organisation")) is { } payer ? [new(payer, amounts)] : [],
            FundingTotal = amounts,
            FundingComments = Comment("fundingComments"),
            PrimaryFocusArea = Area(),
            StrategyComments = Comment("strategyComments"),
            FollowsProjectWizard = Choice("followsProjectWizard", ChoiceText.YesNo),
            MultiPhase = Choice("multiPhase", ChoiceText.YesNo),
            PhaseText = Text("phase"),
            Phase = Phase(),
            PhaseEnd = Date("phaseEnd"),
            EndDate = Date("endDate"),
            RevisedAnnually = Choice("revisedAnnually", ChoiceText.YesNo),
            PhaseComments = Comment("phaseComments"),
            BenefitOwnersText = Text("benefitOwnersText"),
            BenefitMaturity = new(Choice("benefitMaturity.justification", ChoiceText.Answer), Choice("benefitMaturity.identified", ChoiceText.Answer), Choice("benefitMaturity.plan", ChoiceText.Answer), Choice("benefitMaturity.activities", ChoiceText.Answer)),
            BenefitAmountMnok = Amount("benefitAmountMnok"),
            LifetimeText = Text("lifetimeText"),
            UnquantifiedBenefitsText = Text("unquantifiedBenefitsText"),
            OtherProjectsRealiseText = Text("otherProjectsRealiseText"),
            BenefitComments = Comment("benefitComments"),
            Status = Colour("status"),
            StatusCause = Text("statusCause"),
            Risk = Colour("risk"),
            RiskText = Text("riskText"),
            AffectedActorsText = Text("affectedActorsText"),
            PrerequisiteComments = Comment("prerequisiteComments"),
            Consequences = Text("consequences"),
        };
        if (report.Name is null) Problem ??= new(sheet.FileName, line.Number, "RowNameMissing", "The row has no name.");
        return report with { Findings = findings };
    }

    /// <summary>What is odd about the row's cells, whatever they hold.</summary>
    private void Look()
    {
        if (sheet.Width is { } width)
        {
            if (line.Cells.Skip(width).Any(cell => cell.Length > 0)) Problem = new(sheet.FileName, line.Number, "CellCount", $"The row has {line.Cells.Count} cells where the headings are {width}: a cell that holds the separator must stand in quotation marks.");
            else if (line.Cells.Count < width) Add("", FindingSeverity.Review, "RowShort", "The row has fewer cells than there are headings; the last were read as empty.", null);
        }

        if (sheet.GuessedEncoding is { } encoding) Add("", FindingSeverity.Info, "EncodingGuessed", $"The file was not UTF-8 and was read as {encoding}; check its letters.", encoding);
        foreach (var column in columns)
        {
            var cell = TableContent.Cell(line, column.Column);
            if (IsMistake(cell)) Add(column.Field.Code, FindingSeverity.Review, "CellMistake", "The cell shows a formula that went wrong; nothing was read.", Quote(column, cell));
            else if (FormulaLike().IsMatch(cell)) Add(column.Field.Code, FindingSeverity.Review, "FormulaText", "The cell holds a formula as text; it was kept as it stands.", Quote(column, cell));
        }
    }

    private int? Id()
    {
        if (Find("nationalId") is not ({ } column, { } cell) || NoId().IsMatch(cell)) return null;
        if (PlainId().Match(cell) is { Success: true } id && int.Parse(id.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var number) return number;
        Problem ??= new(sheet.FileName, line.Number, "IdNotNumber", $"The national id must be a whole number, not '{Shortened(cell)}' (\"{column.Column.Heading}\").");
        return null;
    }

    private Organisation? Organisation()
    {
        if (Find("organisation") is not ({ } column, { } cell)) return null;
        var meaning = mapping.MeaningOf("organisation", cell);
        if (meaning is not null && (meaning.Length == 0 || portfolio.OrganisationByCode(meaning) is not null))
        {
            values.Add("organisation", cell, meaning);
            return portfolio.OrganisationByCode(meaning);
        }

        var match = OrganisationNames.Find(portfolio, cell);
        if (match is not { Exact: true }) values.Add("organisation", cell, match?.Organisation.Code);
        if (match is null) Add("organisation", FindingSeverity.Review, "OrganisationUnknown", "The organisation is none of the portfolio's.", Quote(column, cell));
        else if (!match.Exact) Add("organisation", FindingSeverity.Info, "OrganisationLikely", "The organisation was recognised from a part of its name.", Quote(column, cell));
        return match?.Organisation;
    }

    private string? Area()
    {
        if (Find("primaryFocusArea") is not ({ } column, { } cell)) return null;
        var code = mapping.MeaningOf("primaryFocusArea", cell);
        if (code is not null) values.Add("primaryFocusArea", cell, code);
        code ??= AreaCode().Match(cell) is { Success: true } number ? number.Value.Replace(',', '.') : AreaNamed(cell);
        if (code.Length == 0 || portfolio.StrategyAreaOf(code) is not null) return code.Length == 0 ? null : code;
        values.Add("primaryFocusArea", cell, null);
        Add("primaryFocusArea", FindingSeverity.Review, "FocusAreaUnknown", "The focus area is none of the portfolio's.", Quote(column, cell));
        return null;
    }

    private string AreaNamed(string name)
    {
        var key = OrganisationNames.Key(name);
        return portfolio.StrategyAreas.SelectMany(area => area.FocusAreas.Select(focus => (focus.Code, focus.Name)).Append((area.Code, area.Name)))
            .FirstOrDefault(area => Enum.GetValues<Language>().Any(language => OrganisationNames.Key(area.Name.In(language)) == key)).Code ?? "?";
    }

    private TrafficLight? Colour(string field) => Meant(field, ChoiceText.Colour, ChoiceWords.Light);

    private Phase? Phase() => Meant("phase", ChoiceText.Phase, ChoiceWords.PhaseOf);

    /// <summary>A choice: what a person said of the words, what they surely are, or what they probably mean, with doubt.</summary>
    private T? Meant<T>(string field, Func<string, Read<T?>> read, Func<string, T?> likely) where T : struct, Enum
    {
        if (Find(field) is not ({ } column, { } cell) || IsMistake(cell)) return null;
        if (mapping.MeaningOf(field, cell) is { } meaning)
        {
            values.Add(field, cell, meaning);
            return Enum.TryParse<T>(meaning, out var said) && Enum.IsDefined(said) ? said : null;
        }

        var (value, doubt) = read(cell);
        if (Enum.TryParse<T>(cell, ignoreCase: true, out var named) && cell.All(char.IsLetter)) (value, doubt) = (named, null);
        else if (value is null && likely(cell) is { } guess) (value, doubt) = (guess, new("ChoiceInterpreted", "The answer was understood from its words; please check."));
        if (doubt is null) return value;
        values.Add(field, cell, value?.ToString());
        // Words that are no choice are worth a look in a list, where the column holds nothing else.
        Add(field, value is null ? FindingSeverity.Review : doubt.Severity, doubt.Code, doubt.Message, Quote(column, cell));
        return value;
    }

    private T? Choice<T>(string field, Func<string, Read<T?>> read) where T : struct => Find(field) is ({ } column, { } cell) && !IsMistake(cell) ? Taken(read(cell), field, column, cell) : null;

    private PartialDate? Date(string field) =>
        Find(field) is ({ } column, { } cell) && !IsMistake(cell) ? Taken(DateText.Parse(Midnight().Replace(cell, "")), field, column, cell) : null;

    private Money? Amount(string field) => columns.FirstOrDefault(one => one.Field.Code == field) is { } column ? Amount(column, field) : null;

    private Money? Amount(MappedColumn column, string path)
    {
        var cell = TableContent.Cell(line, column.Column);
        if (cell.Length == 0 || IsMistake(cell)) return null;
        if (!BareNumber().IsMatch(cell)) return Taken(AmountText.Parse(cell, addPair: true), path, column, cell);
        var read = AmountText.Parse(cell + column.Unit switch { AmountUnit.Thousand => " tnok", AmountUnit.Krone => " kr", _ => "" }, addPair: true);
        // The unit was chosen: what is left to ask is how the digits are parted, and a number so large that it was taken for kroner all the same.
        if (read.Doubt?.Code == Unit.Code) read = new(read.Value, LonePoint().IsMatch(cell) ? Separator : null);
        if (column.Unit == AmountUnit.Million && read.Value != AmountText.Parse(cell + " mill", addPair: true).Value) read = new(read.Value, read.Doubt ?? Unit);
        return Taken(read, path, column, cell);
    }

    private T? Taken<T>(Read<T?> read, string field, MappedColumn column, string cell) where T : struct
    {
        if (read.Doubt is { } doubt) Add(field, doubt.Severity, doubt.Code, doubt.Message, Quote(column, cell));
        return read.Value;
    }

    private string? Text(string field) => Find(field) is (_, { } cell) && !IsMistake(cell) ? cell : null;

    /// <summary>The words of all columns that add to a comment, each with its heading where the heading says more than that it is a comment.</summary>
    private string? Comment(string field)
    {
        var all = columns.Where(column => column.Field.Code == field).ToList();
        var parts = all.Select(column => (column.Column.Heading, Cell: TableContent.Cell(line, column.Column))).Where(part => part.Cell.Length > 0 && !IsMistake(part.Cell))
            .Select(part => all.Count == 1 && CommentHeading().IsMatch(part.Heading) ? part.Cell : $"{part.Heading}: {part.Cell}").ToList();
        return parts.Count == 0 ? null : string.Join('\n', parts);
    }

    private (MappedColumn? Column, string? Cell) Find(string field)
    {
        var column = columns.FirstOrDefault(one => one.Field.Code == field);
        var cell = column is null ? "" : TableContent.Cell(line, column.Column);
        return cell.Length == 0 ? (null, null) : (column, cell);
    }

    private void Add(string field, FindingSeverity severity, string code, string message, string? text) => findings.Add(new(field, severity, message, text, code, line.Number));

    private static string Quote(MappedColumn column, string cell) => $"{column.Column.Heading}: {Shortened(cell)}";

    private static string Shortened(string cell) => cell.Length > LongestQuote ? cell[..(LongestQuote - 1)] + "…" : cell;

    private static bool IsMistake(string cell) => Mistake().IsMatch(cell);

    [GeneratedRegex(@"^#(?:REF!|N/A|DIV/0!|VALUE!|VERDI!|NAME\?|NAVN\?|NUM!|NULL!|I/T|SPILL!)$", RegexOptions.IgnoreCase)]
    private static partial Regex Mistake();

    [GeneratedRegex(@"^(?:[=@]\s*[\p{L}\d(+\-""']|[+\-]\s*\p{L}+\()")]
    private static partial Regex FormulaLike();

    [GeneratedRegex(@"^(?:(?:NUIT|nasjonal)?[\s-]*(?:ID|nr\.?)?\s*:?\s*)(?<id>\d{1,6})(?:[.,]0+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainId();

    [GeneratedRegex(@"^(?:n\.?/?a\.?|-+|–|ingen|ny|nytt|ikkje tildelt|ikke tildelt|tbd)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoId();

    // Excel takes 1.1 for a number and shows a comma.
    [GeneratedRegex(@"^[1-9](?:[.,]\d)?(?=$|[\s:.\-–])")]
    private static partial Regex AreaCode();

    [GeneratedRegex(@"[ T]00:00(?::00(?:\.0+)?)?Z?$")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^[-−–]?[\d\s.,\u00a0\u202f]*\d[\d\s.,\u00a0\u202f]*$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^[-−–]?\d{1,3}\.\d{3}$")]
    private static partial Regex LonePoint();

    [GeneratedRegex("komment|comment|merknad", RegexOptions.IgnoreCase)]
    private static partial Regex CommentHeading();
}
