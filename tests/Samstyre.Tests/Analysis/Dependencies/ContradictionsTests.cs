using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;
using AnswerKind = Samstyre.Domain.AnswerKind;

namespace Samstyre.Tests.Analysis.Dependencies;

public sealed class ContradictionsTests
{
    private const int Receiver = 51;
    private const int Giver = 161;
    private static readonly int[] Waiting = [51, 102, 161];

    [Fact]
    public void NeededBeforeDelivered_TellsBothDates()
    {
        var found = Of(RegisterRound.Need("HELIKS", "Felles grensesnitt", Level.High, "2020-12"), new() { Deliverables = [new("Felles grensesnitt", "06.21", PartialDate.OfMonth(2021, 6))] });

        var one = found.Single(one => one.Rule == ContradictionRule.NeededBeforeDelivered);
        one.Severity.ShouldBe(Level.High);
        one.Sentence.Bokmal.ShouldBe("Alle møter trenger «HELIKS: Felles grensesnitt» innen desember 2020, men HELIKS planlegger «Felles grensesnitt» først juni 2021.");
    }

    [Theory]
    [InlineData("2021-06")]
    [InlineData("2021-Q2")]
    [InlineData("2021")]
    public void NeededBeforeDelivered_WhenBothCanBeKept_IsNone(string deadline) =>
        Rules(RegisterRound.Need("HELIKS", "Felles grensesnitt", Level.High, deadline), new() { Deliverables = [new("Felles grensesnitt", "06.21", PartialDate.OfMonth(2021, 6))] }).ShouldNotContain(ContradictionRule.NeededBeforeDelivered);

    [Fact]
    public void NeededBeforeDelivered_WithoutADeliverableThatIsMeant_TakesTheFirst()
    {
        Rules(RegisterRound.Need("HELIKS", null, Level.High, "2020-12"), new() { Deliverables = [Planned("En", 2020), Planned("To", 2022)] }).ShouldNotContain(ContradictionRule.NeededBeforeDelivered);
        Rules(RegisterRound.Need("HELIKS", null, Level.High, "2020-12"), new() { Deliverables = [Planned("En", 2021), Planned("To", 2022)] }).ShouldContain(ContradictionRule.NeededBeforeDelivered);
        Rules(RegisterRound.Need("HELIKS", null, Level.High, "2020-12"), new() { Deliverables = [Planned("En", 2021), new("To", "løpende", null)] }).ShouldNotContain(ContradictionRule.NeededBeforeDelivered);
    }

    [Theory]
    [InlineData(TrafficLight.Green, TrafficLight.Red, ContradictionRule.GreenGiverRed)]
    [InlineData(TrafficLight.Red, TrafficLight.Green, ContradictionRule.StatusDiffers)]
    [InlineData(TrafficLight.Yellow, TrafficLight.Red, ContradictionRule.StatusDiffers)]
    public void TwoSides_OfDifferentColours_AreTold(TrafficLight here, TrafficLight there, ContradictionRule rule) =>
        Rules(RegisterRound.Need("HELIKS", null, Level.High, "2021", here), new() { Status = there }).ShouldContain(rule);

    [Fact]
    public void Green_WhileTheGiverIsOverdue_IsTold()
    {
        Rules(RegisterRound.Need("HELIKS", "Felles grensesnitt", Level.High, "2021", TrafficLight.Green), new() { Deliverables = [new("Felles grensesnitt", "06.20", PartialDate.OfMonth(2020, 6))] }).ShouldContain(ContradictionRule.GreenGiverLate);
        Rules(RegisterRound.Need("HELIKS", "Felles grensesnitt", Level.High, "2021", TrafficLight.Green), new() { Deliverables = [new("Felles grensesnitt", "06.20 levert", PartialDate.OfMonth(2020, 6))] }).ShouldNotContain(ContradictionRule.GreenGiverLate);
    }

    [Fact]
    public void GreenAndCritical_WithoutSuchADeliverable_IsTold() =>
        Rules(RegisterRound.Need("HELIKS", "Romfartøy", Level.High, "2021", TrafficLight.Green), new() { Deliverables = [Planned("Opplæring", 2021)] }).ShouldContain(ContradictionRule.GreenNoSuchDeliverable);

    [Theory]
    [InlineData("2020-06", TrafficLight.Yellow, true)]
    [InlineData("2020-06", TrafficLight.Green, true)]
    [InlineData("2020-10", TrafficLight.Yellow, false)]
    [InlineData("2020", TrafficLight.Red, false)]
    public void DeadlinePassed_CountsFromItsLastDay(string deadline, TrafficLight status, bool told) =>
        Rules(RegisterRound.Need("DIPS", "Arena", Level.Medium, deadline, status)).Contains(ContradictionRule.DeadlinePassed).ShouldBe(told);

    [Fact]
    public void Closed_ContradictsNothing() =>
        Rules(RegisterRound.Need("DIPS", "Arena", Level.High) with { DeadlineText = "Lukket" }).ShouldBeEmpty();

    [Theory]
    [InlineData(Level.High, true)]
    [InlineData(Level.Medium, false)]
    public void CriticalWithoutDeadline_IsTold(Level criticality, bool told) => Rules(RegisterRound.Need("DIPS", "Arena", criticality)).Contains(ContradictionRule.CriticalWithoutDeadline).ShouldBe(told);

    [Fact]
    public void GiverThatSaysNothingOfIt_IsTold_AndOneThatHasAnsweredIsNot()
    {
        var need = RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2021");
        var says = new Report { Deliverables = [Planned("Opplæring", 2021)] };
        Rules(need, says).ShouldContain(ContradictionRule.UnknownToGiver);
        Rules(need, says with { AffectedActorsText = "Alle møter" }).ShouldNotContain(ContradictionRule.UnknownToGiver);
        Rules(need, new()).ShouldNotContain(ContradictionRule.UnknownToGiver);
        var answered = Reports(need, says);
        var key = NeedKey.Of(answered[Receiver])[0];
        Contradictions.Of(RegisterRound.Of(answered, content => content with { Answers = [Answer(key, AnswerKind.Accepted, null)] })).ShouldNotContain(one => one.Rule == ContradictionRule.UnknownToGiver);
    }

    [Theory]
    [InlineData(AnswerKind.Accepted, "2020-12", false)]
    [InlineData(AnswerKind.Accepted, "2020-12-31", false)]
    [InlineData(AnswerKind.Accepted, "2021-01-01", true)]
    [InlineData(AnswerKind.Accepted, "2021-03", true)]
    [InlineData(AnswerKind.Corrected, "2021-03", true)]
    [InlineData(AnswerKind.Corrected, "2020-11", true)]
    [InlineData(AnswerKind.Rejected, null, true)]
    public void Clash_IsAnAnswerThatDoesNotMeetTheNeed(AnswerKind kind, string? deliverBy, bool clash)
    {
        var reports = Reports(RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2020-12"), new());
        var answer = Answer(NeedKey.Of(reports[Receiver])[0], kind, deliverBy);

        Contradictions.Of(RegisterRound.Of(reports, content => content with { Answers = [answer] })).Any(one => one.Rule == ContradictionRule.Clash).ShouldBe(clash);
    }

    [Theory]
    [InlineData(AnswerKind.Accepted, "2020-12-31", "", Language.Bokmal, "HELIKS leverer den først 31.12.2020.")]
    [InlineData(AnswerKind.Accepted, "2020-12-31", "Etter jul.", Language.Nynorsk, "HELIKS leverer det først 31.12.2020: «Etter jul.».")]
    [InlineData(AnswerKind.Accepted, "2020-12-31", "", Language.English, "HELIKS delivers it only for 31.12.2020.")]
    [InlineData(AnswerKind.Corrected, "2020-12-31", "Bare lesing", Language.Bokmal, "HELIKS leverer noe annet eller til en annen tid, 31.12.2020: «Bare lesing».")]
    [InlineData(AnswerKind.Corrected, null, "Bare lesing", Language.Nynorsk, "HELIKS leverer noko anna eller til ei anna tid: «Bare lesing».")]
    [InlineData(AnswerKind.Corrected, null, "Only reading", Language.English, "HELIKS delivers something else or at another time: \"Only reading\".")]
    [InlineData(AnswerKind.Rejected, null, "Ikke vårt", Language.Bokmal, "HELIKS har avvist den: «Ikke vårt».")]
    [InlineData(AnswerKind.Rejected, null, "", Language.Nynorsk, "HELIKS har avvist det.")]
    [InlineData(AnswerKind.Rejected, null, "Not ours", Language.English, "HELIKS has rejected it: \"Not ours\".")]
    public void Clash_TellsWhatWasAnswered(AnswerKind kind, string? deliverBy, string words, Language language, string ending)
    {
        var reports = Reports(RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2020-11"), new());
        var answer = Answer(NeedKey.Of(reports[Receiver])[0], kind, deliverBy) with { Words = words };

        var clash = Contradictions.Of(RegisterRound.Of(reports, content => content with { Answers = [answer] })).Single(one => one.Rule == ContradictionRule.Clash);

        clash.Sentence.In(language).ShouldEndWith("; " + ending);
    }

    [Theory]
    [InlineData(LifeStage.Paused, "er satt på pause")]
    [InlineData(LifeStage.Stopped, "er stoppet")]
    [InlineData(LifeStage.Withdrawn, "er trukket ut")]
    public void GiverThatLeft_IsTold(LifeStage stage, string words)
    {
        var content = RegisterRound.Content(Reports(RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2021"), new()));
        var place = content.Snapshot.Standings.ToList().FindIndex(standing => standing.Initiative.NationalId == Giver);
        var gone = content.Snapshot.Standings[place];
        gone = gone with { Initiative = gone.Initiative with { Life = [.. gone.Initiative.Life, new(new(2020, 6, 1), stage, null)] } };
        var before = content.Snapshot with { Round = new(RegisterRound.Id(1), "2020-03", new(2020, 3, 20)), Standings = [gone] };
        var register = DependencyRegister.Of(content with { Snapshot = content.Snapshot with { Standings = content.Snapshot.Standings.RemoveAt(place) }, Reports = content.Reports.RemoveAt(place), Earlier = [before] });

        Contradictions.Of(register).Single(one => one.Rule == ContradictionRule.GiverLeft).Sentence.Bokmal.ShouldContain(words);
    }

    [Fact]
    public void Circle_IsToldOnceWithItsWay()
    {
        var register = RegisterRound.Of(new Dictionary<int, Report>
        {
            [51] = new() { Dependencies = [RegisterRound.Need("HELIKS", null, Level.High, "2021")] },
            [161] = new() { Dependencies = [RegisterRound.Need("SAFEST", null, Level.High, "2021")] },
            [102] = new() { Dependencies = [RegisterRound.Need("Alle møter", null, Level.High, "2021")] },
        });

        var circle = Contradictions.Of(register).Single(one => one.Rule == ContradictionRule.Circle);
        circle.Severity.ShouldBe(Level.High);
        circle.Sentence.Bokmal.ShouldBe("3 tiltak venter på hverandre i ring: HELIKS → SAFEST realisering → Alle møter → HELIKS.");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void Circle_OfAnyLength_IsToldOnce(int length)
    {
        var round = MadeRound.Of([.. Enumerable.Range(0, length).Select(place => new Report { Dependencies = [RegisterRound.Need($"Tiltak {(place + 1) % length}", null, Level.High, "2021")] })]);

        Contradictions.Of(DependencyRegister.Of(round)).Single(one => one.Rule == ContradictionRule.Circle).Around.Length.ShouldBe(length);
    }

    [Fact]
    public void TenThousand_ThatWaitForOne_AreAllTold()
    {
        var round = MadeRound.Of([new Report { Status = TrafficLight.Red }, .. Enumerable.Range(0, 10_000).Select(_ => new Report { Dependencies = [RegisterRound.Need("Tiltak 0", null, Level.High, "2021", TrafficLight.Green)] })]);

        Contradictions.Of(DependencyRegister.Of(round)).Count(one => one.Rule == ContradictionRule.GreenGiverRed).ShouldBe(10_000);
    }

    [Fact]
    public void Contradictions_OfInitiativesInAnyOrder_AreTheSame()
    {
        var content = RegisterRound.Content(new Dictionary<int, Report>
        {
            [51] = new() { Dependencies = [RegisterRound.Need("HELIKS", "Grensesnitt", Level.High, "2020-01", TrafficLight.Red), RegisterRound.Need("DIPS", null, Level.High)] },
            [161] = new() { Status = TrafficLight.Green, Dependencies = [RegisterRound.Need("Alle møter", null, Level.Low, "2019")], Deliverables = [Planned("Grensesnitt", 2021)] },
        });
        var turned = content with { Snapshot = content.Snapshot with { Standings = [.. content.Snapshot.Standings.Reverse()] }, Reports = [.. content.Reports.Reverse()] };

        Told(turned).ShouldBe(Told(content), ignoreOrder: true);
        Told(content).Count.ShouldBeGreaterThan(4);

        static List<string> Told(RoundContent round) => [.. Contradictions.Of(DependencyRegister.Of(round)).Where(one => one.Rule != ContradictionRule.Circle).Select(one => $"{one.Severity} {one.Sentence.Bokmal}")];
    }

    [Fact]
    public void Itself_IsToldAndIsNoCircle()
    {
        var rules = Contradictions.Of(RegisterRound.Of(new Dictionary<int, Report> { [161] = new() { Dependencies = [RegisterRound.Need("HELIKS", null, Level.High, "2021")] } })).Select(one => one.Rule).ToList();

        rules.ShouldContain(ContradictionRule.Itself);
        rules.ShouldNotContain(ContradictionRule.Circle);
    }

    [Fact]
    public void Vanished_IsWhatStoodOpenLastTimeAndIsNotThereNow()
    {
        var before = new Dictionary<Guid, IReadOnlyList<Dependency>>
        {
            [RegisterRound.Id(Receiver)] = [RegisterRound.Need("DIPS", "Arena", Level.High), RegisterRound.Need("HELIKS", "Grensesnitt klare"), RegisterRound.Need("NHN", "Drift") with { DeadlineText = "Lukket" }],
        };
        var register = RegisterRound.Of(Reports(RegisterRound.Need("HELIKS", "Grensesnittene er klare"), new()), content => content with { DependenciesBefore = before });

        var vanished = Contradictions.Of(register).Single(one => one.Rule == ContradictionRule.Vanished);
        vanished.Sentence.Bokmal.ShouldBe("Alle møter meldte «DIPS: Arena» (uten status) sist, og sier ikke noe om den nå. Den ble ikke meldt som oppfylt.");
        vanished.Severity.ShouldBe(Level.Medium);
    }

    [Fact]
    public void PartOfTheFoundation_ThatManyNeedAndNobodyFunds_IsTold()
    {
        var definition = ExamplePortfolio.Definition with { Foundation = new([], [], [new("loft", new("Løftet"), []) { Funding = FundingState.Unfunded }]) };
        RegisteredRule(3).ShouldContain(ContradictionRule.UnfundedPart);
        RegisteredRule(2).ShouldNotContain(ContradictionRule.UnfundedPart);

        List<ContradictionRule> RegisteredRule(int waiting) => [.. Contradictions.Of(RegisterRound.Of(
            Waiting.Take(waiting).ToDictionary(id => id, _ => new Report { Dependencies = [RegisterRound.Need("Løftet", null, Level.High, "2021")] }),
            content => content with { Snapshot = content.Snapshot with { Definition = definition } })).Select(one => one.Rule)];
    }

    [Fact]
    public void EverySentence_IsWholeInThreeLanguages()
    {
        foreach (var rule in Enum.GetValues<ContradictionRule>().Where(rule => rule is not (ContradictionRule.Circle or ContradictionRule.UnfundedPart)))
        {
            var need = RegisterRound.Of(Reports(RegisterRound.Need("HELIKS {0}", "x", Level.High, "2021", TrafficLight.Green), new())).Needs[0];
            var sentence = new Contradiction(rule, Level.High) { Need = need, Giver = need.Receiver, Delivered = PartialDate.OfYear(2022), Answer = Answer(need.Key, AnswerKind.Rejected, null) }.Sentence;
            foreach (var language in Enum.GetValues<Language>()) sentence.In(language).ShouldSatisfyAllConditions(text => text.ShouldEndWith("."), text => text.ShouldNotContain("  "), text => text.ShouldContain("{0}"));
        }
    }

    private static Deliverable Planned(string text, int year) => new(text, $"{year}", PartialDate.OfYear(year));

    private static Dictionary<int, Report> Reports(Dependency need, Report giver) => new() { [Receiver] = new() { Dependencies = [need] }, [Giver] = giver };

    private static System.Collections.Immutable.ImmutableArray<Contradiction> Of(Dependency need, Report giver) => Contradictions.Of(RegisterRound.Of(Reports(need, giver)));

    private static List<ContradictionRule> Rules(Dependency need, Report? giver = null) => [.. Of(need, giver ?? new()).Select(one => one.Rule)];

    private static NeedAnswer Answer(string key, AnswerKind kind, string? by) =>
        new(RegisterRound.Id(Receiver), key, RegisterRound.Id(Giver), kind, by is null ? null : PartialDate.Parse(by), null, "Vi leverer ikke dette.", new(2020, 10, 1, 0, 0, 0, TimeSpan.Zero), "account:x");
}
