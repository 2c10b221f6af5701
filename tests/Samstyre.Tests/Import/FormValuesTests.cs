using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>A form that nobody touches gives the last report back; what is changed in it is read as people write it.</summary>
public sealed class FormValuesTests
{
    private static readonly Report Journal = new()
    {
        Name = "Kjernejournal", TotalCostMnok = new Money(100m), EndDate = PartialDate.OfMonth(2022, 6), Phase = Phase.Execution, PhaseText = "Gjennomføring (del 2)",
        Deliverables = [new("Pilot", "medio mars", null), new("Innføring", null, PartialDate.OfMonth(2021, 12))],
        FundingCols = ["<2019", "2019", "2020", "2021", "2022>"], Funding = [new("Staten", [new Money(1m), new Money(10m), new Money(20m), new Money(30m), null])],
    };

    public static TheoryData<string> Portfolios => ["example", "1", "2", "3", "4"];

    [Theory]
    [MemberData(nameof(Portfolios))]
    public void Read_NothingChanged_GivesTheLastReport(string seed)
    {
        foreach (var (report, year) in Reports(seed))
        {
            var values = FormValues.Of(report, year);
            ReportJson.ToUtf8(values.Read().Report).ShouldBe(ReportJson.ToUtf8(values.Prior), report.Name);
            values.Read().Problems.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Portfolios))]
    public void Read_EveryFieldWrittenAgain_GivesTheSameValues(string seed)
    {
        foreach (var (report, year) in Reports(seed))
        {
            var source = FormValues.Of(report, year);
            var blank = FormValues.Of(new Report { FundingCols = source.Prior.FundingCols }, year);
            var written = Written(source);
            var read = blank.With(written).Read();
            read.Problems.Where(problem => problem.Severity == FindingSeverity.Error).ShouldBeEmpty(report.Name);
            foreach (var path in FormPages.All.SelectMany(page => page.Items).Where(item => item is { IsList: false, Kind: not FieldKind.LongText and not FieldKind.Text and not FieldKind.Party } && item.Key != "strategicFit").Select(item => item.Key))
                FormValues.Of(read.Report, year).PriorText(path).ShouldBe(source.PriorText(path), $"{report.Name}: {path}");
            read.Report.Dependencies.Select(row => (row.Criticality, row.Status, row.Category)).ShouldBe(source.Prior.Dependencies.Where(row => row != new Dependency(null, null, null, null, null, null, null, null)).Select(row => (row.Criticality, row.Status, row.Category)), report.Name);
        }
    }

    [Theory]
    [InlineData("totalCostMnok", "112 500 000", "112.5")]
    [InlineData("totalCostMnok", "18,7 mill", "18.7")]
    [InlineData("totalCostMnok", "1 200", "1200")]
    [InlineData("totalCostMnok", "1200", "1200")]
    [InlineData("totalCostMnok", "0", "0")]
    [InlineData("endDate", "12.20", "2020-12")]
    [InlineData("endDate", "Q1 2021", "2021-Q1")]
    [InlineData("endDate", "høst 2020", "2020-H2")]
    [InlineData("endDate", "31.12.2020", "2020-12-31")]
    [InlineData("status", "Gul", "Yellow")]
    [InlineData("phase", "Planning", "Planning")]
    public void Read_AsPeopleWrite_IsUnderstood(string field, string written, string value)
    {
        var read = FormValues.Of(Journal, 2020).With(new Dictionary<string, string> { [field] = written }).Read();
        read.Problems.Where(problem => problem.Severity == FindingSeverity.Error).ShouldBeEmpty();
        var report = read.Report;
        (field switch { "totalCostMnok" => report.TotalCostMnok?.ToString(), "endDate" => report.EndDate?.ToString(), "status" => report.Status?.ToString(), _ => report.Phase?.ToString() }).ShouldBe(value);
    }

    [Theory]
    [InlineData("totalCostMnok", "mye")]
    [InlineData("endDate", "snart")]
    [InlineData("endDate", "31.02.2021")]
    [InlineData("status", "lilla")]
    [InlineData("funding.0.y.2", "noe")]
    [InlineData("fundingTotal.1", "noe")]
    public void Read_WhatNobodyUnderstands_IsAProblemOfThatField(string field, string written)
    {
        var problem = FormValues.Of(Journal, 2020).With(new Dictionary<string, string> { [field] = written }).Read().Problems.ShouldHaveSingleItem();
        (problem.Field, problem.Severity, problem.Text).ShouldBe((field, FindingSeverity.Error, written));
    }

    [Fact]
    public void Read_RowsAddedMovedAndRemoved_FollowTheOrder()
    {
        var values = FormValues.Of(Journal, 2020).With(new Dictionary<string, string>
        {
            ["deliverables"] = "n1,1", ["deliverables.n1.text"] = "Evaluering", ["deliverables.n1.planned"] = "løpende", ["deliverables.0.text"] = "Ikke med",
        });
        var read = values.Read();
        read.Report.Deliverables.ShouldBe([new("Evaluering", "løpende", null), new("Innføring", null, PartialDate.OfMonth(2021, 12))]);
        read.Rows.FieldOf("deliverables.0.planned").ShouldBe("deliverables.n1.planned");
        read.Rows.PathOf("deliverables.1.planned").ShouldBe("deliverables.1.planned");
    }

    [Fact]
    public void Read_ARowThatStaysBlank_IsLeftOutOfTheReportAndKeptInTheForm()
    {
        var values = FormValues.Of(Journal, 2020).With(new Dictionary<string, string> { ["deliverables"] = "0,n1,1" });
        values.Rows("deliverables").ShouldBe(["0", "n1", "1"]);
        values.Read().Report.Deliverables.Count.ShouldBe(2);
        values.Read().Rows.FieldOf("deliverables.1").ShouldBe("deliverables.1");
    }

    [Fact]
    public void Of_TheNextYear_MovesTheFundingColumns()
    {
        var values = FormValues.Of(Journal, 2021);
        values.FundingColumns.ShouldBe(["<2020", "2020", "2021", "2022", "2023>"]);
        values.Text("funding.0.y.0").ShouldBe("11");
        values.Text("funding.0.y.1").ShouldBe("20");
        values.Text("funding.0.y.2").ShouldBe("30");
        Budget.In(values.Read().Report, 2021).ShouldBe(new Money(30m));
    }

    [Fact]
    public void Read_PathsThatAreNoneOfTheForms_AreIgnored()
    {
        var values = FormValues.Of(Journal, 2020);
        string[] odd = ["", ".", "deliverables.", "deliverables.0", "deliverables.0.", "deliverables.x.text", "deliverables.99.text", "deliverables.-1.text", "funding.0.y.99", "funding.0.y.x", "fundingTotal.99", "benefitMaturity.x", "prerequisites.x.when", "__proto__", "name.name"];
        var read = values.With(odd.ToDictionary(path => path, _ => "x")).Read();
        ReportJson.ToUtf8(read.Report).ShouldBe(ReportJson.ToUtf8(values.Prior));
        odd.Where(values.Knows).ShouldBe(["deliverables.99.text"], "a row that is not there is known by its form, and ignored");
    }

    [Fact]
    public void Read_HostileTexts_ComeBackAsText()
    {
        foreach (var text in (string[])["<script>alert(1)</script>", "=1+1", "\u202eabc", new string('x', 100_000), "a\ud800b", "a\0b"])
        {
            var read = FormValues.Of(Journal, 2020).With(new Dictionary<string, string> { ["statusCause"] = text }).Read();
            read.Report.StatusCause.ShouldBe(text.Replace("\0", "", StringComparison.Ordinal).Replace('\ud800', '\ufffd'), text[..Math.Min(20, text.Length)]);
            ReportJson.FromUtf8(ReportJson.ToUtf8(read.Report)).StatusCause.ShouldBe(read.Report.StatusCause);
        }
    }

    [Fact]
    public void Pages_Fields_CoverTheForm()
    {
        string[] derived = ["nationalId", "organisationText", "organisation"];
        ReportFields.All.Select(field => field.Key).Where(key => FormPages.PageOf(key) is null).ShouldBe(derived, ignoreOrder: true);
        var values = FormValues.Of(Journal, 2020);
        FormPages.All.SelectMany(page => page.Items).Where(item => !item.IsList && item.Key != "strategicFit").Select(item => item.Key).Where(key => !values.Knows(key)).ShouldBeEmpty();
    }

    // What somebody would type who copied the form.
    private static Dictionary<string, string> Written(FormValues source)
    {
        Dictionary<string, string> written = new(StringComparer.Ordinal);
        foreach (var item in FormPages.All.SelectMany(page => page.Items))
        {
            if (!item.IsList)
            {
                if (item.Key != "strategicFit") written[item.Key] = source.PriorText(item.Key);
                continue;
            }

            var rows = source.Rows(item.Key);
            written[item.Key] = string.Join(',', rows.Select(row => "n" + row));
            foreach (var row in rows)
            {
                foreach (var column in item.Columns) written[$"{item.Key}.n{row}.{column.Key}"] = source.PriorText($"{item.Key}.{row}.{column.Key}");
                if (item.Key == "funding")
                {
                    for (var year = 0; year < source.FundingColumns.Count; year++) written[$"funding.n{row}.y.{year}"] = source.PriorText($"funding.{row}.y.{year}");
                }
            }
        }

        return written;
    }

    private static IEnumerable<(Report Report, int Year)> Reports(string seed)
    {
        if (seed == "example") return MemoryPortfolio.Example.Content("2020-10").Reports.Select(report => (report, 2020));
        var number = ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture);
        return PortfolioGenerator.Rounds(number, 60, 4, ExamplePortfolio.Definition).SelectMany(round => round.Reports.Select(report => (report, round.CollectedOn.Year)));
    }
}
