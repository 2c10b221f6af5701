using System.Globalization;
using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>What the words of dependencies name. The pairs were made by reading the forms of October 2020: who is named, by the words that name.</summary>
public sealed class NamingTests
{
    // An initiative whose own name none of the words have.
    private const int StrangerId = 101;

    // Receiver, whom, what, and the national ids of the initiatives that a careful reader takes to be named; none for words that name others.
    private static readonly (int Receiver, string? On, string? What, int[] Named)[] Pairs =
    [
        (111, "Legemiddel-programmet i E-helse", "SFM leveransen", [160]),
        (111, "SAFEST", "Nytt innhold", [102]),
        (111, "Felles språk i E-helse", "PKT og HP", [47]),
        (111, "E-helse", "data- og dokumentdeling", []),
        (111, "MF Helse", "Leveranser og leveranseplan", [100]),
        (111, "Robust mobilt helsenett", "Leveranseplan", [101]),
        (111, "HelseID", "Løsning for HelseID", []),
        (161, "HelseID løsningen", null, []),
        (161, "NIKT/SAFEST", "legemiddelregisteret FEST", [102]),
        (161, "Direktoratet for e-helse/PLL", "Pasientens legemidler", []),
        (161, "Direktoratet for e-helse/Kjernejournal", "Helse Vest", []),
        (182, "Statens legemiddelverk", "SAFEST Gjennomføring", [102]),
        (137, "SLV/Farmalogg", "FEST/SAFEST", [102]),
        (137, "NHN", "Teknisk infrastruktur", []),
        (137, "DIFA", "Data fra apotek", []),
        (184, "Kjernejournal/Akson", "Akson", [81]),
        (184, "Grunnmur (HelseID)", null, []),
        (139, "EPJ-løftet og leveranser fra EPJ-leverandører", "Fagsystemer", [11]),
        (100, "EPJ-leverandører/EPJ-løftet", "Nytt folkeregister", [11]),
        (100, "RHF – Integrasjon med PREG", null, []),
        (100, "Kommune", null, []),
        (51, "Innføring av felles kliniske løsninger i Helse Vest, HELIKS", "Grensesnitt", [161]),
        (51, "DIPS", "DIPS Arena", []),
        (145, "Helsedirektoratet", "DigiUng-prosjektet", [123]),
        (145, "EPJ-leverandørene", "Utviklingskapasitet", []),
        (123, "Oslo Kommune", "Digi-Helsestasjon, sikker dialog", [145]),
        (123, "Hdir", "Mestringsportalen", []),
        (123, "Bufdir", "ung.no", []),
        (128, "Regional EPJ/Innsyn i journaldokumenter via KJ Prosjektet hos HSØ", null, [163]),
        (128, "KJ i kommunen, Direktoratet for e-helse", null, []),
        (60, "Nasjonal laboratoriedatabase", null, [112]),
        (60, "Helseanalyseplattformen", null, [107]),
        (60, "HOD", "Helseregisterloven", []),
        (171, "Laboratoriedatabasen", null, [112]),
        (5, "Nasjonal grunnmur", "Nasjonal løsning for API management og Akson", [131, 81]),
        (179, "Nasjonal grunnmur", "Nasjonal løsning for API management og Akson", [131, 81]),
        (5, "Juridiske avklaringer", "Dokumentasjonsplikt", []),
        (114, "Regionale virksomheter", "Forskrift om IKT-standarder", []),
        (117, "Partnere som NAV og NHN", null, []),
        (117, "EPJ-leverandører", "I tide", []),
        (118, "Leverandør Philips", "Sympathy", []),
        (118, "Leverandør Tieto", "Philips", []),
        (125, "Helsedirektoratet – NPR", "Forvaltning av register", []),
        (125, "Hemit", "Skjemaplattform", []),
        (132, "IBM", "Kompetanse", []),
        (132, "Helseforetakene", "Sluttbruker", []),
        (164, "DIPS", "Ytelse", []),
        (164, "Interne prosjekter i Sykehuspartner", "Ressurser", []),
        (165, "NHN / kommunene / EPJ leverandører", "Mal", []),
        (167, "Direktoratet for e-helse – Grunndata", "RESH", []),
        (169, "Kommuner, fastleger mv", "EPJ-løsninger", []),
        (170, "Helsedirektoratet", "Helsenorge.no og NHN", []),
        (186, "Helse ID", "Felles pålogging", []),
        (190, "KS", "FIKS plattformen", []),
    ];

    [Fact]
    public void Pairs_MadeByReading_AreFoundWithHighPrecisionAndRecall()
    {
        List<string> wrong = [], missed = [];
        var right = 0;
        foreach (var (receiver, on, what, named) in Pairs)
        {
            var found = NamedBy(receiver, on, what);
            right += found.Count(named.Contains);
            wrong.AddRange(found.Where(id => !named.Contains(id)).Select(id => $"{receiver}: {on} | {what} -> {id}"));
            missed.AddRange(named.Where(id => !found.Contains(id)).Select(id => $"{receiver}: {on} | {what} -> {id}"));
        }

        var precision = (decimal)right / (right + wrong.Count);
        var recall = (decimal)right / (right + missed.Count);
        precision.ShouldBeGreaterThanOrEqualTo(0.95m, string.Join('\n', wrong));
        recall.ShouldBeGreaterThanOrEqualTo(0.90m, string.Join('\n', missed));
    }

    // Written by somebody who knew the names and had not seen how they are found: whom, what, and the national ids that a careful reader takes to be named.
    [Fact]
    public void Pairs_WrittenByOthers_AreFoundWithHighPrecisionAndRecall()
    {
        List<string> wrong = [], missed = [];
        var right = 0;
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "Dependencies", "written-by-others.tsv")).Select(line => line.Split('\t')))
        {
            var named = row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
            var found = NamedBy(StrangerId, row[0], row[1]);
            right += found.Count(named.Contains);
            wrong.AddRange(found.Where(id => !named.Contains(id)).Select(id => $"{row[0]} | {row[1]} -> {id}"));
            missed.AddRange(named.Where(id => !found.Contains(id)).Select(id => $"{row[0]} | {row[1]} -> {id}"));
        }

        ((decimal)right / (right + wrong.Count)).ShouldBeGreaterThanOrEqualTo(0.95m, string.Join('\n', wrong));
        ((decimal)right / (right + missed.Count)).ShouldBeGreaterThanOrEqualTo(0.85m, string.Join('\n', missed));
    }

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

    private static RegisteredNeed One(int receiver, string? on, string? what, params KnownName[] taught) =>
        RegisterRound.Of(new Dictionary<int, Report> { [receiver] = new() { Dependencies = [RegisterRound.Need(on, what, Level.High)] } }, content => content with { KnownNames = [.. taught] }).Needs.Single();

    private static int[] NamedBy(int receiver, string? on, string? what) => [.. One(receiver, on, what).Givers.Select(NationalId)];

    private static int NationalId(Guid initiative) => BitConverter.ToInt32(initiative.ToByteArray());
}
