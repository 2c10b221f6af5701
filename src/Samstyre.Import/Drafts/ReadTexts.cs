using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Compares a report that was read from a file with a form as it stands, field by field.</summary>
internal sealed class ReadTexts
{
    // An area's code is short; a longer key is something else.
    private const int LongestArea = 20;

    // The columns that tell what a row is about.
    private static readonly Dictionary<string, string[]> Telling = new(StringComparer.Ordinal)
    {
        ["deliverables"] = ["text"], ["funding"] = ["source"], ["risks"] = ["id", "element"], ["benefitKinds"] = ["kind"], ["dependencies"] = ["on", "what"],
    };

    private readonly FormValues form;
    private readonly FundingAlignment funding;
    private readonly Report report;
    private readonly ReadPlaces places;
    private readonly List<ReadField> found = [];

    public ReadTexts(Report read, FormValues form)
    {
        this.form = form;
        funding = FundingAlignment.Of(read, form);
        report = WithDates(funding.Report);
        places = new(read);
    }

    public IReadOnlyList<ReadField> All()
    {
        foreach (var item in FormPages.All.SelectMany(page => page.Items))
        {
            if (item.IsList) Rows(item);
            else if (item.Key != "strategicFit") One(item.Key);
            else foreach (var area in report.StrategicFit.Keys.Where(area => area.Length <= LongestArea)) One($"strategicFit.{area}");
        }

        for (var column = 0; column < report.FundingTotal.Count; column++)
        {
            var (path, amount) = ($"fundingTotal.{column}", report.FundingTotal[column]);
            List<string> read = [.. funding.Before[column].Select(before => $"fundingTotal[{before}]"), .. Headings(column)];
            Compare(path, FieldText.Of(amount), text => FieldText.Of(DraftValue.Amount(text)), ["fundingTotal", .. read], [.. YearsDoubt(path, column, amount)], isAsked: true);
        }

        return found;
    }

    private void One(string path)
    {
        var field = DraftFields.Find(path)!;
        List<Finding> own = [];
        // Another name may be another initiative's form.
        if (path == "name" && form.Text(path).Length > 0 && report.Name is not null && FormIdentity.Key(report.Name) != FormIdentity.Key(form.Text(path)))
            own.Add(new(path, FindingSeverity.Review, "The file has another name for the initiative.", report.Name, "NameOther", places.LineOf([path])));
        var above = path.Split('.') is { Length: > 1 } parts ? parts[0] : path;
        Compare(path, field.Text(report), text => field.Text(field.Set(new(), text).Report), [above, path, .. Beside(path)], own, places.Has(path));
    }

    private static IEnumerable<string> Beside(string path) => path switch
    {
        "phase" => ["phaseText"],
        _ when path.StartsWith("prerequisites.", StringComparison.Ordinal) => [path[..path.LastIndexOf('.')]],
        _ => [],
    };

    private void Rows(FormItem item)
    {
        var list = DraftList.All[item.Key];
        var count = list.RowsOf(report).Count();
        if (count == 0) return;
        var telling = Telling[item.Key];
        var stands = form.Rows(item.Key);
        var match = RowMatch.Between(
            [.. stands.Select(row => telling.Select(column => form.Text($"{item.Key}.{row}.{column}")).ToArray())],
            [.. Enumerable.Range(0, count).Select(row => telling.Select(column => list.Text(report, row, column) ?? "").ToArray())]);
        using var free = form.FreeRows(item.Key).GetEnumerator();
        var keys = match.Select(place => place is { } known ? stands[known] : free.MoveNext() ? free.Current : "").ToList();
        var gone = stands.Except(keys, StringComparer.Ordinal).ToList();
        var order = string.Join(',', keys.Concat(gone));
        if (order != string.Join(',', stands)) found.Add(new(item.Key, order, places.LineOf([item.Key]), places.Doubts([item.Key])));
        for (var row = 0; row < count; row++)
        {
            foreach (var column in Columns(item)) Cell(item.Key, list, row, keys[row], column, match[row] is not null);
        }

        if (places.IsForm) found.AddRange(gone.Select(row => new ReadField($"{item.Key}.{row}", "", places.LineOf([item.Key]), [new(item.Key, FindingSeverity.Review, "The file does not have this row.", null, "RowNotInFile")])));
    }

    private IEnumerable<string> Columns(FormItem item) =>
        item.Columns.Select(column => column.Key).Concat(item.Key == "funding" ? Enumerable.Range(0, form.FundingColumns.Count).Select(column => $"y.{column}") : []);

    private void Cell(string name, DraftList list, int row, string key, string column, bool wasThere)
    {
        var path = $"{name}.{key}.{column}";
        var start = $"{name}[{row}]";
        List<string> read = [name, start];
        List<Finding> own = [];
        if (column.StartsWith("y.", StringComparison.Ordinal))
        {
            var place = int.Parse(column.AsSpan(2), CultureInfo.InvariantCulture);
            read.AddRange(funding.Before[place].Select(before => $"{start}.y[{before}]"));
            read.AddRange(Headings(place));
            own.AddRange(YearsDoubt(path, place, report.Funding[row].Y[place]));
        }
        else
        {
            read.AddRange([$"{start}.{column}Text", $"{start}.{column}"]);
        }

        var columns = new Report { FundingCols = form.FundingColumns };
        Compare(path, list.Text(report, row, column) ?? "", text => list.Text(list.Set(columns, [(null, [(column, text)])], (_, _, _) => { }), 0, column) ?? "", read, own, wasThere && places.IsForm);
    }

    private IEnumerable<string> Headings(int column) => funding.Before[column].Select(before => $"fundingCols[{before}]");

    private IEnumerable<Finding> YearsDoubt(string path, int column, Money? amount) =>
        funding.IsSure[column] || amount is null ? [] : [new(path, FindingSeverity.Review, "The years of the file's funding table are not those of the form.", string.Join(" / ", places.FundingColumns), "FundingYearsOther")];

    /// <param name="path">The form's field.</param>
    /// <param name="written">What the file has.</param>
    /// <param name="normal">A text of the field as it is written for the value it gives.</param>
    /// <param name="read">The report's paths that it comes from, the widest first.</param>
    /// <param name="own">What else should be looked at.</param>
    /// <param name="isAsked">Whether the file has a place for it, so that blank means blank.</param>
    private void Compare(string path, string written, Func<string, string> normal, IReadOnlyList<string> read, IReadOnlyList<Finding> own, bool isAsked)
    {
        var text = FormValues.Clean(written).Trim();
        var stands = form.Text(path).Trim();
        List<Finding> doubts = [.. places.Doubts(read), .. own];
        if (text.Length == 0)
        {
            if (doubts.Count == 0 && (stands.Length == 0 || !isAsked)) return;
            if (doubts.Count == 0) doubts.Add(new(path, FindingSeverity.Review, "The field is blank in the file.", null, "BlankInFile"));
        }
        else if (text == stands || (normal(text) is { Length: > 0 } same && same == normal(stands)))
        {
            return;
        }

        found.Add(new(path, text, places.LineOf(read), doubts));
    }

    // Words that say another date than the one that was read would be read anew as that date.
    private static Report WithDates(Report report) => report with
    {
        Deliverables = [.. report.Deliverables.Select(row => Contradicts(row.PlannedText, row.Planned) ? row with { PlannedText = null } : row)],
        Dependencies = [.. report.Dependencies.Select(row => Contradicts(row.DeadlineText, row.Deadline) ? row with { DeadlineText = null } : row)],
    };

    private static bool Contradicts(string? words, PartialDate? date) => words is not null && date is not null && DateText.Parse(words).Value != date;
}
