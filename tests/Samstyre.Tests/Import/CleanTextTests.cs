using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  to   ord ", "to ord")]
    [InlineData("a\u00a0b\u200bc", "a b c")]
    [InlineData("<p>Lab &amp; svar</p>", "Lab & svar")]
    [InlineData("<ul style=\"list-style: none;\"><li>En</li><li>To</li></ul>", "En\nTo")]
    [InlineData("Tid<br/>sted", "Tid\nsted")]
    [InlineData("<u>Strek</u> under", "Strek under")]
    [InlineData("5 < 10 og 12 > 3", "5 < 10 og 12 > 3")]
    [InlineData("a<b", "a<b")]
    [InlineData("&nbsp;", "")]
    [InlineData("<id>", "")]
    [InlineData("<mm.åå>", "")]
    [InlineData("<Ja/Nei>", "")]
    public void Of_Markup_LeavesTheWords(string raw, string expected) => CleanText.Of(raw).ShouldBe(expected);

    [Theory]
    [InlineData("<id>", true)]
    [InlineData(" <virksomhet> ", true)]
    [InlineData("<fra år – til år>", true)]
    [InlineData("<spesifikt beløp/under 10 mill/10 – 100 mill/mer enn 100 mill>", true)]
    [InlineData("<p>", false)]
    [InlineData("<id> 12", false)]
    [InlineData("12", false)]
    [InlineData("", false)]
    public void IsPlaceholder_Cell_TellsTheTemplatesWords(string raw, bool expected) => CleanText.IsPlaceholder(raw).ShouldBe(expected);

    [Theory]
    [InlineData("<id> 12", "12", true)]
    [InlineData("<p>12</p>", "12", false)]
    [InlineData("fra <10 mill, til > 20 mill", "fra <10 mill, til > 20 mill", false)]
    public void WithoutPlaceholders_MixedText_KeepsTheAuthorsWords(string raw, string expected, bool had) => CleanText.WithoutPlaceholders(raw).ShouldBe((expected, had));

    [Theory]
    [InlineData("<Gul>", "Gul")]
    [InlineData(" <12.20> ", "12.20")]
    [InlineData("<Ja/Nei>", null)]
    [InlineData("<a> <b>", null)]
    [InlineData("Gul", null)]
    [InlineData("<", null)]
    public void Inner_Cell_IsWhatStandsBetweenLoneBrackets(string raw, string? expected) => Brackets.Inner(raw).ShouldBe(expected);
}
