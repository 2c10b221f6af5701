using System.Globalization;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>What the words of dependencies name.</summary>
public sealed class NamingTests
{
    // An initiative whose own name none of the words have.
    private const int StrangerId = 101;

    // Every dependency in the forms of October 2020: receiver, whom, of what is needed the words that matter for naming, the national ids of the initiatives that a careful reader takes to be named, and why where that is not plain.
    [Fact]
    public void Pairs_MadeByReading_AreFoundWithHighPrecisionAndRecall() =>
        ShouldFind(Rows("example-forms.tsv").Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[2], row[3])), 0.90m);

    // Written by somebody who knew the names and had not seen how they are found: whom, what, and the national ids that a careful reader takes to be named.
    [Fact]
    public void Pairs_WrittenByOthers_AreFoundWithHighPrecisionAndRecall() =>
        ShouldFind(Rows("written-by-others.tsv").Select(row => (StrangerId, row[0], row[1], row[2])), 0.85m);

    [Theory]
    [InlineData("HELIKS")]
    [InlineData("heliks")]
    [InlineData("Prosjektet HELIKS hos Helse Vest")]
    [InlineData("HELIKS-prosjektet")]
    [InlineData("HE\u00adLIKS")]
    public void Name_HoweverItIsWritten_IsFound(string on) => NamedBy(51, on, null).ShouldBe([161]);

    [Theory]
    [InlineData("Helseplattformens leveranser")]
    [InlineData("Helse-plattformen")]
    [InlineData("Helse plattformen")]
    [InlineData("Helseplatformen")]
    [InlineData("Helsepaltformen")]
    [InlineData("Heslepltatformen")]
    public void Name_InflectedSplitOrMisspeltByOneLetter_IsFound(string on) => NamedBy(51, on, null).ShouldBe([111]);

    [Theory]
    [InlineData("MSIS database", 171)]
    [InlineData("Et felles EPJ-løft", 11)]
    public void Name_InItsIndefiniteForm_IsFound(string on, int named) => NamedBy(51, on, null).ShouldBe([named]);

    [Fact]
    public void Word_LikeTwoWordsOfAName_IsOneWordInCommon() => NamedBy(51, "Direktoratet for e-helse/Kjernejournal", null).ShouldBeEmpty();

    [Theory]
    [InlineData("Enklare digitale tenester", 117)]
    [InlineData("Digital førarrettsforvalting", 149)]
    public void Name_InTheOtherWrittenNorwegian_IsFound(string on, int named) => NamedBy(51, on, null).ShouldBe([named]);

    [Theory]
    [InlineData("Innsyn og tilgjengeliggjøring - NPR & KPR", 170)]
    [InlineData("Velferdsteknologiprogrammet", 5)]
    [InlineData("Infeksjonsregisteret", 60)]
    [InlineData("API Management", 131)]
    [InlineData("Tiltak med ID 161", 161)]
    [InlineData("Prosjekt nr. 161", 161)]
    public void Name_AsPeopleShortenIt_IsFound(string on, int named) => NamedBy(51, on, null).ShouldContain(named);

    [Theory]
    [InlineData("Ingen avhengighet til HELIKS")]
    [InlineData("Prosjektet er ikke avhengig av HELIKS")]
    [InlineData("Uavhengig av HELIKS")]
    [InlineData("No dependency on HELIKS")]
    [InlineData("HELIKS er derimot ikke en avhengighet for oss")]
    [InlineData("HELIKS", "Vurdert, men ingen avhengighet")]
    public void Name_ThatIsSaidNotToBeNeeded_IsNotNamed(string on, string? what = null) => NamedBy(51, on, what).ShouldBeEmpty();

    [Theory]
    [InlineData("HELIKS", "Vi kan ikke starte, er avhengig av grensesnittene")]
    [InlineData("HELIKS", "Uten den kan vi ikke levere det som er avhengig av den")]
    [InlineData("HELIKS", "Prosjektet er no avhengig av felles grensesnitt")]
    [InlineData("HELIKS", "Grensesnitt for innlogging. Fase 2 er ikke avhengig av dette.")]
    [InlineData("Vi er ikke bare avhengig av HELIKS", "")]
    [InlineData("Vi er no avhengige av HELIKS", "")]
    [InlineData("HELIKS, men ikke avhengig av SAFEST", "")]
    public void Name_BesideWordsThatDenySomethingElse_IsNamed(string on, string what) => NamedBy(51, on, what).ShouldBe([161]);

    [Fact]
    public void Name_InAnotherSentenceThanTheDenial_IsNamed() => NamedBy(51, "HELIKS må være innført. SAFEST er ikke en avhengighet.", null).ShouldBe([161]);

    [Theory]
    [InlineData("Akson fase 1")]
    [InlineData("KPR trinn tre")]
    public void Name_WithAnotherNumber_IsNotMisspelt(string on) => One(51, on, null).Named.ShouldNotContain(named => named.Rule == NamingRule.Likeness);

    [Fact]
    public void Words_ThatNameSeveral_NameThemAll() => NamedBy(51, "HELIKS og SAFEST, MF Helse", null).ShouldBe([100, 102, 161], ignoreOrder: true);

    [Fact]
    public void Initiative_ThatNamesItselfAlone_IsItsOwnGiver()
    {
        NamedBy(161, "HELIKS", null).ShouldBe([161]);
        NamedBy(161, "HELIKS og SAFEST", null).ShouldBe([102]);
        NamedBy(161, "DIPS", "Leveranser til HELIKS").ShouldBeEmpty();
    }

    [Fact]
    public void EverydayWord_InTheWhat_IsLeftToAPerson()
    {
        var need = One(161, "DIPS", "kvaliteten på legemiddelregisteret");

        need.Named.ShouldNotContain(named => named.Target == TargetRef.Of(RegisterRound.Id(137)));
        need.Suggested.ShouldContain(named => named.Target == TargetRef.Of(RegisterRound.Id(137)));
    }

    [Fact]
    public void WordsTaught_NameWhatWasTaught()
    {
        var target = TargetRef.Of(RegisterRound.Id(161));
        var need = One(51, "Den store plattformen i vest", null, new KnownName("den store plattformen i vest", target));

        need.State.ShouldBe(NamingState.Resolved);
        need.Named.ShouldHaveSingleItem().ShouldSatisfyAllConditions(named => named.Target.ShouldBe(target), named => named.Rule.ShouldBe(NamingRule.Taught), named => named.Score.ShouldBe(1));
    }

    [Fact]
    public void WordsTaughtToNameSeveral_NameThemAll_AndWhatWasTaughtDecides()
    {
        var (one, other, block) = (TargetRef.Of(RegisterRound.Id(161)), TargetRef.Of(RegisterRound.Id(102)), new TargetRef(TargetKind.BuildingBlock, "helseid"));

        One(51, "Programmet vårt", null, new KnownName("Programmet vårt", one), new KnownName("Programmet vårt", other), new KnownName("Programmet vårt", block))
            .Named.Where(named => named.Rule == NamingRule.Taught).Select(named => (named.Target, named.Score)).ShouldBe([(one, 1m), (other, 1m), (block, 1m)], ignoreOrder: true);
        One(51, "HELIKS", null, new KnownName("HELIKS", other)).Named.Select(named => named.Target).ShouldBe([other]);
    }

    [Theory]
    [InlineData("HELIKS (")]
    [InlineData("HELIKS (ny fase")]
    [InlineData("(")]
    public void NameTaught_WithABracketThatNeverEnds_HurtsNobody(string words) =>
        One(51, words, null, new KnownName(words, TargetRef.Of(RegisterRound.Id(161)))).Named.Select(named => named.Target).ShouldBeSubsetOf([TargetRef.Of(RegisterRound.Id(161))]);

    [Fact]
    public void WordsTaughtToNameNothing_AreDecided() => One(51, "Et helt annet sted", null, new KnownName("Et helt annet sted", null)).State.ShouldBe(NamingState.Elsewhere);

    [Fact]
    public void Words_ThatNameNothing_AreCountedAndKept()
    {
        var need = One(51, "Qwertyuiop", "zxcvbnm");

        need.State.ShouldBe(NamingState.Unresolved);
        need.Dependency!.On.ShouldBe("Qwertyuiop");
    }

    [Fact]
    public void Deliverable_ThatIsAskedFor_IsNamedWithItsInitiative()
    {
        var giver = new Report { Deliverables = [new("Opplæring av ansatte", "2020", PartialDate.OfYear(2020)), new("Felles grensesnitt for integrasjoner", "2021", PartialDate.OfYear(2021))] };
        var register = RegisterRound.Of(new Dictionary<int, Report> { [161] = giver, [51] = new() { Dependencies = [RegisterRound.Need("HELIKS", "Regionale felles grensesnitt klare for integrasjoner")] } });

        register.Needs.Single(need => !need.IsPrerequisite).Named.Select(named => named.Target).ShouldBe([TargetRef.Of(RegisterRound.Id(161)), TargetRef.Of(RegisterRound.Id(161), 1)]);
    }

    [Fact]
    public void What_OfShortWordsOnly_NamesNoDeliverable()
    {
        var register = RegisterRound.Of(new Dictionary<int, Report> { [161] = new() { Deliverables = [new("Opplæring", null, null)] }, [51] = new() { Dependencies = [RegisterRound.Need("HELIKS", "noe")] } });

        register.Needs.Single().Named.Select(named => named.Target).ShouldBe([TargetRef.Of(RegisterRound.Id(161))]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "  ")]
    [InlineData("|", "()<>")]
    [InlineData("\ud800", "\u202e\u0000")]
    public void Words_WithNothingInThem_HurtNobody(string? on, string? what) => NamedBy(51, on, what).ShouldBeEmpty();

    [Fact]
    public void Words_OfFiftyThousandLetters_NameWhatStandsInThem() =>
        NamedBy(51, string.Join(' ', Enumerable.Repeat("SAFEST og EPJ-løftet", 2_500)), new string('a', 50_000)).ShouldBe([11, 102], ignoreOrder: true);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "Dependencies", file)).Select(line => line.Split('\t'));

    // Counted by every initiative that is taken for named.
    private static void ShouldFind(IEnumerable<(int Receiver, string On, string What, string Named)> rows, decimal leastRecall)
    {
        List<string> wrong = [], missed = [];
        var right = 0;
        foreach (var (receiver, on, what, ids) in rows)
        {
            var named = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
            var found = NamedBy(receiver, on, what);
            right += found.Count(named.Contains);
            wrong.AddRange(found.Where(id => !named.Contains(id)).Select(id => $"wrong: {receiver}: {on} | {what} -> {id}"));
            missed.AddRange(named.Where(id => !found.Contains(id)).Select(id => $"missed: {receiver}: {on} | {what} -> {id}"));
        }

        var told = $"{right} right\n{string.Join('\n', [.. wrong, .. missed])}";
        ((decimal)right / (right + wrong.Count)).ShouldBeGreaterThanOrEqualTo(0.95m, told);
        ((decimal)right / (right + missed.Count)).ShouldBeGreaterThanOrEqualTo(leastRecall, told);
    }

    private static RegisteredNeed One(int receiver, string? on, string? what, params KnownName[] taught) =>
        RegisterRound.Of(new Dictionary<int, Report> { [receiver] = new() { Dependencies = [RegisterRound.Need(on, what, Level.High)] } }, content => content with { KnownNames = [.. taught] }).Needs.Single();

    private static int[] NamedBy(int receiver, string? on, string? what) => [.. One(receiver, on, what).Givers.Select(NationalId)];

    private static int NationalId(Guid initiative) => BitConverter.ToInt32(initiative.ToByteArray());
}
