using System.Text.RegularExpressions;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Web;

/// <summary>Every text of the screens is there in every language, with the same places for values, and is used.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] Sources = SourcesOf("src", "Samstyre.App");
    private static readonly string[] ReportSources = SourcesOf("src", "Samstyre.Reports");

    /// <summary>The texts of the screens and of the report.</summary>
    public static TheoryData<string> Rooms => ["screens", "report"];

    private static string[] SourcesOf(params string[] folders) => [.. Directory.EnumerateFiles(Path.Combine([Root(), .. folders]), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Keys_OfEachLanguage_AreTheSame(string room)
    {
        foreach (var other in In(room)) other.Keys.ShouldBe(In(room)[0].Keys, ignoreOrder: true, other.Code);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Places_OfEachLanguage_AreTheSame(string room)
    {
        foreach (var key in In(room)[0].Keys)
        {
            var places = In(room).Select(texts => string.Join(' ', Place().Matches(texts[key]).Select(match => match.Value).Distinct().Order())).Distinct().ToList();
            places.Count.ShouldBe(1, key);
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Texts_OfEachLanguage_AreNotEmpty(string room)
    {
        foreach (var texts in In(room)) texts.Keys.Where(key => texts[key].Length == 0).ShouldBeEmpty(texts.Code);
    }

    [Fact]
    public void Keys_ThatPagesAskFor_AreThere()
    {
        var asked = Sources.SelectMany(source => Asked().Matches(source)).Select(match => match.Groups["key"].Value).Distinct();
        asked.Where(key => !Has(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_ThatTheReportAsksFor_AreThereAndUsed()
    {
        var all = string.Concat(ReportSources);
        string[] endings = ["", ".one", ".many", ".none", ".first", ".up", ".down", ".same", ".against", ".missing"];
        string[] made = ["template.", "chapter.", "way.", "status.", "risk.", "budget.cause.", "total-cost.", "operating-cost.", "number."];
        var asked = ReportSources.SelectMany(source => Asked().Matches(source)).Select(match => match.Groups["key"].Value).Distinct();
        asked.Where(key => !endings.Any(ending => ReportTexts.All[0].Has(key + ending))).ShouldBeEmpty();
        ReportTexts.All[0].Keys
            .Where(key => !made.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
            .Where(key => !endings.Any(ending => key.EndsWith(ending, StringComparison.Ordinal) && all.Contains($"\"{key[..^ending.Length]}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Keys_OfFieldsPartsStagesAndRows_AreThere()
    {
        ReportFields.All.Select(field => field.Label)
            .Concat(Enum.GetNames<ReportPart>().Select(part => "part." + part))
            .Concat(Enum.GetNames<LifeStage>().Select(stage => "stage." + stage))
            .Concat(new Prerequisites().Rows().Select(row => "prerequisite." + row.Key))
            .Where(key => !Has(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_AreAllUsed()
    {
        var all = string.Concat(Sources);
        string[] made = ["field.", "part.", "stage.", "prerequisite.", "finding.", "problem.", "role.", "letter.", "page.", "list.", "help.", "significance.", "assignment.state.", "round.state.", "round.step.", "audit.action.", "audit.detail.", "form.closed.", "workbench.language.", "template.as.", "files.matched.", "candidate.standing.", "wheel.theme.", "life.step.", "needs.state.", "needs.rule.", "needs.kind.", "contradictions.severity.", "simulation.origin.", "foundation.funding.", "clarification.kind.", "load.when.", "map.kind.", "needdesk.kind.", "needdesk.severity.", "needdesk.rule.", "needdesk.part.", "needdesk.empty.", "needdesk.more.", "needdesk.answer.", "needdesk.certainty.", "needdesk.both.", "needdesk.state."];
        string[] endings = [".one", ".many", ".none", ".title", ".what", ".todo"];
        ScreenTexts.All[0].Keys
            .Where(key => !made.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
            .Where(key => !all.Contains($"\"{key}\"", StringComparison.Ordinal))
            .Where(key => !endings.Any(ending => key.EndsWith(ending, StringComparison.Ordinal) && all.Contains($"\"{key[..^ending.Length]}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
        var rooms = string.Concat(SourcesOf("src"));
        foreach (var kind in (string[])["finding.", "problem."])
            ScreenTexts.All[0].Keys.Where(key => key.StartsWith(kind, StringComparison.Ordinal)).Where(key => !rooms.Contains($"\"{key[kind.Length..]}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Findings_ThatTheReaderMakes_HaveASentenceInEveryLanguage()
    {
        var codes = SourcesOf("src", "Samstyre.Import").SelectMany(source => FindingCode().Matches(source)).Select(match => match.Groups["code"].Value).Distinct();
        codes.Where(code => !Has("finding." + code)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("IdClaimedTwice")]
    [InlineData("NameChanged")]
    [InlineData("NameMissing")]
    [InlineData("NameOfAnother")]
    [InlineData("ReportedOutsidePortfolio")]
    [InlineData("ColourUnknown")]
    [InlineData("AmountNotNumber")]
    [InlineData("FocusAreaUnknown")]
    [InlineData("KeyUnknown")]
    [InlineData("OrganisationUnknown")]
    [InlineData("EncodingGuessed")]
    public void Findings_OfMatchingAndTables_HaveASentenceInEveryLanguage(string code) => Has("finding." + code).ShouldBeTrue();

    private static IReadOnlyList<TextSet> In(string room) => room == "report" ? ReportTexts.All : ScreenTexts.All;

    private static bool Has(string key) => ScreenTexts.All[0].Has(key) || ScreenTexts.All[0].Has(key + ".one");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Samstyre.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Samstyre.slnx was not found above the tests.");
    }

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:[tT]exts\[(?:[^\]""]*\? )?|Count\()""(?<key>[a-zA-Z.]+[a-zA-Z])""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?:Review\(|Info\(|new\(|FindingSeverity\.\w+, )""(?<code>[A-Z][A-Za-z]+)"", (?:""[a-z]|field|\$""[a-z]|""""|""The |""There |""A |""No )")]
    private static partial Regex FindingCode();
}
