using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The drafted words: right numbers and forms in three languages, and nothing that the data does not hold.</summary>
public sealed class ReportWordsTests
{
    private static readonly ReportFigures March = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-03"));
    private static readonly ReportFigures October = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));

    [Theory]
    [InlineData(Language.Bokmal, "Porteføljen har 59 tiltak, sju flere enn i mars 2020, fra tolv virksomheter. Samlet oppgitt budsjett for 2020 er 1\u202f679\u00a0mill.\u00a0kr, opp fra 1\u202f571\u00a0mill.\u00a0kr i mars 2020. Budsjett er ikke oppgitt for seks tiltak.")]
    [InlineData(Language.Nynorsk, "Porteføljen har 59 tiltak, sju fleire enn i mars 2020, frå tolv verksemder. Samla oppgitt budsjett for 2020 er 1\u202f679\u00a0mill.\u00a0kr, opp frå 1\u202f571\u00a0mill.\u00a0kr i mars 2020. Budsjett er ikkje oppgitt for seks tiltak.")]
    [InlineData(Language.English, "The portfolio has 59 initiatives, seven more than in March 2020, from twelve organisations. The budgets stated for 2020 add up to NOK\u00a01\u202f679\u00a0million, up from NOK\u00a01\u202f571\u00a0million in March 2020. The budget is not stated for six initiatives.")]
    public void Summary_October2020_SaysWhatTheFiguresShow(Language language, string expected) => Lead(October, March, language, "summary").ShouldBe(expected);

    [Theory]
    [InlineData(Language.Bokmal, "34 tiltak (58\u00a0%) har gul status, ned fra 60\u00a0% i mars 2020. Elleve av dem er videreført fra mars 2020. Fem tiltak (8\u00a0%) har rød status, opp fra 4\u00a0% i mars 2020. To av dem er videreført fra mars 2020. Status er ikke oppgitt for ett tiltak.")]
    [InlineData(Language.English, "Yellow status: 34 initiatives (58%), down from 60% in March 2020. Eleven of them are carried over from March 2020. Red status: five initiatives (8%), up from 4% in March 2020. Two of them are carried over from March 2020. The status is not stated for one initiative.")]
    public void Status_October2020_ComparesWithMarch(Language language, string expected) => Lead(October, March, language, "status").ShouldBe(expected);

    [Fact]
    public void Cost_NobodyStatesIt_IsSaidAndNotZero() => Lead(March, null, Language.Bokmal, "cost").ShouldBe("Ingen har oppgitt totalkostnad.");

    [Fact]
    public void EveryFigureNamedInASentence_IsInTheReport()
    {
        var report = PortfolioReport.Of(October, March, [], Language.Bokmal);
        var shown = report.Chapters.SelectMany(chapter => chapter.Blocks).Select(block => block switch { FigureBlock figure => figure.Figure.Id, TableBlock table => table.Table.Id, _ => null }).ToHashSet();
        report.Chapters.SelectMany(chapter => chapter.Blocks).OfType<Paragraph>().SelectMany(paragraph => paragraph.Spans).Select(span => span.Figure).Where(figure => figure is not null && !shown.Contains(figure)).ShouldBeEmpty();
        // Lists of everything are for the page and the workbook; the chapter of explanations is left out where there are none.
        October.Figures.Select(figure => figure.Id).Concat(October.Listings.Select(listing => listing.Id)).Where(id => !shown.Contains(id)).ShouldBe(["all-dependencies", "all-prerequisites", "explanations"]);
    }

    private static string Lead(ReportFigures now, ReportFigures? before, Language language, string chapter) =>
        string.Concat(PortfolioReport.Of(now, before, [], language).Chapters.Single(one => one.Id == chapter).Blocks.OfType<Paragraph>().First().Spans.Select(span => span.Text));
}
