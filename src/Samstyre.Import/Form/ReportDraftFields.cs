using System.Globalization;
using System.Text.RegularExpressions;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <content>How each field takes its value out of its part of the form.</content>
internal sealed partial class ReportDraft
{
    /// <summary>The value of a read, with its finding.</summary>
    public T Take<T>(string field, Read<T> read, string text, Place place)
    {
        log.Found(field, place);
        if (read.Doubt is { } doubt) log.Add(doubt.Severity, doubt.Code, field, text, place, doubt.Message);
        return read.Value;
    }

    public string? Text(string field, FormPart part)
    {
        // The template's placeholders begin with a small letter or are a list of choices.
        if (Brackets.Inner(part.Value) is [var first, ..] inner && char.IsUpper(first))
        {
            log.Review("ValueInBrackets", field, part.Value, part.ValuePlace, "The value stands in the placeholder's brackets; please check that it is meant.");
            log.Found(field, part.ValuePlace);
            return inner;
        }

        var text = CleanText.Join(part.Texts);
        if (text is not null) log.Found(field, part.ValuePlace);
        return text;
    }

    public Money? Amount(string field, FormPart part)
    {
        var value = Take(field, AmountText.Parse(part.Value, addPair: false), part.Value, part.ValuePlace);
        TakeUnread(Surplus(part), "costComments");
        if (value is not null && AmountText.NamesSmallerUnit(part.Head.Cells[part.LabelCell]))
            log.Review("AmountHeadingUnit", field, part.Head.Cells[part.LabelCell], part.Head.Place, "The label names another unit than million; please check the amount.");
        if (value is not null && field == "totalCostMnok" && AmountText.IsOperationOnly(part.Value))
            log.Review("AmountOperation", field, part.Value, part.ValuePlace, "The amount is said to be for operation; please check that it is the total cost.");
        KeepWords(value is null, part, "costComments");
        return value;
    }

    /// <summary>Words instead of a value stay readable beside it.</summary>
    private void KeepWords(bool nothingRead, FormPart part, string field)
    {
        if (nothingRead && CleanText.Of(part.Value) is { Length: > 0 } words && !CleanText.IsDash(words)) AddComment(field, words);
    }

    /// <summary>A cell's words without placeholders. A number in a placeholder's brackets is meant, but nobody can be sure.</summary>
    private string Unwrapped(string field, FormPart part)
    {
        if (Brackets.Inner(part.Value) is not { } inner || !inner.Any(char.IsAsciiDigit)) return CleanText.WithoutPlaceholders(part.Value).Text;
        log.Review("ValueInBrackets", field, part.Value, part.ValuePlace, "The value stands in the placeholder's brackets; please check that it is meant.");
        return inner;
    }

    public PartialDate? Date(string field, FormPart part)
    {
        TakeUnread(Surplus(part), "phaseComments");
        var date = Take(field, DateText.Parse(part.Value), part.Value, part.ValuePlace);
        KeepWords(date is null, part, "phaseComments");
        return date;
    }

    public bool? YesNo(string field, FormPart part)
    {
        TakeUnread(Surplus(part), "phaseComments");
        var answer = Take(field, ChoiceText.YesNo(part.Value), part.Value, part.ValuePlace);
        KeepWords(answer is null, part, "phaseComments");
        return answer;
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
        var text = Unwrapped("nationalId", part);
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
        var text = PointBetweenDigits().Replace(Unwrapped("primaryFocusArea", part), ".");
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
        var beneath = part.Body.Skip(1).ToList();
        if (cells.Count > 1) PhaseEnd = Take("phaseEnd", DateText.Parse(string.Join(' ', cells.Skip(1))), string.Join(' ', cells.Skip(1)), place);
        else PhaseEnd = LoosePhaseEnd(cells[0], beneath);
        TakeUnread(beneath, "phaseComments");
    }

    /// <summary>A planned end that stands in the phase's own cell, or in the date's column one row down.</summary>
    private PartialDate? LoosePhaseEnd(string phaseCell, List<Block> beneath)
    {
        var below = beneath.FirstOrDefault(row => string.IsNullOrWhiteSpace(row.Cells[0]));
        var words = CleanText.WithoutPlaceholders(below is null ? phaseCell : string.Join(' ', below.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))).Text;
        if (DateText.Parse(words).Value is not { } date) return null;
        log.Review("PhaseEndLoose", "phaseEnd", words, default, "The phase's end does not stand in its own cell; please check.");
        return date;
    }

    public void TakeQuantified(FormPart part)
    {
        TakeKindRows(part);
        var bracketed = Brackets.Inner(part.Value) is { } && Unwrapped("benefitAmountMnok", part) is { Length: > 0 } inner ? inner : null;
        var text = bracketed ?? CleanText.Join(part.Texts.Select(cell => CleanText.WithoutPlaceholders(cell).Text));
        if (text is null) return;
        log.Found("benefitText", part.ValuePlace);
        var (band, amount, doubt) = Samstyre.Import.BenefitText.Parse(text);
        BenefitText = text;
        Benefit = (band, amount);
        if (bracketed is not null) log.Review("ValueInBrackets", "benefitBand", text, part.ValuePlace, "The value stands in the placeholder's brackets; please check that it is meant.");
        if (doubt is null) return;
        log.Add(doubt.Severity, doubt.Code, "benefitAmountMnok", text, part.ValuePlace, doubt.Message);
        log.Add(doubt.Severity, doubt.Code, "benefitBand", text, part.ValuePlace, doubt.Message);
    }

    public void TakeBenefitKind(FormPart part)
    {
        TakeBenefitKind(part.Head.Cells[part.LabelCell], string.Join(' ', part.Inline), part.Head.Place);
        TakeKindRows(part);
        TakeUnread(part.Body, "benefitComments");
    }

    /// <summary>Rows of the author's own kinds among those of the form.</summary>
    private void TakeKindRows(FormPart part)
    {
        foreach (var row in part.Body.Where(IsKindRow).ToList())
        {
            part.Body.Remove(row);
            var cells = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            TakeBenefitKind(cells[0], string.Join(' ', cells.Skip(1)), row.Place);
        }
    }

    private void TakeBenefitKind(string kind, string amount, Place place)
    {
        var field = $"benefitKinds[{BenefitKinds.Count}]";
        BenefitKinds.Add(new(CleanText.Of(kind).TrimEnd(':'), Take(field + ".mnokPerYear", AmountText.Parse(amount, addPair: true), amount, place)));
    }

    /// <summary>The variant that asks per year and kind has rows of a kind and an amount under the question.</summary>
    private static bool IsKindRow(Block block) =>
        block.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 2 && block.Cells[0].Length is > 0 and < 60 && AmountText.Parse(string.Join(' ', block.Cells.Skip(1)), addPair: true) is { Value: not null } or { Doubt: not null };

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

    [GeneratedRegex(@"(?<=\d)\s?[.,]\s?(?=\d)")]
    private static partial Regex PointBetweenDigits();

    [GeneratedRegex(@"(?<![\d.])[1-9](?:\.\d)?(?!\.?\d)")]
    private static partial Regex FocusArea();
}
