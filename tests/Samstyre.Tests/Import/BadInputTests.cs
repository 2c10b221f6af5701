using System.Diagnostics;
using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Files that are no form, half a form, or made to hurt: a clear problem or finding, never an exception, in bounded time.</summary>
public sealed class BadInputTests
{
    private static readonly string Form = new SampleForm().ToString();

    /// <summary>Far above what linear reading takes on a slow machine, far below what anything quadratic takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    static BadInputTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Read_EmptyFile_IsAProblem() => ProblemOf([]).ShouldBe("FileEmpty");

    [Theory]
    [InlineData(" \n\t\r\n ")]
    [InlineData("Til alle\n\nMøtet er flyttet til torsdag.\n")]
    [InlineData("Ansvarlig virksomhet:\tHelse Vest\n")]
    [InlineData("Prosjekt-/programnavn:\tAlene\n")]
    public void Read_TextThatIsNoForm_IsAProblem(string text) => ProblemOf(Encoding.UTF8.GetBytes(text)).ShouldBe("NoForm");

    [Theory]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f")]
    public void Read_BinaryFile_IsAProblem(string latin1) => ProblemOf(Encoding.Latin1.GetBytes(latin1)).ShouldBe("FileBinary");

    [Fact]
    public void Read_FormWithSomethingThatIsNoCharacter_IsReadWithAMarkInItsPlace()
    {
        var odd = FormReader.Read("a.txt", Encoding.UTF8.GetBytes(Form.Replace("Prosjekt-/programnavn:\t", "Prosjekt-/programnavn:\tOdd\ufffe a\u030a ", StringComparison.Ordinal)), ExamplePortfolio.Definition);
        odd.Reports.ShouldHaveSingleItem().Name.ShouldNotBeNull().ShouldStartWith("Odd\ufffd å");
    }

    [Fact]
    public void Read_FileOverTheLimit_IsAProblem() => ProblemOf(new byte[60_000_000]).ShouldBe("FileTooLarge");

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    [InlineData("iso-8859-1", false)]
    public void Read_OtherEncoding_IsReadTheSameAndNoted(string encoding, bool mark)
    {
        var text = Form.Replace('–', '-');
        var coding = Encoding.GetEncoding(encoding);
        var reading = FormReader.Read("form.txt", [.. mark ? coding.GetPreamble() : [], .. coding.GetBytes(text)], ExamplePortfolio.Definition);
        var report = reading.Reports.ShouldHaveSingleItem();
        var expected = SampleForm.ReadAll(text)[0];
        report.Findings.ShouldContain(finding => finding.Code == "EncodingGuessed");
        ReportJson.ToUtf8(report with { Findings = expected.Findings }).ShouldBe(ReportJson.ToUtf8(expected));
    }

    [Fact]
    public void Read_Utf8WithMark_IsReadWithoutNote()
    {
        var reading = FormReader.Read("form.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Form)], ExamplePortfolio.Definition);
        reading.Reports.ShouldHaveSingleItem().Findings.ShouldNotContain(finding => finding.Code == "EncodingGuessed");
    }

    [Fact]
    public void Read_HalfAForm_AsksForTheOtherHalf()
    {
        var report = SampleForm.ReadAll(Form[..Form.IndexOf("Gevinster, status", StringComparison.Ordinal)]).ShouldHaveSingleItem();
        report.TotalCostMnok.ShouldBe(new Money(18.7m));
        foreach (var field in (string[])["status", "risk", "riskText", "benefitText", "benefitMaturity.plan", "prerequisites.ehrGp.criticality", "dependencies[0].on", "consequences"]) report.Asks(field).ShouldBeTrue(field);
    }

    [Fact]
    public void Read_SecondHalfOnly_IsAProblemOrAsks()
    {
        var reading = FormReader.Read("form.txt", Encoding.UTF8.GetBytes(Form[Form.IndexOf("Gevinster, status", StringComparison.Ordinal)..]), ExamplePortfolio.Definition);
        if (reading.Reports.Count == 0) reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("NoForm");
        else reading.Reports.ShouldAllBe(report => report.Asks("totalCostMnok"));
    }

    public static TheoryData<string, string> Hurtful()
    {
        const int most = 5_000_000;
        const int many = 1_000_000;
        var repeated = new Dictionary<string, string>
        {
            ["letters"] = new('a', most),
            ["digits"] = new('1', most),
            ["digits and points"] = Repeat("1.", many),
            ["digits and spaces"] = Repeat("1 ", many),
            ["thousands"] = Repeat("111 ", many),
            ["dates"] = Repeat("12.20 ", most),
            ["open brackets"] = new('<', many),
            ["open tags"] = Repeat("<p ", many),
            ["placeholders"] = Repeat("<id>", many),
            ["round brackets"] = Repeat("()", many),
            ["open round brackets"] = new('(', many),
            ["colons"] = new(':', many),
            ["label starts"] = Repeat("Formål: ", many),
            ["entities"] = Repeat("&amp;", many),
            ["dashes"] = new('-', many),
            ["spaces"] = new string(' ', most) + "x",
            ["ranges"] = Repeat("2020-", many),
            ["bounds"] = Repeat("over 1 ", many),
            ["years behind a quarter"] = "Q1" + new string('.', many),
        };
        string[] places = ["Antatt totalkostnad for", "Hva er prosjektet/programmets sluttdato", "Kvantifiserbare", "Overordnet status", "Andre prosjekter må", "ID Nasjonal"];
        var data = new TheoryData<string, string>();
        var i = 0;
        foreach (var (name, text) in repeated) data.Add(name, new SampleForm().With(places[i++ % places.Length], text).Line("Summene er", text).ToString());
        data.Add("one line that is a label", new SampleForm().Line("Summene er", "Antatt totalkostnad " + new string('x', many)).ToString());
        return data;
    }

    [Theory]
    [MemberData(nameof(Hurtful), DisableDiscoveryEnumeration = true)]
    public void Read_MegabytesInOneCell_EndsInTime(string kind, string text)
    {
        var watch = Stopwatch.StartNew();
        SampleForm.ReadAll(text).ShouldNotBeEmpty(kind);
        watch.Elapsed.ShouldBeLessThan(Bound, kind);
    }

    [Theory]
    [InlineData("Antatt totalkostnad for")]
    [InlineData("Finansieringskilder")]
    [InlineData("Egne midler")]
    [InlineData("Strategisk område")]
    [InlineData("1. Digitalisering")]
    [InlineData("Risiko i prosjekt")]
    [InlineData("Andre prosjekter må")]
    [InlineData("Norsk Helsenett")]
    [InlineData("Hvem er prosjektet")]
    public void Read_HundredThousandCellsInARow_EndsInTime(string row)
    {
        var watch = Stopwatch.StartNew();
        SampleForm.ReadAll(new SampleForm().With(row, Repeat("7\t", 200_000)).ToString()).ShouldHaveSingleItem();
        SampleForm.ReadAll(new SampleForm().With(row, new string('\t', 100_000)).ToString()).ShouldHaveSingleItem();
        watch.Elapsed.ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Read_ManyForms_EndsInTime()
    {
        var watch = Stopwatch.StartNew();
        SampleForm.ReadAll(string.Concat(Enumerable.Repeat(Form + "\n\n\n\n", 300))).Count.ShouldBe(300);
        watch.Elapsed.ShouldBeLessThan(Bound);
    }

    [Theory]
    [InlineData("Prosjekt-/programnavn:\tA\n")]
    [InlineData("Avhengigheter\n")]
    [InlineData("Andre prosjekter må gjennomføres\tHøy\n")]
    [InlineData("x\ty\tRisiko i prosjekt/program:\tGul\n")]
    [InlineData("\n\n\n\nOrd\n")]
    public void Read_OneLineAHundredThousandTimes_EndsInTime(string line)
    {
        var watch = Stopwatch.StartNew();
        FormReader.Read("form.txt", Encoding.UTF8.GetBytes(Form + Repeat(line, line.Length * 100_000)), ExamplePortfolio.Definition).Reports.ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(Bound);
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static string ProblemOf(byte[] bytes)
    {
        var reading = FormReader.Read("form.txt", bytes, ExamplePortfolio.Definition);
        reading.Reports.ShouldBeEmpty();
        return reading.Problems.ShouldHaveSingleItem().Code;
    }
}
