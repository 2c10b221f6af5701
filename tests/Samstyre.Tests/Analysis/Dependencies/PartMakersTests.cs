using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>Who makes a part of the common foundation that a row names: waited for, and never taken for named. Initiative 160 makes the medication list (PLL).</summary>
public sealed class PartMakersTests
{
    private const int Receiver = 161, Maker = 160;
    private static readonly TargetRef List = new(TargetKind.BuildingBlock, "pll");
    private static readonly Dependency OnList = RegisterRound.Need("PLL", "Samstemming", Level.High, "2021", TrafficLight.Green);

    [Fact]
    public void Maker_OfAPartThatIsNamed_StandsApartFromWhatTheWordsName()
    {
        var need = One(OnList);

        need.Named.Select(named => named.Target).ShouldBe([List]);
        need.Givers.ShouldBeEmpty();
        need.Makers.Select(maker => (maker.Initiative, maker.Part.Target)).ShouldBe([(RegisterRound.Id(Maker), List)]);
        need.OtherSides.ShouldBe([RegisterRound.Id(Maker)]);
    }

    [Fact]
    public void Maker_ThatIsNamedToo_IsAGiver()
    {
        var need = One(RegisterRound.Need("Digitalisering av legemiddelområdet, PLL"));

        need.Givers.ShouldBe([RegisterRound.Id(Maker)]);
        need.Makers.ShouldBeEmpty();
        need.PartsMadeBy(RegisterRound.Id(Maker)).ShouldBeNull();
    }

    [Fact]
    public void Maker_OfWhatItNeedsItself_DoesNotWaitForItself() =>
        RegisterRound.Of(new Dictionary<int, Report> { [Maker] = new() { Dependencies = [OnList] } }).Needs.Single().Makers.ShouldBeEmpty();

    [Fact]
    public void Part_ThatIsOnlyASubjectOfWhatIsNeeded_AsksNobody() =>
        One(RegisterRound.Need("E-helse", "Grunnlaget for at helsepersonell i kommunene på sikt kan ta i bruk pasientens legemiddelliste")).Makers.ShouldBeEmpty();

    [Fact]
    public void Maker_WithADeliverableOfThoseWords_IsWaitedForByThat()
    {
        var register = Of(OnList with { What = "Samstemming av lister" }, new() { Deliverables = [new("Opplæring", null, null), new("Samstemming av lister i sykehus", "2022", PartialDate.OfYear(2022))] });

        register.Needs.Single().Makers.Single().Deliverable.ShouldBe(1);
        Contradictions.Of(register).Single(one => one.Rule == ContradictionRule.NeededBeforeDelivered).Sentence.Bokmal
            .ShouldBe("HELIKS trenger «PLL: Samstemming av lister» innen 2021, men Digitalisering av legemiddelområdet planlegger «Samstemming av lister i sykehus» først 2022. Digitalisering av legemiddelområdet er ikke nevnt, men lager Pasientens legemiddelliste i felles grunnmur.");
    }

    [Fact]
    public void Contradiction_WithAMaker_SaysByWhichPart()
    {
        var found = Contradictions.Of(Of(OnList, new() { Status = TrafficLight.Red, Deliverables = [new("Noe annet", null, null)] }));

        found.Single().Rule.ShouldBe(ContradictionRule.GreenGiverRed, "nobody asked the maker for it: what its form leaves out says nothing");
        found[0].ByParts!.Bokmal.ShouldBe("Pasientens legemiddelliste");
        found[0].Sentence.In(Language.English).ShouldEndWith("is not named, but makes The patient's medication list of the common foundation.");
    }

    [Fact]
    public void Maker_OfSeveralPartsThatAreNamed_StandsAtEach()
    {
        var need = One(RegisterRound.Need("SFM og PLL"));

        need.Makers.Select(maker => maker.Part.Target.Key).ShouldBe(["sfm", "pll"], ignoreOrder: true);
        need.OtherSides.ShouldBe([RegisterRound.Id(Maker)]);
        need.PartsMadeBy(RegisterRound.Id(Maker))!.Bokmal.ShouldContain(" og ");
    }

    [Fact]
    public void Maker_ThatHasLeft_LeavesWhoNeedsThePartBehind()
    {
        var content = RegisterRound.Content(new Dictionary<int, Report> { [Receiver] = new() { Dependencies = [OnList] } });
        var place = content.Snapshot.Standings.Select(standing => standing.Initiative.NationalId).ToList().IndexOf(Maker);
        var maker = content.Snapshot.Standings[place];
        var gone = maker with { Initiative = maker.Initiative with { Life = [new(new(1990, 1, 1), LifeStage.InPortfolio, null), new(new(2020, 9, 1), LifeStage.Stopped, "Ferdig snakket")] } };
        var before = content.Snapshot with { Round = new(RegisterRound.Id(1), "2020-03", new(2020, 3, 20)), Standings = [gone] };

        var found = Contradictions.Of(DependencyRegister.Of(content with { Snapshot = content.Snapshot with { Standings = content.Snapshot.Standings.RemoveAt(place) }, Reports = content.Reports.RemoveAt(place), Earlier = [before] }));

        found.Single(one => one.Rule == ContradictionRule.GiverLeft).Sentence.Bokmal.ShouldEndWith("er stoppet. Digitalisering av legemiddelområdet er ikke nevnt, men lager Pasientens legemiddelliste i felles grunnmur.");
    }

    [Fact]
    public void Maker_SeesWhoWaitsForItsPart() =>
        OthersNeeds.On(Of(OnList, new()), RegisterRound.Id(Maker)).Single().Receiver.Initiative.NationalId.ShouldBe(Receiver);

    [Fact]
    public void Map_TellsByWhichPartAMakerIsWaitedFor()
    {
        var edges = DependencyMap.Of(Of(OnList, new()), MapFilter.All).Edges;

        edges.Select(edge => (edge.Giver, edge.MadeParts.Length)).ShouldBe([(TargetRef.Of(RegisterRound.Id(Maker)), 1), (List, 0)], ignoreOrder: true);
    }

    [Fact]
    public void Delay_OfTheMaker_ReachesWhoNeedsThePart() =>
        Ripple.Of(RippleMap.Of(Of(OnList, new() { EndDate = PartialDate.OfYear(2021) })), TargetRef.Of(RegisterRound.Id(Maker)), 6, criticalOnly: false)!.OtherInitiatives.ShouldBe(1);

    private static RegisteredNeed One(Dependency need) => RegisterRound.Of(new Dictionary<int, Report> { [Receiver] = new() { Dependencies = [need] } }).Needs.Single();

    private static DependencyRegister Of(Dependency need, Report maker) => RegisterRound.Of(new Dictionary<int, Report> { [Receiver] = new() { Dependencies = [need] }, [Maker] = maker });
}
