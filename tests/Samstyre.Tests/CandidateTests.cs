using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>Where a candidate stands, and which initiatives it may already be.</summary>
public sealed class CandidateTests
{
    private static readonly DateTimeOffset Start = new(2020, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2020, 3, 1);

    private static readonly NamedInitiative[] All =
    [
        new(Guid.NewGuid(), "Kjernejournal videreutvikling", "nhn"),
        new(Guid.NewGuid(), "Digital hjemmeoppfølging", "helsedirektoratet"),
        new(Guid.NewGuid(), "Modernisert folkeregister", "fhi"),
        new(Guid.NewGuid(), "Helseplattformen", "helse-midt-norge"),
    ];

    [Theory]
    [InlineData("Digital oppfølging hjemme", "helsedirektoratet", "Oppfølging", "Digital hjemmeoppfølging")]
    [InlineData("Videreutvikling av kjernejournalen", "fhi", "Flere opplysninger", "Kjernejournal videreutvikling")]
    [InlineData("Innføring i kommunene", "ks", "Ta i bruk Helseplattformen i 60 kommuner", "Helseplattformen")]
    [InlineData("KJERNEJOURNAL: VIDEREUTVIKLING", "ks", "x", "Kjernejournal videreutvikling")]
    public void Announced_LikeAnother_IsFound(string name, string organisation, string purpose, string found) =>
        LikeInitiatives.Of(name, organisation, purpose, All).Select(one => one.Name).ShouldBe([found]);

    [Theory]
    [InlineData("Kunstig intelligens i radiologi", "Raskere svar på bilder")]
    [InlineData("", "")]
    public void Announced_UnlikeAll_FindsNone(string name, string purpose) => LikeInitiatives.Of(name, "nhn", purpose, All).ShouldBeEmpty();

    [Fact]
    public void Initiatives_OfTheExample_AreFoundAgain_AndFewOthersWithThem()
    {
        var definition = ExamplePortfolio.Definition;
        var reports = ExamplePortfolio.Rounds().SelectMany(round => round.Files).SelectMany(file => ReportReader.Read(file.Name, file.Content, definition).Reports).DistinctBy(report => FormIdentity.Key(report.Name)).ToList();
        var all = reports.Select(report => new NamedInitiative(Guid.NewGuid(), report.Name!, report.Organisation)).ToList();
        var others = 0;
        foreach (var report in reports)
        {
            var like = LikeInitiatives.Of(report.Name!, report.Organisation ?? "", report.Purpose ?? "", all);
            like[0].Name.ShouldBe(report.Name);
            others += like.Count - 1;
        }

        ((decimal)others / reports.Count).ShouldBeLessThan(1m, $"{others} others for {reports.Count}");
    }

    [Fact]
    public void Standing_FollowsAnswersQuestionsAndDecisions()
    {
        var question = new ChecklistQuestion("q", new("Ja?"), new(""), new(null, "s"), ChecklistTarget.Out);
        var one = new Assessment(Guid.NewGuid(), Guid.NewGuid(), "Tiltak", "nhn", "Formål", new(1, [question]), Start, "a");
        CandidateStandings.Of(one).ShouldBe(CandidateStanding.WaitsForSubmitter);
        CandidateStandings.Of(one with { Checklist = Checklist.None }).ShouldBe(CandidateStanding.WaitsForOffice);
        var answered = one with { Answers = Answered(AssessmentSide.Submitter, 1) };
        CandidateStandings.Of(answered).ShouldBe(CandidateStanding.WaitsForOffice);
        var asked = answered with { Messages = [Said(AssessmentSide.Office, 2)] };
        CandidateStandings.Of(asked).ShouldBe(CandidateStanding.WaitsForSubmitter);
        CandidateStandings.Of(asked with { Answers = Answered(AssessmentSide.Office, 3).Concat(answered.Answers).ToDictionary() }).ShouldBe(CandidateStanding.WaitsForSubmitter);
        CandidateStandings.Of(asked with { Answers = Answered(AssessmentSide.Submitter, 3) }).ShouldBe(CandidateStanding.WaitsForOffice);
        CandidateStandings.Of(asked with { Messages = [.. asked.Messages, Said(AssessmentSide.Submitter, 3)] }).ShouldBe(CandidateStanding.WaitsForOffice);
        foreach (var (outcome, standing) in ((AdmissionOutcome, CandidateStanding)[])[(AdmissionOutcome.In, CandidateStanding.In), (AdmissionOutcome.Out, CandidateStanding.Out), (AdmissionOutcome.Undecided, CandidateStanding.Undecided)])
            CandidateStandings.Of(asked with { Decisions = [(new(outcome, null, null, Day, "Fordi", null), Start, "b")] }).ShouldBe(standing);
    }

    private static AssessmentMessage Said(AssessmentSide side, int hours) => new(side, "Hei", Start.AddHours(hours), "a");

    private static Dictionary<(AssessmentSide, string), AssessmentAnswer> Answered(AssessmentSide side, int hours) => new() { [(side, "q")] = new(ChecklistAnswer.Yes, null, Start.AddHours(hours), "a") };
}
