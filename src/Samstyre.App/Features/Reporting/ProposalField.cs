using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>The field that a proposal is about: a value, or whether a row is there.</summary>
internal static class ProposalField
{
    private const int MostWords = 80;

    /// <summary>In the form's order.</summary>
    public static IReadOnlyList<DraftProposal> InOrder(IEnumerable<DraftProposal> waiting)
    {
        var items = FormPages.All.SelectMany(page => page.Items).ToList();
        return [.. waiting.OrderBy(one => FormPages.ItemOf(one.Field) is { } item ? items.IndexOf(item) : int.MaxValue).ThenBy(one => one.Field, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))];
    }

    /// <summary>What it is called; of a list with the words of its row.</summary>
    public static string LabelOf(DeskVisit desk, OpenForm form, DraftProposal proposal)
    {
        var label = FieldLabel(desk, form, proposal.Field);
        return WordsOf(form, proposal.Field) is { Length: > 0 } words ? $"{label}: {words}" : label;
    }

    /// <summary>Why a text can't stand in the field; null where it can.</summary>
    public static Finding? ProblemOf(OpenForm form, DraftProposal proposal, string text)
    {
        if (IsRow(proposal.Field)) return null;
        var values = form.Draft.Values.ToDictionary(StringComparer.Ordinal);
        values[proposal.Field] = text;
        // Of a row that is not there nothing is read.
        if (proposal.Field.Split('.') is [var list, var row, _, ..] && UploadLanding.IsList(list) && !form.Values.Rows(list).Contains(row)) values[list] = string.Join(',', form.Values.Rows(list).Append(row));
        return form.Values.With(values).Read().Problems.FirstOrDefault(problem => problem.Field == proposal.Field && problem.Severity == FindingSeverity.Error);
    }

    /// <summary>What a yes gives to the form.</summary>
    public static DraftEdit EditOf(OpenForm form, DraftProposal proposal, IReadOnlyDictionary<string, DraftCell> cells, string text, int seen)
    {
        var origin = (OriginText.Read(proposal.Origin)! with { IsChecked = true }).ToJson();
        if (!IsRow(proposal.Field)) return new(proposal.Field, text, seen, origin);
        var (list, row) = proposal.Field.Split('.') is [var name, var key] ? (name, key) : default;
        var rows = form.Values.With(cells.ToDictionary(cell => cell.Key, cell => cell.Value.Value, StringComparer.Ordinal)).Rows(list).Where(one => one != row);
        return new(list, string.Join(',', proposal.Value.Length > 0 ? rows.Append(row) : rows), cells.GetValueOrDefault(list)?.Version ?? 0, origin);
    }

    public static string UseLabel(DraftProposal proposal) => !IsRow(proposal.Field) ? "upload.use" : proposal.Value.Length > 0 ? "upload.addRow" : "upload.removeRow";

    public static string DropLabel(DraftProposal proposal) => IsRow(proposal.Field) && proposal.Value.Length == 0 ? "upload.keepRow" : "upload.drop";

    /// <summary>The field with what was read, to be corrected; of a row what stands in it.</summary>
    public static void Write(HtmlWriter html, DeskVisit desk, OpenForm form, DraftProposal proposal, string name, string? written, string? error)
    {
        var texts = desk.Texts;
        if (IsRow(proposal.Field))
        {
            Row(html, desk, form, proposal.Field);
            return;
        }

        var kind = KindOf(proposal.Field);
        var stands = form.Values.Text(proposal.Field);
        html.Write($"<p class=\"prior\">{texts["upload.stands"]} {(stands.Length == 0 ? texts["notStated"] : Choices.Word(kind, stands, desk.Definition, texts))}</p>");
        FormWriter.Control(html, desk, new(name, FieldLabel(desk, form, proposal.Field), written ?? proposal.Value)
        {
            Error = error,
            Help = texts["upload.correct"],
            Width = kind is FieldKind.Money or FieldKind.Date or FieldKind.DateOrWords or FieldKind.Level ? "short" : null,
        }, kind == FieldKind.Party ? FieldKind.Text : kind);
    }

    private static void Row(HtmlWriter html, DeskVisit desk, OpenForm form, string row)
    {
        html.Write("<dl class=\"row-words\">"u8);
        foreach (var column in FormPages.ItemOf(row)!.Columns)
        {
            if (form.Values.Text($"{row}.{column.Key}") is { Length: > 0 } text)
                html.Write($"<dt>{desk.Texts[$"field.{row.Split('.')[0]}.{column.Key}"]}</dt><dd>{Choices.Word(column.Kind, text, desk.Definition, desk.Texts)}</dd>");
        }

        html.Write("</dl>"u8);
    }

    private static string FieldLabel(DeskVisit desk, OpenForm form, string field)
    {
        var label = Choices.Label(field, desk.Definition, form.Values.FundingColumns, desk.Texts);
        return field.Split('.') is ["prerequisites", _, var column] ? $"{label}, {desk.Texts["field.prerequisites." + column].ToLowerInvariant()}" : label;
    }

    private static bool IsRow(string field) => field.Split('.') is [var list, _] && UploadLanding.IsList(list);

    private static string WordsOf(OpenForm form, string field)
    {
        if (field.Split('.') is not [var list, var row, ..] || !UploadLanding.IsList(list)) return "";
        var words = FormPages.ItemOf(list)!.Columns.Select(column => form.Values.Text($"{list}.{row}.{column.Key}")).FirstOrDefault(text => text.Length > 0) ?? "";
        return words.Length <= MostWords ? words : words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";
    }

    private static FieldKind KindOf(string field)
    {
        var column = field[(field.LastIndexOf('.') + 1)..];
        if (field.StartsWith("fundingTotal.", StringComparison.Ordinal) || (field.StartsWith("funding.", StringComparison.Ordinal) && column != "source")) return FieldKind.Money;
        var item = FormPages.ItemOf(field)!;
        return item.Kind ?? item.Columns.First(one => one.Key == column).Kind;
    }
}
