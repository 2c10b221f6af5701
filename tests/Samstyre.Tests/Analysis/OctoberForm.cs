using System.Globalization;
using System.Text;
using System.Text.Json;
using Samstyre.Import;

namespace Samstyre.Tests.Analysis;

/// <summary>What the example's forms of October 2020 say, and of initiatives that did not report then the row of March, read without the product's reader and model: what the figures must come to.</summary>
internal sealed record OctoberForm(int? Id, string Name, string Organisation, string? Area, decimal? MarchBudget, JsonElement? Form)
{
    public static IReadOnlyList<OctoberForm> All { get; } = ReadAll();

    public string? StrategyArea => Area?[..1];

    public string? Phase => Text("phase");

    public decimal? TotalCost => Number("totalCostMnok");

    public decimal? OperatingCost => Number("annualOperatingCostMnok");

    public decimal? BenefitAmount => Number("benefitAmountMnok");

    public int? EndYear => Text("endDate") is { } end ? int.Parse(end[..4], CultureInfo.InvariantCulture) : null;

    public decimal? Budget => Form is null ? MarchBudget : Funding("2020").Total ?? SumOf(Funding("2020").Sources);

    public decimal? NextBudget => Form is null ? null : Funding("2021").Total ?? SumOf(Funding("2021").Sources);

    /// <summary>What each source pays in 2020; the table of March names the organisation as payer.</summary>
    public IEnumerable<(string Source, decimal Amount)> Sources => Form is null
        ? [(Organisation, MarchBudget!.Value)]
        : Funding("2020").Sources.Where(source => source.Amount is not null).Select(source => (source.Name, source.Amount!.Value));

    public IReadOnlyDictionary<string, string> Fit => Form is { } form && form.TryGetProperty("strategicFit", out var fit) && fit.ValueKind == JsonValueKind.Object
        ? fit.EnumerateObject().ToDictionary(mark => mark.Name, mark => mark.Value.GetString()!)
        : [];

    public string? Text(string key) => Form is { } form && form.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public string? Answer(string question) =>
        Form is { } form && form.TryGetProperty("benefitMaturity", out var answers) && answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(question, out var answer) ? answer.GetString() : null;

    private decimal? Number(string key) => Form is { } form && form.TryGetProperty(key, out var value) ? AsNumber(value) : null;

    private (decimal? Total, IReadOnlyList<(string Name, decimal? Amount)> Sources) Funding(string year)
    {
        var column = Rows("fundingCols").FindIndex(header => header.GetString() == year);
        return column < 0
            ? (null, [])
            : (Cell(Rows("fundingTotal"), column), [.. Rows("funding").Select(source => (source.GetProperty("source").GetString()!, Cell([.. source.GetProperty("y").EnumerateArray()], column)))]);
    }

    private List<JsonElement> Rows(string key) => Form!.Value.TryGetProperty(key, out var rows) && rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [];

    private static decimal? SumOf(IReadOnlyList<(string Name, decimal? Amount)> sources) => sources.All(source => source.Amount is null) ? null : sources.Sum(source => source.Amount ?? 0m);

    private static decimal? Cell(List<JsonElement> row, int column) => column < row.Count ? AsNumber(row[column]) : null;

    private static decimal? AsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static List<OctoberForm> ReadAll()
    {
        List<OctoberForm> all = [];
        foreach (var file in ExamplePortfolio.Rounds()[1].Files)
        {
            var form = JsonDocument.Parse(file.Content).RootElement;
            var id = form.TryGetProperty("nationalId", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetInt32() : (int?)null;
            var area = form.TryGetProperty("primaryFocusArea", out var focus) ? focus.GetString() : null;
            all.Add(new(id, form.GetProperty("name").GetString()!, Plain(form.GetProperty("organisation").GetString()!), area, null, form));
        }

        var reported = all.Select(form => form.Id).ToHashSet();
        foreach (var row in MarchRows().Where(row => !reported.Contains(row.Id))) all.Add(row);
        return all;
    }

    /// <summary>The rows of March: focus area, id, name, organisation, status, risk, budget.</summary>
    public static IEnumerable<OctoberForm> MarchRows() =>
        from line in Encoding.UTF8.GetString(ExamplePortfolio.Rounds()[0].Files.Single().Content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        let cells = line.TrimEnd('\r').Split('\t')
        select new OctoberForm(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], Plain(cells[3]), cells[0], decimal.Parse(cells[6], CultureInfo.InvariantCulture), null);

    /// <summary>An organisation's name as both rounds can write it: without what kind of company it is.</summary>
    public static string Plain(string organisation) => organisation.Replace(" RHF", "", StringComparison.Ordinal).Replace("Kommune", "kommune", StringComparison.Ordinal);
}
