using System.Collections.Frozen;
using System.Globalization;

namespace Samstyre.Import;

/// <summary>What kind of value a field takes.</summary>
public enum TableFieldKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Words that several columns may add to; each with its heading before it.</summary>
    Comment,

    /// <summary>A national id.</summary>
    Id,

    /// <summary>An organisation of the portfolio.</summary>
    Organisation,

    /// <summary>A focus area or strategy area of the portfolio.</summary>
    Area,

    /// <summary>Green, yellow or red.</summary>
    Colour,

    /// <summary>A phase of the project model.</summary>
    Phase,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>The budget of one year.</summary>
    Budget,

    /// <summary>A date as people plan.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Yes, no or under way.</summary>
    Answer,

    /// <summary>One thing a line.</summary>
    Lines,
}

/// <summary>A field of a report that a column can give.</summary>
/// <param name="Code">The interchange format's key; <c>budget</c> for the budget of a year.</param>
/// <param name="Kind">What it takes.</param>
public sealed record TableField(string Code, TableFieldKind Kind)
{
    /// <summary>The budget of the year that the heading names, or else of the round's year; <c>budget:2017</c> names the year, <c>budget:+1</c> the year after the round's.</summary>
    public const string Budget = "budget";

    /// <summary>All of them, the most common first.</summary>
    public static IReadOnlyList<TableField> All { get; } =
    [
        new("name", TableFieldKind.Text), new("nationalId", TableFieldKind.Id), new("organisation", TableFieldKind.Organisation), new("primaryFocusArea", TableFieldKind.Area),
        new("status", TableFieldKind.Colour), new("statusCause", TableFieldKind.Text), new("risk", TableFieldKind.Colour), new("riskText", TableFieldKind.Text),
        new("phase", TableFieldKind.Phase), new("phaseEnd", TableFieldKind.Date), new("endDate", TableFieldKind.Date),
        new(Budget, TableFieldKind.Budget), new("totalCostMnok", TableFieldKind.Money), new("foundationCostMnok", TableFieldKind.Money), new("annualOperatingCostMnok", TableFieldKind.Money),
        new("purpose", TableFieldKind.Text), new("ownerText", TableFieldKind.Text), new("managerText", TableFieldKind.Text), new("revised", TableFieldKind.Date), new("deliverables", TableFieldKind.Lines),
        new("followsProjectWizard", TableFieldKind.YesNo), new("multiPhase", TableFieldKind.YesNo), new("revisedAnnually", TableFieldKind.YesNo),
        new("benefitAmountMnok", TableFieldKind.Money), new("benefitOwnersText", TableFieldKind.Text), new("lifetimeText", TableFieldKind.Text), new("unquantifiedBenefitsText", TableFieldKind.Text),
        new("otherProjectsRealiseText", TableFieldKind.Text), new("benefitMaturity.justification", TableFieldKind.Answer), new("benefitMaturity.identified", TableFieldKind.Answer),
        new("benefitMaturity.plan", TableFieldKind.Answer), new("benefitMaturity.activities", TableFieldKind.Answer),
        new("affectedActorsText", TableFieldKind.Text), new("consequences", TableFieldKind.Text),
        new("costComments", TableFieldKind.Comment), new("fundingComments", TableFieldKind.Comment), new("strategyComments", TableFieldKind.Comment), new("phaseComments", TableFieldKind.Comment),
        new("benefitComments", TableFieldKind.Comment), new("prerequisiteComments", TableFieldKind.Comment),
    ];

    private static readonly FrozenDictionary<string, TableField> ByCode = All.ToFrozenDictionary(field => field.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it takes amounts of money.</summary>
    public bool IsMoney => Kind is TableFieldKind.Money or TableFieldKind.Budget;

    /// <summary>The field with that code, a budget's year aside; null where there is none.</summary>
    public static TableField? Of(string code)
    {
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return ByCode.GetValueOrDefault(code);
        return ByCode.GetValueOrDefault(code[..colon]) is { Kind: TableFieldKind.Budget } budget && YearRule(code) is not null ? budget : null;
    }

    /// <summary>The year of a budget column.</summary>
    /// <param name="code">The field's code.</param>
    /// <param name="heading">The column's heading.</param>
    /// <param name="roundYear">The round's year.</param>
    public static int YearOf(string code, string heading, int roundYear)
    {
        if (YearRule(code) is { } rule) return rule.IsRelative ? roundYear + rule.Year : rule.Year;
        return HeadingRow.Year().Match(heading) is { Success: true } named ? int.Parse(named.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : roundYear;
    }

    private static (int Year, bool IsRelative)? YearRule(string code)
    {
        var rule = code.AsSpan(code.IndexOf(':', StringComparison.Ordinal) + 1);
        if (rule.Length == code.Length || !int.TryParse(rule, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)) return null;
        return rule[0] is '+' or '-' ? Math.Abs(year) < 100 ? (year, true) : null : year is >= 1900 and < 2200 ? (year, false) : null;
    }
}
