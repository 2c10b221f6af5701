namespace Samstyre.Reports;

/// <summary>The form laid out for filling in: a place for every answer, and spare rows in every list.</summary>
internal static class TemplateLayout
{
    private const int Spare = 5;

    private static readonly string[] Placeholders = ["<id>", "<mm.åå>", "<Ja/Nei>"];

    /// <summary>The fields of a row of each list. The amounts of funding follow its years.</summary>
    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["deliverables"] = ["deliverables.text", "deliverables.planned"],
        ["funding"] = ["funding.source"],
        ["phase"] = ["phase", "phaseEnd"],
        ["risks"] = ["risks.id", "risks.element", "risks.effect", "risks.measure", "risks.deadline"],
        ["dependencies"] = ["dependencies.on", "dependencies.what", "dependencies.purpose", "dependencies.category", "dependencies.criticality", "dependencies.deadline", "dependencies.status"],
    };

    /// <summary>The form's parts in order. Every cell with a field that is no label is to be filled in.</summary>
    public static IReadOnlyList<FormSheet> Of(FormTemplate template) =>
        [.. FormLayout.Of(template.Report, template.Definition).Select((sheet, place) => sheet with { Rows = Rows(sheet.Rows, isFirst: place == 0) })];

    private static List<IReadOnlyList<FormCell>> Rows(IReadOnlyList<IReadOnlyList<FormCell>> printed, bool isFirst)
    {
        List<IReadOnlyList<FormCell>> rows = [];
        IReadOnlyList<FormCell>? list = null;
        var listed = 0;
        for (var at = 0; at < printed.Count; at++)
        {
            var row = Row(printed[at], isFirst);
            if (row.Count == 0) continue;
            if (row[0].IsLabel) EndList();
            else listed++;
            rows.Add(row);
            if (row[0] is not { IsLabel: true, Field: { } field }) continue;
            var next = at + 1 < printed.Count ? printed[at + 1][0] : default;
            if (Lists.ContainsKey(field)) (list, listed) = (row, 0);
            else if (next is not { IsLabel: false } || next.Field != field) rows.Add([new(null, Field: field)]);
            else rows.Add(printed[++at]);
            if (field == "riskText" && (at + 1 >= printed.Count || printed[at + 1][0].Field != "risks"))
            {
                rows.Add(FormLayout.RiskHeadings);
                (list, listed) = (FormLayout.RiskHeadings, 0);
            }
        }

        EndList();
        return rows;

        void EndList()
        {
            if (list is null) return;
            // A phase has one row.
            var spare = list[0].Field == "phase" ? 1 - Math.Min(1, listed) : Spare;
            for (var row = 0; row < spare; row++) rows.Add(Blank(list));
            list = null;
        }
    }

    private static IReadOnlyList<FormCell> Blank(IReadOnlyList<FormCell> headings)
    {
        var fields = Lists[headings[0].Field!];
        return [.. fields.Select(field => new FormCell(null, Field: field)), .. headings.Skip(fields.Length).Select(_ => new FormCell(null, Field: "funding.amount"))];
    }

    /// <summary>A row as it is filled in. The name is written once, and stands on the other pages where it is known.</summary>
    private static IReadOnlyList<FormCell> Row(IReadOnlyList<FormCell> row, bool isFirst)
    {
        if (row is [var label, .., { Field: "name" } name] && !isFirst) return name.Text is null ? [] : [label, new(name.Text)];
        if (row is [var question, .., { Field: "primaryFocusArea" } area]) return [question, area];
        return [.. row.Select(cell => cell.Field is not null && (cell.Text is { Length: 0 } || Placeholders.Contains(cell.Text)) ? cell with { Text = null } : cell)];
    }
}
