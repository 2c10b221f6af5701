using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Initiatives that go on after the round's budget year, and last those that state no planned end, with their budgets (million NOK) of that year and the next. With <see cref="NextYearEndings"/> it is the whole portfolio.</summary>
public static class NextYearContinuing
{
    private static readonly LocalText None = new("Ingen tiltak fortsetter.", "Ingen tiltak held fram.", "No initiative goes on.");

    /// <summary>By planned end, then by national id.</summary>
    public static Listing Of(RoundContent round)
    {
        var year = round.Snapshot.Round.BudgetYear;
        var goesOn = YearAhead.Of(round).Where(entry => entry.Ends != true).OrderBy(entry => entry.Ends is null).ThenBy(entry => entry.Standing.Facts.EndDate).ThenBy(entry => Order.Of(entry.Standing));
        return new(
            "next-year-continuing",
            new($"Tiltak som fortsetter i {year + 1}", $"Tiltak som held fram i {year + 1}", $"Initiatives that go on in {year + 1}"),
            NextYearEndings.Columns(year), NextYearEndings.Rows(goesOn, round.Snapshot.Definition), None,
            new("De som ikke oppgir planlagt slutt, står sist.", "Dei som ikkje oppgir planlagd slutt, står sist.", "Those that state no planned end stand last."));
    }
}
