using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Samstyre.App.Features.Reports;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Reports;

/// <summary>Printing with the Chromium of this machine. Each test has a folder of its own, in which nothing may be left.</summary>
public sealed partial class PdfPrinterTests : IDisposable
{
    private const string Page = """
        <!doctype html>
        <html lang="nn"><head><title>Report (March)</title><style>h1 { break-after: avoid }</style></head>
        <body><h1>One</h1><p>Æ Ø Å</p><h2>Two</h2><table><caption>T</caption><tr><th scope="col">A</th></tr><tr><td>1</td></tr></table></body></html>
        """;

    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);
    private readonly string folder = Directory.CreateTempSubdirectory("samstyre-print-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Print_Page_IsTaggedWithBookmarksTitleAndLanguage()
    {
        var pdf = Encoding.Latin1.GetString(await Printed(Page));
        pdf.ShouldStartWith("%PDF-");
        Spaces().Replace(pdf, " ").ShouldContain("/MarkInfo <</Type /MarkInfo /Marked true");
        pdf.ShouldContain("/StructTreeRoot");
        pdf.ShouldContain("/Outlines");
        pdf.ShouldContain("/Title (One)");
        pdf.ShouldContain("/Title (Two)");
        pdf.ShouldContain("/Lang (nn)");
        pdf.ShouldContain(@"/Title (Report \(March\))");
    }

    [Fact]
    public async Task Print_SamePage_GivesTheSameBytes()
    {
        var first = await Printed(Page);
        (await Printed(Page)).ShouldBe(first);
        Encoding.Latin1.GetString(first).ShouldNotContain("Date (D:");
    }

    [Fact]
    public async Task Print_PageWithScript_ShowsWhatItDraws() =>
        Encoding.Latin1.GetString(await Printed(Page.Replace("</body>", "<script>document.body.insertAdjacentHTML('beforeend', '<h2>Drawn</h2>')</script></body>", StringComparison.Ordinal))).ShouldContain("/Title (Drawn)");

    [Theory]
    [InlineData(Page)]
    [InlineData("<p>A page without a head")]
    public async Task Print_PageThatAsksForOtherThings_ReachesNoServer(string page)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/";
        var pdf = await Printed(page + $"<h2>Asks</h2><img src=\"{address}1.png\"><link rel=stylesheet href=\"{address}2.css\"><script src=\"{address}3.js\"></script><iframe src=\"{address}\"></iframe><script>fetch('{address}4')</script>");
        Encoding.Latin1.GetString(pdf).ShouldContain("/Title (Asks)");
        server.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Print_PageThatShowsAFile_DoesNotShowIt()
    {
        var secret = new Uri(Path.Combine(folder, "secret.html")).AbsoluteUri;
        var page = Page.Replace("</body>", $"<iframe src=\"{secret}\"></iframe><object data=\"{secret}\"></object></body>", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.html"), "<h1>Secret</h1>", TestContext.Current.CancellationToken);
        var words = await WordsOf(await Printed(page));
        words.ShouldContain("One");
        words.ShouldNotContain("Secret");
    }

    private async Task<string> WordsOf(byte[] pdf)
    {
        var file = Path.Combine(folder, "printed.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
        var words = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return words;
    }

    [Fact]
    public async Task Print_PageThatNeverEnds_IsStoppedAndLeavesNothing()
    {
        var outcome = await Print("<!doctype html><title>x</title><script>for (;;) {}</script>", TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        outcome.Problems.Single().Code.ShouldBe("PrintTooSlow");
        outcome.Problems.Single().Sentence.ShouldBe("The PDF was not done within 3 seconds and was stopped: try again, or take the Word file.");
        ShouldBeLeftAlone();
    }

    [Fact]
    public async Task Print_Cancelled_StopsAndLeavesNothing()
    {
        using var cancelled = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<OperationCanceledException>(() => Print("<!doctype html><title>x</title><script>for (;;) {}</script>", Enough, cancelled.Token));
        ShouldBeLeftAlone();
    }

    [Fact]
    public async Task Print_ManyAtOnce_AllComeOut()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Printed($"<!doctype html><title>Page {number}</title>")));
        pages.Select((pdf, number) => Encoding.Latin1.GetString(pdf).Contains($"/Title (Page {number})", StringComparison.Ordinal)).ShouldAllBe(right => right);
        ShouldBeLeftAlone();
    }

    [Fact]
    public void Find_NoBrowserAnywhere_SaysWhatToInstall()
    {
        var nowhere = new Dictionary<string, string> { ["PATH"] = folder };
        var outcome = Chromium.Find(nowhere.GetValueOrDefault);
        if (outcome.Succeeded) outcome.Value.ShouldNotStartWith(folder);
        else outcome.Problems.Single().Sentence.ShouldStartWith("PDF needs Chromium, Google Chrome or Microsoft Edge, and none was found: install one");
    }

    [Fact]
    public void Find_ShellBesideTheWholeBrowser_TakesTheShell()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var name in (string[])["chromium", "chromium-headless-shell"])
        {
            File.WriteAllText(Path.Combine(folder, name), "");
            File.SetUnixFileMode(Path.Combine(folder, name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Chromium.Find(new Dictionary<string, string> { ["PATH"] = folder }.GetValueOrDefault).Value.ShouldBe(Path.Combine(folder, "chromium-headless-shell"));
    }

    [Fact]
    public async Task Print_NamedBrowserMissing_SaysSo()
    {
        var named = new Dictionary<string, string> { ["SAMSTYRE_CHROMIUM"] = Path.Combine(folder, "no-browser") };
        var outcome = await PdfPrinter.Print(Chromium.Find(named.GetValueOrDefault), folder, default, Enough, TestContext.Current.CancellationToken);
        outcome.Problems.Single().Code.ShouldBe("BrowserNamedMissing");
        outcome.Problems.Single().Sentence.ShouldStartWith("SAMSTYRE_CHROMIUM names a program that isn't there or can't be run: ");
        ScreenTexts.All.ShouldAllBe(texts => PdfProblem.In(texts, outcome.Problems.Single()).Contains("Chromium", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Print_ProgramThatIsNoBrowser_SaysWhatItSaid()
    {
        if (OperatingSystem.IsWindows()) return;
        var program = Path.Combine(folder, "chromium");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho 'libnss3.so is missing' >&2\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var found = Chromium.Find(new Dictionary<string, string> { ["PATH"] = folder }.GetValueOrDefault);
        found.Value.ShouldBe(program);
        var problem = (await PdfPrinter.Print(found, folder, Encoding.UTF8.GetBytes(Page), Enough, TestContext.Current.CancellationToken)).Problems.Single();
        problem.Code.ShouldBe("PrintFailed");
        problem.Sentence.ShouldEndWith("It said: libnss3.so is missing");
        File.Delete(program);
        ShouldBeLeftAlone();
    }

    private Task<Outcome<byte[]>> Print(string page, TimeSpan limit, CancellationToken cancellation) =>
        PdfPrinter.Print(Chromium.Find(Environment.GetEnvironmentVariable), folder, Encoding.UTF8.GetBytes(page), limit, cancellation);

    private async Task<byte[]> Printed(string page) => (await Print(page, Enough, TestContext.Current.CancellationToken)).Value;

    // Every process of the browser has the folder in its command line.
    private void ShouldBeLeftAlone()
    {
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
        if (!OperatingSystem.IsLinux()) return;

        // The keeper of crash reports, which has left the browser's family, notices its end by itself.
        SpinWait.SpinUntil(() => !StillRunning().Any(), TimeSpan.FromSeconds(10));
        StillRunning().ShouldBeEmpty();
    }

    private IEnumerable<string> StillRunning() => Directory.EnumerateDirectories("/proc").Select(CommandLineOf).Where(line => line.Contains(folder, StringComparison.Ordinal));

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
