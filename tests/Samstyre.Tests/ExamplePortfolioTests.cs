using System.Text.Json;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>The built-in example: that it is whole, holds facts only, and gives the published figures of March 2020.</summary>
public sealed class ExamplePortfolioTests
{
    private static readonly PortfolioDefinition Portfolio = ExamplePortfolio.Definition;
    private static readonly ExampleRound March = ExamplePortfolio.Rounds()[0];
    private static readonly ExampleRound October = ExamplePortfolio.Rounds()[1];

    [Fact]
    public void Definition_HasNoMistakes()
    {
        PortfolioYaml.Read(ExamplePortfolio.DefinitionYaml).Findings.ShouldBeEmpty();
        Portfolio.StrategyAreas.Select(area => area.FocusAreas.Count).ShouldBe([2, 2, 2, 3, 2, 3]);
        Portfolio.Segments.Select(segment => (segment.Letter, segment.ReportsPerYear)).ShouldBe([("S", 4), ("K", 2), ("O", 2), ("I", 1)]);
        Portfolio.DependencyCategories.Count.ShouldBe(5);
        Portfolio.Groups.Count.ShouldBe(3);
    }

    [Fact]
    public void Definition_EveryName_IsInThreeLanguages()
    {
        var names = Portfolio.StrategyAreas.SelectMany(area => area.FocusAreas.Select(focus => focus.Name).Append(area.Name))
            .Concat(Portfolio.Segments.Select(segment => segment.Name)).Concat(Portfolio.Groups.Select(group => group.Name))
            .Concat(Portfolio.DependencyCategories.Select(category => category.Name)).Append(Portfolio.Name);
        names.ShouldAllBe(name => name.Nynorsk != null && name.English != null);
    }

    [Fact]
    public void Foundation_HoldsThePlanAndTheBlocksThatFormsName()
    {
        Portfolio.Foundation.Goals.Count.ShouldBe(6);
        Portfolio.Foundation.Measures.Count.ShouldBe(12);
        Portfolio.Foundation.Measures.Single(measure => measure.Code == "RM5-T3").Funding.ShouldBe(FundingState.Partly);
        var known = ExamplePortfolio.Register.Select(initiative => initiative.NationalId).ToHashSet();
        Portfolio.Foundation.Parts().SelectMany(part => part.Part.Initiatives).ShouldAllBe(id => known.Contains(id));
        foreach (var kind in (PartyKind[])[PartyKind.GeneralPractitioners, PartyKind.Municipalities, PartyKind.SpecialistCare]) Portfolio.Parties.Count(party => party.Kind == kind).ShouldBe(1);
        var own = ExamplePortfolio.Register.Select(initiative => OrganisationNames.Key(initiative.Name)).ToHashSet(StringComparer.Ordinal);
        Portfolio.Foundation.Parts().SelectMany(part => part.Part.Aliases.Prepend(part.Part.Name.Bokmal)).ShouldAllBe(name => !own.Contains(OrganisationNames.Key(name)));
    }

    [Fact]
    public void Reporting_EverySegment_AsksForWhatItIsFollowedFor()
    {
        var rules = Portfolio.Reporting;
        rules.RequiredParts.Keys.ShouldBe(Portfolio.Segments.Select(segment => segment.Code), ignoreOrder: true);
        rules.PartsOf("co-govern").ShouldBe(Enum.GetValues<ReportPart>());
        rules.PartsOf("coordinate").ShouldContain(ReportPart.Dependencies);
        rules.PartsOf("coordinate").ShouldNotContain(ReportPart.Benefits);
        Portfolio.Segments.ShouldAllBe(segment => rules.PartsOf(segment.Code).Contains(ReportPart.Identity) && rules.PartsOf(segment.Code).Contains(ReportPart.Funding));
        rules.Significant.ShouldBe(new(0.10m, 1m, 30));
    }

    [Fact]
    public void Reporting_Masking_HidesDraftsFromThePublicAndSaysSomethingOfEveryPart()
    {
        var parts = Enum.GetValues<ReportPart>();
        foreach (var audience in (Audience[])[Audience.Public, Audience.Reporters, Audience.Committees, Audience.Architects])
            parts.ShouldAllBe(part => Portfolio.Reporting.Shows(part, audience, true) && Portfolio.Reporting.Masking.Count(line => line.Part == part && line.Audience == audience) == 1);
        parts.ShouldAllBe(part => !Portfolio.Reporting.Shows(part, Audience.Public, false) && !Portfolio.Reporting.Shows(part, Audience.Reporters, false));
        Portfolio.Reporting.Shows(ReportPart.Dependencies, Audience.Architects, false).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Helse Vest", "helse-vest")]
    [InlineData("HSØ", "helse-sor-ost")]
    [InlineData("Helse Sør Øst", "helse-sor-ost")]
    [InlineData("HELSE SØR-ØST RHF", "helse-sor-ost")]
    [InlineData("Helse Midt–Norge RHF", "helse-midt-norge")]
    [InlineData("Helse Nord-Norge RHF", "helse-nord")]
    [InlineData("Direktoratet for e- helse", "direktoratet-for-e-helse")]
    [InlineData("Dir. for e-helse", "direktoratet-for-e-helse")]
    [InlineData("E-helse", "direktoratet-for-e-helse")]
    [InlineData("Hesledirektoratet", "helsedirektoratet")]
    [InlineData("Hdir", "helsedirektoratet")]
    [InlineData("FHI", "folkehelseinstituttet")]
    [InlineData("NHN", "norsk-helsenett")]
    [InlineData("Norsk Helsenett SF", "norsk-helsenett")]
    [InlineData("SLV", "legemiddelverket")]
    [InlineData("oslo kommune", "oslo-kommune")]
    [InlineData("KS", "ks")]
    [InlineData("Helseplattformen AS", "helseplattformen")]
    public void Find_UsualSpelling_IsExact(string text, string code)
    {
        var match = OrganisationNames.Find(Portfolio, text)!;
        (match.Organisation.Code, match.Exact).ShouldBe((code, true));
    }

    [Theory]
    [InlineData("Helse Vest RHF – interregionalt samarbeid", "helse-vest")]
    [InlineData("Helsedirektoratet, sammen med E-helse og KS", "helsedirektoratet")]
    [InlineData("KS er tilskuddsmottaker", "ks")]
    [InlineData("NAV og kommune", "nav")]
    [InlineData("Folkehelseinstituttett", "folkehelseinstituttet")]
    public void Find_LooserWords_AreFlagged(string text, string code)
    {
        var match = OrganisationNames.Find(Portfolio, text)!;
        (match.Organisation.Code, match.Exact).ShouldBe((code, false));
    }

    [Theory]
    [InlineData("Oslo universitetssykehus HF")]
    [InlineData("Universitetet i Bergen")]
    [InlineData("<Virksomhet>")]
    public void Find_OtherOrganisation_IsNobody(string text) => OrganisationNames.Find(Portfolio, text).ShouldBeNull();

    [Fact]
    public void March_EveryRow_IsReadWithoutFindings()
    {
        var reading = MarchTable();
        reading.Problems.ShouldBeEmpty();
        reading.Reports.Count.ShouldBe(52);
        reading.Reports.ShouldAllBe(report => report.Findings.Count == 0 && report.Organisation != null);
    }

    [Fact]
    public void March_Figures_AreThePublishedOnes()
    {
        var reports = MarchTable().Reports;
        Counts(reports, report => report.Status).ShouldBe([18, 31, 2, 1]);
        Counts(reports, report => report.Risk).ShouldBe([14, 34, 3, 1]);
        var budgets = reports.GroupBy(report => report.Organisation!).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(Budget2020)));
        budgets.Count.ShouldBe(10);
        budgets["Direktoratet for e-helse"].ShouldBe((10, 635m));
        budgets["Helse Midt-Norge RHF"].ShouldBe((5, 239m));
        budgets["Helsedirektoratet"].ShouldBe((15, 233m));
        reports.Sum(Budget2020).ShouldBe(1571m);
        var areas = Portfolio.StrategyAreas.Select(area => reports.Where(report => Portfolio.StrategyAreaOf(report.PrimaryFocusArea) == area).ToList()).ToList();
        areas.Select(area => area.Count).ShouldBe([15, 9, 11, 10, 6, 1]);
        areas.Select(area => area.Sum(Budget2020)).ShouldBe([576m, 173m, 351m, 233m, 233m, 5m]);
    }

    [Fact]
    public void October_EveryForm_IsReadWithoutFindings()
    {
        var readings = October.Files.Select(file => ReportFile.Read(file.Name, file.Content, Portfolio)).ToList();
        readings.SelectMany(reading => reading.Problems).ShouldBeEmpty();
        var reports = readings.Select(reading => reading.Reports.Single()).ToList();
        reports.Count.ShouldBe(40);
        reports.SelectMany(report => report.Findings).ShouldBeEmpty();
        reports.ShouldAllBe(report => report.Organisation != null && report.OwnerText == null && report.ManagerText == null && report.RiskText == null);
        reports.Where(report => report.Status is TrafficLight.Yellow or TrafficLight.Red).ShouldAllBe(report => report.StatusCause != null);
        reports.Where(report => report.NationalId != null).Select(report => report.NationalId).ShouldBeUnique();
    }

    [Fact]
    public void October_EveryText_IsShort()
    {
        foreach (var file in October.Files)
        {
            using var json = JsonDocument.Parse(file.Content);
            foreach (var text in Texts(json.RootElement)) text.Length.ShouldBeLessThanOrEqualTo(90, $"{file.Name}: {text}");
            foreach (var deliverable in json.RootElement.TryGetProperty("deliverables", out var all) ? all.EnumerateArray() : [])
                deliverable.GetProperty("text").GetString()!.Split(' ').Length.ShouldBeLessThanOrEqualTo(6);
        }
    }

    [Fact]
    public void Register_HasNoMistakes_AndTheSegmentsOf2020()
    {
        var result = InitiativeRegister.Read(ExamplePortfolio.RegisterYaml, Portfolio);
        result.Findings.ShouldBeEmpty();
        Portfolio.Segments.Select(segment => result.Registrations.Count(one => one.Segment == segment.Code)).ShouldBe([30, 11, 6, 8]);
    }

    [Fact]
    public void Register_KnowsEveryReportOfBothRounds()
    {
        var ids = ExamplePortfolio.Register.Select(one => one.NationalId).OfType<int>().ToHashSet();
        var names = ExamplePortfolio.Register.SelectMany(one => one.OtherNames.Prepend(one.Name)).ToHashSet();
        var reports = October.Files.SelectMany(file => ReportFile.Read(file.Name, file.Content, Portfolio).Reports).Concat(MarchTable().Reports);
        foreach (var report in reports) (report.NationalId is { } id ? ids.Contains(id) : names.Contains(report.Name!)).ShouldBeTrue(report.Name);
        var inMarch = MarchTable().Reports.Select(report => report.NationalId).ToHashSet();
        inMarch.ShouldAllBe(id => ExamplePortfolio.Register.Single(one => one.NationalId == id).Life[0].On <= March.CollectedOn);
    }

    [Fact]
    public void Rounds_AsSnapshots_CarryOverThoseThatDidNotReport()
    {
        var rounds = new[] { new Round(Guid.Parse("00000000-0000-0000-0000-000000000001"), March.Code, March.CollectedOn), new Round(Guid.Parse("00000000-0000-0000-0000-000000000002"), October.Code, October.CollectedOn) };
        var register = ExamplePortfolio.Register.Select((one, index) => (One: one, Id: new Guid(index + 1, 0, 0, new byte[8]))).ToList();
        var initiatives = register.Select(entry => new Initiative(entry.Id, entry.One.NationalId, entry.One.Name, entry.One.Segment, entry.One.Life));
        var october = October.Files.SelectMany(file => ReportFile.Read(file.Name, file.Content, Portfolio).Reports);
        var stored = MarchTable().Reports.Select(report => (Report: report, Round: rounds[0])).Concat(october.Select(report => (Report: report, Round: rounds[1])))
            .Select((pair, index) => new StoredReport(
                register.Single(entry => pair.Report.NationalId is { } id ? entry.One.NationalId == id : entry.One.Name == pair.Report.Name).Id,
                pair.Round.Id, new Guid(1000 + index, 0, 0, new byte[8]), 1, ReportFacts.Of(pair.Report, pair.Round, Portfolio, "")));
        var history = SnapshotBuilder.Build(Guid.Empty, Portfolio, 1, rounds, initiatives, stored);
        history.Snapshots.Select(snapshot => (snapshot.Standings.Length, snapshot.Standings.Count(standing => standing.CarriedOver), snapshot.Left.Length)).ShouldBe([(52, 0, 0), (59, 19, 0)]);
    }

    private static FileReading MarchTable() => PortfolioTable.Read(March.Files.Single().Name, March.Files.Single().Content, Portfolio);

    private static decimal Budget2020(Report report) => Budget.In(report, 2020)!.Value.Mnok;

    private static int[] Counts(IReadOnlyList<Report> reports, Func<Report, TrafficLight?> light) =>
        [.. new TrafficLight?[] { TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red, null }.Select(one => reports.Count(report => light(report) == one))];

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    [Theory]
    [InlineData("1.1", Language.Bokmal, "1.1 ")]
    [InlineData("6.3", Language.Bokmal, "Innsatsområde 6.3")]
    [InlineData("6.3", Language.English, "Focus area 6.3")]
    public void Title_OfAFocusArea_ShowsItsNumberOnce(string code, Language language, string begins)
    {
        var title = ExamplePortfolio.Definition.StrategyAreas.SelectMany(area => area.FocusAreas).Single(area => area.Code == code).Title(language);

        title.ShouldStartWith(begins);
        title.IndexOf(code, StringComparison.Ordinal).ShouldBe(title.LastIndexOf(code, StringComparison.Ordinal));
    }
}
