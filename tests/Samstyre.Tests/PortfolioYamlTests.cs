using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class PortfolioYamlTests
{
    private const string Small = """
        code: small
        name: Small
        strategyAreas:
          - code: "1"
            name: { nb: En, nn: Ein, en: One }
            focusAreas:
              - { code: "1.1", name: Første }
        segments:
          - { code: co-govern, letter: S, name: Samstyre, reportsPerYear: 4 }
        groups:
          - { code: g, name: Gruppe }
        organisations:
          - { code: a, name: Aa, group: g, aliases: [A] }
          - { code: b, name: Bb, group: g }
        dependencyCategories:
          - { code: "1", name: Tjenester }

        """;

    [Fact]
    public void Read_WholeDefinition_GivesIt()
    {
        var result = PortfolioYaml.Read(Small);
        result.Findings.ShouldBeEmpty();
        result.Definition!.StrategyAreas.Single().Name.English.ShouldBe("One");
        result.Definition.Organisations.Select(organisation => organisation.Aliases.Count).ShouldBe([1, 0]);
    }

    [Theory]
    [InlineData("letter: S", "leter: S", "YamlUnknownKey", 9)]
    [InlineData("letter: S", "leter: S", "YamlMissing", 9)]
    [InlineData("reportsPerYear: 4", "reportsPerYear: four", "YamlNotNumber", 9)]
    [InlineData("code: b", "code: a", "CodeUsedTwice", 14)]
    [InlineData("name: Bb, ", "", "YamlMissing", 14)]
    [InlineData("name: Bb", "name: a", "NameClaimedTwice", 14)]
    [InlineData("aliases: [A]", "aliases: A", "YamlNotList", 13)]
    [InlineData("aliases: [A]", "aliases: [A, 'a.']", "NameClaimedTwice", 13)]
    [InlineData("name: Bb, group: g", "name: Bb, group: h", "UnknownGroup", 14)]
    [InlineData("code: \"1.1\"", "code: \"2.1\"", "FocusAreaOutside", 7)]
    [InlineData("nb: En, ", "", "YamlMissing", 5)]
    [InlineData("name: Small", "name: [", "YamlInvalid", 1)]
    [InlineData("name: Small", "name: \"Small", "YamlInvalid", 2)]
    [InlineData("name: Small", "name: Small\nname: Smaller", "YamlInvalid", 3)]
    public void Read_Mistake_IsFoundOnItsLine(string right, string wrong, string code, int line)
    {
        var result = PortfolioYaml.Read(Small.Replace(right, wrong, StringComparison.Ordinal));
        result.Definition.ShouldBeNull();
        result.Findings.Where(finding => finding.Code == code).Select(finding => finding.Line).ShouldContain(line, string.Join("\n", result.Findings));
    }

    private const string Causes = Small + """
        timeZone: America/Toronto
        causeWords:
          negations: { nb: [ikke], en: [not] }
          causes:
            - { code: delay, name: Forsinkelse, words: { nb: ["forsink*", sen], nn: ["forseink*"] } }
            - { code: rooms, name: { nb: Lokaler, en: Rooms }, words: { nb: ["*kontor*"] } }

        """;

    [Fact]
    public void Read_WordsOfCausesAndTimeZone_GivesThem()
    {
        var result = PortfolioYaml.Read(Causes);
        result.Findings.ShouldBeEmpty();
        result.Definition!.TimeZone.ShouldBe("America/Toronto");
        var list = result.Definition.Causes;
        list.Causes.Select(cause => cause.Key).ShouldBe(["delay", "rooms"]);
        list.Causes[0].Words.Bokmal.ShouldBe(["forsink*", "sen"]);
        list.Causes[0].Words.Nynorsk.ShouldBe(["forseink*"]);
        list.Causes[0].Words.English.ShouldBeEmpty();
        list.Negations.Nynorsk.ShouldBeEmpty();
        list.Negations.English.ShouldBe(["not"]);
    }

    [Fact]
    public void Read_WithoutWordsOfCausesAndTimeZone_GivesTheDefaults()
    {
        var definition = PortfolioYaml.Read(Small).Definition!;
        (definition.Causes, definition.TimeZone).ShouldBe((CauseList.Default, "Europe/Oslo"));
        var half = PortfolioYaml.Read(Small + "causeWords: { negations: { nb: [aldri] } }\n").Definition!.Causes;
        half.Causes.ShouldBe(CauseList.Default.Causes);
        half.Negations.Bokmal.ShouldBe(["aldri"]);
    }

    [Theory]
    [InlineData("America/Toronto", "Nowhere/Nothing", "UnknownTimeZone", 17)]
    [InlineData("code: rooms", "code: delay", "CodeUsedTwice", 22)]
    [InlineData("code: rooms", "code: other", "CodeUsedTwice", 22)]
    [InlineData("name: Forsinkelse, ", "", "YamlMissing", 21)]
    [InlineData("[\"*kontor*\"]", "[\"*\"]", "WordEmpty", 22)]
    [InlineData("[\"*kontor*\"]", "kontor", "YamlNotList", 22)]
    [InlineData("nb: [ikke]", "no: [ikke]", "YamlUnknownKey", 19)]
    public void Read_MistakeInWordsOfCausesOrTimeZone_IsFoundOnItsLine(string right, string wrong, string code, int line)
    {
        var result = PortfolioYaml.Read(Causes.Replace(right, wrong, StringComparison.Ordinal));
        result.Definition.ShouldBeNull();
        result.Findings.Where(finding => finding.Code == code).Select(finding => finding.Line).ShouldContain(line, string.Join("\n", result.Findings));
    }

    private const string Reporting = Small + """
        reporting:
          requiredParts:
            - { segment: co-govern, parts: [risk, identity] }
          significantChange: { moneyShare: 0.25, moneyAtLeastMnok: 2.5, days: 14 }
          masking:
            - { audience: public, parts: [all], before: false, after: true }
            - { audience: committees, parts: [status], before: true, after: true }

        """;

    [Fact]
    public void Read_Reporting_GivesItsRules()
    {
        var result = PortfolioYaml.Read(Reporting);
        result.Findings.ShouldBeEmpty();
        var rules = result.Definition!.Reporting;
        rules.PartsOf("co-govern").ShouldBe([ReportPart.Identity, ReportPart.Risk]);
        rules.Significant.ShouldBe(new(0.25m, 2.5m, 14));
        rules.Masking.Count.ShouldBe(Enum.GetValues<ReportPart>().Length + 1);
        (rules.Shows(ReportPart.Cost, Audience.Public, published: true), rules.Shows(ReportPart.Cost, Audience.Public, published: false)).ShouldBe((true, false));
        (rules.Shows(ReportPart.Status, Audience.Committees, published: false), rules.Shows(ReportPart.Cost, Audience.Committees, published: true)).ShouldBe((true, false));
    }

    [Fact]
    public void Read_WithoutReporting_GivesTheDefaults()
    {
        PortfolioYaml.Read(Small).Definition!.Reporting.ShouldBe(ReportingRules.Default);
        PortfolioYaml.Read(Small + "reporting:\n").Definition!.Reporting.ShouldBe(ReportingRules.Default);
        var half = PortfolioYaml.Read(Small + "reporting: { significantChange: { days: 7 } }\n").Definition!.Reporting;
        half.Significant.ShouldBe(ReportingRules.Default.Significant with { Days = 7 });
        half.Masking.ShouldBe(ReportingRules.Default.Masking);
        half.PartsOf("co-govern").Count.ShouldBe(Enum.GetValues<ReportPart>().Length);
    }

    [Theory]
    [InlineData("segment: co-govern, parts", "segment: lead, parts", "UnknownSegment", 19)]
    [InlineData("[risk, identity]", "[risk, money]", "UnknownPart", 19)]
    [InlineData("[risk, identity]", "[risk, risk]", "PartTwice", 19)]
    [InlineData("[risk, identity]", "[all, risk]", "UnknownPart", 19)]
    [InlineData("[risk, identity]", "[]", "NoParts", 19)]
    [InlineData("[risk, identity]", "risk", "YamlNotList", 19)]
    [InlineData("[risk, identity] }", "[all] }\n    - { segment: co-govern, parts: [all] }", "CodeUsedTwice", 20)]
    [InlineData("moneyShare: 0.25", "moneyShare: 10 %", "YamlNotAmount", 20)]
    [InlineData("moneyShare: 0.25", "moneyShare: 10", "ShareAboveOne", 20)]
    [InlineData("moneyAtLeastMnok: 2.5", "moneyAtLeastMnok: -1", "YamlNotAmount", 20)]
    [InlineData("days: 14", "days: 1.5", "YamlNotNumber", 20)]
    [InlineData("days: 14", "dager: 14", "YamlUnknownKey", 20)]
    [InlineData("{ moneyShare: 0.25, moneyAtLeastMnok: 2.5, days: 14 }", "much", "YamlNotMapping", 20)]
    [InlineData("audience: public", "audience: office", "UnknownAudience", 22)]
    [InlineData("audience: committees", "audience: public", "MaskedTwice", 23)]
    [InlineData("before: false, after: true }", "before: nei, after: true }", "YamlNotFlag", 22)]
    [InlineData("  masking:", "  mask:", "YamlUnknownKey", 21)]
    public void Read_MistakeInReporting_IsFoundOnItsLine(string right, string wrong, string code, int line)
    {
        Reporting.ShouldContain(right);
        var result = PortfolioYaml.Read(Reporting.Replace(right, wrong, StringComparison.Ordinal));
        result.Definition.ShouldBeNull();
        result.Findings.Where(finding => finding.Code == code).Select(finding => finding.Line).ShouldContain(line, string.Join("\n", result.Findings));
    }

    private const string Foundation = Small + """
        foundation:
          goals:
            - { code: RM1, name: Mål }
          measures:
            - { code: RM1-T1, goal: RM1, name: Tiltaket, aliases: [Tilt], owner: a, initiatives: [160, 47], blocks: [id], from: 2019, planned: 2020-H2, status: green, funding: partly }
          blocks:
            - { code: id, name: { nb: Pålogging, en: Login } }
        parties:
          - { code: gp, kind: general-practitioners, name: Fastleger, aliases: [Fastlege] }
        clarifications:
          - { code: act, kind: law, name: Loven, aliases: [Lov], owner: Departementet, due: 2021-Q3, status: yellow, done: true }
        """;

    [Fact]
    public void Read_FoundationPartiesAndClarifications_GivesThem()
    {
        var result = PortfolioYaml.Read(Foundation);
        result.Findings.ShouldBeEmpty();
        var definition = result.Definition!;
        definition.Foundation.Goals.ShouldHaveSingleItem().Code.ShouldBe("RM1");
        var measure = definition.Foundation.Measures.ShouldHaveSingleItem();
        (measure.Goal, measure.Owner, measure.Status, measure.Funding).ShouldBe(("RM1", "a", TrafficLight.Green, FundingState.Partly));
        (measure.From, measure.Planned).ShouldBe((PartialDate.OfYear(2019), PartialDate.OfHalf(2020, 2)));
        measure.Initiatives.ShouldBe([160, 47]);
        measure.Blocks.ShouldBe(["id"]);
        definition.Foundation.Blocks.ShouldHaveSingleItem().Funding.ShouldBeNull();
        definition.Parties.ShouldHaveSingleItem().Kind.ShouldBe(PartyKind.GeneralPractitioners);
        var clarification = definition.Clarifications.ShouldHaveSingleItem();
        (clarification.Kind, clarification.Owner, clarification.Due, clarification.Status, clarification.Done).ShouldBe((ClarificationKind.Law, "Departementet", PartialDate.OfQuarter(2021, 3), TrafficLight.Yellow, true));
    }

    [Theory]
    [InlineData("goal: RM1", "goal: RM2", "UnknownGoal", 21)]
    [InlineData("owner: a", "owner: z", "UnknownOrganisation", 21)]
    [InlineData("blocks: [id]", "blocks: [ids]", "UnknownBlock", 21)]
    [InlineData("[160, 47]", "[160, x]", "YamlNotNumber", 21)]
    [InlineData("planned: 2020-H2", "planned: i fjor", "YamlNotDate", 21)]
    [InlineData("planned: 2020-H2", "planned: 2018", "PlannedBeforeFrom", 21)]
    [InlineData("due: 2021-Q3", "due: 2021-Q5", "YamlNotDate", 27)]
    [InlineData("funding: partly", "funding: some", "UnknownChoice", 21)]
    [InlineData("kind: law", "kind: rule", "UnknownChoice", 27)]
    [InlineData("kind: law, ", "", "YamlMissing", 27)]
    [InlineData("kind: general-practitioners", "kind: GeneralPractitioners", "UnknownChoice", 25)]
    [InlineData("aliases: [Tilt]", "aliases: [Bb]", "NameClaimedTwice", 21)]
    [InlineData("aliases: [Fastlege]", "aliases: [pålogging]", "NameClaimedTwice", 25)]
    [InlineData("aliases: [Lov]", "aliases: [FASTLEGE]", "NameClaimedTwice", 27)]
    [InlineData("code: gp, ", "code: gp, kode: gp, ", "YamlUnknownKey", 25)]
    public void Foundation_Mistake_IsFoundOnItsLine(string right, string wrong, string code, int line)
    {
        var result = PortfolioYaml.Read(Foundation.Replace(right, wrong, StringComparison.Ordinal));
        result.Definition.ShouldBeNull();
        result.Findings.Where(finding => finding.Code == code).Select(finding => finding.Line).ShouldContain(line, string.Join("\n", result.Findings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    public void Read_NoMapping_SaysSo(string yaml) => PortfolioYaml.Read(yaml).Findings.ShouldHaveSingleItem().Code.ShouldBe("YamlNotMapping");

    [Fact]
    public void Read_SeveralMistakes_FindsAllInOrderOfLines()
    {
        var yaml = Small.Replace("code: small", "kode: small", StringComparison.Ordinal).Replace("group: g", "group: h", StringComparison.Ordinal);
        var result = PortfolioYaml.Read(yaml);
        result.Findings.Count.ShouldBe(4);
        result.Findings.Select(finding => finding.Line ?? 0).ShouldBeInOrder();
    }

    [Fact]
    public void Register_Mistakes_LeaveOutTheirInitiativeOnly()
    {
        const string register = """
            initiatives:
              - { name: Good, nationalId: 1, organisation: a, segment: co-govern, life: [{ on: 2020-01-17, stage: in-portfolio }] }
              - { name: Wrong segment, segment: lead }
              - { name: Wrong organisation, organisation: z }
              - { name: Same id, nationalId: 1 }
              - { name: Wrong day, life: [{ on: 2020-02-31, stage: in-portfolio }] }
              - { name: Wrong stage, life: [{ on: 2020-02-01, stage: gone }] }
              - { name: Backwards, life: [{ on: 2020-02-01, stage: candidate }, { on: 2020-01-01, stage: in-portfolio }] }
              - { name: good }
            """;
        var result = InitiativeRegister.Read(register, PortfolioYaml.Read(Small).Definition!);
        result.Registrations.ShouldHaveSingleItem().Name.ShouldBe("Good");
        result.Findings.Select(finding => (finding.Code, finding.Line)).ShouldBe([
            ("UnknownSegment", 3), ("UnknownOrganisation", 4), ("IdUsedTwice", 5), ("NotDay", 6), ("UnknownStage", 7), ("LifeNotInOrder", 8), ("NameUsedTwice", 9)]);
    }
}
