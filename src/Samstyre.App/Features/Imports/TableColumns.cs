using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Imports;

/// <summary>The columns of a list, each with examples and what it gives, and the words of choices that have to be decided.</summary>
internal sealed class TableColumns(DeskVisit desk, CalendarRound round, Guid pending, TableContent table, ColumnMapping mapping)
{
    private const int Examples = 3;
    private const int LongestExample = 60;
    private const string FormId = "kolonner";

    private readonly TextSet texts = desk.Texts;
    private readonly string address = string.Create(CultureInfo.InvariantCulture, $"{desk.Root}/runder/{round.Code}/tabell/{pending:N}");

    /// <summary>Links to the file's other sheets; nothing where it has one or none.</summary>
    public void Sheets(HtmlWriter html)
    {
        if (table.Sheets.Count < 2) return;
        html.Write($"<p>{texts["tables.sheets"]} ");
        foreach (var sheet in table.Sheets)
        {
            if (sheet == table.Sheet) html.Write($"<strong>{sheet}</strong> ");
            else html.Write($"<a class=\"ds-link\" href=\"{address}?ark={Uri.EscapeDataString(sheet)}\">{sheet}</a> ");
        }

        html.Write("</p>"u8);
    }

    /// <summary>Problems of the columns, beside the fields that they are about; none where the problems are of rows.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Errors(IReadOnlyList<FileProblem> problems)
    {
        var twice = table.Columns.Select(column => (Column: column, Use: mapping.Of(column)))
            .Where(one => one.Use is not null && TableField.Of(one.Use.Field)!.Kind != TableFieldKind.Comment)
            .GroupBy(one => TableField.Of(one.Use!.Field)!.Kind == TableFieldKind.Budget ? $"budget {YearOf(one.Use.Field, one.Column)}" : one.Use.Field);
        return problems.FirstOrDefault(problem => problem.Line is null)?.Code switch
        {
            "FieldMappedTwice" => [.. twice.Where(group => group.Count() > 1).Select(group => (TablePages.FieldName(group.Last().Column), texts["tables.twice", string.Join(", ", group.Select(one => one.Column.Heading))]))],
            "NameColumnMissing" => [(TablePages.FieldName(table.Columns[0]), texts["problem.NameColumnMissing"])],
            _ => [.. problems.Where(problem => problem.Line is null).Select(problem => ("", TablePages.Sentence(problem, texts)))],
        };
    }

    public void Write(HtmlWriter html, MappedReading reading, bool isRemembered, bool mayImport, IReadOnlyList<(string Field, string Sentence)> errors)
    {
        var sureness = isRemembered ? [] : MappingSuggestion.Of(table).ToDictionary(one => one.Column, one => one);
        html.Write($"<form method=\"post\" class=\"ask\" id=\"{FormId}\" action=\"{address}\">");
        FormToken.Write(html, desk.Http);
        html.Write($"<input type=\"hidden\" name=\"ark\" value=\"{table.Sheet ?? ""}\">");
        if (mayImport) Button(html, "primary", "les", texts["tables.import"]);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["tables.columns"]}</h2>");
        foreach (var note in reading.Notes.Where(note => note.Line is null)) html.Write($"<p>{TablePages.Sentence(note, texts)}</p>");
        if (reading.Unmapped.Count > 0) html.Write($"<p>{texts["tables.unmapped", string.Join(", ", reading.Unmapped)]}</p>");
        foreach (var column in table.Columns) Column(html, column, sureness.GetValueOrDefault(column), errors.FirstOrDefault(error => error.Field == TablePages.FieldName(column)).Sentence);
        Values(html, reading.Uncertain);
        html.Write("<div class=\"row\">"u8);
        Button(html, mayImport ? "secondary" : "primary", "prov", texts[mayImport ? "tables.tryAgain" : "tables.try"]);
        if (mayImport) Button(html, "primary", "les", texts["tables.import"]);
        html.Write("</div></form>"u8);
    }

    private void Column(HtmlWriter html, TableColumn column, ColumnSuggestion? suggestion, string? error)
    {
        var use = mapping.Of(column);
        var examples = table.Samples(column, Examples).Select(example => example.Length > LongestExample ? example[..LongestExample] + "…" : example).ToList();
        html.Write("<section class=\"rows\">"u8);
        Fields.Select(
            html,
            new(TablePages.FieldName(column), column.Heading, use?.Field ?? "")
            {
                Help = examples.Count == 0 ? texts["tables.empty"] : texts["tables.examples", string.Join(" · ", examples)],
                Error = error,
                Below = suggestion is { Use: { } suggested, Sureness: Sureness.Likely } && suggested.Field == use?.Field ? after => after.Write($"<p class=\"help\"><span class=\"ds-tag\" data-color=\"warning\">{texts["tables.likely"]}</span></p>") : null,
            },
            FieldChoices(column, use?.Field));
        if (use is not null ? TableField.Of(use.Field)!.IsMoney : IsNumbers(column))
        {
            var unit = use?.Unit ?? MappingSuggestion.UnitOf(table, column);
            Fields.Select(html, new(TablePages.UnitName(column), texts["tables.unit", column.Heading], unit.ToString()) { Width = "short" }, Enum.GetValues<AmountUnit>().Select(one => (one.ToString(), UnitWord(one))));
        }

        html.Write("</section>"u8);
    }

    private bool IsNumbers(TableColumn column) => table.Samples(column, Examples) is { Count: > 0 } samples && samples.All(sample => sample.Any(char.IsAsciiDigit) && !sample.Any(char.IsLetter));

    private IEnumerable<(string Value, string Label)> FieldChoices(TableColumn column, string? chosen)
    {
        yield return ("", texts["tables.none"]);
        foreach (var field in TableField.All)
        {
            if (field.Kind != TableFieldKind.Budget)
            {
                yield return (field.Code, texts["field." + field.Code]);
                continue;
            }

            string[] budgets = ["budget", "budget:-1", "budget:+1", "budget:+2"];
            foreach (var code in chosen is not null && chosen.StartsWith("budget:", StringComparison.Ordinal) ? budgets.Append(chosen).Distinct() : budgets) yield return (code, texts["tables.budget", YearOf(code, column)]);
        }
    }

    private string YearOf(string code, TableColumn column) => TableField.YearOf(code, column.Heading, round.Round.BudgetYear).ToString(CultureInfo.InvariantCulture);

    private void Values(HtmlWriter html, IReadOnlyList<UncertainValue> uncertain)
    {
        if (uncertain.Count == 0) return;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["tables.words"]}</h2><p>{texts["tables.wordsLead"]}</p>");
        var number = 0;
        foreach (var value in uncertain.Take(PostedMapping.MostValues))
        {
            html.Write($"<input type=\"hidden\" name=\"{PostedMapping.Name("ordfelt", number)}\" value=\"{value.Field}\"><input type=\"hidden\" name=\"{PostedMapping.Name("ord", number)}\" value=\"{value.Words}\">");
            var label = texts["tables.word", texts["field." + value.Field], value.Words.Length > LongestExample ? value.Words[..LongestExample] + "…" : value.Words];
            var chosen = value.Meaning is { Length: 0 } ? PostedMapping.None : value.Meaning ?? "";
            Fields.Select(html, new(PostedMapping.Name("betyr", number++), label, chosen) { Help = texts.Count("tables.rows", value.Rows) }, Meanings(value.Field));
        }
    }

    private IEnumerable<(string Value, string Label)> Meanings(string field) => TableField.Of(field)!.Kind switch
    {
        TableFieldKind.Colour => Choices.Lights(texts),
        TableFieldKind.Phase => Enum.GetValues<Phase>().Select(phase => (phase.ToString(), texts["phase." + phase])),
        TableFieldKind.Organisation => desk.Definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)),
        _ => Choices.FocusAreas(desk.Definition, texts),
    } is var choices ? choices.Prepend((PostedMapping.None, texts["notStated"])).Prepend(("", texts["tables.undecided"])) : [];

    private string UnitWord(AmountUnit unit) => unit switch
    {
        AmountUnit.Million => texts["tables.million"],
        AmountUnit.Thousand => texts["tables.thousand"],
        _ => texts["tables.krone"],
    };

    private static void Button(HtmlWriter html, string variant, string value, string label) => Fields.Submit(html, label, variant, "gjor", value);
}
