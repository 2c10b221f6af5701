using Dapper;
using Npgsql;
using Samstyre.Domain;
using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class DapperTypesTests(PostgresFixture postgres)
{
    private sealed record Values(DateOnly Day, DateTimeOffset Moment, Money Amount, Money? NoAmount, PartialDate Planned, PartialDate? NotPlanned, string[] Words, int[] Numbers);

    private sealed record Missing(int Here, int NotThere);

    [Fact]
    public async Task Query_ValuesOfEveryKind_ComeBackTheSame()
    {
        await using var store = await TestStore.Create(postgres);
        await using var connection = await store.Db.Connect(TestStore.Cancellation);
        var sent = new
        {
            Day = new DateOnly(2020, 3, 20),
            Moment = new DateTimeOffset(2020, 3, 20, 12, 30, 0, TimeSpan.FromHours(2)),
            Amount = new Money(18.7m),
            NoAmount = (Money?)null,
            Planned = PartialDate.OfQuarter(2021, 3),
            NotPlanned = (PartialDate?)null,
            Words = new[] { "æ", "ø" },
            Numbers = new[] { 1, 2 },
        };
        var back = await connection.QuerySingleAsync<Values>(
            """
            select @Day as day, @Moment as moment, @Amount as amount, @NoAmount as no_amount, @Planned as planned, @NotPlanned as not_planned, @Words as words, @Numbers as numbers
            """, sent);
        back.Day.ShouldBe(sent.Day);
        back.Moment.ShouldBe(sent.Moment);
        back.Amount.ShouldBe(sent.Amount);
        back.NoAmount.ShouldBeNull();
        back.Planned.ShouldBe(sent.Planned);
        back.NotPlanned.ShouldBeNull();
        back.Words.ShouldBe(sent.Words);
        back.Numbers.ShouldBe(sent.Numbers);
    }

    [Fact]
    public async Task Query_ColumnMissing_Throws()
    {
        await using var store = await TestStore.Create(postgres);
        await using var connection = await store.Db.Connect(TestStore.Cancellation);
        await Should.ThrowAsync<InvalidOperationException>(() => connection.QuerySingleAsync<Missing>("select 1 as here"));
    }

    [Theory]
    [InlineData("update report set name = 'x'")]
    [InlineData("delete from report")]
    [InlineData("truncate report cascade")]
    [InlineData("update source_file set name = 'x'")]
    [InlineData("delete from audit_entry")]
    public async Task Execute_ChangeOfWhatWasSubmitted_IsRefused(string sql)
    {
        await using var store = await TestStore.Create(postgres);
        await store.Import(await store.Round("2020-03"), "a.txt", new Report { Name = "Kjernejournal", NationalId = 60 });
        await using var connection = await store.Db.Connect(TestStore.Cancellation);
        (await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync(sql))).ConstraintName.ShouldNotBeNull().ShouldEndWith("_immutable");
    }
}
