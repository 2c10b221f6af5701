using Samstyre.Analysis;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Widths of a Word table's columns.</summary>
public sealed class WordWidthsTests
{
    private const int Page = 9298;

    [Fact]
    public void Of_AColumnOfLongTexts_GetsMoreThanOneOfNames()
    {
        var widths = WordWidths.Of(
            Table(TableKind.List, ["Id", "124"], ["Tiltak", "Felles journal for hele helsetjenesten i regionen og i kommunene"], ["Hvilke", string.Join("; ", Enumerable.Repeat("Årlig driftskostnad etterpå", 16))]), 3, Page);

        widths[2].ShouldBeGreaterThan(2 * widths[1]);
        widths.Sum().ShouldBe(Page);
    }

    [Fact]
    public void Of_List_FillsThePageAndGivesLongTextsMore()
    {
        var widths = WordWidths.Of(Table(TableKind.List, ["Id", "101"], ["Tiltak", "Felles journal for hele helsetjenesten i regionen"], ["Status", "gul"]), 3, Page);
        widths.Sum().ShouldBe(Page);
        widths[1].ShouldBeGreaterThan(2 * widths[0]);
    }

    [Fact]
    public void Of_CrowdedList_BreaksLongWordsBeforeShortOnes()
    {
        string[][] columns = [["Id", "101"], .. Enumerable.Repeat<string[]>(["Tiltak", "Funksjonsvurderingsverktøy for spesialisthelsetjenesten"], 6)];
        var widths = WordWidths.Of(Table(TableKind.List, columns), 7, Page);
        widths.Sum().ShouldBe(Page);
        widths[0].ShouldBeGreaterThanOrEqualTo(400);
    }

    [Fact]
    public void Of_FormTable_KeepsItsShares() =>
        WordWidths.Of(new("t", "T", [new("", null, 1), new("", null, 3)], [], TableKind.Form), 2, 8000).ShouldBe([2000, 6000]);

    [Fact]
    public void Of_FigureTable_HasNumberColumnsOfOneWidth()
    {
        var widths = WordWidths.Of(new("t", "T", [new("Område"), new("Tiltak", FigureUnit.Initiatives), new("Budsjett (mill. kr)", FigureUnit.MillionNok)], []), 3, Page);
        widths[1].ShouldBe(widths[2]);
        widths.Sum().ShouldBeLessThan(Page);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    public void Of_AnyNumberOfColumns_IsPositiveAndFits(int columns)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var widths = WordWidths.Of(Table(kind, [.. Enumerable.Repeat<string[]>([new string('x', 300), new string('y', 5000)], columns)]), columns, Page);
            widths.ShouldAllBe(width => width > 0);
            widths.Sum().ShouldBeLessThanOrEqualTo(Page);
        }
    }

    private static DocTable Table(TableKind kind, params string[][] columns) =>
        new("t", "T", [.. columns.Select(column => new DocColumn(column[0]))], [new([.. columns.Select(column => new DocCell(column[1], column[1]))])], kind);
}
