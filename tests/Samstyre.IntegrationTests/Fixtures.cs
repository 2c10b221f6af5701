using Samstyre.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
