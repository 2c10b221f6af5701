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
        return new(
            "all-prerequisites", Title,
            SlippageWords.WhoAnd(new("kind", PrerequisitesByKind.Kind), new("criticality", DependencyWords.Criticality), PrerequisitesByKind.When),
            MadeRows.Of(
                PrerequisitesByKind.Rows(round).OrderBy(row => Order.Of(row.Standing)),
                row => SlippageWords.Row(row.Standing, definition, PrerequisitesByKind.NameOf(row.Kind), FigureWords.NameOf(row.Prerequisite.Criticality), row.Prerequisite.When)),
            Empty, PrerequisitesByKind.Rule);
    }
}
