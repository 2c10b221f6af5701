using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How an initiative moved the portfolio's budget between two rounds. Every initiative of either round has one.</summary>
internal enum BudgetMoveKind
{
    StayedUp,
    StayedDown,
    Entered,
    Left,
    BecameStated,
    BecameUnstated,
    Unchanged,
    NeitherStated,
}

/// <summary>An initiative's move; its standing is the later one where it has two.</summary>
internal sealed record BudgetMove(BudgetMoveKind Kind, Standing Standing, Money? Before, Money? Now)
{
    /// <summary>Can the difference be computed?</summary>
    public bool IsSummable => (Before ?? Money.Zero).IsSummable && (Now ?? Money.Zero).IsSummable;

    /// <summary>What it adds to the sum of stated budgets; null where neither round states one, or where it can't be computed.</summary>
    public Money? Difference => (Before is null && Now is null) || !IsSummable ? null : new((Now?.Mnok ?? 0m) - (Before?.Mnok ?? 0m));
}

/// <summary>The moves between two rounds.</summary>
internal static class BudgetMoves
{
    public static readonly (BudgetMoveKind Kind, string Key, LocalText Name)[] Kinds =
    [
        (BudgetMoveKind.StayedUp, "stayed-up", new("Økt", "Auka", "Increased")),
        (BudgetMoveKind.StayedDown, "stayed-down", new("Redusert", "Redusert", "Reduced")),
        (BudgetMoveKind.Entered, "entered", new("Kommet inn", "Komne inn", "Entered")),
        (BudgetMoveKind.Left, "left", new("Gått ut", "Gått ut", "Left")),
        (BudgetMoveKind.BecameStated, "became-stated", new("Oppgitt nå, ikke før", "Oppgitt no, ikkje før", "Stated now, not before")),
        (BudgetMoveKind.BecameUnstated, "became-unstated", new("Oppgitt før, ikke nå", "Oppgitt før, ikkje no", "Stated before, not now")),
        (BudgetMoveKind.Unchanged, "unchanged", new("Uendret", "Uendra", "Unchanged")),
        (BudgetMoveKind.NeitherStated, "NotStated", new("Ikke oppgitt i noen av dem", "Ikkje oppgitt i nokon av dei", "Stated in neither")),
    ];

    /// <summary>In the later round's order, then those that left in the earlier's.</summary>
    public static ImmutableArray<BudgetMove> Between(PortfolioSnapshot before, PortfolioSnapshot now)
    {
        var places = new StandingPlaces(before.Standings);
        var stayed = new bool[before.Standings.Length];
        var moves = ImmutableArray.CreateBuilder<BudgetMove>(now.Standings.Length);
        foreach (var standing in now.Standings)
        {
            if (places.Of(standing.Initiative) is not (>= 0 and var place))
            {
                moves.Add(new(BudgetMoveKind.Entered, standing, null, standing.Facts.Budget));
                continue;
            }

            stayed[place] = true;
            var was = before.Standings[place].Facts.Budget;
            moves.Add(new(Stayed(was, standing.Facts.Budget), standing, was, standing.Facts.Budget));
        }

        moves.AddRange(before.Standings.Where((_, place) => !stayed[place]).Select(standing => new BudgetMove(BudgetMoveKind.Left, standing, standing.Facts.Budget, null)));
        return moves.ToImmutable();
    }

    /// <summary>What the reader must know of a comparison.</summary>
    public static LocalText Rule(PortfolioSnapshot before, PortfolioSnapshot now, ImmutableArray<BudgetMove> moves)
    {
        var (was, year) = (before.Round.BudgetYear, now.Round.BudgetYear);
        return MoneyWords.Join(
            new(
                $"Sammenlignet med {before.Round.Month.ToText(Language.Bokmal)}. Et budsjett som bare er oppgitt én av gangene, endrer summen med hele beløpet.",
                $"Samanlikna med {before.Round.Month.ToText(Language.Nynorsk)}. Eit budsjett som berre er oppgitt éin av gongene, endrar summen med heile beløpet.",
                $"Compared with {before.Round.Month.ToText(Language.English)}. A budget that only one of the rounds states changes the sum by its whole amount."),
            was == year ? null : new(
                $"Budsjettåret er et annet: {was} før og {year} nå.",
                $"Budsjettåret er eit anna: {was} før og {year} no.",
                $"The budget year is another: {was} before and {year} now."),
            AmountRules.OfOtherYears(now),
            AmountRules.OfOdd(moves.Where(move => !move.IsSummable).Select(move => move.Now is { IsSummable: false } ? move.Now : move.Before)));
    }

    private static BudgetMoveKind Stayed(Money? before, Money? now) => (before, now) switch
    {
        (null, null) => BudgetMoveKind.NeitherStated,
        (null, _) => BudgetMoveKind.BecameStated,
        (_, null) => BudgetMoveKind.BecameUnstated,
        ({ } was, { } its) => its > was ? BudgetMoveKind.StayedUp : its < was ? BudgetMoveKind.StayedDown : BudgetMoveKind.Unchanged,
    };
}
