using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("12,202", "2020-12")]
    [InlineData("12,2", "2020-12")]
    [InlineData("5,2019", "2019-05")]
    [InlineData("10,21", "2021-10")]
    public void Parse_DateThatASpreadsheetMadeANumberOf_IsItsMonth_AndAPersonLooks(string text, string date)
    {
        var read = DateText.Parse(text);
        read.Value.ToString().ShouldBe(date);
        read.Doubt!.Code.ShouldBe("DateFromNumber");
    }

    [Theory]
    [InlineData("12.20", "2020-12")]
    [InlineData("12 2021", "2021-12")]
    [InlineData("10/21", "2021-10")]
    [InlineData("10-2021", "2021-10")]
    [InlineData("1.21", "2021-01")]
    [InlineData("2021-10", "2021-10")]
    [InlineData("2021/10", "2021-10")]
    [InlineData("12.19*", "2019-12")]
    [InlineData("12.28 ***", "2028-12")]
    [InlineData("1.12.20", "2020-12-01")]
    [InlineData("21.04.2023*", "2023-04-21")]
    [InlineData("1.7.2021 (fase 0)", "2021-07-01")]
    [InlineData("31/12-20", "2020-12-31")]
    [InlineData("31.12 2020", "2020-12-31")]
    [InlineData("2020-12-31", "2020-12-31")]
    [InlineData("1. juli 2021", "2021-07-01")]
    [InlineData("31. des 20", "2020-12-31")]
    [InlineData("Q1 2021", "2021-Q1")]
    [InlineData("Q1-2021", "2021-Q1")]
    [InlineData("Q2.2020", "2020-Q2")]
    [InlineData("Q1'21", "2021-Q1")]
    [InlineData("1Q21", "2021-Q1")]
    [InlineData("2021 Q1", "2021-Q1")]
    [InlineData("1. kvartal 2021", "2021-Q1")]
    [InlineData("4. kv. -20", "2020-Q4")]
    [InlineData("fjerde kvartal 2020", "2020-Q4")]
    [InlineData("Q3/4 2021", "2021-Q4")]
    [InlineData("Q1 og Q2 2021", "2021-Q2")]
    [InlineData("Q3.2018 – Q4.2019", "2019-Q4")]
    [InlineData("1. halvår 2021", "2021-H1")]
    [InlineData("andre halvår 2021", "2021-H2")]
    [InlineData("H2 2021", "2021-H2")]
    [InlineData("Vår 2019", "2019-H1")]
    [InlineData("våren '21", "2021-H1")]
    [InlineData("Hø 2020", "2020-H2")]
    [InlineData("Høst-20", "2020-H2")]
    [InlineData("Høst 2019 – vår 2020", "2020-H1")]
    [InlineData("Start høst 2020 – slutt 2022", "2022")]
    [InlineData("Medio okt '20", "2020-10")]
    [InlineData("Febr. 2021", "2021-02")]
    [InlineData("okt-20", "2020-10")]
    [InlineData("Oktober -20", "2020-10")]
    [InlineData("nov-des 2020", "2020-12")]
    [InlineData("januar/februar 2021", "2021-02")]
    [InlineData("nov 2020 - feb 2021", "2021-02")]
    [InlineData("2020", "2020")]
    [InlineData("2020-", "2020")]
    [InlineData("2019-2022", "2022")]
    [InlineData("2019/20", "2020")]
    [InlineData("06.22 – 06.24", "2024-06")]
    [InlineData("02/21 - 04/21", "2021-04")]
    [InlineData("12.20/12.21", "2021-12")]
    [InlineData("innen utgangen av 2021", "2021")]
    [InlineData("senest 06.21", "2021-06")]
    [InlineData("Utsatt til 03.21", "2021-03")]
    [InlineData("Fullført 12.19", "2019-12")]
    [InlineData("<mm.åå> 06.21", "2021-06")]
    public void Parse_ClearDate_IsReadWithoutDoubt(string text, string date)
    {
        var read = DateText.Parse(text);
        read.Value?.ToString().ShouldBe(date);
        read.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("løpende")]
    [InlineData("Kontinuerlig")]
    [InlineData("Lukket")]
    [InlineData("-snarest")]
    [InlineData("TBD*")]
    [InlineData("N/A")]
    [InlineData("Ikke fastsatt")]
    [InlineData("<mm.åå>")]
    [InlineData("<fra år – til år>")]
    public void Parse_NoDate_IsNullWithoutDoubt(string text)
    {
        var read = DateText.Parse(text);
        read.Value.ShouldBeNull();
        read.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("31.02.2021", "DateDoesNotExist", FindingSeverity.Error)]
    [InlineData("31.02.21", "DateDoesNotExist", FindingSeverity.Error)]
    [InlineData("13.20", "DateDoesNotExist", FindingSeverity.Error)]
    [InlineData("00.20", "DateDoesNotExist", FindingSeverity.Error)]
    [InlineData("Oktober", "DateUnclear", FindingSeverity.Review)]
    [InlineData("høsten", "DateUnclear", FindingSeverity.Review)]
    [InlineData("3. kvartal", "DateUnclear", FindingSeverity.Review)]
    [InlineData("15. juni", "DateUnclear", FindingSeverity.Review)]
    [InlineData("13,202", "DateUnclear", FindingSeverity.Review)]
    [InlineData("2,5", "DateUnclear", FindingSeverity.Review)]
    [InlineData("202110", "DateUnclear", FindingSeverity.Review)]
    [InlineData("44196", "DateUnclear", FindingSeverity.Review)]
    [InlineData("uke 23", "DateUnclear", FindingSeverity.Review)]
    [InlineData("H21", "DateUnclear", FindingSeverity.Review)]
    [InlineData("Prosjektet ble skilt ut med egen rapportering fra 2020", "DateUnclear", FindingSeverity.Review)]
    public void Parse_WordsThatGiveNoDate_IsNullWithDoubt(string text, string code, FindingSeverity severity)
    {
        var read = DateText.Parse(text);
        read.Value.ShouldBeNull();
        read.Doubt.ShouldNotBeNull().Code.ShouldBe(code);
        read.Doubt.Severity.ShouldBe(severity);
    }

    [Theory]
    [InlineData("06.20, revidert 03.21", "2021-03")]
    [InlineData("06.20 03.21", "2021-03")]
    [InlineData("03.21 (opprinnelig 06.20)", "2020-06")]
    [InlineData("2020, 2021", "2021")]
    [InlineData("4. kvartal 2020/2021", "2021")]
    [InlineData("fra 2021", "2021")]
    [InlineData("f.o.m. 2021", "2021")]
    [InlineData("tidligst 06.21", "2021-06")]
    [InlineData("etter sommeren 2021", "2021")]
    [InlineData("2021?", "2021")]
    [InlineData("Sommer 2021", "2021")]
    [InlineData("Desmber 2020", "2020")]
    [InlineData("jul 2020", "2020-07")]
    [InlineData("06-08.20", "2020-08")]
    [InlineData("10.12", "2012-10")]
    [InlineData("12.99", "2099-12")]
    [InlineData("2020-13", "2013")]
    [InlineData("Q5 2021", "2021")]
    [InlineData("Fase 1 06.20", "2020-06")]
    [InlineData("1Q3 2023", "2023")]
    [InlineData("31.12.2020 00:00", "2020-12-31")]
    [InlineData("<12.20>", "2020-12")]
    public void Parse_UnsureDate_IsReadWithDoubt(string text, string date)
    {
        var read = DateText.Parse(text);
        read.Value?.ToString().ShouldBe(date);
        read.Doubt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Revidert per oktober 2020", "2020-10")]
    [InlineData("Rapport 12.10.2020", "2020-10")]
    [InlineData("Revidert 2020", null)]
    [InlineData("Oktober", null)]
    public void MonthOf_CoverLine_IsTheMonthOrNull(string text, string? month) => DateText.MonthOf(text)?.ToString().ShouldBe(month);
}
