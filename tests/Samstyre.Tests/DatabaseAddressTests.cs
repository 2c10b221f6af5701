using Npgsql;
using Samstyre.Storage;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("Host=db;Port=5433;Username=ola;Password=p;Database=d", "db", 5433, "ola", "p", "d")]
    [InlineData("postgres://ola:p%40ss%2Fw@db.example.no:5433/portef%C3%B8lje", "db.example.no", 5433, "ola", "p@ss/w", "portefølje")]
    [InlineData("postgresql://ola:a@b@db/d", "db", 5432, "ola", "a@b", "d")]
    [InlineData("postgres:///d?host=/run/postgresql&user=ola", "/run/postgresql", 5432, "ola", null, "d")]
    [InlineData("postgres://ola@[::1]:5433/d", "::1", 5433, "ola", null, "d")]
    [InlineData("postgres://one:5432,two:5433/d", "one:5432,two:5433", 5432, null, null, "d")]
    public void Parse_EitherForm_IsRead(string address, string host, int port, string? user, string? password, string database)
    {
        var read = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(address));
        (read.Host, read.Port, read.Username, read.Password, read.Database).ShouldBe((host, port, user, password, database));
    }

    [Fact]
    public void Parse_Settings_AreTranslated()
    {
        var read = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse("postgres://db/d?sslmode=verify-full&application_name=min%20app&connect_timeout=3"));
        (read.SslMode, read.ApplicationName, read.Timeout).ShouldBe((SslMode.VerifyFull, "min app", 3));
    }

    [Theory]
    [InlineData("mysql://db/d", "it starts with neither")]
    [InlineData("postgres://db/d?colour=red", "`colour`")]
    [InlineData("postgres://ola:hemmelig@db:femti/d", "port")]
    [InlineData("postgres:///d", "no host")]
    [InlineData("Host=db;Colour=hemmelig", "not known")]
    [InlineData("hemmelig", "cannot be read")]
    public void Parse_Unreadable_SaysWhyWithoutRepeatingIt(string address, string why)
    {
        var refused = Should.Throw<EmbeddedPostgresException>(() => DatabaseAddress.Parse(address));
        refused.Message.ShouldContain(why);
        refused.Message.ShouldNotContain("hemmelig");
    }
}
