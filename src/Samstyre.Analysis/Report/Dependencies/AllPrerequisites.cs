using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Every prerequisite that is filled in: of which kind, how critical and by when.</summary>
public static class AllPrerequisites
{
    private static readonly LocalText Title = new("Alle forutsetninger", "Alle føresetnader", "All prerequisites");
    private static readonly LocalText Empty = new("Ingen forutsetninger er meldt inn.", "Ingen føresetnader er melde inn.", "No prerequisites are reported.");

    /// <summary>A row per prerequisite, by initiative and then in the form's order.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var needs = DependencyRegister.Of(round).Needs;
        return new(
            "all-prerequisites", Title,
            SlippageWords.WhoAnd(new("kind", PrerequisitesByKind.Kind), new("criticality", DependencyWords.Criticality), PrerequisitesByKind.When),
            MadeRows.Of(
                Enumerable.Range(0, needs.Length).Where(place => needs[place].IsPrerequisite).OrderBy(place => Order.Of(needs[place].Receiver)),
                place => SlippageWords.Row(
                    needs[place].Receiver, definition, PrerequisitesByKind.NameOf(needs[place].Key), FigureWords.NameOf(needs[place].Criticality), needs[place].Prerequisite!.When)),
            Empty, PrerequisitesByKind.Rule);
    }
}
