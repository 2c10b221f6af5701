using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The grave contradictions in what is reported on dependencies, each in a sentence.</summary>
public static class GraveContradictions
{
    private static readonly LocalText Title = new("Alvorlige motsigelser i avhengighetene", "Alvorlege motseiingar i avhengnadene", "Grave contradictions in the dependencies");
    private static readonly LocalText Empty = new("Ingen alvorlige motsigelser ble funnet.", "Ingen alvorlege motseiingar vart funne.", "No grave contradictions were found.");

    private static readonly LocalText Rule = new(
        "De som gjelder noe et tiltak ikke kan levere uten, og deler av felles grunnmur som minst tre tiltak trenger og ingen finansierer. Motsigelsene sier ikke hvem som har rett.",
        "Dei som gjeld noko eit tiltak ikkje kan levere utan, og delar av felles grunnmur som minst tre tiltak treng og ingen finansierer. Motseiingane seier ikkje kven som har rett.",
        "Those about what an initiative cannot deliver without, and parts of the common foundation that at least three initiatives need and nobody funds. They do not say who is right.");

    /// <summary>A row for each that an initiative has.</summary>
    public static Listing Of(RoundContent round)
    {
        var definition = round.Snapshot.Definition;
        var grave = Contradictions.Of(DependencyRegister.Of(round)).Where(one => one.Severity == Level.High && one.Receiver is not null);
        return new(
            "grave-contradictions", Title,
            SlippageWords.WhoAnd(new("kind", new("Slags", "Slag", "Kind")), ContradictionsByKind.Sentence, ContradictionsByKind.Giver),
            MadeRows.Of(grave, one => SlippageWords.Row(one.Receiver!, definition, ContradictionWords.NameOf(one.Rule), one.Sentence, one.Giver?.Facts.Name)),
            Empty, Rule);
    }
}
