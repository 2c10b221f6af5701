using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Samstyre.Testing;
using Samstyre.Tests.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The forms of a round as a document; written as HTML and read back, they are the same reports.</summary>
public sealed class CompendiumTests
{
    [Theory]
    [InlineData("2020-03")]
    [InlineData("2020-10")]
    public void Html_OfTheExample_IsReadBackAsTheSameReports(string round)
    {
        foreach (var language in Enum.GetValues<Language>()) MadeCompendium.ShouldBeReadBack(MemoryPortfolio.Example.Content(round), language);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Html_OfGeneratedRounds_IsReadBackAsTheSameReports(int seed)
    {
        var portfolio = MemoryPortfolio.Generated((ulong)seed, 400, 3);
        foreach (var snapshot in portfolio.History.Snapshots) MadeCompendium.ShouldBeReadBack(portfolio.Content(snapshot.Round.Code));
    }

    [Fact]
    public void Html_OfAwkwardReports_IsReadBackAsTheSameReports() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
    {
        var made = new AwkwardReport(new Chance((uint)seed));
        MadeCompendium.ShouldBeReadBack(MadeCompendium.RoundOf([.. Enumerable.Range(0, 20).Select(_ => made.Make())]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Of_ARound_HasAChapterPerOrganisationAndAFormPerInitiative()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var document = Compendium.Of(round, [], Language.Bokmal);
        document.Chapters.Length.ShouldBe(round.Snapshot.Standings.Select(standing => standing.Facts.Organisation).Distinct().Count());
        document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<SectionHeading>().Count().ShouldBe(59);
        document.Chapters.ShouldAllBe(chapter => chapter.NewPage);
    }
}
