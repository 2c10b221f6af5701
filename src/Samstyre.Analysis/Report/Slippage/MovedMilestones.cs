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
        var moved = round.Snapshot.Standings
            .SelectMany(standing => MilestoneHistory.Of(standing, round, moved: true).Select((milestone, place) => (Standing: standing, Milestone: milestone, Place: place)))
            .OrderByDescending(one => one.Milestone.Moves).ThenByDescending(one => one.Milestone.Months ?? decimal.MinValue).ThenBy(one => Order.Of(one.Standing)).ThenBy(one => one.Place);
        return new(
            "moved-milestones", Title,
            [
                new("id", FigureWords.NationalId), new("name", FigureWords.Initiative), new("deliverable", new("Leveranse", "Leveranse", "Deliverable")),
                new("first", new("Første dato", "Første dato", "First date")), new("between", new("Datoer imellom", "Datoar imellom", "Dates between")),
                new("now", new("Dato nå", "Dato no", "Date now")), new("moves", new("Flyttinger", "Flyttingar", "Moves"), FigureUnit.Count),
                new("months", new("I alt", "I alt", "In all"), FigureUnit.Months), new("state", new("Tilstand", "Tilstand", "State")),
            ],
            [.. moved.Select(one => new ListingRow(one.Standing,
            [
                one.Standing.Initiative.NationalId, one.Standing.Facts.Name, one.Milestone.Text, one.Milestone.First, Between(one.Milestone), one.Milestone.Planned,
                one.Milestone.Moves, one.Milestone.Months, StateOf(one.Milestone, one.Standing.Facts.Phase),
            ]))],
            Empty, Rule);
    }

    private static LocalText Between(MilestoneHistory milestone)
    {
        // The date now is a column of its own; where none is stated now, the last one it had was given up and stands here.
        var stated = milestone.Stated.Skip(1).ToList();
        if (milestone.Planned is not null && stated.Count > 0) stated.RemoveAt(stated.Count - 1);
        return stated.Count == 0 ? None : new(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));

        string In(Language language) => string.Join(", ", stated.Select(date => date.ToText(language)));
    }

    private static LocalText StateOf(MilestoneHistory milestone, Phase? phase) =>
        milestone.Delivered ? Delivered
        : milestone.DaysOverdue > 0 ? Overdue
        : milestone.Planned is null ? Undated
        : ScheduleVariance.IsOver(phase) ? Over : Ahead;
}
