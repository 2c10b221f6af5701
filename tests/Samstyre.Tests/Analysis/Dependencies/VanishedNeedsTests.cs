using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>Dependencies that are not told any more.</summary>
public sealed class VanishedNeedsTests
{
    private const int Receiver = 51;

    [Theory]
    [InlineData("dependencies", false)]
    [InlineData("deliverables", true)]
    public void Dependencies_ThatAreKeptFromTheReader_HaveNotVanished(string confidential, bool isVanished)
    {
        var receiver = RegisterRound.Id(Receiver);
        var before = new Dictionary<Guid, IReadOnlyList<Dependency>> { [receiver] = [RegisterRound.Need("DIPS", "Arena", Level.High)] };
        var register = RegisterRound.Of(new Dictionary<int, Report>(), content => content with
        {
            DependenciesBefore = before,
            Snapshot = content.Snapshot with { Standings = [.. content.Snapshot.Standings.Select(standing => standing.Initiative.Id == receiver ? standing with { Facts = standing.Facts with { Confidential = [confidential] } } : standing)] },
        });

        VanishedNeeds.In(register).Any(one => one.Owner!.Initiative.Id == receiver).ShouldBe(isVanished);
    }
}
