namespace Samstyre.Import;

/// <summary>The dependencies, one row each: on whom, on what, for what, category, criticality, deadline, status.</summary>
internal static class DependencyTable
{
    private const int Width = 7;

    /// <summary>In letters; shorter words of a heading may be somebody's name.</summary>
    private const int ShortestHeading = 12;

    // In the order of the form: what each column's heading begins with or holds, behind the first one.
    private static readonly string[] Headings = ["hva er", "formål", "kategori", "kritikalitet", "frist", "status"];

    private static readonly string[] Whole =
        ["Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans", "Hva er prosjektet avhengig av? Dvs. leveranse/resultat", "Til hvilket formål? Dvs. hva skal det brukes til", "Kategori avhengighet", "Kritikalitet", "Frist", "Status"];

    public static void Take(ReportDraft d, FormPart part)
    {
        var columns = Columns(part);
        foreach (var block in part.Body)
        {
            var cells = block.Cells.Skip(part.LabelCell).Select(cell => CleanText.WithoutPlaceholders(cell).Text).ToList();
            if (cells.TrueForAll(cell => cell.Length == 0 || CleanText.IsDash(cell))) continue;
            if (SaysNone(cells) || IsHeading(cells)) continue;
            var field = $"dependencies[{d.Dependencies.Count}]";
            if (cells.Count > Width && cells.Skip(Width).Any(cell => cell.Length > 0))
                d.Log.Review("RowTooLong", field, string.Join(" | ", cells), block.Place, "The row has more cells than the table has columns.");
            // Words alone under a table are a remark on it, not one more dependency.
            if (block.Cells.Count == 1)
            {
                d.TakeUnread([block], "consequences");
                continue;
            }

            string Cell(int i) => cells.ElementAtOrDefault(columns[i]) ?? "";
            string Raw(int i) => block.Cells.Skip(part.LabelCell).ElementAtOrDefault(columns[i]) ?? "";
            string? TextAt(int i) => Cell(i).Length == 0 ? null : Cell(i);
            if (Cell(0).Length == 0) d.Log.Review("DependencyWithoutParty", field + ".on", string.Join(" | ", cells), block.Place, "The dependency names nobody; it may belong to the row above.");
            if (IsShifted(Raw)) d.Log.Review("RowShifted", field, string.Join(" | ", cells), block.Place, "The row's cells do not hold what their columns ask for; please check the whole row.");
            d.Log.Found(field, block.Place);
            d.Dependencies.Add(new(
                TextAt(0), TextAt(1), TextAt(2),
                d.Take(field + ".category", ChoiceText.Category(Raw(3)), Cell(3), block.Place),
                d.Take(field + ".criticality", ChoiceText.Level(Raw(4)), Cell(4), block.Place),
                TextAt(5),
                d.Take(field + ".deadline", DateText.Parse(Raw(5)), Cell(5), block.Place),
                d.Take(field + ".status", ChoiceText.Colour(Raw(6)), Cell(6), block.Place)));
        }
    }

    private static bool IsShifted(Func<int, string> cell) =>
        ChoiceText.IsColour(cell(5)) || ChoiceText.IsLevel(cell(3)) || ChoiceText.IsLevel(cell(5)) || ChoiceText.IsLevel(cell(6)) || ChoiceText.IsColour(cell(4))
        || (ChoiceText.Category(cell(3)).Doubt is not null && ChoiceText.Level(cell(4)).Doubt is not null);

    /// <summary>Where each of the form's columns stands; an author's table may leave one out or swap two.</summary>
    private static int[] Columns(FormPart part)
    {
        var headings = part.Head.Cells.Skip(part.LabelCell).ToList();
        var found = Headings.Select(start => headings.FindIndex(1, Math.Max(0, headings.Count - 1), cell => cell.Contains(start, StringComparison.OrdinalIgnoreCase))).ToList();
        int[] usual = [0, 1, 2, 3, 4, 5, 6];
        if (found.Count(at => at > 0) < 2) return usual;
        // A heading that was not recognised keeps the form's place, unless another heading stands there.
        int[] named = [0, .. found.Select((at, i) => at > 0 ? at : found.Contains(i + 1) ? int.MaxValue : i + 1)];
        // The headings can be out of step with their own rows; the rows decide.
        return Fit(part, named) > Fit(part, usual) ? named : usual;
    }

    /// <summary>How many cells hold what their column asks for.</summary>
    private static int Fit(FormPart part, int[] columns) => part.Body.Sum(block =>
    {
        string Cell(int i) => CleanText.Of(block.Cells.Skip(part.LabelCell).ElementAtOrDefault(columns[i]) ?? "");
        return (ChoiceText.Category(Cell(3)) is { Value: not null, Doubt: null } ? 1 : 0) + (ChoiceText.IsLevel(Cell(4)) ? 1 : 0)
            + (DateText.Parse(Cell(5)) is { Value: not null, Doubt: null } ? 1 : 0) + (ChoiceText.IsColour(Cell(6)) ? 1 : 0);
    });

    /// <summary>Whether a row is the heading again, or the end of one that a page's end cut in two.</summary>
    private static bool IsHeading(List<string> cells) =>
        cells[0].Length >= ShortestHeading && cells.Zip(Whole).All(pair => pair.Second.Contains(pair.First, StringComparison.OrdinalIgnoreCase)) && cells.Skip(Whole.Length).All(cell => cell.Length == 0);

    private static bool SaysNone(List<string> cells) =>
        cells.Count(cell => cell.Length > 0) == 1 && cells[0].Trim('.', ' ').ToUpperInvariant() is "INGEN" or "IKKE RELEVANT" or "N/A";
}
