using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How often an initiative that was green at a round later slipped or turned yellow or red: a figure for the office about what green is worth here. Shares of fewer than ten cases are never shown.</summary>
public static class GreenThenWorse
{
    /// <summary>Fewer cases than this say nothing, and could point at somebody.</summary>
    public const int FewestCases = 10;

    /// <summary>How many rounds after it are looked at: about a year.</summary>
    public const int RoundsAhead = 4;

    private static readonly LocalText Title = new("Grønne tiltak som senere ble verre", "Grøne tiltak som seinare vart verre", "Green initiatives that later got worse");

    private static readonly LocalText Rule = new(
        "Et tiltak som meldte grønn status i en innmelding, følges gjennom rapportene i de neste fire innmeldingene. Forsinket er det når sluttdatoen flyttes mer enn én måned eller passerer med mer enn én måned. Et tiltak teller én gang for hver innmelding det var grønt i. Med færre enn ti tilfeller vises ingen tall, fordi de ikke sier noe og kan peke ut enkelte.",
        "Eit tiltak som melde grøn status i ei innmelding, blir følgt gjennom rapportane i dei neste fire innmeldingane. Forseinka er det når sluttdatoen blir flytta meir enn éin månad eller passerer med meir enn éin månad. Eit tiltak tel éin gong for kvar innmelding det var grønt i. Med færre enn ti tilfelle blir ingen tal viste, fordi dei ikkje seier noko og kan peike ut enkelte.",
        "An initiative that reported green at a round is followed through its reports of the next four rounds. It has slipped when its end date moves by more than one month or passes by more than one month. An initiative counts once for each round it was green at. With fewer than ten cases no numbers are shown, because they say nothing and could point at somebody.");

    /// <summary>One category per earlier round and one for all of them.</summary>
    public static Figure Of(RoundContent round)
    {
        ImmutableArray<PortfolioSnapshot> rounds = [.. round.Earlier, round.Snapshot];
        var cells = ImmutableArray.CreateBuilder<FigureCell>();
        var (told, numbers) = Told(rounds);
        List<Case> all = [];
        var green = 0;
        for (var at = 0; at < round.Earlier.Length; at++)
        {
            List<Case> cases = [];
            for (var place = 0; place < numbers[at].Length; place++)
            {
                var number = numbers[at][place];
                if (told[at][number] is not { Green: true } was) continue;
                green++;
                var (later, slipped, worse) = (false, false, false);
                for (var next = at + 1; next < rounds.Length && next <= at + RoundsAhead; next++)
                {
                    if (told[next][number] is not { } then) continue;
                    later = true;
                    slipped = slipped || Slipped(was, then, rounds[next].Round.CollectedOn);
                    worse |= then.Worse;
                }

                if (later) cases.Add(new(rounds[at].Standings[place], slipped, worse));
            }

            cells.AddRange(Row(cases));
            all.AddRange(cases);
        }

        cells.AddRange(Row(all));
        return new(
            "green-then-worse", Title, FigureWords.Round, FigureChart.None,
            [.. round.Earlier.Select(snapshot => new FigureCategory(snapshot.Round.Code, FigureWords.NameOf(snapshot.Round))), new("all", new("Alle innmeldingene", "Alle innmeldingane", "All rounds"))],
            [
                new("cases", new("Grønne med senere rapport", "Grøne med seinare rapport", "Green with a later report"), FigureUnit.Count),
                new("slipped", new("Forsinket", "Forseinka", "Slipped"), FigureUnit.Count),
                new("worse", new("Ble gule eller røde", "Vart gule eller raude", "Turned yellow or red"), FigureUnit.Count),
                new("either", new("Enten eller begge", "Anten eller begge", "Either or both"), FigureUnit.Count),
                new("share", FigureWords.Share, FigureUnit.Share, Charted: false),
            ],
            cells.ToImmutable(), green, green - all.Count,
            MoneyWords.Join(MoneyWords.Count(
                green - all.Count,
                "{0} ganger har et grønt tiltak ingen senere rapport å følges gjennom.", "{0} gonger har eit grønt tiltak ingen seinare rapport å følgjast gjennom.",
                "{0} time a green initiative has no later report to be followed through.", "{0} times a green initiative has no later report to be followed through."), Rule)) { IsStated = false };
    }

    /// <summary>Per round what the report of each initiative says, by a number that the initiative has in all of them, null where it did not report; and the numbers of the round's standings. Each report is asked several times, and that is far faster here than in the standings.</summary>
    private static (Said?[][] Told, int[][] Numbers) Told(ImmutableArray<PortfolioSnapshot> rounds)
    {
        var last = new StandingPlaces(rounds[^1].Standings);
        var gone = new Dictionary<Guid, int>();
        var numbers = new int[rounds.Length][];
        for (var at = 0; at < rounds.Length; at++) numbers[at] = [.. rounds[at].Standings.Select(standing => NumberOf(standing.Initiative))];
        var told = new Said?[rounds.Length][];
        for (var at = 0; at < rounds.Length; at++)
        {
            told[at] = new Said?[rounds[^1].Standings.Length + gone.Count];
            for (var place = 0; place < numbers[at].Length; place++)
            {
                if (rounds[at].Standings[place] is { CarriedOver: false, Facts: var facts }) told[at][numbers[at][place]] = new(facts.Status == TrafficLight.Green, facts.Status > TrafficLight.Green, facts.EndDate, facts.Phase);
            }
        }

        return (told, numbers);

        int NumberOf(Initiative initiative)
        {
            if (last.Of(initiative) is >= 0 and var place) return place;
            if (!gone.TryGetValue(initiative.Id, out var number)) gone[initiative.Id] = number = rounds[^1].Standings.Length + gone.Count;
            return number;
        }
    }

    private static bool Slipped(Said was, Said now, DateOnly today) =>
        was.End is { } planned && now.End is { } later && (later != planned || later.LastDay < today) && CalendarMonths.IsMoreThanOne(planned.LastDay, ScheduleVariance.CountedDay(later, now.Phase, today));

    private static IEnumerable<FigureCell> Row(List<Case> cases)
    {
        yield return FigureCells.Count(cases.Select(one => one.Green));
        yield return Shown(cases, one => one.Slipped);
        yield return Shown(cases, one => one.Worse);
        yield return Shown(cases, one => one.Slipped || one.Worse);
        yield return cases.Count < FewestCases ? Hidden : FigureCells.Share(cases.Where(one => one.Slipped || one.Worse).Select(one => one.Green), cases.Count);
    }

    private static FigureCell Hidden => new(null, []);

    // Few cases give neither a number nor the rows behind it: these would tell the same.
    private static FigureCell Shown(List<Case> cases, Func<Case, bool> holds) =>
        cases.Count < FewestCases ? Hidden : FigureCells.Count(cases.Where(holds).Select(one => one.Green));

    private readonly record struct Said(bool Green, bool Worse, PartialDate? End, Phase? Phase);

    private readonly record struct Case(Standing Green, bool Slipped, bool Worse);
}
