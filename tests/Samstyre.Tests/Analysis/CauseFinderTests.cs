using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis;

/// <summary>Causes found by a portfolio's own words, and by the built-in ones.</summary>
public sealed class CauseFinderTests
{
    [Theory]
    [InlineData("forsink*", "Prosjektet er forsinket.", true)]
    [InlineData("forsink*", "Prosjektet er uforsinket.", false)]
    [InlineData("*ressurs*", "Vi mangler nøkkelressurser.", true)]
    [InlineData("*løyving", "Prosjektet ventar på tilleggsløyving.", true)]
    [InlineData("*løyving", "Prosjektet ventar på løyvingar.", false)]
    [InlineData("sen", "Vi er sen.", true)]
    [InlineData("sen", "Senere blir det bedre.", false)]
    [InlineData(" EPJ-Leverandør* ", "Det er EPJ-leverandørene som mangler folk", true)]
    [InlineData("etter plan*", "Vi ligger etter  planen", true)]
    [InlineData("forsink*", "Vi er ikke forsinket.", false)]
    [InlineData("forsink*", "Vi er verken sene eller ikkje forsinka, men forsinka likevel", true)]
    // In Nynorsk "no" means now.
    [InlineData("forsink*", "Vi er no forsinka", true)]
    [InlineData("*", "Alt", false)]
    [InlineData("", "Alt", false)]
    public void In_WordOfTheList_IsFoundAsItsStarsSay(string word, string text, bool found) =>
        Finder(new([word], [], [])).In(text).Any().ShouldBe(found);

    [Theory]
    [InlineData("no delay", false)]
    [InlineData("a delay", true)]
    public void In_EnglishWord_IsTakenBackByEnglishNegations(string text, bool found) => Finder(new([], [], ["delay*"])).In(text).Any().ShouldBe(found);

    [Fact]
    public void Default_BuiltInList_HasWordsInEveryLanguage()
    {
        var list = CauseList.Default;
        list.Causes.Select(cause => cause.Key).ShouldBe(["delay", "resources", "funding", "supplier", "ehr-suppliers", "dependencies", "pandemic", "replanning"]);
        list.Causes.ShouldAllBe(cause => cause.Words.Bokmal.Count > 0 && cause.Words.Nynorsk.Count > 0 && cause.Words.English.Count > 0);
        CauseFinder.Of(list).In("Forsinket på grunn av koronapandemien. Too few resources.").Select(found => (found.Cause.Key, found.Sentence))
            .ShouldBe([("delay", "Forsinket på grunn av koronapandemien."), ("resources", "Too few resources."), ("pandemic", "Forsinket på grunn av koronapandemien.")]);
    }

    [Theory]
    [InlineData("Stanset; ansvaret er uavklart", "")]
    [InlineData("Finansiering i 2021 er uavklart", "funding")]
    [InlineData("Personell rød; tid og kostnad gul", "resources funding")]
    [InlineData("Tid, risiko og personell er gule", "resources")]
    [InlineData("Kommunene er opptatt", "resources")]
    [InlineData("Awaiting a decision on the funding", "funding dependencies")]
    [InlineData("Ventar på ei anna løysing", "dependencies")]
    public void Default_SomethingUnsettled_IsNoDependencyOfItself(string text, string causes) =>
        string.Join(' ', CauseFinder.Of(CauseList.Default).In(text).Select(found => found.Cause.Key)).ShouldBe(causes);

    [Fact]
    public void Of_ThePortfoliosOwnList_IsCountedInsteadOfTheBuiltIn()
    {
        var round = SmallRounds.Of(("2020-03-31", [Red("Vi mangler kontorplass"), Red("Forsinket av koronaen")]));
        var own = round.Snapshot.Definition with { Causes = CauseList.Default with { Causes = [new("rooms", new("Lokaler"), new(["*kontorplass*"], [], []))] } };
        var figure = CommonCauses.Of(round with { Snapshot = round.Snapshot with { Definition = own } });
        figure.Categories.Select(category => (category.Key, figure.Cell(category.Key, "initiatives")!.Value)).ShouldBe([("rooms", 1m), ("other", 1m), ("none", 0m)]);

        static Report Red(string cause) => new() { Status = TrafficLight.Red, StatusCause = cause };
    }

    private static CauseFinder Finder(WordList words) => CauseFinder.Of(CauseList.Default with { Causes = [new("it", new("It"), words)] });
}
