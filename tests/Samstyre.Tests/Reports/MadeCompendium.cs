using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;

namespace Samstyre.Tests.Reports;

/// <summary>Forms written as HTML and Word and read back.</summary>
internal static class MadeCompendium
{
    // The look of a page is no matter here.
    private static readonly HtmlAssets Plain = new("", "", []);

    public static PortfolioDefinition Portfolio => ExamplePortfolio.Definition;

    /// <summary>A round of an initiative for each report, in October 2020.</summary>
    public static RoundContent RoundOf(IReadOnlyList<Report> reports)
    {
        var round = new Round(new(9, 0, 0, new byte[8]), "2020-10", new(2020, 10, 1));
        var standings = reports.Select((report, place) => new Standing(
            new(IdOf(1, place), report.NationalId, report.Name ?? "–", null, []), IdOf(2, place), ReportFacts.Of(report, round, Portfolio, "–"), round, 1, CarriedOver: false));
        return new(new(Portfolio, round, [.. standings], []), [.. reports], [], new Dictionary<Guid, ImmutableArray<ReportedDeliverables>>());
    }

    public static byte[] Html(RoundContent round, Language language = Language.Bokmal)
    {
        using var page = new MemoryStream();
        HtmlReport.Write(page, Compendium.Of(round, ["Revision 1"], language), Plain);
        return page.ToArray();
    }

    public static byte[] Word(RoundContent round, Language language = Language.Bokmal)
    {
        using var file = new MemoryStream();
        WordReport.Write(file, Compendium.Of(round, ["Revision 1"], language));
        return file.ToArray();
    }

    /// <summary>The reports of the page and of the Word file, each the same as it was written.</summary>
    public static void ShouldBeReadBack(RoundContent round, Language language = Language.Bokmal)
    {
        ShouldBeReadBack(round, "compendium.html", Html(round, language));
        ShouldBeReadBack(round, "compendium.docx", Word(round, language));
    }

    private static void ShouldBeReadBack(RoundContent round, string name, byte[] file)
    {
        var reading = ReportReader.Read(name, file, Portfolio);
        reading.Problems.ShouldBeEmpty();
        var written = Compendium.InOrder(round).Select(entry => entry.Report).ToList();
        reading.Reports.Count.ShouldBe(written.Count);
        for (var place = 0; place < written.Count; place++)
        {
            var (expected, got) = (Facts(AsPrinted(written[place])), Facts(reading.Reports[place]));
            foreach (var (key, value) in expected) Seen(got[key]).ShouldBe(Seen(value), $"{key} of form {place} in {name}, {written[place].Name}");
        }
    }

    /// <summary>A value without the marks that turn the direction of writing: Word files are written without them.</summary>
    private static string? Seen(JsonNode? value) => value is null ? null : Regex.Replace(value.ToJsonString(), @"\\u(202[A-E]|206[6-9])", "", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>The report without what is about it rather than in it.</summary>
    private static JsonObject Facts(Report report) => JsonNode.Parse(ReportJson.ToUtf8(report with { Source = null, Findings = [], Provenance = new Dictionary<string, int>() }))!.AsObject();

    /// <summary>Where a report has a value without the words that it came from, paper gives it the form's own.</summary>
    public static Report AsPrinted(Report report) => report with
    {
        OrganisationText = report.OrganisationText ?? report.Organisation,
        PhaseText = report.PhaseText ?? FormText.Of(report.Phase),
        BenefitText = FormText.Benefit(report),
        Deliverables = [.. report.Deliverables.Select(item => item with { PlannedText = item.PlannedText ?? FormText.Date(item.Planned) })],
        Dependencies = [.. report.Dependencies.Select(item => item with { DeadlineText = item.DeadlineText ?? FormText.Date(item.Deadline) })],
    };

    private static Guid IdOf(int kind, int place) => new(kind, 0, 0, 0, 0, 0, 0, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place);
}
