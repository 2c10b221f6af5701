using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>What reporters explained becomes a list of the report, without what may not be told.</summary>
public sealed class ExplainedChangesTests
{
    private static readonly RoundContent Round = MemoryPortfolio.Example.Content("2020-10");

    [Fact]
    public void Of_NothingExplained_IsEmptyAndSaysSo_AndTheChapterIsLeftOut()
    {
        var listing = ExplainedChanges.Of(Round);
        listing.Rows.ShouldBeEmpty();
        listing.Empty.Bokmal.ShouldNotBeEmpty();
        Lead(Round, Language.Bokmal).ShouldBeNull();
    }

    [Fact]
    public void Of_SeveralInitiatives_AreTheRoundsOrderAndTheForms()
    {
        var (first, second) = (Round.Snapshot.Standings[0], Round.Snapshot.Standings[3]);
        var round = With(
            (second, ["significant-change@endDate", "value-jumped@totalCostMnok", "end-passed@endDate"]),
            (first, ["budget-disappeared@fundingTotal.2"]));
        var rows = ExplainedChanges.Of(round).Rows;
        rows.Select(row => row.Standing).ShouldBe([first, second, second]);
        rows.Select(row => row.Cells[^1]).ShouldBe(["budget-disappeared@fundingTotal.2", "value-jumped@totalCostMnok", "significant-change@endDate"]);
        rows[1].Cells[1].ShouldBe(second.Facts.Name);
        ((LocalText)rows[1].Cells[3]!).In(Language.English).ShouldBe("Total cost");
        rows.ShouldAllBe(row => row.Cells.Length == ExplainedChanges.Of(round).Columns.Length);
    }

    [Theory]
    [InlineData(Language.Bokmal, "To tiltak har forklart tre vesentlige endringer siden sist.")]
    [InlineData(Language.Nynorsk, "To tiltak har forklart tre vesentlege endringar sidan sist.")]
    [InlineData(Language.English, "Two initiatives explained three significant changes since last time.")]
    public void Words_SaysHowMany(Language language, string expected) => Lead(
        With((Round.Snapshot.Standings[0], ["significant-change@endDate"]), (Round.Snapshot.Standings[1], ["significant-change@endDate", "significant-change@status"])), language).ShouldBe(expected);

    [Theory]
    [InlineData("significant-change@totalCostMnok", true)]
    [InlineData("significant-change@fundingTotal.1", false)] // confidential in the submission
    [InlineData("significant-change@funding.0.y.1", false)] // confidential in the submission
    [InlineData("significant-change@endDate", false)] // confidential in the report that stands
    [InlineData("significant-change@benefitAmountMnok", false)] // hidden by the masking table
    [InlineData("significant-change@managerText", false)] // names a person
    [InlineData("significant-change@noSuchField", false)]
    [InlineData("significant-change", false)]
    public void Explanations_WhatMayNotBeTold_IsLeftOut(string key, bool told)
    {
        var standing = Round.Snapshot.Standings[0];
        var snapshot = Round.Snapshot with { Standings = [standing with { Facts = standing.Facts with { Confidential = ["endDate"] } }] };
        var found = RoundExplanations.Of(
            [new(standing.Initiative.Id, standing.ReportId, ["funding", "fundingTotal"], new Dictionary<string, string> { [key] = "Fordi" })], snapshot, [Round.Reports[0]], new ReportMask(["benefitAmountMnok"], true));
        found[standing.Initiative.Id].Length.ShouldBe(told ? 1 : 0);
    }

    [Fact]
    public void Explanations_OfARow_NameItWhereTheReportIsTheSubmittedOne()
    {
        var place = Round.Reports.IndexOf(Round.Reports.First(report => report.Deliverables.Count > 1));
        var standing = Round.Snapshot.Standings[place];
        Name(standing.ReportId).ShouldEndWith(": " + Round.Reports[place].Deliverables[1].Text);
        Name(Guid.Empty).ShouldNotContain(":");

        string Name(Guid report) => RoundExplanations.Of(
            [new(standing.Initiative.Id, report, [], new Dictionary<string, string> { ["significant-change@deliverables.1"] = "Fordi" })], Round.Snapshot, Round.Reports, ReportMask.None)[standing.Initiative.Id][0].Field.Bokmal;
    }

    private static RoundContent With(params (Standing Standing, string[] Keys)[] explained) => Round with
    {
        Explanations = RoundExplanations.Of(
            [.. explained.Select(one => new SubmittedExplanations(one.Standing.Initiative.Id, one.Standing.ReportId, [], one.Keys.ToDictionary(key => key)))], Round.Snapshot, Round.Reports, ReportMask.None),
    };

    private static string? Lead(RoundContent round, Language language) =>
        PortfolioReport.Of(ReportFigures.Of(round), null, [], language).Chapters.SingleOrDefault(chapter => chapter.Id == "changes")?.Blocks.OfType<Paragraph>().Select(paragraph => string.Concat(paragraph.Spans.Select(span => span.Text))).FirstOrDefault();
}
