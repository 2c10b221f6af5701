using System.Globalization;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("18,7 mill", "18.7")]
    [InlineData("18,7", "18.7")]
    [InlineData("12.3 mill.", "12.3")]
    [InlineData("12,0", "12")]
    [InlineData("25.00", "25")]
    [InlineData("660733000", "660.733")]
    [InlineData("660 733 000", "660.733")]
    [InlineData("kr. 660 733 000,-", "660.733")]
    [InlineData("660.733.000", "660.733")]
    [InlineData("5 525 000", "5.525")]
    [InlineData("5\u00a0525\u00a0000", "5.525")]
    [InlineData("150.000.000,00", "150")]
    [InlineData("ca 6,6 mill", "6.6")]
    [InlineData("Ca. 6,6 mill. kr", "6.6")]
    [InlineData("~25", "25")]
    [InlineData("estimert til 100 mill", "100")]
    [InlineData("Totalt ca. 100 mill. kr", "100")]
    [InlineData("401 mill.", "401")]
    [InlineData("401 mill. (2015-2020)", "401")]
    [InlineData("1 340 mill.", "1340")]
    [InlineData("1,2 mrd", "1200")]
    [InlineData("11 milliarder kroner", "11000")]
    [InlineData("MNOK 15", "15")]
    [InlineData("mill. kr 15", "15")]
    [InlineData("NOK 15 000 000", "15")]
    [InlineData("15 000 tkr", "15")]
    [InlineData("15000 KNOK", "15")]
    [InlineData("30 mkr", "30")]
    [InlineData("7.8m", "7.8")]
    [InlineData("15mill", "15")]
    [InlineData("0,5 mill. / år", "0.5")]
    [InlineData("15 mill eks. mva.", "15")]
    [InlineData("125 MNOK*", "125")]
    [InlineData("300 mill. *", "300")]
    [InlineData("25 mill.²", "25")]
    [InlineData("46,2 mill (inv.)", "46.2")]
    [InlineData("4,7 mill (b)", "4.7")]
    [InlineData("25 MNOK (P50)", "25")]
    [InlineData("25 mill (2018-kroner)", "25")]
    [InlineData("0 mill.kr", "0")]
    [InlineData("0,-", "0")]
    public void Parse_ClearAmount_IsReadWithoutDoubt(string text, string mnok)
    {
        var read = AmountText.Parse(text, addPair: false);
        read.Value.ShouldBe(Mnok(mnok));
        read.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("TBD")]
    [InlineData("TBD*")]
    [InlineData("Ikke estimert")]
    [InlineData("Foreløpig ikke avklart")]
    [InlineData("begrenset")]
    [InlineData("Se kommentar")]
    [InlineData("Se eget vedlegg")]
    [InlineData("Dekkes innenfor rammen")]
    [InlineData("Ingen")]
    [InlineData("<beløp>")]
    [InlineData("<fra gjeldende styrende dokument>")]
    public void Parse_NoAmount_IsNullWithoutDoubt(string text)
    {
        var read = AmountText.Parse(text, addPair: false);
        read.Value.ShouldBeNull();
        read.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("3.531 MNOK", "3531", "AmountSeparator")]
    [InlineData("660.733 MNOK", "660.733", "AmountSeparator")]
    [InlineData("0.250 mill", "0.25", "AmountSeparator")]
    [InlineData("5000", "5000", "AmountUnit")]
    [InlineData("12 500", "12500", "AmountUnit")]
    [InlineData("2021", "2021", "AmountUnit")]
    [InlineData("15 000 kr", "0.015", "AmountUnit")]
    [InlineData("-5", "-5", "AmountNegative")]
    [InlineData("5 mill?", "5", "AmountExtraWords")]
    [InlineData("30 mill (?)", "30", "AmountExtraWords")]
    [InlineData("Mer enn 100 mill", "100", "AmountExtraWords")]
    [InlineData("Inntil 25 mill", "25", "AmountExtraWords")]
    [InlineData(">100", "100", "AmountExtraWords")]
    [InlineData("25 mill (hvorav 10 mill i 2020)", "25", "AmountSeveral")]
    [InlineData("2019: 25 mill", "25", "AmountSeveral")]
    [InlineData("Fase 1: 25 mill", "25", "AmountSeveral")]
    [InlineData("10, 5", "10", "AmountSeveral")]
    [InlineData("<5 mill>", "5", "ValueInBrackets")]
    public void Parse_UnsureAmount_IsReadWithDoubt(string text, string mnok, string code)
    {
        var read = AmountText.Parse(text, addPair: false);
        read.Value.ShouldBe(Mnok(mnok));
        read.Doubt.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("?", "AmountQuestioned")]
    [InlineData("??", "AmountQuestioned")]
    [InlineData("10-15 mill", "AmountRange")]
    [InlineData("10 – 15", "AmountRange")]
    [InlineData("10 til 15 mill.", "AmountRange")]
    [InlineData("mellom 10 og 15 mill", "AmountRange")]
    [InlineData("10 mill – 15 mill", "AmountRange")]
    [InlineData("25.5.2020", "AmountUnclear")]
    [InlineData("12.2020", "AmountUnclear")]
    [InlineData("ti mill", "AmountUnclear")]
    [InlineData("20 %", "AmountNotMoney")]
    [InlineData("3 årsverk", "AmountNotMoney")]
    [InlineData("7,8 MEUR", "AmountNotMoney")]
    [InlineData("99999999999999999999999999999999 mrd", "AmountUnclear")]
    public void Parse_WordsThatGiveNoSingleAmount_IsNullWithDoubt(string text, string code)
    {
        var read = AmountText.Parse(text, addPair: false);
        read.Value.ShouldBeNull();
        read.Doubt.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("Inv.: 627 mill. Drift: 321 mill.", "627", "948")]
    [InlineData("Inv.:1 200 mill. Drift: 20 mill.", "1200", "1220")]
    [InlineData("Investering 106 mill, forvaltning 20,5 mill per år", "106", "126.5")]
    [InlineData("Drift: 321 mill. Inv.: 627 mill.", "627", "948")]
    [InlineData("106 (inv.) + 20 (drift)", "106", "126")]
    [InlineData("100 mill investering, 20 mill drift", "100", "120")]
    public void Parse_InvestmentAndOperation_GivesInvestmentOrTheirSum(string text, string investment, string sum)
    {
        AmountText.Parse(text, addPair: false).ShouldBe(new Read<Money?>(Mnok(investment)));
        AmountText.Parse(text, addPair: true).ShouldBe(new Read<Money?>(Mnok(sum)));
    }

    [Theory]
    [InlineData("Drift: 5 mill", true)]
    [InlineData("Inv.: 5 mill. Drift: 2 mill.", false)]
    [InlineData("5 mill", false)]
    public void IsOperationOnly_Words_TellWhetherTheInvestmentIsNamed(string text, bool expected) => AmountText.IsOperationOnly(text).ShouldBe(expected);

    [Theory]
    [InlineData("Finansieringskilder (alle tall i 1000 kr)", true)]
    [InlineData("Finansieringskilder (alle tall i hele tusen)", true)]
    [InlineData("Finansieringskilder (TNOK)", true)]
    [InlineData("Finansieringskilder (alle tall i mill kr)", false)]
    [InlineData("Finansieringskilder", false)]
    public void NamesSmallerUnit_Heading_TellsThousands(string heading, bool expected) => AmountText.NamesSmallerUnit(heading).ShouldBe(expected);

    private static Money? Mnok(string mnok) => new Money(decimal.Parse(mnok, CultureInfo.InvariantCulture));
}
