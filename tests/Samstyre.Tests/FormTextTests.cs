using System.Text;
using System.Text.Json.Nodes;
using Samstyre.App.Features.Demo;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class FormTextTests
{
    [Fact]
    public void Of_GeneratedReports_AreReadBackAsTheyWere()
    {
        var portfolio = ExamplePortfolio.Definition;
        foreach (var report in PortfolioGenerator.Rounds(7, 120, 3, portfolio).SelectMany(round => round.Reports))
        {
            var reading = FormReader.Read("form.txt", Encoding.UTF8.GetBytes(FormText.Of(report, portfolio)), portfolio);
            reading.Problems.ShouldBeEmpty();
            var read = reading.Reports.ShouldHaveSingleItem();
            var (expected, got) = (Facts(report), Facts(read));
            foreach (var (key, value) in expected) (got[key]?.ToJsonString()).ShouldBe(value?.ToJsonString(), $"{key} of {report.Name}");
        }
    }

    /// <summary>The report without what the paper adds: place, findings, provenance, and the words that stand for a value.</summary>
    private static JsonObject Facts(Report report) => JsonNode.Parse(ReportJson.ToUtf8(report with
    {
        Source = null,
        Findings = [],
        Provenance = new Dictionary<string, int>(),
        OrganisationText = null,
        PhaseText = null,
        BenefitText = null,
        Deliverables = [.. report.Deliverables.Select(deliverable => deliverable with { PlannedText = null })],
        Dependencies = [.. report.Dependencies.Select(dependency => dependency with { DeadlineText = null })],
    }))!.AsObject();
}
