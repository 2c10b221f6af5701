using Samstyre.Domain;

namespace Samstyre.App.Features.Demo;

/// <summary>How a made-up initiative fares: what it is, when it enters and leaves, and how its status, phase and dates drift from round to round.</summary>
internal sealed class GeneratedCourse
{
    private static readonly Phase[] Phases = [Domain.Phase.Concept, Domain.Phase.Planning, Domain.Phase.Execution, Domain.Phase.Closing, Domain.Phase.Realisation];
    private readonly ulong seed;

    public GeneratedCourse(ulong seed, int initiative, int rounds, PortfolioDefinition portfolio)
    {
        this.seed = seed;
        Index = initiative;
        var dice = SplitMix64.For(seed, (ulong)initiative, 0);
        Name = NameOf(seed, initiative);
        // The lower of two draws: the organisations named first in the definition own the most.
        Organisation = portfolio.Organisations[Math.Min(dice.Below(portfolio.Organisations.Count), dice.Below(portfolio.Organisations.Count))];
        Segment = portfolio.Segments[Math.Min(dice.Below(portfolio.Segments.Count), dice.Below(portfolio.Segments.Count))];
        FocusArea = dice.Of(dice.Of(portfolio.StrategyAreas.Where(area => area.FocusAreas.Count > 0).ToList()).FocusAreas).Code;
        Enters = rounds > 1 && dice.Percent(20) ? dice.Between(1, rounds - 1) : 0;
        Leaves = dice.Percent(18) ? dice.Between(Enters + 1, Enters + rounds) : int.MaxValue;
        LeavesAs = dice.Percent(60) ? LifeStage.Completed : dice.Percent(50) ? LifeStage.Paused : LifeStage.Stopped;
        Status = FirstLight(dice);
        Risk = FirstLight(dice);
        phase = Math.Min(dice.Below(4), dice.Below(5));
        EndQuarter = (2019 * 4) + dice.Between(4, 24);
        YearlyKroner = Magnitude(dice);
        DatePrecision = dice.Of([DatePrecision.Month, DatePrecision.Month, DatePrecision.Quarter, DatePrecision.Half, DatePrecision.Year]);
    }

    private int phase;

    public int Index { get; }

    public string Name { get; }

    public Organisation Organisation { get; }

    public Segment Segment { get; }

    public string FocusArea { get; }

    /// <summary>The round it enters in, from 0.</summary>
    public int Enters { get; }

    /// <summary>The first round that it is no longer in.</summary>
    public int Leaves { get; }

    public LifeStage LeavesAs { get; }

    public TrafficLight Status { get; private set; }

    public TrafficLight Risk { get; private set; }

    public Phase Phase => Phases[phase];

    /// <summary>Planned end, in quarters since year 0.</summary>
    public int EndQuarter { get; private set; }

    /// <summary>Quarters by which the plan has slipped since the first round.</summary>
    public int Slipped { get; private set; }

    /// <summary>A usual year's cost in thousand kroner.</summary>
    public int YearlyKroner { get; private set; }

    public DatePrecision DatePrecision { get; }

    /// <summary>Whether it sends a report; now and then an initiative does not.</summary>
    public bool ReportsIn(int round) =>
        round >= Enters && round < Leaves && (round == Enters || !SplitMix64.For(seed, (ulong)Index, (ulong)(500 + round)).Percent(7));

    /// <summary>Lets the rounds up to one pass.</summary>
    public void AdvanceTo(int round)
    {
        for (var passed = Enters + 1; passed <= round; passed++)
        {
            var dice = SplitMix64.For(seed, (ulong)Index, (ulong)(1 + passed));
            Status = Drifted(Status, dice);
            Risk = Drifted(Risk, dice);
            if (phase < Phases.Length - 1 && dice.Percent(14)) phase++;
            if (dice.Percent(Status == TrafficLight.Green ? 5 : 22))
            {
                var quarters = dice.Between(1, 3);
                EndQuarter += quarters;
                Slipped += quarters;
            }

            if (dice.Percent(15)) YearlyKroner = Math.Max(100, YearlyKroner / 100 * dice.Between(85, 125));
        }
    }

    /// <summary>A name that no other initiative below the same seed has.</summary>
    public static string NameOf(ulong seed, int initiative)
    {
        var kinds = PortfolioWords.Kinds;
        var topics = PortfolioWords.Topics;
        var places = PortfolioWords.Places;
        var all = kinds.Length * topics.Length * places.Length;
        // A step that shares no factor with the number of names visits each once before any comes again.
        var place = (int)(((ulong)initiative * 7919 + (seed % (ulong)all)) % (ulong)all);
        var name = $"{kinds[place % kinds.Length]} {topics[place / kinds.Length % topics.Length]} {places[place / kinds.Length / topics.Length]}";
        return initiative < all ? name : $"{name} {(initiative / all) + 1}";
    }

    private static TrafficLight FirstLight(SplitMix64 dice) => dice.Below(100) switch { < 50 => TrafficLight.Green, < 93 => TrafficLight.Yellow, _ => TrafficLight.Red };

    private static TrafficLight Drifted(TrafficLight light, SplitMix64 dice)
    {
        var roll = dice.Below(100);
        return light switch
        {
            TrafficLight.Green => roll < 84 ? light : roll < 98 ? TrafficLight.Yellow : TrafficLight.Red,
            TrafficLight.Yellow => roll < 80 ? light : roll < 94 ? TrafficLight.Green : TrafficLight.Red,
            _ => roll < 60 ? light : roll < 95 ? TrafficLight.Yellow : TrafficLight.Green,
        };
    }

    private static int Magnitude(SplitMix64 dice) => dice.Below(100) switch
    {
        < 30 => dice.Between(2, 30) * 100,
        < 75 => dice.Between(30, 250) * 100,
        < 95 => dice.Between(25, 120) * 1000,
        _ => dice.Between(120, 350) * 1000,
    };
}
