using Samstyre.Storage;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests;

public sealed class SingleInstanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samstyre-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Take_Taken_SaysWhoHasIt()
    {
        using var first = SingleInstance.Take(_folder, "serve");
        first.Tell("http://localhost:5080");
        Should.Throw<EmbeddedPostgresException>(() => SingleInstance.Take(_folder, "serve")).Message
            .ShouldBe($"Samstyre runs already on the data in {_folder} (process {Environment.ProcessId}, http://localhost:5080): use that one, stop it first, or choose another folder with SAMSTYRE_DATA.");
    }

    [Fact]
    public void Take_AnotherPurposeOrGivenBack_IsFree()
    {
        using (SingleInstance.Take(_folder, "serve")) SingleInstance.Take(_folder, "backup").Dispose();
        SingleInstance.Take(_folder, "serve").Dispose();
    }
}
