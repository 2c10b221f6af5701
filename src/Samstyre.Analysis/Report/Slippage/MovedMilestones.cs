using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Deliverables whose planned date has changed from report to report, those that moved most often first.</summary>
public static class MovedMilestones
{
    private static readonly LocalText Title = new("Flyttede leveranser", "Flytta leveransar", "Moved deliverables");
    private static readonly LocalText Empty = new("Ingen leveranse er kjent flyttet.", "Ingen leveranse er kjend flytta.", "No deliverable is known to have moved.");
    private static readonly LocalText None = new("ingen", "ingen", "none");
    private static readonly LocalText Delivered = new("Levert", "Levert", "Delivered");
    private static readonly LocalText Overdue = new("Datoen er passert, ikke meldt levert", "Datoen er passert, ikkje meld levert", "The date has passed, not reported as delivered");
    private static readonly LocalText Ahead = new("Planlagt", "Planlagd", "Planned");
    private static readonly LocalText Over = new("Tiltaket er i realisering", "Tiltaket er i realisering", "The initiative is in realisation");
    private static readonly LocalText Undated = new("Uten dato nå", "Utan dato no", "Without a date now");

    private static readonly LocalText Rule = new(
        "En leveranse følges gjennom rapportene når ordene er de samme, eller nesten de samme og ikke kan forveksles med en annen. Måneder i alt er fra den første datoen til datoen nå. Er datoen passert uten at skjemaet sier at den er levert, regnes den som dagen for innmeldingen. Leveranser med dato som aldri er endret, er ikke med.",
        "Ein leveranse blir følgd gjennom rapportane når orda er dei same, eller nesten dei same og ikkje kan forvekslast med ein annan. Månader i alt er frå den første datoen til datoen no. Er datoen passert utan at skjemaet seier at han er levert, blir han rekna som dagen for innmeldinga. Leveransar med dato som aldri er endra, er ikkje med.",
        "A deliverable is followed through the reports where its words are the same, or nearly the same and like no other's. Months in all are from its first date to its date now. If the date has passed and the form doesn't say that it is delivered, it counts as the day of the round. Deliverables whose date never changed are left out.");

    /// <summary>A row per deliverable that moved.</summary>
    public static Listing Of(RoundContent round)
    {
        Dictionary<PartialDate, DateCell> dates = [];
        Dictionary<int, object> counts = [];
        Dictionary<decimal, object> months = [];
        List<ListingRow> rows = [];
        List<long> moved = [];
        foreach (var standing in Order.Sorted(round.Snapshot.Standings))
        {
            // The rows of an initiative share what they have in common: there can be tens of thousands.
            object? nationalId = standing.Initiative.NationalId;
            foreach (var milestone in MilestoneHistory.Of(standing, round, moved: true))
            {
                moved.Add(-(((long)milestone.Moves << 32) + (milestone.Days ?? int.MinValue)));
                rows.Add(new(standing,
                [
                    nationalId, standing.Facts.Name, milestone.Text, CellOf(milestone.First, dates)?.Value, Between(milestone, dates), CellOf(milestone.Planned, dates)?.Value,
                    Number<int>(milestone.Moves, counts), Number(milestone.Months, months), StateOf(milestone, standing.Facts.Phase),
                ]));
            }
        }

        var order = new (long Moved, int Place)[rows.Count];
        for (var place = 0; place < order.Length; place++) order[place] = (moved[place], place);
        // What is equal stays in order: by initiative, then as in the form.
        Array.Sort(order, static (one, other) => one.Moved != other.Moved ? one.Moved.CompareTo(other.Moved) : one.Place.CompareTo(other.Place));
        return new(
            "moved-milestones", Title,
            [
                new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("deliverable", new("Leveranse", "Leveranse", "Deliverable")),
                new("first", new("Første dato", "Første dato", "First date")), new("between", new("Datoer imellom", "Datoar imellom", "Dates between")),
                new("now", new("Dato nå", "Dato no", "Date now")), new("moves", new("Flyttinger", "Flyttingar", "Moves"), FigureUnit.Count),
                new("months", new("I alt", "I alt", "In all"), FigureUnit.Months), new("state", new("Tilstand", "Tilstand", "State")),
            ],
            [.. order.Select(row => rows[row.Place])],
            Empty, Rule);
    }

    private static LocalText Between(MilestoneHistory milestone, Dictionary<PartialDate, DateCell> dates)
    {
        // The date now is a column of its own; where none is stated now, the last one it had was given up and stands here.
        if (milestone.Moves == 1 && milestone.Planned is not null) return None;
        var stated = milestone.Stated.Skip(1).ToList();
        if (milestone.Planned is not null) stated.RemoveAt(stated.Count - 1);
        if (stated.Count == 0) return None;
        var texts = stated.ConvertAll(date => CellOf(date, dates)!.Name);
        if (texts.Count == 1) return texts[0];
        var bokmal = string.Join(", ", texts.ConvertAll(text => text.Bokmal));
        // Only the autumn has another name in Nynorsk.
        var nynorsk = texts.TrueForAll(text => text.Nynorsk == text.Bokmal) ? bokmal : string.Join(", ", texts.ConvertAll(text => text.In(Language.Nynorsk)));
        return new(bokmal, nynorsk, string.Join(", ", texts.ConvertAll(text => text.In(Language.English))));
    }

    /// <summary>One object for each number: tens of thousands of rows share a few hundred.</summary>
    private static object? Number<T>(T? number, Dictionary<T, object> known) where T : struct
    {
        if (number is not { } value) return null;
        if (!known.TryGetValue(value, out var cell)) known[value] = cell = value;
        return cell;
    }

    private static DateCell? CellOf(PartialDate? date, Dictionary<PartialDate, DateCell> dates)
    {
        if (date is not { } stated) return null;
        if (!dates.TryGetValue(stated, out var cell))
            dates[stated] = cell = new(stated, new(stated.ToText(Language.Bokmal), stated.ToText(Language.Nynorsk), stated.ToText(Language.English)));
        return cell;
    }

    private static LocalText StateOf(MilestoneHistory milestone, Phase? phase) =>
        milestone.Delivered ? Delivered
        : milestone.DaysOverdue > 0 ? Overdue
        : milestone.Planned is null ? Undated
        : ScheduleVariance.IsOver(phase) ? Over : Ahead;

    /// <summary>A date as the value of a cell, and in words.</summary>
    private sealed record DateCell(object Value, LocalText Name);
}
