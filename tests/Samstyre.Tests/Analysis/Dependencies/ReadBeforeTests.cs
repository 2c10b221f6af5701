using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>A register that is made from that of an earlier version of its round is the one that is made anew.</summary>
public sealed class ReadBeforeTests
{
    private static readonly RoundContent Round = Latest(MemoryPortfolio.Generated(3, 60, 2));

    // Each makes another version of the round from two numbers.
    private static readonly Func<RoundContent, int, int, RoundContent>[] Changes =
    [
        (round, one, other) => Reported(round, one, report => report with { Dependencies = round.Reports[At(round, other)].Dependencies }),
        (round, one, other) => Reported(round, one, report => report with { Dependencies = [.. report.Dependencies, RegisterRound.Need(NameAt(round, other), "noe nytt", Level.High)] }),
        (round, one, other) => Reported(round, one, report => report with { Deliverables = round.Reports[At(round, other)].Deliverables }),
        (round, one, other) => Reported(round, one, report => report with { Purpose = $"Vi hører om {NameAt(round, other)}" }),
        (round, one, other) => Stood(round, one, standing => standing with { Facts = standing.Facts with { Name = $"Helt nytt navn {other}" } }),
        (round, one, other) => Stood(round, one, standing => standing with { Facts = standing.Facts with { Organisation = round.Snapshot.Standings[At(round, other)].Facts.Organisation } }),
        (round, one, other) => round with { KnownNames = [.. round.KnownNames, new(round.Reports[At(round, one)].Dependencies is [{ On: { } words }, ..] ? words : "Ingen", other % 3 == 0 ? null : TargetRef.Of(IdAt(round, other)))] },
        (round, one, _) => Without(round, At(round, one)),
        // What is hidden from some readers is not among what they get.
        (round, one, other) => Stood(Reported(round, one, report => report with { Dependencies = [] }, sameReport: true), one, standing => standing with { Facts = standing.Facts with { Confidential = [.. standing.Facts.Confidential, $"dependencies{other}"] } }),
        (round, _, _) => round,
    ];

    [Fact]
    public void Register_ThroughAnyChanges_IsTheOneMadeAnew() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ListOf(12).ToArbitrary(),
        numbers =>
        {
            var (round, before) = (Round, DependencyReader.Read(Round, null));
            for (var at = 0; at + 2 < numbers.Count; at += 3)
            {
                round = Loaded(Changes[numbers[at] % Changes.Length](round, numbers[at + 1], numbers[at + 2]));
                before = DependencyReader.Read(round, before);
                Words(before).ShouldBe(Words(DependencyReader.Read(round, null)));
            }
        }).Check(Quietly.Try(40));

    [Fact]
    public void Register_OfARoundWhereOneReportChanged_ReadsThatAlone()
    {
        var before = DependencyReader.Read(Round, null);
        var unasked = Round.Entries.First(entry => !before.On.ContainsKey(TargetRef.Of(entry.Standing.Initiative.Id))).Standing;

        var after = DependencyReader.Read(Loaded(Reported(Round, Round.Snapshot.Standings.IndexOf(unasked), report => report with { Dependencies = [RegisterRound.Need("Noe annet")] })), before);

        after.Names.ShouldBeSameAs(before.Names);
        after.Needs.Where(need => need.Receiver.Initiative.Id != unasked.Initiative.Id).ShouldAllBe(need => before.NeedsOf(need.Receiver.Initiative.Id).Any(was => was.Named == need.Named && was.Suggested == need.Suggested && was.Key == need.Key));
        after.NeedsOf(unasked.Initiative.Id).Single(need => !need.IsPrerequisite).Dependency!.On.ShouldBe("Noe annet");
        after.Needs.ShouldAllBe(need => ReferenceEquals(need.Receiver, after.ByInitiative[need.Receiver.Initiative.Id].Standing));
    }

    [Fact]
    public void Figures_FromThoseOfAnEarlierVersion_AreThoseMadeAnew()
    {
        var before = ReportFigures.Of(Round);
        var now = Loaded(Reported(Round, 7, report => report with { Dependencies = [RegisterRound.Need(NameAt(Round, 11), "noe nytt", Level.High)] }));

        var after = ReportFigures.Of(now, before);

        after.Register!.Names.ShouldBeSameAs(before.Register!.Names);
        Words(after.Register).ShouldBe(Words(DependencyReader.Read(now, null)));
    }

    private static RoundContent Latest(MemoryPortfolio portfolio) => portfolio.Content(portfolio.History.Latest!.Round.Code);

    /// <summary>What decides elsewhere than in the receiver's own report.</summary>
    [Theory]
    [InlineData("deliverables")]
    [InlineData("maker")]
    [InlineData("taught")]
    [InlineData("owner")]
    public void Register_WhereTheOtherSideChanged_IsReadAnew(string what)
    {
        var asked = new Dictionary<int, Report>
        {
            [51] = new() { Dependencies = [RegisterRound.Need("HELIKS", "Regionale felles grensesnitt"), RegisterRound.Need("PLL", "Samstemming av lister"), RegisterRound.Need("Det ukjente"), RegisterRound.Need(null, "Innsyn i regional journal og bilder")] },
        };
        var was = RegisterRound.Content(asked);
        var now = Loaded(what switch
        {
            "deliverables" => Reported(was, PlaceOf(was, 161), _ => new() { Deliverables = [new("Felles grensesnitt", null, null)] }),
            "maker" => Reported(was, PlaceOf(was, 160), _ => new() { Deliverables = [new("Samstemming av lister", null, null)] }),
            "taught" => was with { KnownNames = [new("Det ukjente", null)] },
            _ => was with { Snapshot = was.Snapshot with { Standings = [.. was.Snapshot.Standings.Select(standing => standing with { Facts = standing.Facts with { Organisation = "helsedirektoratet" } })] } },
        });
        var before = DependencyReader.Read(was, null);

        var after = Words(DependencyReader.Read(now, before));

        after.ShouldBe(Words(DependencyReader.Read(now, null)));
        after.ShouldNotBe(Words(before));
    }

    private static int PlaceOf(RoundContent round, int nationalId) => round.Snapshot.Standings.Select(standing => standing.Initiative.NationalId).ToList().IndexOf(nationalId);

    // As the store gives a version: everything but what nobody has changed in the reports is a new object.
    private static RoundContent Loaded(RoundContent round) => round with { Snapshot = round.Snapshot with { Standings = [.. round.Snapshot.Standings.Select(standing => standing with { Initiative = standing.Initiative with { } })] } };

    private static RoundContent Reported(RoundContent round, int number, Func<Report, Report> change, bool sameReport = false)
    {
        var at = At(round, number);
        return Stood(round with { Reports = round.Reports.SetItem(at, change(round.Reports[at])) }, at, standing => sameReport ? standing : standing with { ReportId = Guid.NewGuid() });
    }

    private static RoundContent Stood(RoundContent round, int number, Func<Standing, Standing> change)
    {
        var at = At(round, number);
        return round with { Snapshot = round.Snapshot with { Standings = round.Snapshot.Standings.SetItem(at, change(round.Snapshot.Standings[at])) } };
    }

    private static RoundContent Without(RoundContent round, int at) => round with { Reports = round.Reports.RemoveAt(at), Snapshot = round.Snapshot with { Standings = round.Snapshot.Standings.RemoveAt(at) } };

    private static int At(RoundContent round, int number) => number % round.Reports.Length;

    private static Guid IdAt(RoundContent round, int number) => round.Snapshot.Standings[At(round, number)].Initiative.Id;

    private static string NameAt(RoundContent round, int number) => round.Snapshot.Standings[At(round, number)].Facts.Name;

    private static List<string> Words(DependencyRegister register) =>
    [
        .. register.Needs.Select(need => $"{need.Receiver.Facts.Name} {need.Key} {need.Row} {need.State} {need.NeededBy} {need.IsClosed} {need.Dependency} | {Words(need.Named)} | {Words(need.Suggested)} | {string.Join(", ", need.Makers)} | {string.Join(' ', need.Givers)}"),
        .. register.Entries.Select(entry => $"{entry.Standing.Facts.Name} {entry.SaysMuch} {entry.Deliverables.Count} {entry.Benefit} {(entry.Mentions is { } mentions ? string.Join(' ', mentions.Order()) : "-")}"),
        .. Contradictions.Of(register).Select(one => $"{one.Severity} {one.Sentence.Bokmal}"),
        .. register.Targets.Entries.Select(entry => $"{entry.Target} {string.Join(", ", entry.Names)}"),
    ];

    private static string Words(ImmutableArray<NamedTarget> named) => string.Join(", ", named);
}
