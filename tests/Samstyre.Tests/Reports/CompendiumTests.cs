using System.Text;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The forms of a round written as HTML and read back: the same reports.</summary>
public sealed class CompendiumTests
{
    [Theory]
    [InlineData("2020-03")]
    [InlineData("2020-10")]
    public void Html_OfTheExample_IsReadBackAsTheSameReports(string round) => ShouldBeReadBack(MemoryPortfolio.Example.Content(round));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Html_OfGeneratedRounds_IsReadBackAsTheSameReports(int seed)
    {
        var portfolio = MemoryPortfolio.Generated((ulong)seed, 400, 3);
        foreach (var snapshot in portfolio.History.Snapshots) ShouldBeReadBack(portfolio.Content(snapshot.Round.Code));
    }

    [Fact]
    public void Html_OfTextsInSeveralLinesAndWithMarkup_IsReadBackAsTheSameReports()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        const string Prose = "First line, 5 > 3 & so on\nSecond line: \"quoted\"\nThird; with a semicolon, and Å æ ø";
        ShouldBeReadBack(round with
        {
            Reports = [.. round.Reports.Select(report => report with { Purpose = Prose, CostComments = Prose, StatusCause = report.Status is null ? null : Prose, RiskText = Prose, Consequences = Prose, BenefitComments = Prose })],
        });
    }

    [Fact]
    public void Document_OfARound_HasAChapterPerOrganisationAndAFormPerInitiative()
    {
        var round = MemoryPortfolio.Example.Content("2020-10");
        var document = Compendium.Of(round, [], Language.Bokmal);
        document.Chapters.Length.ShouldBe(round.Snapshot.Standings.Select(standing => standing.Facts.Organisation).Distinct().Count());
        document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<SectionHeading>().Count().ShouldBe(59);
        document.Chapters.ShouldAllBe(chapter => chapter.NewPage);
    }

    /// <summary>What paper can't keep is left out: findings, place and provenance, and the words beside a value that is there.</summary>
    private static void ShouldBeReadBack(RoundContent round)
    {
        using var page = new MemoryStream();
        HtmlReport.Write(page, Compendium.Of(round, ["Revision 1"], Language.Nynorsk), Assets.ForFiles);
        var reading = ReportReader.Read("compendium.html", page.ToArray(), round.Snapshot.Definition);
        reading.Problems.ShouldBeEmpty();
        var written = round.Entries.OrderBy(entry => entry.Standing.Initiative.Id).Select(entry => Facts(entry.Report)).Order(StringComparer.Ordinal).ToList();
        var read = reading.Reports.Select(Facts).Order(StringComparer.Ordinal).ToList();
        for (var place = 0; place < Math.Min(read.Count, written.Count); place++) read[place].ShouldBe(written[place]);
        read.Count.ShouldBe(written.Count);
    }

    private static string Facts(Report report) => Encoding.UTF8.GetString(ReportJson.ToUtf8(report with
    {
        Source = null,
        Findings = [],
        Provenance = new Dictionary<string, int>(),
        OrganisationText = report.OrganisationText ?? report.Organisation,
        PhaseText = null,
        BenefitText = null,
        Prerequisites = new()
        {
            OtherProjects = Stated(report.Prerequisites.OtherProjects), EhrGp = Stated(report.Prerequisites.EhrGp), EhrMunicipal = Stated(report.Prerequisites.EhrMunicipal),
            EhrSpecialist = Stated(report.Prerequisites.EhrSpecialist), OrgSpecialist = Stated(report.Prerequisites.OrgSpecialist), OrgMunicipal = Stated(report.Prerequisites.OrgMunicipal), GpRoutines = Stated(report.Prerequisites.GpRoutines),
        },
        Deliverables = [.. report.Deliverables.Select(deliverable => deliverable.Planned is null ? deliverable : deliverable with { PlannedText = null })],
        Dependencies = [.. report.Dependencies.Select(dependency => dependency.Deadline is null ? dependency : dependency with { DeadlineText = null })],
    }));

    // A row without any answer is a row left blank.
    private static Prerequisite? Stated(Prerequisite? row) => row is { Criticality: null, When: null } ? null : row;
}
