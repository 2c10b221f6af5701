using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>The prerequisites, one row each.</summary>
internal static class PrerequisiteTable
{
    private static readonly (Label Label, string Key)[] Keys =
    [
        (Label.OtherProjects, "otherProjects"), (Label.EhrGp, "ehrGp"), (Label.EhrMunicipal, "ehrMunicipal"), (Label.EhrSpecialist, "ehrSpecialist"),
        (Label.OrgSpecialist, "orgSpecialist"), (Label.OrgMunicipal, "orgMunicipal"), (Label.GpRoutines, "gpRoutines"),
    ];

    public static void Take(ReportDraft d, FormPart part)
    {
        var field = "prerequisites." + Keys.First(key => key.Label == part.Label).Key;
        var cells = part.CellsAfter.Select(cell => LabelIndex.IsColumnHeading(cell) ? "" : Brackets.Inner(cell) is { } inner && ChoiceText.IsLevel(inner) ? cell : CleanText.WithoutPlaceholders(cell).Text).ToList();
        if (part.Rest.Length > 0) cells.Insert(0, part.Rest);
        while (cells.Count > 2 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        var loose = part.Body.Where(block => CleanText.Join(block.Cells) is not null).ToList();
        var criticality = cells.ElementAtOrDefault(0) ?? "";
        var when = string.Join(' ', cells.Skip(1).Where(cell => cell.Length > 0));
        var place = part.Head.Place;
        // Where the level stands in the date's column, the cells have moved or changed places.
        if (!ChoiceText.IsLevel(criticality) && cells.Skip(1).FirstOrDefault(cell => cell.Length > 0) is { } second && ChoiceText.IsLevel(second))
        {
            d.Log.Review("PrerequisiteShifted", field, string.Join(" | ", cells), place, "The criticality stands in another column; please check the row.");
            when = string.Join(' ', cells.Where(cell => cell.Length > 0 && cell != second));
            criticality = second;
        }

        // A level on a line of its own under the row is the row's, but nobody can be sure.
        if (criticality.Length == 0 && loose.Count > 0 && CleanText.Join(loose[0].Cells) is { } word && ChoiceText.IsLevel(word))
        {
            criticality = word;
            loose.RemoveAt(0);
            d.Log.Review("PrerequisiteLoose", field, word, place, "The criticality stands on a line of its own; please check which row it belongs to.");
        }

        if (loose.Count > 0)
        {
            d.Log.Review("PrerequisiteLoose", "prerequisites", CleanText.Join(loose.SelectMany(block => block.Cells)), loose[0].Place, "There are words between the prerequisites' rows; please check where they belong.");
            d.TakeUnread(loose, "prerequisiteComments");
        }

        if (criticality.Length == 0 && when.Length == 0) return;
        var level = d.Take(field + ".criticality", ChoiceText.Level(criticality), criticality, place);
        if (when.Length > 0) d.Log.Found(field + ".when", place);
        var prerequisite = new Prerequisite(level, CleanText.IsDash(when) || NotStated(when) ? null : when);
        if (d.Prerequisites.TryGetValue(part.Label, out var earlier) && earlier != prerequisite)
            d.Log.Review("PrerequisiteTwice", field, criticality, place, "The prerequisite stands twice with different answers; the first was kept.");
        else d.Prerequisites[part.Label] = prerequisite;
    }

    public static Prerequisites Of(Dictionary<Label, Prerequisite?> rows)
    {
        Prerequisite? Row(Label label) => rows.TryGetValue(label, out var row) ? row : null;
        return new()
        {
            OtherProjects = Row(Label.OtherProjects),
            EhrGp = Row(Label.EhrGp),
            EhrMunicipal = Row(Label.EhrMunicipal),
            EhrSpecialist = Row(Label.EhrSpecialist),
            OrgSpecialist = Row(Label.OrgSpecialist),
            OrgMunicipal = Row(Label.OrgMunicipal),
            GpRoutines = Row(Label.GpRoutines),
        };
    }

    private static bool NotStated(string when) => when.Trim().ToUpperInvariant() is "N/A" or "NA" or "?";
}
