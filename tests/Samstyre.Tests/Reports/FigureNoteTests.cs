using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>What stands under a figure, and in the place of what is missing: who did not state a value is said of values that are stated, and nothing of what the program counts.</summary>
public sealed class FigureNoteTests
{
    private static readonly ReportFigures October2020 = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));

    [Theory]
    [InlineData("contradictions")]
    [InlineData("data-quality")]
    [InlineData("segments")]
    [InlineData("segment-moves")]
    [InlineData("movements")]
    [InlineData("age-of-values")]
    [InlineData("size")]
    [InlineData("slippage-intervals")]
    [InlineData("green-then-worse")]
    public void Note_WhatNobodyStates_DoesNotSayWhoStatesIt(string id)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var missing in (int[])[0, 1])
            {
                var note = NoteOf(October2020.Figure(id)! with { NotReported = missing, Population = 59 }, language);
                note.ShouldBe(October2020.Figure(id)!.Rule?.In(language) ?? "");
            }
        }
    }

    [Theory]
    [InlineData("status", 0, "Alle 59 har oppgitt verdien.")]
    [InlineData("status", 3, "3 av 59 har ikke oppgitt verdien.")]
    [InlineData("benefit-maturity", 3, "3 av 59 har ikke oppgitt verdien.")]
    public void Note_WhatIsStated_SaysHowManyDoNot(string id, int missing, string said) =>
        NoteOf(October2020.Figure(id)! with { NotReported = missing, Population = 59 }, Language.Bokmal).ShouldStartWith(said);

    [Fact]
    public void Size_BudgetsNotStated_AreSaid()
    {
        var missing = October2020.Round.Standings.Count(standing => standing.Facts.Budget is null);
        NoteOf(October2020.Figure("size")!, Language.Bokmal).ShouldStartWith($"{missing} tiltak har ikke oppgitt budsjett");
    }

    [Theory]
    [InlineData(Language.Bokmal, "kan ikke sies", "ikke oppgitt")]
    [InlineData(Language.Nynorsk, "kan ikkje seiast", "ikkje oppgitt")]
    [InlineData(Language.English, "can't be said", "not stated")]
    public void Cells_ThatCannotBeComputed_SaySo(Language language, string unknown, string notStated)
    {
        var texts = ReportTexts.In(language);
        var listing = October2020.Listing("cost-variances")!;
        var row = listing.Rows[0] with { Cells = [.. listing.Columns.Select(_ => (object?)null)] };
        FigureTables.Of(listing with { Rows = [row] }, texts).Table.Rows[0].Cells.Skip(2).Select(cell => cell.Text)
            .ShouldBe([notStated, notStated, unknown, unknown, unknown, unknown, notStated, unknown, unknown, unknown, unknown]);
        var figure = October2020.Figure("budget-by-area")!;
        FigureTables.Of(figure with { Cells = [.. figure.Cells.Select(cell => cell with { Value = null })] }, texts).Table.Rows[0].Cells.Skip(1).Select(cell => cell.Text)
            .ShouldBe([unknown, notStated, unknown, unknown]);
    }

    private static string NoteOf(Figure figure, Language language) => FigureTables.Of(figure, ReportTexts.In(language)).Note;
}
