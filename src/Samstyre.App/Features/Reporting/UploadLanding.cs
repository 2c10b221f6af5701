using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Which fields of a form that was read land in the draft at once, and which wait: those that the reader was not sure of, and those in which a person has written.</summary>
internal sealed class UploadLanding(string file, SourceText text, Guid fileId, FormValues form, IReadOnlyDictionary<string, DraftCell> cells)
{
    private const int MostWords = 160;
    private readonly List<DraftEdit> edits = [];
    private readonly List<(string Field, string Value, string Origin)> proposals = [];

    /// <summary>What a proposal's value says of a row that should be added; of one that should be removed it is empty.</summary>
    public const string AddRow = "+";

    public FileLanding Of(IReadOnlyList<ReadField> read)
    {
        foreach (var field in read)
        {
            var cell = cells.GetValueOrDefault(field.Field);
            var isPersons = cell is not null && IsPersons(cell);
            if (IsList(field.Field)) Order(field, cell, isPersons);
            else if (isPersons || field.Findings.Count > 0) Propose(field, isPersons);
            else edits.Add(new(field.Field, field.Text, cell?.Version ?? 0, OriginOf(field, false).ToJson()));
        }

        return new(edits, proposals);
    }

    /// <summary>Whether a person has written a value, or has said yes to it.</summary>
    public static bool IsPersons(DraftCell cell) => OriginText.Read(cell.Origin) is not { IsChecked: false };

    /// <summary>Whether a path is a list's own: its rows in order.</summary>
    public static bool IsList(string field) => FormPages.ItemOf(field) is { IsList: true } item && item.Key == field;

    // Whoever has arranged the rows keeps their order: each new row asks for its place.
    private void Order(ReadField field, DraftCell? cell, bool isPersons)
    {
        if (!isPersons)
        {
            edits.Add(new(field.Field, field.Text, cell?.Version ?? 0, OriginOf(field, false).ToJson()));
            return;
        }

        foreach (var row in field.Text.Split(',').Except(form.Rows(field.Field), StringComparer.Ordinal)) Propose(field with { Field = $"{field.Field}.{row}", Text = AddRow }, true);
    }

    private void Propose(ReadField field, bool isBesidePerson) => proposals.Add((field.Field, field.Text, OriginOf(field, isBesidePerson).ToJson()));

    private OriginText OriginOf(ReadField field, bool isBesidePerson) => new(file, field.Line, Words(text.Line(field.Line, HintOf(field))))
    {
        FileId = fileId,
        IsBesidePerson = isBesidePerson,
        Doubts = [.. field.Findings.Select(finding => new OriginDoubt(finding.Code, finding.Message, finding.Text)).DistinctBy(doubt => doubt.Code ?? doubt.Message)],
    };

    private static string? HintOf(ReadField field) => field.Findings.Select(finding => finding.Text).FirstOrDefault(words => words is not null) ?? (field.Text.Length == 0 ? null : field.Text.Split('\n')[0]);

    private static string? Words(string? line)
    {
        if (line is null) return null;
        var words = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= MostWords) return words;
        return words[..(char.IsHighSurrogate(words[MostWords - 1]) ? MostWords - 1 : MostWords)] + "…";
    }
}
