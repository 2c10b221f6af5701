using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>How like names are.</summary>
public class NameLikenessTests
{
    [Theory]
    [InlineData("Helseplattformen", "helseplattformen.", 1.0, 1.0)]
    [InlineData("Regional EPJ Modernisering", "Modernisering av regional EPJ", 0.8, 1.0)]
    [InlineData("Kjernejournal dokumentdeling", "Kjernejournal dokumentdelng", 0.8, 0.99)]
    [InlineData("Helseplattformen", "Digital patologi", 0, 0.2)]
    [InlineData("", "Helseplattformen", 0, 0)]
    [InlineData(null, null, 0, 0)]
    public void Likeness_FollowsSharedLetters(string? one, string? other, double least, double most)
    {
        var likeness = (double)NameLikeness.Of(one, other);
        likeness.ShouldBeInRange(least, most);
        ((double)NameLikeness.Of(other, one)).ShouldBe(likeness);
    }
}
