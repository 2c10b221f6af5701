using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Samstyre.Tests.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The forms of a round as a document; written as HTML or Word and read back, they are the same reports.</summary>
public sealed class CompendiumTests
{
    [Theory]
    [InlineData("2020-03")]
    [InlineData("2020-10")]
    public void Files_OfTheExample_AreReadBackAsTheSameReports(string round)
    {
        foreach (var language in Enum.GetValues<Language>()) MadeCompendium.ShouldBeReadBack(MemoryPortfolio.Example.Content(round), language);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Files_OfGeneratedRounds_AreReadBackAsTheSameReports(int seed)
    {
        var portfolio = MemoryPortfolio.Generated((ulong)seed, 400, 3);
        foreach (var snapshot in portfolio.History.Snapshots) MadeCompendium.ShouldBeReadBack(portfolio.Content(snapshot.Round.Code));
    }

    [Fact]
    public void Files_OfAwkwardReports_AreReadBackAsTheSameReports() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
    {
        var made = new AwkwardReport(new Chance((uint)seed));
        MadeCompendium.ShouldBeReadBack(MadeCompendium.RoundOf([.. Enumerable.Range(0, 20).Select(_ => made.Make())]));
    }).Check(Quietly.Try(100));

    [Fact]
    public void Of_ARound_HasAChapterPerOrganisationAndAFormPerInitiative()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var document = Compendium.Of(round, [], Language.Bokmal);
        document.Chapters.Length.ShouldBe(round.Snapshot.Standings.Select(standing => standing.Facts.Organisation).Distinct().Count());
        document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<SectionHeading>().Count(heading => heading.NewPage).ShouldBe(59);
        document.Chapters.ShouldAllBe(chapter => chapter.NewPage);
    }

    [Fact]
    public void Of_AnOrganisation_IsTheGoldenCompendium()
    {
        var form = new SampleForm().Read() with { Risks = [new("1", "Kodeverket", "Feil svar", "Prøve i liten skala", "12.2020")] };
        var (round, earlier) = (MadeCompendium.RoundOf([form, form with { Name = "Felles timebok", NationalId = null }]), new Round(Guid.NewGuid(), "2020-03", new(2020, 3, 20)));
        var carried = round.Snapshot.Standings[1] with { ReportedIn = earlier, CarriedOver = true };
        var document = Compendium.Of(round with { Snapshot = round.Snapshot with { Standings = [round.Snapshot.Standings[0], carried] } }, ["Revisjon 1"], Language.Bokmal);
        var text = DocumentText.Of(document);
        var golden = Path.Combine(AppContext.BaseDirectory, "Reports", "Golden", "compendium.txt");
        text.ShouldBe(File.ReadAllText(golden).ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public void Of_InitiativesOfUnknownOrganisations_AreOneChapterAtTheEnd()
    {
        var form = new SampleForm().Read();
        var round = MadeCompendium.RoundOf([form with { OrganisationText = "Ukjent", Organisation = null }, form with { OrganisationText = "Sykehuspartner HF", Organisation = null }, form]);
        var gone = round.Snapshot.Standings[1] with { Facts = round.Snapshot.Standings[1].Facts with { Organisation = "no-longer-known" } };
        var document = Compendium.Of(round with { Snapshot = round.Snapshot with { Standings = [round.Snapshot.Standings[0], gone, round.Snapshot.Standings[2]] } }, [], Language.English);
        document.Chapters.Select(chapter => chapter.Id).ShouldBe(["org-helse-vest", "org-none"]);
        document.Chapters[^1].Blocks.OfType<SectionHeading>().Count(heading => heading.NewPage).ShouldBe(2);
    }

    [Fact]
    public void Html_OfAThousandForms_IsWrittenAndReadInSeconds()
    {
        var portfolio = MemoryPortfolio.Generated(5, 1_000, 1);
        var round = portfolio.Content(portfolio.History.Latest!.Round.Code);
        var time = Stopwatch.StartNew();
        var page = MadeCompendium.Html(round);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        time.Restart();
        ReportReader.Read("compendium.html", page, MadeCompendium.Portfolio).Reports.Count.ShouldBe(round.Reports.Length);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
