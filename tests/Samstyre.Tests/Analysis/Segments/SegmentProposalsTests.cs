using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Segments;

/// <summary>Each rule with what it asks for, with a little less, and with nothing reported.</summary>
public sealed class SegmentProposalsTests
{
    private static readonly Prerequisites Filled = new() { EhrGp = new(Level.Low, null) };

    [Fact]
    public void CoGoverned_ThatNeedsNobodyAndHasOneSource_IsProposedForObserve()
    {
        var proposal = OfOne("co-govern", new() { Funding = Sources("HOD"), Prerequisites = Filled }).ShouldHaveSingleItem();
        (proposal.Rule, proposal.From, proposal.To).ShouldBe(("CoGovernAlone", "co-govern", "observe"));
        OfOne("co-govern", new() { Funding = Sources("HOD"), Dependencies = [Need("Ingen", null)] }).ShouldHaveSingleItem();
        OfOne("co-govern", new() { Funding = Sources("HOD", "NHN"), Prerequisites = Filled }).ShouldBeEmpty();
        OfOne("co-govern", new() { Funding = Sources("HOD"), Prerequisites = Filled, Dependencies = [Need("NHN", Level.Low)] }).ShouldBeEmpty();
    }

    [Fact]
    public void CoGoverned_ThatSaysNothingOfDependenciesOrFunding_IsLeft()
    {
        OfOne("co-govern", new() { Funding = Sources("HOD") }).ShouldBeEmpty();
        OfOne("co-govern", new() { Prerequisites = Filled }).ShouldBeEmpty();
        OfOne("co-govern", new()).ShouldBeEmpty();
    }

    [Fact]
    public void Coordinated_WithoutCriticalDependency_IsProposedForObserve()
    {
        OfOne("coordinate", new() { Dependencies = [Need("NHN", Level.Low), Need("FHI", Level.Medium)] }).ShouldHaveSingleItem().To.ShouldBe("observe");
        OfOne("coordinate", new() { Dependencies = [Need("NHN", Level.Low), Need("FHI", Level.High)] }).ShouldBeEmpty();
        OfOne("coordinate", new() { Dependencies = [Need("NHN", Level.Low), Need("FHI", null)] }).ShouldBeEmpty();
        OfOne("coordinate", new()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(9, 1)]
    public void Coordinated_WithManyCriticalDependencies_IsProposedForCoGovern(int critical, int proposals)
    {
        var found = OfOne("coordinate", new() { Dependencies = [.. Enumerable.Range(0, critical).Select(place => Need($"Nr {place}", Level.High)), Need("NHN", null)] });
        found.Length.ShouldBe(proposals);
        found.ShouldAllBe(proposal => proposal.To == "co-govern" && proposal.Sentence.Bokmal.Contains($" {critical} "));
    }

    [Fact]
    public void Observed_ThatNeedsACoGovernedOneCritically_IsProposedForCoordinate()
    {
        Of(("observe", new() { Dependencies = [Need("Tiltak 1", Level.High)] }), ("co-govern", new())).ShouldHaveSingleItem().To.ShouldBe("coordinate");
        Of(("observe", new() { Dependencies = [Need("Tiltak 1", Level.Medium)] }), ("co-govern", new())).ShouldBeEmpty();
        Of(("observe", new() { Dependencies = [Need("Tiltak 1", Level.High)] }), ("coordinate", new())).ShouldBeEmpty();
        Of(("observe", new() { Dependencies = [Need("Tiltak 1", Level.High) with { DeadlineText = "Levert" }] }), ("co-govern", new())).ShouldBeEmpty();
        Of(("observe", new() { Dependencies = [Need("noe annet", Level.High)] }), ("co-govern", new())).ShouldBeEmpty();
    }

    [Fact]
    public void Inspiring_ThatIsIntroducedWithSeveral_IsProposedForObserve()
    {
        OfOne("inspire", new() { AffectedActorsText = "Kommuner, fastleger", Phase = Phase.Planning }).ShouldHaveSingleItem().To.ShouldBe("observe");
        OfOne("inspire", new() { BenefitOwnersText = "Kommuner og fastleger", Phase = Phase.Concept, Deliverables = [new("Innføring i fem kommuner", null, null)] }).ShouldHaveSingleItem();
        OfOne("inspire", new() { BenefitOwnersText = "Kommuner og fastleger", Phase = Phase.Concept }).ShouldBeEmpty();
        OfOne("inspire", new() { AffectedActorsText = "Helse- og omsorgstjenesten", Phase = Phase.Execution }).ShouldBeEmpty();
        OfOne("inspire", new() { AffectedActorsText = "<Aktører, roller>", Phase = Phase.Execution }).ShouldBeEmpty();
        OfOne("inspire", new() { Phase = Phase.Execution }).ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_ChangesWithTheFacts_AndOnlyWithThem()
    {
        static string Key(int critical, string cause) =>
            OfOne("coordinate", new() { StatusCause = cause, Dependencies = [.. Enumerable.Range(0, critical).Select(place => Need($"Nr {place}", Level.High))] }).ShouldHaveSingleItem().EvidenceKey;
        Key(5, "a").ShouldBe(Key(5, "b"));
        Key(5, "a").ShouldNotBe(Key(6, "a"));
    }

    [Fact]
    public void InitiativeThatHasLeft_GetsNoProposal()
    {
        var round = Round(("inspire", new Report { AffectedActorsText = "Kommuner, fastleger", Phase = Phase.Planning }));
        var standing = round.Snapshot.Standings[0];
        var left = standing with { Initiative = standing.Initiative with { Life = [.. standing.Initiative.Life, new(new(2020, 11, 1), LifeStage.Paused, null)] } };
        SegmentProposals.Of(round with { Snapshot = round.Snapshot with { Standings = [left] } }).ShouldBeEmpty();
    }

    [Fact]
    public void Order_MakesNoDifference()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var expected = Lines(round);
        Prop.ForAll(Gen.Shuffle(round.Entries.ToArray()).ToArbitrary(), shuffled => Lines(round with
        {
            Snapshot = round.Snapshot with { Standings = [.. shuffled.Select(entry => entry.Standing)] },
            Reports = [.. shuffled.Select(entry => entry.Report)],
        }).SequenceEqual(expected)).Check(Quietly.Try(20));
    }

    [Fact]
    public void Example_OfOctober_GivesTheseProposals() => Lines(MemoryPortfolio.Example.Content("2020-10")).ShouldBe(
    [
        "111 CoordinateManyCritical co-govern: Tiltaket melder 5 avhengigheter med høy kritikalitet.",
        "123 InspireIntroduces observe: Tiltaket er på vei til å ta løsningen i bruk hos flere: Hdir, Bufdir, e-helse.",
        "138 InspireIntroduces observe: Tiltaket er på vei til å ta løsningen i bruk hos flere: Kommuner, fastlegekontor.",
        "139 InspireIntroduces observe: Tiltaket er på vei til å ta løsningen i bruk hos flere: Kommuner, fastleger.",
        "141 InspireIntroduces observe: Tiltaket er på vei til å ta løsningen i bruk hos flere: Helsedirektoratet, NHN.",
    ]);

    private static List<string> Lines(RoundContent round) => [.. SegmentProposals.Of(round).Select(proposal => $"{proposal.Standing.Initiative.NationalId} {proposal.Rule} {proposal.To}: {proposal.Sentence.Bokmal}")];

    private static ImmutableArray<SegmentProposal> OfOne(string segment, Report report) => Of((segment, report));

    private static ImmutableArray<SegmentProposal> Of(params (string Segment, Report Report)[] entries) => SegmentProposals.Of(Round(entries));

    private static RoundContent Round(params (string Segment, Report Report)[] entries)
    {
        var round = MadeRound.Of([.. entries.Select(entry => entry.Report)]);
        return round with { Snapshot = round.Snapshot with { Standings = [.. round.Snapshot.Standings.Select((standing, place) => standing with { Initiative = standing.Initiative with { Segment = entries[place].Segment } })] } };
    }

    private static FundingSource[] Sources(params string[] names) => [.. names.Select(name => new FundingSource(name, [new Money(1m)]))];

    private static Dependency Need(string on, Level? criticality) => new(on, null, null, null, criticality, null, null, null);
}
