using Samstyre.Testing;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reporting;

/// <summary>The form as a file: downloaded with what stands in it, filled in, uploaded again.</summary>
public sealed class TemplateDownloadTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task Download_UploadedAgainUnchanged_GivesNothingNew(string format)
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        (await kari.Get(FormWorld.Form)).Text.ShouldContain($"href=\"{FormWorld.Form}/mal.{format}\"");
        (await kari.Get(FormWorld.Form + "/dokument")).Text.ShouldContain($"href=\"{FormWorld.Form}/mal.{format}\"");
        var file = await kari.File($"{FormWorld.Form}/mal.{format}");
        var landed = await kari.PostFile(FormWorld.Form, FormWorld.Form + "/dokument", "fil", "skjema." + format, file);
        landed.Location.ShouldBe(FormWorld.Form + "/dokument?lest=0");
        (await world.Draft()).Values.ShouldBeEmpty();
        (await world.Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Download_OfADraft_HasWhatStandsThereNow()
    {
        await using var world = await FormWorld.Create(postgres);
        using var kari = await world.LoggedIn("kari@example.org");
        await FormWorld.Upload(kari, FormWorld.Sample.With("Overordnet status", "Rød"));
        var before = (await world.Draft()).Values;
        var file = await kari.File(FormWorld.Form + "/mal.docx");
        (await kari.PostFile(FormWorld.Form, FormWorld.Form + "/dokument", "fil", "skjema.docx", file)).Location.ShouldBe(FormWorld.Form + "/dokument?lest=0");
        (await world.Draft()).Values.ShouldBe(before);
    }
}
