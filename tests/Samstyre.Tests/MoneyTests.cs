using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Money_HasNoTrailingZeros_HoweverItIsWritten()
    {
        var amounts = from digits in Gen.OneOf(Gen.Elements(0, 10, 100, -50), Gen.Choose(-2_000_000_000, 2_000_000_000)) from scale in Gen.Choose(0, 9) from zeros in Gen.Choose(0, 6) select (Short: new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale), Zeros: zeros);
        Prop.ForAll(amounts.ToArbitrary(), one =>
        {
            var longer = one.Short * decimal.Parse("1." + new string('0', one.Zeros), CultureInfo.InvariantCulture);
            new Money(longer).Mnok.ShouldBe(one.Short);
            new Money(longer).ToString().ShouldBe(new Money(one.Short).ToString());
            new Money(longer).ToString().ShouldBe((one.Short / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
        }).Check(Quietly.Try(500));
    }
}
