using System.Globalization;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class BenefitTextTests
{
    [Theory]
    [InlineData("", null, null, false)]
    [InlineData("Ikke kvantifisert", null, null, false)]
    [InlineData("N/A", null, null, false)]
    [InlineData("Under 10 mill", BenefitBand.Under10, null, false)]
    [InlineData("<10 mill", BenefitBand.Under10, null, false)]
    [InlineData("10 – 100 mill.", BenefitBand.From10To100, null, false)]
    [InlineData("10-100", BenefitBand.From10To100, null, false)]
    [InlineData("mellom 10 og 100 mill", BenefitBand.From10To100, null, false)]
    [InlineData("10 – 100 mkr", BenefitBand.From10To100, null, false)]
    [InlineData("Mer enn 100 mill (anslag)", BenefitBand.Over100, null, false)]
    [InlineData("mer enn 100", BenefitBand.Over100, null, false)]
    [InlineData("Over 500 mill", BenefitBand.Over100, null, false)]
    [InlineData("Over 100 millioner kroner i levetiden", BenefitBand.Over100, null, false)]
    [InlineData("Mer enn 1,2 milliarder", BenefitBand.Over100, null, false)]
    [InlineData("293 MNOK*", BenefitBand.Over100, "293", false)]
    [InlineData("660733000", BenefitBand.Over100, "660.733", false)]
    [InlineData("1,5 mrd", BenefitBand.Over100, "1500", false)]
    [InlineData("50", BenefitBand.From10To100, "50", true)]
    [InlineData("25 mill per år", BenefitBand.From10To100, "25", true)]
    [InlineData("10 - 100 mill årlig", BenefitBand.From10To100, null, true)]
    [InlineData("Over 50 mill", BenefitBand.From10To100, null, true)]
    [InlineData("Ikke mer enn 10 mill", BenefitBand.From10To100, null, true)]
    [InlineData("100 mill +", BenefitBand.From10To100, "100", true)]
    [InlineData("under 10 mill/10 – 100 mill/mer enn 100 mill", BenefitBand.Under10, null, true)]
    [InlineData("Netto nåverdi 300 mill", BenefitBand.Over100, "300", true)]
    [InlineData("5 mill fra 2021 og 7 mill fra 2023", null, null, true)]
    [InlineData("Mer enn hundre mill", null, null, true)]
    [InlineData("20 % reduksjon", null, null, true)]
    public void Parse_Words_GiveBandAmountAndDoubt(string text, BenefitBand? band, string? mnok, bool doubted)
    {
        var (readBand, amount, doubt) = BenefitText.Parse(text);
        readBand.ShouldBe(band);
        (amount?.Mnok).ShouldBe(mnok is null ? null : decimal.Parse(mnok, CultureInfo.InvariantCulture));
        (doubt is not null).ShouldBe(doubted);
    }
}
