using System.Collections.Immutable;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Testing;
using Samstyre.Tests.Reports;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>The report of a published round is what was published, for everybody and from then on.</summary>
public sealed class PublishedReportTests
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddDays(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_WhenTheRoundBeforeIsCorrectedAndPublishedAnew_StaysWordForWord()
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var history = portfolio.History;
        var corrected = history.Snapshots[1] with { Standings = history.Snapshots[1].Standings[..10] };
        var changed = Changed(history, history.Snapshots.SetItem(1, corrected)) with { Publications = [.. history.Publications, new(corrected.Round.Id, 2, Later, history.Version + 2, "Rettet")] };

        var was = await Text(portfolio.Source, history);

        (await Text(Recorded(portfolio.Source, history, changed), changed)).ShouldBe(was);
    }

    [Fact]
    public async Task Document_WhenTheRoundBeforeIsCorrected_IsToldAgainstItAsItStandsWhileTheRoundIsADraft()
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var corrected = portfolio.History.Snapshots[1] with { Standings = portfolio.History.Snapshots[1].Standings[..10] };
        var changed = Changed(portfolio.History, portfolio.History.Snapshots.SetItem(1, corrected)) with { Publications = [.. portfolio.History.Publications.Where(publication => publication.RoundId != portfolio.History.Snapshots[2].Round.Id)] };

        var text = await Text(Recorded(portfolio.Source, portfolio.History, changed), changed);

        text.ShouldContain($"{changed.Snapshots[2].Standings.Length - 10} flere");
    }

    [Fact]
    public async Task Document_WhenAnEarlierRoundIsRecordedAfterwards_IsToldAgainstTheOneThatWasBeforeIt()
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var then = portfolio.History with { Snapshots = portfolio.History.Snapshots.RemoveAt(1), Publications = portfolio.History.Publications.RemoveAt(1) };
        var all = then with { Version = then.Version + 1, Snapshots = portfolio.History.Snapshots };
        var source = portfolio.Source with { Load = (_, asOf, _) => Task.FromResult<PortfolioHistory?>(asOf is null ? all : then) };
        var shelf = new ReportShelf(source);
        var rounds = new PortfolioIndex(all).Rounds;

        (await shelf.Figures(rounds[2], Cancellation)).ComparedWith!.Round.ShouldBe(all.Snapshots[0].Round);
        (await Text(source, all)).ShouldBe(await Text(portfolio.Source with { Load = (_, _, _) => Task.FromResult<PortfolioHistory?>(then) }, then));
    }

    [Fact]
    public async Task Document_OfRoundsPublishedOneAfterAnother_ReadsNoPastWhereNothingElseWasRecordedBetween()
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var history = portfolio.History with { Version = portfolio.History.Version + 3, Publications = [.. portfolio.History.Publications.Select((publication, place) => publication with { PortfolioVersion = portfolio.History.Version + 1 + place })] };
        var source = portfolio.Source with { Load = (_, asOf, _) => throw new InvalidOperationException($"The portfolio is read as of {asOf}.") };
        var shelf = new ReportShelf(source);

        foreach (var round in new PortfolioIndex(history).Rounds)
        {
            await shelf.Document(round, null, Language.Bokmal, ReportLength.Page, Cancellation);
            await shelf.Drafted(round, Language.Bokmal, Cancellation);
        }
    }

    [Theory]
    [InlineData(Audience.Office)]
    [InlineData(Audience.Committees)]
    [InlineData(Audience.Public)]
    public async Task Document_WhereTheRoundBeforeIsNotPublished_IsToldAgainstTheLastPublishedOne_ForWhoeverReads(Audience audience)
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var history = portfolio.History with { Publications = portfolio.History.Publications.RemoveAt(1) };
        var recordedLater = history with { Version = history.Version + 1 };
        var source = portfolio.Source with { Load = (_, asOf, _) => Task.FromResult<PortfolioHistory?>(asOf is null ? recordedLater : history) };

        var shown = new ReportShelf(source);
        var atOnce = await Read(shown, new(await new AudienceView(source).Of(history, audience), audience));
        var later = await Read(shown, new(await new AudienceView(source).Of(recordedLater, audience), audience));
        var afterRestart = await Read(new(source), new(await new AudienceView(source).Of(recordedLater, audience), audience));

        atOnce.ComparedWith.ShouldBe(history.Snapshots[0].Round.Code);
        later.ShouldBe(atOnce);
        afterRestart.ShouldBe(atOnce);

        async Task<(string? ComparedWith, string Text)> Read(ReportShelf shelf, PortfolioIndex index) =>
            ((await shelf.Figures(index.Latest!, Cancellation)).ComparedWith?.Round.Code, DocumentText.Of(await shelf.Document(index.Latest!, null, Language.Bokmal, ReportLength.Document, Cancellation)));
    }

    [Theory]
    [InlineData(Audience.Office)]
    [InlineData(Audience.Public)]
    public async Task Document_WhenTheRoundBeforeIsPublishedAfterwards_StaysWordForWord(Audience audience)
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var first = portfolio.History with { Publications = portfolio.History.Publications.RemoveAt(1) };
        var then = first with { Version = first.Version + 1, Publications = [.. first.Publications, new(first.Snapshots[1].Round.Id, 1, Later, first.Version + 1, null)] };

        (await Read(then)).ShouldBe(await Read(first));

        async Task<string> Read(PortfolioHistory history)
        {
            var index = new PortfolioIndex(await new AudienceView(portfolio.Source).Of(history, audience), audience);
            index.Latest!.Comparable.Select(round => round.Round.Code).ShouldBe([history.Snapshots[0].Round.Code]);
            return DocumentText.Of(await new ReportShelf(portfolio.Source).Document(index.Latest!, null, Language.Bokmal, ReportLength.Document, Cancellation));
        }
    }

    [Fact]
    public async Task Drafted_WhereTheRoundBeforeIsNotPublished_TellsWhatThePublishedReportWillTell()
    {
        var portfolio = MemoryPortfolio.Generated(5, 40, 3).Published();
        var published = portfolio.History with { Publications = portfolio.History.Publications.RemoveAt(1) };
        var draft = published with { Publications = published.Publications.RemoveAt(1) };

        (await new ReportShelf(portfolio.Source).Drafted(new PortfolioIndex(draft).Latest!, Language.Bokmal, Cancellation))
            .ShouldBe(await new ReportShelf(portfolio.Source).Drafted(new PortfolioIndex(published).Latest!, Language.Bokmal, Cancellation));
        var text = string.Join(' ', (await new ReportShelf(portfolio.Source).Drafted(new PortfolioIndex(draft).Latest!, Language.Bokmal, Cancellation)).Select(chapter => chapter.Text));
        text.ShouldContain("enn i " + draft.Snapshots[0].Round.Month.ToText(Language.Bokmal));
        text.ShouldNotContain("enn i " + draft.Snapshots[1].Round.Month.ToText(Language.Bokmal));
    }

    [Theory]
    [InlineData(Audience.Public, Audience.Office)]
    [InlineData(Audience.Office, Audience.Public)]
    public async Task Figures_OfAPublishedRound_TellHowManyCandidatesThereAreAndNotWho_WhoeverAsksFirst(Audience first, Audience second)
    {
        var history = MemoryPortfolio.Example.History;
        var many = history.CandidatesAt(history.Latest!.Round).Length;
        many.ShouldBeGreaterThan(0);
        var shelf = new ReportShelf(MemoryPortfolio.Example.Source);

        foreach (var audience in (Audience[])[first, second])
        {
            var figures = await shelf.Figures((await Seen(history, audience)).Latest!, Cancellation);
            figures.Figure("next-year")!.Cell("candidates", "initiatives")!.Value.ShouldBe(many);
            var list = figures.Listing("next-year-candidates")!;
            list.Rows.ShouldBeEmpty();
            list.Empty.Bokmal.ShouldContain("porteføljekontoret");
        }
    }

    [Fact]
    public async Task Figures_OfARoundThatIsNotPublished_TellTheOfficeWhoTheCandidatesAre_AndOthersNothing()
    {
        var history = MemoryPortfolio.Example.History with { Publications = [] };
        var shelf = new ReportShelf(MemoryPortfolio.Example.Source);

        var office = await shelf.Figures((await Seen(history, Audience.Office)).Latest!, Cancellation);
        office.Listing("next-year-candidates")!.Rows.Length.ShouldBe(history.CandidatesAt(history.Latest!.Round).Length);

        var others = await shelf.Document((await Seen(history, Audience.Committees)).Latest!, null, Language.Bokmal, ReportLength.Document, Cancellation);
        DocumentText.Of(others).ShouldNotContain("ingen kandidater");
    }

    private static PortfolioHistory Changed(PortfolioHistory history, ImmutableArray<PortfolioSnapshot> snapshots) => history with { Version = history.Version + 2, Snapshots = snapshots };

    // The store as it was at the first publications, and as it is now.
    private static PortfolioSource Recorded(PortfolioSource source, PortfolioHistory then, PortfolioHistory now) =>
        source with { Load = (_, asOf, _) => Task.FromResult<PortfolioHistory?>(asOf is null || asOf >= Later ? now : then) };

    private static async Task<PortfolioIndex> Seen(PortfolioHistory history, Audience audience) => new(await new AudienceView(MemoryPortfolio.Example.Source).Of(history, audience), audience);

    private static async Task<string> Text(PortfolioSource source, PortfolioHistory history)
    {
        var document = await new ReportShelf(source).Document(new PortfolioIndex(history).Latest!, null, Language.Bokmal, ReportLength.Document, Cancellation);
        return string.Join('\n', document.Provenance) + DocumentText.Of(document);
    }
}
