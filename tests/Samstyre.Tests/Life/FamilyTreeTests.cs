using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Life;

/// <summary>Families of initiatives: shared children once, any depth, the same from whomever one asks.</summary>
public sealed class FamilyTreeTests
{
    [Fact]
    public void SharedChild_StandsInFullOnce_AndIsARepeatBelowTheOther()
    {
        var all = All((1, [3]), (2, [3]), (3, [4, 5]), (4, []), (5, []), (6, []));
        foreach (var from in (int[])[1, 2, 3, 4, 5])
        {
            FamilyTree.Of(all[Id(from)], all).Select(line => $"{line.Depth}{line.Initiative.Name}{(line.IsRepeat ? "*" : "")}")
                .ShouldBe(["0T00001", "1T00003", "2T00004", "2T00005", "0T00002", "1T00003*"]);
        }

        FamilyTree.Of(all[Id(6)], all).ShouldHaveSingleItem().Depth.ShouldBe(0);
    }

    [Fact]
    public void LongLine_IsReadToItsEnd()
    {
        const int Length = 20_000;
        var all = All([.. Enumerable.Range(1, Length).Select(number => (number, number < Length ? (int[])[number + 1] : []))]);
        FamilyTree.Of(all[Id(Length / 2)], all)[^1].Depth.ShouldBe(Length - 1);
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Dictionary<Guid, Initiative> All(params (int Number, int[] Successors)[] family) =>
        family.ToDictionary(one => Id(one.Number), one => new Initiative(Id(one.Number), null, $"T{one.Number:00000}", null, []) { Successors = [.. one.Successors.Select(Id)] });
}
