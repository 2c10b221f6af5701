using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Rounds;

public sealed class FormRowsTests
{
    private static readonly FormRows Rows = new(new Dictionary<string, IReadOnlyList<string>> { ["deliverables"] = ["2", "n1", "0"], ["funding"] = ["n4"] });

    [Theory]
    [InlineData("deliverables.0.planned", "deliverables.2.planned")]
    [InlineData("deliverables.1", "deliverables.n1")]
    [InlineData("deliverables.was1", "deliverables.1")]
    [InlineData("funding.0.y.1", "funding.n4.y.1")]
    [InlineData("risks.0.measure", "risks.0.measure")]
    [InlineData("strategicFit.1.1", "strategicFit.1.1")]
    [InlineData("totalCostMnok", "totalCostMnok")]
    public void FieldOf_PathInTheReport_IsTheFormsFieldAndBack(string path, string field)
    {
        Rows.FieldOf(path).ShouldBe(field);
        Rows.PathOf(field).ShouldBe(path);
    }

    [Theory]
    [InlineData("deliverables.99.planned")]
    [InlineData("deliverables.")]
    [InlineData("deliverables.99999999999999999999")]
    [InlineData("")]
    public void FieldOf_PathThatIsNone_StaysAsItIs(string path) => Rows.FieldOf(path).ShouldBe(path);
}
