using System.Text.RegularExpressions;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>Right forms with none, one, two and many, in rounds of so few initiatives that every number is small, and in larger ones.</summary>
public sealed partial class SentenceFormsTests
{
    private static readonly string[] Bokmal =
    [
        @"\bett (\w+ )?(avhengighet|verdi|leveranse|forutsetning|motsigelse|kandidat|virksomhet|endring)", @"\b(ett|én) \w+er er\b", @"\bén (avhengigheter|kritiske|verdier|forutsetninger|motsigelser)",
        @"\b(ett|én) av (ett|én)\b", @"\b(ett|én) av dem (alvorlige|røde)\b", @"\b(ett|én)[^.,;]*\b(røde|ferdige|nye|alvorlige)\b", @"\bett tiltak[^.,;]*til sammen", @"\ballet? (1|ett|én)\b", @"\bde (ett|én)\b",
        @"\bingen [^.,;]*\bikke\b", @"tallet (ingen|ett)\b", @"\bett flere\b", @"ikke kjent", @"\((ingen|0)",
    ];

    private static readonly string[] Nynorsk =
    [
        @"\beitt (\w+ )?(avhengnad|verdi|leveranse|føresetnad|motseiing|kandidat|verksemd|endring)", @"\b(eitt|éin|éi) \w+(ar|er) er\b", @"\béin (avhengnader|kritiske|verdiar|føresetnader)",
        @"\b(eitt|éin|éi) av (eitt|éin|éi)\b", @"\b(eitt|éin|éi)[^.,;]*\b(raude|ferdige|nye|alvorlege|melde|reduserte|vidareførte)\b", @"\beitt tiltak[^.,;]*til saman", @"\balle (1|eitt|éin)\b", @"\bdei (eitt|éin)\b",
        @"\b(to|tre|fire) \w+ er (meld|redusert|vidareført|oppgitt)\b", @"\bingen[^.,;]*\bikkje\b", @"talet (ingen|eitt)\b", @"\beitt fleire\b", @"ikkje kjend", @"\((ingen|0)", "avhengighei",
    ];

    private static readonly string[] English =
    [
        @"\bone (dependencies|initiatives|values|prerequisites|contradictions|deliverables|candidates|organisations)\b", @"\bone (initiative|dependency|prerequisite|value|candidate)s? (\([^)]*\) )?(are|have|do|state|mark|continue|end|cost|stand)\b",
        @"\bone (\([^)]*\) )?(are|have|do|state|mark|stand)\b", @"\bone of (the )?(one|two|three|\d+)[^.,;]* (have|state|stand|are|do)\b", @"(?<!one of )\b(two|three|four) (\w+ )?(is|has|does|states|marks|continues|ends|costs)\b",
        @"\bone of one\b", @"\b1 of 1\b", @"\ball one\b", @"\bno initiatives state no\b", @"\bone initiative[^.,;]*(together|adding up)", @"was (none|no)\b", @"\bno (of|are)\b", "not known", @"\((no|none|0)\b",
    ];

    private static readonly string[] Everywhere = [@"[{}|]", "  ", @"\.\.", @" [.,;]", @"\b(\d+\.\d+) \w+ \1\b"];

    // Words for numbers that must lead somewhere; what is no count: years, parts of names, limits.
    private static readonly string[] Numbers = ["ett|én|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv", "eitt|éin|éi|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv", "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"];

    public static TheoryData<Language> Languages => [Language.Bokmal, Language.Nynorsk, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EverySentence_OfSmallRounds_HasRightForms(Language language) =>
        Wrong(Small.Value, language).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void EverySentence_OfLargerRounds_HasRightForms(Language language) =>
        Wrong(Large.Value, language).ShouldBeEmpty();

    private static Lazy<List<(ReportFigures Now, ReportFigures? Before)>> Small { get; } = new(() =>
    {
        // None, one and two before one; none and one before two.
        Report[][] single = [[], .. SmallReports.All.Select(report => new[] { report })];
        Report[][] pairs = [.. SmallReports.Pairs];
        List<(ReportFigures, ReportFigures?)> made = [];
        foreach (var (earlier, later) in (from earlier in single.Concat(pairs) from later in single[1..] select (earlier, later)).Concat(from earlier in single from later in pairs select (earlier, later)))
        {
            var figures = SmallReports.Figures(earlier, later);
            made.Add((figures.Now, figures.Before));
        }

        return made;
    });

    private static Lazy<List<(ReportFigures Now, ReportFigures? Before)>> Large { get; } = new(() =>
    {
        List<(ReportFigures, ReportFigures?)> made = [];
        for (ulong seed = 1; seed <= 9; seed++)
        {
            var portfolio = MemoryPortfolio.Generated(seed, (int)(seed * seed), 3);
            ReportFigures? before = null;
            foreach (var snapshot in portfolio.History.Snapshots)
            {
                var now = ReportFigures.Of(portfolio.Content(snapshot.Round.Code));
                made.Add((now, before));
                before = now;
            }
        }

        return made;
    });

    private static List<string> Wrong(IEnumerable<(ReportFigures Now, ReportFigures? Before)> rounds, Language language)
    {
        string[] own = language switch { Language.Bokmal => Bokmal, Language.Nynorsk => Nynorsk, _ => English };
        List<Regex> forbidden = [.. own.Concat(Everywhere).Select(pattern => new Regex(pattern, RegexOptions.IgnoreCase))];
        var number = new Regex($@"(?<!\w)({Numbers[(int)language]}|\d+)(?!\w)", RegexOptions.IgnoreCase);
        List<string> wrong = [];
        foreach (var paragraph in rounds.SelectMany(round => Sentences.Paragraphs(round.Now, round.Before, language)).DistinctBy(Sentences.Text))
        {
            var text = Sentences.Text(paragraph);
            // Names of initiatives are as they are.
            var words = Sentences.Text(new([.. paragraph.Spans.Select(span => span.Initiative is null ? span : new("X"))]));
            if (!text.EndsWith('.') || char.IsLower(text[0])) wrong.Add($"No sentence: {text}");
            wrong.AddRange(forbidden.Where(pattern => pattern.IsMatch(words)).Select(pattern => $"{pattern}: {text}"));
            wrong.AddRange(paragraph.Spans.Where(span => span.Figure is null && span.Initiative is null && number.IsMatch(Uncounted().Replace(span.Text, ""))).Select(span => $"No link:{span.Text}: {text}"));
        }

        return wrong;
    }

    [GeneratedRegex(@"\b(19|20)\d\d\b|\b\d(\.\d)? |\d\.\d\b|500 milli\w+|90 da\w+|tolv må\w+|twelve months")]
    private static partial Regex Uncounted();
}
