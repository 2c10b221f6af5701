using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Samstyre.Tests.Analysis;
using Shouldly;
using Xunit;
using static Samstyre.Tests.Reports.SmallReports;

namespace Samstyre.Tests.Reports;

/// <summary>What the sentences of each chapter say, and what they leave out.</summary>
public sealed class ChapterWordsTests
{
    private static readonly ReportFigures March = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-03"));
    private static readonly ReportFigures October = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));

    [Theory]
    [InlineData(Language.Bokmal, "Ingen har oppgitt budsjett for 2021.")]
    [InlineData(Language.Nynorsk, "Ingen har oppgitt budsjett for 2021.")]
    [InlineData(Language.English, "Nobody states a budget for 2021.")]
    public void NextYear_NobodyStatesABudget_IsSaidAndNotZero(Language language, string expected) => Words([], [Blank], "next-year", language).ShouldEndWith(expected);

    [Fact]
    public void NextYear_ZeroIsStated_IsZero() => Words([], [Green], "next-year").ShouldEndWith("Oppgitt budsjett for 2021 er 0 mill. kr.");

    [Fact]
    public void NextYear_AllStateAnEnd_SaysNothingOfThoseThatDoNot() => Words([], [Green, Yellow], "next-year").ShouldStartWith("To tiltak har slutt etter 2020 og fortsetter i 2021. Ingen tiltak skulle være ferdige innen utgangen av 2020. ");

    [Fact]
    public void Budget_AmountsThatCanNotBeAddedUp_AreNotCalledMissing()
    {
        var words = Words([], [MadeRound.WithBudget(2020, 10_000_000_000_000_000_000m)], "summary");
        words.ShouldContain("Budsjettene som er oppgitt for 2020, kan ikke legges sammen.");
        words.ShouldNotContain("ikke oppgitt for");
    }

    [Theory]
    [InlineData(Language.Bokmal, "Oppgitt budsjett for 2020 er 5 mill. kr høyere enn det som i mars 2019 var oppgitt for 2019: ett tiltak har økt med 5 mill. kr.")]
    [InlineData(Language.Nynorsk, "Oppgitt budsjett for 2020 er 5 mill. kr høgare enn det som i mars 2019 var oppgitt for 2019: eitt tiltak har auka med 5 mill. kr.")]
    [InlineData(Language.English, "The stated budget for 2020 is NOK 5 million higher than what was stated for 2019 in March 2019: one initiative grew by NOK 5 million.")]
    public void Budget_ComparedYearIsAnother_BothYearsAreSaid(Language language, string expected)
    {
        var (before, now) = (MadeRound.WithBudget(2019, 5m), MadeRound.WithBudget(2020, 10m));
        var figures = ReportFigures.Of(SmallRounds.OfOne(("2019-03-31", before), ("2020-10-31", now)));
        Sentences.Of(figures, ReportFigures.Of(SmallRounds.OfOne(("2019-03-31", before))), language, "budget").ShouldEndWith(expected);
    }

    [Theory]
    [InlineData(Language.Bokmal, "ett tiltak har økt med mindre enn 0,1 mill. kr.")]
    [InlineData(Language.English, "one initiative grew by less than NOK 0.1 million.")]
    public void Budget_ChangeTooSmallToShow_IsNotZero(Language language, string expected) =>
        Words([MadeRound.WithBudget(2020, 5m)], [MadeRound.WithBudget(2020, 5.04m)], "budget", language).ShouldEndWith(expected);

    [Fact]
    public void Budget_TwoOrganisationsAreAlike_BothAreNamed()
    {
        var words = Words([], [Green with { FundingTotal = [new Money(5m), null] }, Red with { FundingTotal = [new Money(5m), null] }], "budget");
        words.ShouldContain("har de største budsjettene i 2020: 5 mill. kr hver (50 % av det som er oppgitt).");
        words.ShouldContain("Helse Nord");
        words.ShouldContain("Norsk Helsenett");
    }

    [Theory]
    [InlineData(1, 1, 1, "De vanligste årsakene til gul eller rød status er forsinkelse (ett tiltak), finansiering (ett tiltak) og pandemien (ett tiltak).")]
    [InlineData(3, 2, 1, "De vanligste årsakene til gul eller rød status er forsinkelse (tre tiltak) og finansiering (to tiltak).")]
    [InlineData(3, 2, 2, "De vanligste årsakene til gul eller rød status er forsinkelse (tre tiltak), finansiering (to tiltak) og pandemien (to tiltak).")]
    [InlineData(2, 0, 0, "Den vanligste årsaken til gul eller rød status er forsinkelse (to tiltak).")]
    public void Causes_AsCommonAsOthers_AreAllNamed(int delay, int funding, int pandemic, string expected)
    {
        Report[] reports = [.. Caused("Forsinket", delay), .. Caused("Mangler finansiering", funding), .. Caused("Koronaen", pandemic)];
        Words([], reports, "status").ShouldContain(expected);
    }

    [Fact]
    public void Causes_MoreThanThreeAreAlike_NoneIsCalledTheMostCommon()
    {
        var words = Words([], [.. Caused("Forsinket", 1), .. Caused("Mangler finansiering", 1), .. Caused("Koronaen", 1), .. Caused("Ny plan", 1)], "status");
        words.ShouldNotContain("vanligste");
        // One that is more common than these stands alone.
        Words([], [.. Caused("Forsinket", 2), .. Caused("Mangler finansiering", 1), .. Caused("Koronaen", 1), .. Caused("Ny plan", 1)], "status")
            .ShouldContain("Den vanligste årsaken til gul eller rød status er forsinkelse (to tiltak).");
    }

    [Fact]
    public void Causes_RoundComparedWithStatesSome_AreCompared() =>
        Words([.. Caused("Forsinket", 1), .. Caused("Koronaen", 2)], [.. Caused("Forsinket", 3)], "status").ShouldContain("er forsinkelse (tre tiltak). I mars 2020 var tallet én.");

    [Fact]
    public void Status_OfInitiativesThatDidNotReport_IsSaidToBeCarriedOver()
    {
        Sentences.Of(October, March, Language.Bokmal, "status").ShouldContain("Fem tiltak (8 %) har rød status, opp fra 4 % i mars 2020. To av dem er videreført fra mars 2020.");
        Sentences.Of(October, March, Language.Bokmal, "status").ShouldContain("To tiltak har hatt rød status i mer enn 90 dager. De er alle videreført fra mars 2020.");
        foreach (var language in Enum.GetValues<Language>()) Sentences.Of(October, March, language, "status").ShouldNotContain("meld");
    }

    [Fact]
    public void Status_NobodyStatedItBefore_IsNotComparedWithNone()
    {
        Words([Blank], [Red], "status").ShouldStartWith("Ingen har gul status. Ett tiltak (100 %) har rød status. ");
        Words([Red], [Blank], "status").ShouldBe("Ingen har oppgitt status. Ingen har oppgitt risiko.");
        Words([Red], [Yellow], "status").ShouldContain("Ingen har rød status, ned fra 100 % i mars 2020.");
    }

    [Fact]
    public void Dependencies_NobodyStatedAnyBefore_AreNotComparedAndThoseWithoutAreCounted()
    {
        var words = Sentences.Of(October, March, Language.Bokmal, "dependencies");
        words.ShouldStartWith("94 avhengigheter er meldt inn; 61 har høy kritikalitet. 26 av 59 tiltak har ikke oppgitt noen.");
        words.ShouldContain("31 av 59 tiltak har ikke oppgitt noen.");
        words.ShouldNotContain("mars 2020");
        Sentences.Of(October, March, Language.Nynorsk, "dependencies").ShouldContain("26 av 59 tiltak har ikkje oppgitt nokon.");
        Sentences.Of(October, March, Language.English, "dependencies").ShouldContain("26 of 59 initiatives state none.");
    }

    [Theory]
    [InlineData(Language.Bokmal, "To avhengigheter er meldt inn, mot én i mars 2020; én har høy kritikalitet. ", "Ingen avhengigheter er røde, mot én i mars 2020. Én avhengighet er uten status. ", "Tre forutsetninger for gevinstene er meldt inn, mot én i mars 2020; to har høy kritikalitet. Disse gjelder journalsystemer hos fastleger og endrede rutiner hos fastleger (én hver).")]
    [InlineData(Language.Nynorsk, "To avhengnader er melde inn, mot éin i mars 2020; éin har høg kritikalitet. ", "Ingen avhengnader er raude, mot éin i mars 2020. Éin avhengnad er utan status. ", "Tre føresetnader for gevinstane er melde inn, mot éin i mars 2020; to har høg kritikalitet. Desse gjeld journalsystem hos fastlegar og endra rutinar hos fastlegar (éin kvar).")]
    [InlineData(Language.English, "Two dependencies are reported, against one in March 2020; one is of high criticality. ", "No dependency is red, against one in March 2020. One dependency has no status. ", "Three prerequisites for the benefits are reported, against one in March 2020; two are of high criticality. These are about health records at general practitioners and changed routines at general practitioners (one each).")]
    public void Dependencies_BothRoundsHaveSome_AreCompared(Language language, params string[] expected)
    {
        var words = Words([Red], [Yellow], "dependencies", language);
        foreach (var sentence in expected) words.ShouldContain(sentence);
    }

    [Fact]
    public void Prerequisites_NoneIsCritical_NothingIsMostCommon()
    {
        var words = Words([], [new() { Prerequisites = new() { EhrGp = new(Level.Low, null) } }], "dependencies");
        words.ShouldEndWith("Én forutsetning for gevinstene er meldt inn; ingen har høy kritikalitet.");
        Words([], [new() { Prerequisites = new() { EhrGp = new(Level.High, null) } }], "dependencies").ShouldEndWith("Én forutsetning for gevinstene er meldt inn; én har høy kritikalitet. Den gjelder journalsystemer hos fastleger.");
    }

    [Fact]
    public void Prerequisites_AsCommonAsOthers_AreAllNamed() =>
        Sentences.Of(October, March, Language.Bokmal, "dependencies").ShouldContain("Flest av disse gjelder andre prosjekter og journalsystemer i kommuner (elleve hver).");

    [Fact]
    public void Strategy_AreaWithoutANameOfItsOwn_IsCalledByItsNumberOnce()
    {
        Sentences.Of(October, March, Language.Bokmal, "strategy").ShouldContain("Ingen støtter innsatsområde 6.3 sterkt.");
        October.Figure("strategic-fit")!.Categories.Select(area => area.Name.Bokmal).ShouldContain("Innsatsområde 6.3");
    }

    [Theory]
    [InlineData(Language.Bokmal, "Ingen innsatsområder har sterk støtte fra mer enn ett tiltak. Tolv av 14 innsatsområder støttes ikke sterkt av noen.")]
    [InlineData(Language.English, "No focus area is strongly supported by more than one initiative. Twelve of 14 focus areas are not strongly supported by any initiative.")]
    public void Strategy_FewAreMarked_TheOthersAreCounted(Language language, string expected) => Words([], [Red], "strategy", language).ShouldBe(expected);

    [Fact]
    public void Strategy_OnlyLowMarks_IsSaid() => Words([], [Green], "strategy").ShouldBe("Ingen støtter noe innsatsområde sterkt.");

    [Fact]
    public void Benefits_RoundComparedWithAnswered_IsCompared() =>
        Words([Red], [Red, Red], "benefits").ShouldStartWith("Ingen tiltak er kommet langt i arbeidet med gevinster, ingen tiltak et stykke på vei, og to tiltak kort. I mars 2020 var tallene null, null og én.");

    [Fact]
    public void Progress_DeliverablesHadMovedBefore_IsCompared()
    {
        Report At(string planned) => SmallRounds.Delivering(("Første versjon", planned));
        var before = ReportFigures.Of(SmallRounds.OfOne(("2019-10-31", At("2020-01")), ("2020-03-31", At("2020-06"))));
        var now = ReportFigures.Of(SmallRounds.OfOne(("2019-10-31", At("2020-01")), ("2020-03-31", At("2020-06")), ("2020-10-31", At("2020-12"))));
        Sentences.Of(now, before, Language.Bokmal, "progress").ShouldContain("Én leveranse har fått flyttet dato siden den første rapporten. I mars 2020 var tallet én.");
        Sentences.Of(now, March, Language.Bokmal, "progress").ShouldNotContain("var tallet");
    }

    [Fact]
    public void Cost_NextToNobodyOrNextToAllStateIt_IsNeitherNoneNorAll()
    {
        var stated = Green with { TotalCostMnok = new(1m) };
        var (one, all) = (Words([], [.. Enumerable.Repeat(stated, 254), Green], "cost"), Words([], [.. Enumerable.Repeat(Green, 254), stated], "cost"));
        one.ShouldContain("Ett (under 1 %) har ikke oppgitt den.");
        all.ShouldContain("254 (over 99 %) har ikke oppgitt den.");
    }

    [Fact]
    public void Changes_NobodyExplainedAny_TheChapterIsLeftOut()
    {
        PortfolioReport.Of(October, March, [], Language.Bokmal).Chapters.Select(chapter => chapter.Id).ShouldNotContain("changes");
        PortfolioReport.Of(October, March, [], Language.Bokmal, edited: new Dictionary<string, string> { ["changes"] = "Alle ble spurt." }).Chapters.Single(chapter => chapter.Id == "changes").Title.ShouldBe("Forklarte endringer");
    }

    [Theory]
    [InlineData(Language.Bokmal, "Ett tiltak er ute av porteføljen, og ingen er nye. Det er satt på vent.", "To tiltak er ute av porteføljen, og ingen er nye. Av dem som er ute: ett er fullført og ett er satt på vent.")]
    [InlineData(Language.Nynorsk, "Eitt tiltak er ute av porteføljen, og ingen er nye. Det er sett på vent.", "To tiltak er ute av porteføljen, og ingen er nye. Av dei som er ute: eitt er fullført og eitt er sett på vent.")]
    [InlineData(Language.English, "One initiative left the portfolio, and none is new. It is paused.", "Two initiatives left the portfolio, and none is new. Of those that left, one is completed and one is paused.")]
    public void Summary_OneOrTwoLeft_SaysWhatBecameOfThem(Language language, string one, string two)
    {
        After(LifeStage.Paused).ShouldContain(one);
        After(LifeStage.Completed, LifeStage.Paused).ShouldContain(two);

        string After(params LifeStage[] left)
        {
            var earlier = MadeRound.Snapshot(new(new(2, 0, 0, [1, 0, 0, 0, 0, 0, 0, 0]), "2020-03", new(2020, 3, 31)), Enumerable.Range(0, left.Length + 1).Select(place => (place, Blank)));
            earlier = earlier with
            {
                Standings = [.. earlier.Standings.Select((standing, place) => place == 0 ? standing : standing with
                {
                    Initiative = standing.Initiative with { Life = [.. standing.Initiative.Life, new(new(2020, 5, 1), left[place - 1], null)] },
                })],
            };
            var before = new RoundContent(earlier, [.. earlier.Standings.Select(_ => Blank)], [], new Dictionary<Guid, ImmutableArray<ReportedDeliverables>>());
            return Sentences.Of(ReportFigures.Of(MadeRound.Of([Blank], [earlier])), ReportFigures.Of(before), language, "summary");
        }
    }

    private static string Words(IReadOnlyList<Report?> earlier, IReadOnlyList<Report?> later, string chapter, Language language = Language.Bokmal)
    {
        var (now, before) = Figures(earlier, later);
        return Sentences.Of(now, before, language, chapter);
    }

    private static IEnumerable<Report> Caused(string words, int count) => Enumerable.Repeat(new Report { Status = TrafficLight.Red, StatusCause = words }, count);
}
