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
        List<Entry> entries = [];
        List<PartialDate> dates = [];
        foreach (var standing in Order.Sorted(round.Snapshot.Standings))
        {
            foreach (var milestone in MilestoneHistory.Of(standing, round, moved: true))
            {
                entries.Add(new(standing, milestone.Text, dates.Count, milestone.Moves, milestone.Planned, milestone.Days, StateOf(milestone, standing.Facts.Phase)));
                dates.AddRange(milestone.Stated);
            }
        }

        return new(
            "moved-milestones", Title,
            [
                new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("deliverable", new("Leveranse", "Leveranse", "Deliverable")),
                new("first", new("Første dato", "Første dato", "First date")), new("between", new("Datoer imellom", "Datoar imellom", "Dates between")),
                new("now", new("Dato nå", "Dato no", "Date now")), new("moves", new("Flyttinger", "Flyttingar", "Moves"), FigureUnit.Count),
                new("months", new("I alt", "I alt", "In all"), FigureUnit.Months, FigureWords.CantBeSaid), new("state", new("Tilstand", "Tilstand", "State")),
            ],
            Rows(entries, [.. dates]), Empty, Rule);
    }

    private static MadeRows<ListingRow> Rows(List<Entry> entries, PartialDate[] dates)
    {
        // What is equal stays in order: by initiative, then as in the form.
        return MadeRows.Of(
            Weighted.Sort(entries, one => Weighted.Of(Weighted.Descending(one.Moves), Weighted.Descending(one.Days))),
            one => new ListingRow(one.Standing,
            [
                one.Standing.Initiative.NationalId, one.Standing.Facts.Name, one.Text, dates[one.FirstDate],
                Between(dates.AsSpan(one.FirstDate + 1, one.Planned is null ? one.Moves : one.Moves - 1)), one.Planned, one.Moves, MilestoneHistory.MonthsOf(dates[one.FirstDate], one.Days), one.State,
            ]));
    }

    /// <summary>The date now is a column of its own; where none is stated now, the last one it had was given up and stands here.</summary>
    private static LocalText Between(ReadOnlySpan<PartialDate> dates)
    {
        if (dates.IsEmpty) return None;
        var (bokmal, nynorsk, english) = (new string[dates.Length], new string[dates.Length], new string[dates.Length]);
        for (var place = 0; place < dates.Length; place++)
            (bokmal[place], nynorsk[place], english[place]) = (dates[place].ToText(Language.Bokmal), dates[place].ToText(Language.Nynorsk), dates[place].ToText(Language.English));
        return new(string.Join(", ", bokmal), string.Join(", ", nynorsk), string.Join(", ", english));
    }

    private static LocalText StateOf(MilestoneHistory milestone, Phase? phase) =>
        milestone.Delivered ? Delivered
        : milestone.DaysOverdue > 0 ? Overdue
        : milestone.Planned is null ? Undated
        : ScheduleVariance.IsOver(phase) ? Over : Ahead;

    /// <summary>What is kept of a row. There can be tens of thousands, so their dates stand after each other in one array: from the first date on, one for each move more.</summary>
    private readonly record struct Entry(Standing Standing, string Text, int FirstDate, int Moves, PartialDate? Planned, int? Days, LocalText State);
}
