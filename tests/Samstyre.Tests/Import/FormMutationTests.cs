using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Forms spoilt at random, with fixed seeds: nothing throws, and no mistake in a label or in one line loses or changes what stands elsewhere without a word.</summary>
public sealed class FormMutationTests
{
    private static readonly string Text = new SampleForm().ToString();
    private static readonly Report Original = new SampleForm().Read();
    private static readonly SortedDictionary<string, string> Values = Flatten(Original);

    // A text whose label cannot be recognised stands in the text before it: moved, not lost.
    private static readonly string[] FreeTexts =
    [
        "name", "organisationText", "ownerText", "managerText", "purpose", "costComments", "fundingComments", "strategyComments", "phaseComments", "benefitOwnersText", "benefitText", "benefitComments",
        "lifetimeText", "unquantifiedBenefitsText", "otherProjectsRealiseText", "statusCause", "riskText", "affectedActorsText", "prerequisiteComments", "consequences",
    ];

    public static TheoryData<string> Labels()
    {
        var data = new TheoryData<string>();
        foreach (var line in Text.Split('\n'))
        {
            var label = line.Split('\t')[0];
            if (label.Length > 10 && (LabelIndex.Find(label, out _, out _) is not null || label.Contains("H=høy", StringComparison.Ordinal))) data.Add(label);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Read_TypingErrorsInALabel_NeverLoseAValueSilently(string label)
    {
        for (var seed = 1u; seed <= 6; seed++)
        {
            var chance = new Chance(seed);
            var wrong = label;
            for (var errors = 1 + (seed % 3); errors > 0; errors--) wrong = Mutation.Typo(wrong, chance);
            var report = SampleForm.ReadAll(ReplaceLabel(label, wrong)).ShouldHaveSingleItem();
            Silent(report, free: []).ShouldBeEmpty($"'{wrong}' for '{label}' (seed {seed})");
        }
    }

    [Fact]
    public void Read_OneLineSpoilt_ChangesNothingElsewhereSilently()
    {
        var lines = Text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Length < 2) continue;
            for (var seed = 1u; seed <= 6; seed++)
            {
                var spoilt = lines.ToArray();
                spoilt[at] = Mutation.Typo(lines[at], new Chance(((seed + 277) * 1_000) + (uint)at));
                var reports = SampleForm.ReadAll(string.Join('\n', spoilt));
                var free = Original.Provenance.Where(pair => pair.Value == at + 1).Select(pair => pair.Key).ToList();
                Silent(reports.ShouldHaveSingleItem(), free).ShouldBeEmpty($"line {at + 1}: '{spoilt[at]}'");
            }
        }
    }

    [Fact]
    public void Read_OneLineLeftOut_ChangesNothingElsewhereSilently()
    {
        var lines = Text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Length == 0) continue;
            var reports = SampleForm.ReadAll(string.Join('\n', lines.Where((_, i) => i != at)));
            // The rows behind one that is left out move up.
            var free = Original.Provenance.Where(pair => pair.Value == at + 1).Select(pair => pair.Key.Split('[')[0]).ToList();
            Silent(reports.ShouldHaveSingleItem(), free).ShouldBeEmpty($"without line {at + 1}: '{lines[at]}'");
        }
    }

    [Fact]
    public void Read_AnythingSpoilt_NeverThrowsAndReadsBackFromJson()
    {
        for (var seed = 1u; seed <= 300; seed++)
        {
            var chance = new Chance(seed);
            var text = Text;
            for (var errors = chance.Below(12); errors >= 0; errors--) text = Mutation.Anything(text, chance);
            var reading = FormReader.Read("form.txt", Encoding.UTF8.GetBytes(text), ExamplePortfolio.Definition);
            (reading.Reports.Count + reading.Problems.Count).ShouldBeGreaterThan(0, $"seed {seed}");
            foreach (var report in reading.Reports)
            {
                var json = ReportJson.ToUtf8(report);
                ReportJson.ToUtf8(ReportJson.FromUtf8(json)).ShouldBe(json, $"seed {seed}");
                foreach (var row in report.Funding) row.Y.Count.ShouldBeGreaterThanOrEqualTo(report.FundingCols.Count, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Read_TheSameTextTwice_IsTheSame() => ReportJson.ToUtf8(new SampleForm().Read()).ShouldBe(ReportJson.ToUtf8(Original));

    /// <summary>What differs from the unspoilt reading although nobody is asked about it.</summary>
    private static List<string> Silent(Report report, IReadOnlyCollection<string> free)
    {
        var now = Flatten(report);
        return [.. Values.Keys.Union(now.Keys)
            .Where(path => Values.GetValueOrDefault(path) != now.GetValueOrDefault(path))
            .Where(path => !free.Any(field => path == field || path.StartsWith(field + ".", StringComparison.Ordinal) || path.StartsWith(field + "[", StringComparison.Ordinal)))
            .Where(path => !Follows(path, free))
            .Where(path => !free.Any(field => IsOfRow(field) && path.StartsWith(field[..(field.LastIndexOf('.') + 1)], StringComparison.Ordinal)))
            .Where(path => !(FreeTexts.Contains(path) && Values.GetValueOrDefault(path, "") is var own && now.Any(pair => FreeTexts.Contains(pair.Key) && pair.Value.Contains(own, StringComparison.Ordinal))))
            .Where(path => !report.Asks(path))
            .Select(path => $"{path}: {Values.GetValueOrDefault(path)} -> {now.GetValueOrDefault(path)}")];
    }

    /// <summary>Fields that share a row with others, which a mark that moves can reach.</summary>
    private static bool IsOfRow(string field) => field.StartsWith("strategicFit.", StringComparison.Ordinal) || field.StartsWith("prerequisites.", StringComparison.Ordinal);

    /// <summary>Values drawn from the same words as another field's.</summary>
    private static bool Follows(string path, IReadOnlyCollection<string> free) => path switch
    {
        "organisation" => free.Contains("organisationText"),
        "benefitBand" or "benefitAmountMnok" => free.Contains("benefitText"),
        "phaseText" => free.Contains("phase"),
        _ => false,
    };

    private static string ReplaceLabel(string label, string wrong) => string.Join('\n', Text.Split('\n').Select(line => line.Split('\t')[0] == label ? wrong + line[label.Length..] : line));

    private static SortedDictionary<string, string> Flatten(Report report)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var json = JsonNode.Parse(ReportJson.ToUtf8(report))!.AsObject();
        foreach (var key in (string[])["source", "findings", "provenance"]) json.Remove(key);
        Flatten(values, "", json);
        return values;
    }

    private static void Flatten(SortedDictionary<string, string> values, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (key, value) in properties) Flatten(values, path.Length == 0 ? key : $"{path}.{key}", value);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Flatten(values, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), items[i]);
                break;
            case not null:
                values[path] = node.ToString();
                break;
        }
    }
}
