using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The measures of the common foundation that initiatives wait for.</summary>
public static class FoundationNeeds
{
    private static readonly LocalText Title = new("Tiltak i felles grunnmur som andre venter på", "Tiltak i felles grunnmur som andre ventar på", "Measures of the common foundation that others wait for");
    private static readonly LocalText Measure = new("Tiltak i grunnmuren", "Tiltak i grunnmuren", "Measure");
    private static readonly LocalText Waiting = new("Tiltak som venter", "Tiltak som ventar", "Initiatives that wait");
    private static readonly LocalText Critical = new("Av dem med høy kritikalitet", "Av dei med høg kritikalitet", "Of them with high criticality");
    private static readonly LocalText Planned = new("Planlagt ferdig", "Planlagt ferdig", "Planned to be there");
    private static readonly LocalText Owner = new("Ansvarlig", "Ansvarleg", "Responsible");
    private static readonly LocalText Funding = new("Finansiering", "Finansiering", "Funding");
    private static readonly LocalText FirstNeeded = new("Trengs først", "Trengst først", "First needed");
    private static readonly LocalText None = new("Ingen tiltak oppgir at de trenger et tiltak i felles grunnmur.", "Ingen tiltak oppgir at dei treng eit tiltak i felles grunnmur.", "No initiative states that it needs a measure of the common foundation.");

    // Those that most critical needs are on come first.
    private static readonly PerRound<List<PartDemand>> Wanted = new(Most);

    private static readonly LocalText[] Fundings =
    [
        new("finansiert", "finansiert", "funded"), new("delvis finansiert", "delvis finansiert", "funded in part"), new("ikke finansiert", "ikkje finansiert", "not funded"),
    ];

    /// <summary>Of each measure that somebody waits for, how many do; see <see cref="Rule"/>.</summary>
    public static Figure Of(RoundContent round)
    {
        var wanted = Wanted.Of(round);
        var waiting = wanted.SelectMany(part => part.Initiatives).DistinctBy(standing => standing.Initiative.Id).Count();
        return new(
            "foundation-needs", Title, Measure, FigureChart.Bars,
            [.. wanted.Select(part => new FigureCategory(part.Part.Code, Named(part.Part)))],
            [new("initiatives", Waiting, FigureUnit.Initiatives), new("critical", Critical, FigureUnit.Initiatives)],
            [.. wanted.SelectMany(part => (FigureCell[])[FigureCells.Count(part.Initiatives), FigureCells.Count(part.Critical)])],
            waiting, 0, Rule(round)) { IsStated = false };
    }

    /// <summary>The same measures with who answers for them, when they are to be there, who pays and when they are needed first.</summary>
    public static Listing List(RoundContent round)
    {
        var organisations = round.Snapshot.Definition.Organisations.ToDictionary(organisation => organisation.Code, organisation => organisation.Name, StringComparer.Ordinal);
        return new(
            "foundation-measures", new("Plan og finansiering for det andre venter på i felles grunnmur", "Plan og finansiering for det andre ventar på i felles grunnmur", "Plan and funding of what others wait for in the common foundation"),
            [
                new("measure", Measure), new("owner", Owner), new("planned", Planned), new("funding", Funding),
                new("initiatives", Waiting, FigureUnit.Initiatives), new("critical", Critical, FigureUnit.Initiatives), new("needed", FirstNeeded),
            ],
            MadeRows.Of(Wanted.Of(round), part => new ListingRow(null,
            [
                Named(part.Part), part.Part.Owner is { } owner ? organisations.GetValueOrDefault(owner, owner) : null, part.Part.Planned, part.Part.Funding is { } state ? Fundings[(int)state] : null,
                part.Initiatives.Length, part.Critical.Length, part.FirstNeeded,
            ])),
            None, Rule(round));
    }

    private static List<PartDemand> Most(RoundContent round) =>
    [
        .. FoundationDemand.Of(DependencyRegister.Of(round)).Measures.Where(part => part.Initiatives.Length > 0)
            .OrderByDescending(part => part.Critical.Length).ThenByDescending(part => part.Initiatives.Length).ThenBy(part => part.Part.Code, StringComparer.Ordinal),
    ];

    private static LocalText Named(FoundationPart part) => new(
        $"{part.Code} {part.Name.In(Language.Bokmal)}", $"{part.Code} {part.Name.In(Language.Nynorsk)}", $"{part.Code} {part.Name.In(Language.English)}");

    private static LocalText Rule(RoundContent round)
    {
        var many = round.Snapshot.Definition.Foundation.Measures.Count;
        return new(
            $"Planen har {many} tiltak; de som ingen venter på, står ikke her. Et tiltak teller også dem som trenger byggeklossene det gjør bedre. Det som er lukket, er ikke med.",
            $"Planen har {many} tiltak; dei som ingen ventar på, står ikkje her. Eit tiltak tel også dei som treng byggeklossane det gjer betre. Det som er lukka, er ikkje med.",
            $"The plan has {many} measures; those that nobody waits for are left out. A measure counts those who need the building blocks that it makes better, too. What is closed is left out.");
    }
}
