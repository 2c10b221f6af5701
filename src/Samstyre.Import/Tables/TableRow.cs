using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>One row of a portfolio table under reading.</summary>
internal sealed class TableRow(string fileName, int line, string[] cells, PortfolioTable.Columns columns, PortfolioDefinition portfolio)
{
    private readonly List<Finding> findings = [];
    private bool wrongId;

    public Report ToReport(string? encoding)
    {
        var id = Id();
        var organisation = Organisation();
        var area = Text("focus_area");
        if (area is not null && portfolio.StrategyAreaOf(area) is null) Add("primaryFocusArea", FindingSeverity.Review, "FocusAreaUnknown", "The focus area is none of the portfolio's.", area);
        var amounts = columns.Budgets.Select((budget, index) => Amount(budget.Name, cells[budget.Column], index)).ToList();
        var report = new Report
        {
            Source = new(fileName, line),
            NationalId = id,
            Name = Text("name"),
            OrganisationText = Text("organisation"),
            Organisation = organisation?.Name,
            PrimaryFocusArea = area,
            Status = Colour("status"),
            Risk = Colour("risk"),
            FundingCols = [.. columns.Budgets.Select(budget => budget.Year)],
            Funding = amounts.Any(amount => amount is not null) && Text("organisation") is { } payer ? [new(organisation?.Name ?? payer, amounts)] : [],
            FundingTotal = amounts,
        };
        if (encoding is not null) Add("", FindingSeverity.Info, "EncodingGuessed", $"The file was not UTF-8 and was read as {encoding}; check its letters.", encoding);
        return report with { Findings = findings };
    }

    /// <summary>Why the row can't stand as a report; null where it can.</summary>
    public FileProblem? Problem(Report report)
    {
        if (wrongId) return new(fileName, line, "IdNotNumber", $"The national id must be a whole number, not '{Text("national_id")}'.");
        return report.Name is null ? new(fileName, line, "NameMissing", "The row has no name.") : null;
    }

    private int? Id()
    {
        if (Text("national_id") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0) return id;
        wrongId = true;
        return null;
    }

    private Organisation? Organisation()
    {
        var text = Text("organisation");
        var match = OrganisationNames.Find(portfolio, text);
        if (match is null) Add("organisation", FindingSeverity.Review, "OrganisationUnknown", "The organisation is none of the portfolio's.", text);
        else if (!match.Exact) Add("organisation", FindingSeverity.Info, "OrganisationLikely", "The organisation was recognised from a part of its name.", text);
        return match?.Organisation;
    }

    private TrafficLight? Colour(string column)
    {
        if (Text(column) is not { } text) return null;
        if (!PortfolioTable.TryColour(text, out var colour)) Add(column, FindingSeverity.Error, "ColourUnknown", $"'{text}' is no status; known are Grønn, Gul and Rød.", text);
        return colour;
    }

    private Money? Amount(string column, string cell, int index)
    {
        if (cell.Length == 0) return null;
        var digits = new string([.. cell.Where(letter => !char.IsWhiteSpace(letter))]).Replace(',', '.').Replace('\u2212', '-');
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) return new(amount);
        Add($"fundingTotal[{index}]", FindingSeverity.Error, "AmountNotNumber", $"{column} must be a number of million NOK, not '{cell}'.", cell);
        return null;
    }

    private string? Text(string column) => cells[columns.Index[column]] is { Length: > 0 } text ? text : null;

    private void Add(string field, FindingSeverity severity, string code, string message, string? text) =>
        findings.Add(new(field, severity, message, text, code, line));
}
