using System.Text.Json;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Whole forms and what authors do to them.</summary>
public sealed class FormReaderTests
{
    [Fact]
    public void Read_FullForm_IsTheGoldenInterchangeJson()
    {
        var report = new SampleForm().Read();
        var json = JsonSerializer.Serialize(report, ReportJson.TypeOf<Report>(ReportJson.Indented)).ReplaceLineEndings("\n") + "\n";
        var golden = Path.Combine(AppContext.BaseDirectory, "Import", "Golden", "sample-form.json");
        var actual = golden + ".actual";
        File.WriteAllText(actual, json);
        json.ShouldBe(File.ReadAllText(golden).ReplaceLineEndings("\n"), $"compare with {actual}");
    }

    [Fact]
    public void Read_FullForm_AsksNothing() => new SampleForm().Read().Asked().ShouldBeEmpty();

    [Fact]
    public void Read_FormToJsonAndBack_IsEqual()
    {
        var report = new SampleForm().Read();
        var json = ReportJson.ToUtf8(report);
        ReportJson.ToUtf8(ReportJson.FromUtf8(json)).ShouldBe(json);
    }

    [Fact]
    public void Read_EmptyTemplate_GivesNullsAndNoQuestionsButTheName()
    {
        var form = new SampleForm()
            .With("ID Nasjonal", "<id>").With("Ansvarlig virksomhet", "<virksomhet>").With("Antatt totalkostnad for", "").With("Hva er prosjektet/programmets sluttdato", "<mm.åå>")
            .With("Styres prosjektet/programmet iht. Difi", "<Ja/Nei>").With("Kvantifiserbare", "<spesifikt beløp/under 10 mill/10 – 100 mill/mer enn 100 mill>").With("Antatt levetid", "<fra år – til år>")
            .With("Angi det primære", "<x.x>");
        var report = form.Read();
        report.NationalId.ShouldBeNull();
        report.OrganisationText.ShouldBeNull();
        report.TotalCostMnok.ShouldBeNull();
        report.EndDate.ShouldBeNull();
        report.FollowsProjectWizard.ShouldBeNull();
        report.BenefitBand.ShouldBeNull();
        report.LifetimeText.ShouldBeNull();
        report.PrimaryFocusArea.ShouldBeNull();
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_ColumnsInterleavedOnTheSameLines_ReadsBoth()
    {
        var form = new SampleForm()
            .Without("Risiko i prosjekt", "Angi de viktigste", "Laboratoriene rekker", "Hvilke aktører", "Laboratorier og")
            .Line("Gevinstansvarlig", "Gevinstansvarlig(e) virksomhet(er):\tSykehusene i regionen\tRisiko i prosjekt/program:\tRød")
            .Line("Hva er status på gevinst", "Hva er status på gevinstrealiseringsarbeidet i prosjektet/programmet?\t\tAngi de viktigste risikoområdene, samt planlagte og iverksatte tiltak:")
            .Line("Finnes det en prosjekt", "Finnes det en prosjektbegrunnelse?\tJa\tLaboratoriene rekker ikke å bytte kodeverk.")
            .Line("Er gevinster", "Er gevinster identifisert?\tJa\tHvilke aktører som er påvirket av prosjektet/programmets leveranser")
            .Line("Finnes det en gevinstplan", "Finnes det en gevinstplan?\tI arbeid\tLaboratorier og legekontor");
        var report = form.Read();
        report.BenefitOwnersText.ShouldBe("Sykehusene i regionen");
        report.Risk.ShouldBe(TrafficLight.Red);
        report.RiskText.ShouldBe("Laboratoriene rekker ikke å bytte kodeverk.");
        report.AffectedActorsText.ShouldBe("Laboratorier og legekontor");
        report.BenefitMaturity.ShouldBe(new(Answer.Yes, Answer.Yes, Answer.InProgress, Answer.No));
        report.Status.ShouldBe(TrafficLight.Yellow);
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_StrategyHeaderOverwritten_ReadsTheNamedAreaAndAsks()
    {
        var report = new SampleForm().Line("Strategisk område", "Strategisk område\tInnsatsområde:\t1.2\tx.2\tx.3").Read();
        report.StrategicFit.GetValueOrDefault("1.2").ShouldBe(Level.High);
        report.StrategicFit.ContainsKey("5.2").ShouldBeFalse();
        report.Asks("strategicFit.1.2").ShouldBeTrue();
        report.Asks("strategicFit.5.1").ShouldBeTrue();
    }

    [Fact]
    public void Read_StrategyRowMisspelt_AsksForItsMarks()
    {
        var report = new SampleForm().Named("3. Bedre bruk", "3 Bedre bruk av data").Read();
        report.StrategicFit.ContainsKey("3.3").ShouldBeFalse();
        report.Asks("strategicFit.3.3").ShouldBeTrue();
    }

    [Fact]
    public void Read_RiskTable_BecomesRows()
    {
        var report = new SampleForm()
            .Line("Laboratoriene rekker", "ID\tRisikoelement\tVirkning\tRisikoreduserende tiltak\tFrist", "1\tFor få folk\tForsinkelse\tLeie inn\t01.21", "2\tFeil i svar\tFare\tFlere prøver\tLøpende")
            .Read();
        report.Risks.ShouldBe([new("1", "For få folk", "Forsinkelse", "Leie inn", "01.21"), new("2", "Feil i svar", "Fare", "Flere prøver", "Løpende")]);
        report.RiskText.ShouldBeNull();
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_BenefitsPerYearAndKind_BecomeKinds()
    {
        var report = new SampleForm()
            .Line("Kvantifiserbare", "Kvantifiserbare gevinster per år:\t", "Reduserte kostnader:\t5,5 mill", "Unngåtte kostnader per år\t3", "Frigjort tid (mill kr per år):\t10-15 mill")
            .Read();
        report.BenefitKinds.Take(2).ShouldBe([new("Reduserte kostnader", new Money(5.5m)), new("Unngåtte kostnader per år", new Money(3m))]);
        report.BenefitBand.ShouldBeNull();
        report.Asks("benefitKinds[2].mnokPerYear").ShouldBeTrue();
    }

    [Theory]
    [InlineData("<prosjektnavn>")]
    [InlineData("")]
    public void Read_NameMissing_IsAnError(string name)
    {
        var text = new SampleForm().ToString().Replace("Prosjekt-/programnavn:\tFelles prøvesvarhotell", "Prosjekt-/programnavn:\t" + name, StringComparison.Ordinal)
            .Replace("Prosjekt-/programnavn:\t\tFelles prøvesvarhotell", "Prosjekt-/programnavn:\t\t" + name, StringComparison.Ordinal);
        var report = SampleForm.ReadAll(text).ShouldHaveSingleItem();
        report.Name.ShouldBeNull();
        report.Findings.ShouldContain(finding => finding.Field == "name" && finding.Severity == FindingSeverity.Error);
        report.NationalId.ShouldBe(417);
    }

    [Theory]
    [InlineData("164", 164, false)]
    [InlineData("NUIT ID: 102", 102, false)]
    [InlineData("ID 175", 175, false)]
    [InlineData("<id>", null, false)]
    [InlineData("<id> 164", 164, false)]
    [InlineData("Ny", null, false)]
    [InlineData("<164>", 164, true)]
    [InlineData("164 (tidligere 12)", null, true)]
    [InlineData("PFS-133", null, true)]
    [InlineData("2020/45", null, true)]
    public void Read_NationalId_IsReadOrAskedFor(string text, int? id, bool asks)
    {
        var report = new SampleForm().With("ID Nasjonal", text).Read();
        report.NationalId.ShouldBe(id);
        report.Asks("nationalId").ShouldBe(asks);
    }

    [Theory]
    [InlineData("2.1", "2.1", false)]
    [InlineData("5", "5", false)]
    [InlineData("1,1", "1.1", false)]
    [InlineData("2.1 Bedre samhandling", "2.1", false)]
    [InlineData("1.1 og 2.1", "1.1", true)]
    [InlineData("<2.1>", "2.1", true)]
    [InlineData("<x.x>", null, false)]
    [InlineData("Digitalisering", null, true)]
    [InlineData("1.10", null, true)]
    public void Read_PrimaryFocusArea_IsReadOrAskedFor(string text, string? area, bool asks)
    {
        var report = new SampleForm().With("Angi det primære", "", "", "", text).Read();
        report.PrimaryFocusArea.ShouldBe(area);
        report.Asks("primaryFocusArea").ShouldBe(asks);
    }

    [Fact]
    public void Read_Compendium_GivesEveryFormWithItsOwnCover()
    {
        var first = new SampleForm().ToString();
        var second = first.Replace("prøvesvarhotell", "timebok", StringComparison.Ordinal).Replace("417", "418", StringComparison.Ordinal).Replace("oktober 2020", "mars 2020", StringComparison.Ordinal);
        const string cover = "\n\n\nSektoretaten for prøvesvar\n\nSamlet innmelding\n**Prosjekt-/programinformasjon\ntil nasjonal e-helseportefølje**\n\n\n\n";
        var reports = SampleForm.ReadAll(cover + first + "\n\n\n\n" + cover + second);
        reports.Select(report => (report.Name, report.NationalId, report.Revised?.ToString())).ShouldBe([("Felles prøvesvarhotell", 417, "2020-10"), ("Felles timebok", 418, "2020-03")]);
        reports.ShouldAllBe(report => !report.Asked().Any());
        reports.Select(report => report.Source!.Line).ShouldBeInOrder();
    }

    [Fact]
    public void Read_SlidesAppended_AreNoPartOfTheConsequences()
    {
        var report = new SampleForm().Append("", "", "", "Organisasjonskart", "Styringsgruppe\tProsjektgruppe", "Side 4").Read();
        report.Consequences.ShouldBe("Svarene kan ikke vises hos fastlegen.");
        report.Dependencies.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_LabelQuotedInRunningText_StaysText()
    {
        var report = new SampleForm()
            .Line("Summene er", "Se også feltet under.", "Antatt totalkostnad for prosjektet/programmet: regnes om i desember.")
            .Read();
        report.TotalCostMnok.ShouldBe(new Money(18.7m));
        report.CostComments.ShouldNotBeNull().ShouldContain("regnes om i desember");
    }

    [Theory]
    [InlineData("Antatt total kostnad for prosjektet/programmet (2016-2020):")]
    [InlineData("Antatt totalkostnad for prosjektet/programmet i perioden 2016-2020:")]
    [InlineData("Antatt totalkostnad 2016-2020:")]
    [InlineData("Antatt totalkosntad for prosjektet/programmet:")]
    [InlineData("ANTATT TOTALKOSTNAD FOR PROSJEKTET / PROGRAMMET")]
    public void Read_LabelWithYearsOrMisspelt_IsTheSameField(string label)
    {
        var report = new SampleForm().Named("Antatt totalkostnad for", label).With(label, "401 mill.").Read();
        report.TotalCostMnok.ShouldBe(new Money(401m));
        report.FoundationCostMnok.ShouldBe(new Money(7.8m));
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_LabelThatAsksForAPartOfIt_IsNotTheWholeWithoutAsking()
    {
        var report = new SampleForm().With("Antatt totalkostnad for", "").Named("Antatt totalkostnad som går", "Antatt totalkostnad som dekkes av andre:").Read();
        report.Asks("totalCostMnok").ShouldBeTrue();
        report.Asks("foundationCostMnok").ShouldBeTrue();
    }

    [Fact]
    public void Read_FieldAnsweredTwice_KeepsTheFirstAndAsks()
    {
        var report = new SampleForm().After("Antatt årlige", "Antatt årlige forvaltningskostnader etter avslutning:\t9 mill.").Read();
        report.AnnualOperatingCostMnok.ShouldBe(new Money(2.4m));
        report.Asks("annualOperatingCostMnok").ShouldBeTrue();
    }

    [Fact]
    public void Read_OperationUnderTheTotalCost_IsAskedFor() =>
        new SampleForm().With("Antatt totalkostnad for", "Drift: 5 mill").Read().Asks("totalCostMnok").ShouldBeTrue();

    [Fact]
    public void Read_WordsInsteadOfValues_StayInTheComments()
    {
        var report = new SampleForm().With("Antatt totalkostnad som", "TBD*").With("Hva er prosjektet/programmets sluttdato", "Ikke fastsatt").Read();
        report.CostComments.ShouldNotBeNull().ShouldContain("TBD*");
        report.PhaseComments.ShouldNotBeNull().ShouldContain("Ikke fastsatt");
        report.Asked().ShouldBeEmpty();
    }

    [Fact]
    public void Read_HtmlLeftovers_AreGone()
    {
        var report = new SampleForm().Line("Svar på prøver", "<p>Svar &amp; prøver</p> <ul style=\"x\"><li>ett sted</li></ul>\t").With("Overordnet status", "<p>Gul</p>").Read();
        report.Purpose.ShouldBe("Svar & prøver\nett sted");
        report.Status.ShouldBe(TrafficLight.Yellow);
        report.Asked().ShouldBeEmpty();
    }
}
