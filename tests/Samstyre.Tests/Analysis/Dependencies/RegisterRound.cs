using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>Rounds of the example's initiatives with made reports: who is not given one has an empty report.</summary>
internal static class RegisterRound
{
    public static Guid Id(int nationalId) => new(nationalId, 1, 0, new byte[8]);

    /// <summary>A dependency with the words that name somebody.</summary>
    public static Dependency Need(string? on, string? what = null, Level? criticality = null, string? deadline = null, TrafficLight? status = null) =>
        new(on, what, null, null, criticality, deadline, deadline is null ? null : PartialDate.Parse(deadline), status);

    /// <summary>The register of a round of the example's register with these reports, by national id.</summary>
    public static DependencyRegister Of(IReadOnlyDictionary<int, Report> reports, Func<RoundContent, RoundContent>? with = null)
    {
        var content = Content(reports);
        return DependencyRegister.Of(with is null ? content : with(content));
    }

    public static RoundContent Content(IReadOnlyDictionary<int, Report> reports)
    {
        var known = ExamplePortfolio.Register.Where(one => one.NationalId is not null).ToList();
        var standings = ImmutableArray.CreateBuilder<Standing>();
        var own = ImmutableArray.CreateBuilder<Report>();
        foreach (var one in known)
        {
            var report = reports.GetValueOrDefault(one.NationalId!.Value) ?? new Report();
            standings.Add(StandingOf(one, report));
            own.Add(report);
        }

        return new(new(ExamplePortfolio.Definition, MadeRound.Now, standings.ToImmutable(), []), own.ToImmutable(), [], new Dictionary<Guid, ImmutableArray<ReportedDeliverables>>());
    }

    public static Standing StandingOf(InitiativeRegistration one, Report report)
    {
        var facts = ReportFacts.Of(report, MadeRound.Now, ExamplePortfolio.Definition, one.Name);
        return new(
            new(Id(one.NationalId!.Value), one.NationalId, one.Name, one.Segment, one.Life) { OtherNames = one.OtherNames },
            new(one.NationalId.Value, 2, 0, new byte[8]), facts with { Organisation = facts.Organisation ?? one.Organisation }, MadeRound.Now, 1, CarriedOver: false);
    }
}
