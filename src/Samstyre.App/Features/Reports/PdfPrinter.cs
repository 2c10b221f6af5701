using System.ComponentModel;
using System.Diagnostics;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>Prints a page to PDF by a headless Chromium of its own: tagged, with bookmarks from the headings, and the page's title and language. The page has to be whole in itself; it reaches neither network nor files.</summary>
internal static class PdfPrinter
{
    private const int AtOnce = 2;
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);
    private static readonly SemaphoreSlim Printers = new(AtOnce);

    /// <summary>Prints a page. The same page gives the same bytes from the same Chromium.</summary>
    /// <param name="html">The page, UTF-8.</param>
    /// <param name="limit">How long printing may take, waiting for a free printer aside; then the browser is stopped.</param>
    /// <param name="cancellation">Stops it at once.</param>
    public static Task<Outcome<byte[]>> Print(ReadOnlyMemory<byte> html, TimeSpan limit, CancellationToken cancellation) =>
        Print(Chromium.Find(Environment.GetEnvironmentVariable), Path.GetTempPath(), html, limit, cancellation);

    /// <summary>Prints a page with a browser, in a folder in which it leaves nothing.</summary>
    public static async Task<Outcome<byte[]>> Print(Outcome<string> browser, string place, ReadOnlyMemory<byte> html, TimeSpan limit, CancellationToken cancellation)
    {
        if (!browser.Succeeded) return browser.Problems[0];
        await Printers.WaitAsync(cancellation);
        try
        {
            return await InFolder(browser.Value, Path.Combine(place, "samstyre-pdf-" + Path.GetRandomFileName()), html, limit, cancellation);
        }
        finally
        {
            Printers.Release();
        }
    }

    private static async Task<Outcome<byte[]>> InFolder(string browser, string folder, ReadOnlyMemory<byte> html, TimeSpan limit, CancellationToken cancellation)
    {
        // The page can hold what the round's readers alone may see.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await using (var file = File.Create(page)) await PrintedPage.Write(file, html, cancellation);
            var said = await Run(browser, folder, page, pdf, limit, cancellation);
            if (said is null)
                return new Problem("PrintTooSlow", null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The PDF was not done within {limit.TotalSeconds:0.#} seconds and was stopped: try again, or take the Word file."));
            var bytes = File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellation) : [];
            return IsWhole(bytes)
                ? PdfDates.Without(bytes)
                : new Problem("PrintFailed", null, $"The browser made no PDF: see that {browser} runs, or name another one in {Chromium.Variable}.{(said.Length > 0 ? " It said: " + said : "")}");
        }
        finally
        {
            await Remove(folder);
        }
    }

    // A full disk leaves half a file.
    private static bool IsWhole(ReadOnlySpan<byte> pdf) => pdf.StartsWith("%PDF-"u8) && pdf.TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    /// <summary>Runs the browser to its end.</summary>
    /// <returns>The last line of what it complained about; null when it took too long.</returns>
    private static async Task<string?> Run(string browser, string folder, string page, string pdf, TimeSpan limit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(browser, Arguments(folder, page, pdf)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };

        // Crash reports would go to the home of whoever runs the server.
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(folder, "profile");
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            return refused.Message;
        }

        using (process)
        {
            process.StandardInput.Close();
            var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            both.CancelAfter(limit);
            try
            {
                await process.WaitForExitAsync(both.Token);
            }
            catch (OperationCanceledException)
            {
                Stop(process);
                await process.WaitForExitAsync(CancellationToken.None).WaitAsync(ToEnd, CancellationToken.None);
                cancellation.ThrowIfCancellationRequested();
                return null;
            }

            // A process that it left behind would hold the pipe open.
            var all = await Task.WhenAny(complaints, Task.Delay(ToEnd, cancellation)) == complaints ? await complaints : "";
            return all.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last[..Math.Min(last.Length, 200)] : "";
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (AggregateException)
        {
            // One of its own had ended already, or belongs to its sandbox: that ends with it.
        }
    }

    private static string[] Arguments(string folder, string page, string pdf) =>
    [
        "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad",
        "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--password-store=basic", "--use-mock-keychain",
        "--user-data-dir=" + Path.Combine(folder, "profile"),

        // No name is known and every address goes to a port where nobody answers, this machine's own too.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=" + pdf,

        // Chromium refuses to run as root with its sandbox.
        .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? (string[])["--no-sandbox"] : [],
        new Uri(page).AbsoluteUri,
    ];

    // The browser's last processes may still write while they end.
    private static async Task Remove(string folder)
    {
        for (var tries = 100; Directory.Exists(folder); tries--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (tries > 0 && busy is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(50);
            }
        }
    }
}
