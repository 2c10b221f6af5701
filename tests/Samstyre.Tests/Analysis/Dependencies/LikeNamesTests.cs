using Samstyre.Analysis;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Analysis.Dependencies;

/// <summary>Names that have words in common with a text.</summary>
public sealed class LikeNamesTests
{
    [Fact]
    public void LongText_IsComparedByItsWeightiestWordsAlone()
    {
        const string Name = "Fjellvettregel Havskodde Bjørkelyst";
        var made = RegisterRound.Content(new Dictionary<int, Report>());
        var called = made.Snapshot.Standings[1];
        called = called with { Initiative = called.Initiative with { Name = Name, OtherNames = [] }, Facts = called.Facts with { Name = Name } };
        var content = made with { Snapshot = made.Snapshot with { Standings = made.Snapshot.Standings.SetItem(1, called) } };
        var names = new LikeNames(TargetCatalogue.Of(content), new Dictionary<Guid, string?>());
        var standing = content.Snapshot.Standings[0];
        var few = Share(Words(10));
        var sixty = Share(Words(60));
        var thousands = Share(Words(4_000));

        sixty.ShouldBeGreaterThan(0.5m);
        few.ShouldBeGreaterThan(sixty);
        thousands.ShouldBe(sixty);

        decimal Share(string more) => names.Of(new($"{called.Facts.Name} {more}"), standing, [], 100).Where(one => one.Target == TargetRef.Of(called.Initiative.Id)).Select(one => one.Score).FirstOrDefault();
    }

    // Words of a common stem, which say little: the weighty ones come first.
    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(number => "prosjekt" + string.Concat(number.ToString("0000").Select(digit => (char)('a' + (digit - '0'))))));
}
