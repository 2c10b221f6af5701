using System.ComponentModel;
using System.Diagnostics;

namespace Samstyre.Import;

/// <summary>How a program's run ended.</summary>
internal enum PdfRun
{
    Done,
    Failed,
    Missing,
    TooSlow,
    TooLarge,
}

/// <summary>Runs poppler's programs as processes of their own: without a shell, for a bounded time, with a bounded output.</summary>
internal sealed class PdfTool(string folder, TimeSpan limit)
{
    private const int MostBytes = 50_000_000;
    private const int MostErrorBytes = 10_000;

    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>Runs a program and waits for its end.</summary>
    /// <returns>How it ended, what it wrote, and what it complained about.</returns>
    public (PdfRun Run, byte[] Output, string Errors) Run(string program, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder, UseShellExecute = false })!;
        }
        catch (Win32Exception)
        {
            return (PdfRun.Missing, [], "");
        }

        using (process)
        {
            try
            {
                return Wait(process);
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
    }

    private (PdfRun Run, byte[] Output, string Errors) Wait(Process process)
    {
        process.StandardInput.Close();
        var output = Task.Run(() => Taken(process.StandardOutput.BaseStream, MostBytes, goOn: false));
        var errors = Task.Run(() => Taken(process.StandardError.BaseStream, MostErrorBytes, goOn: true));
        if (!output.Wait(Left())) return (PdfRun.TooSlow, [], "");
        if (output.Result.Length > MostBytes) return (PdfRun.TooLarge, [], "");
        if (!errors.Wait(Left()) || !process.WaitForExit(Left())) return (PdfRun.TooSlow, [], "");
        return (process.ExitCode == 0 ? PdfRun.Done : PdfRun.Failed, output.Result, System.Text.Encoding.UTF8.GetString(errors.Result));
    }

    private TimeSpan Left() => watch.Elapsed < limit ? limit - watch.Elapsed : TimeSpan.Zero;

    /// <summary>What comes out, up to a little more than allowed. Complaints are read to their end, or the program would wait for somebody to listen.</summary>
    private static byte[] Taken(Stream stream, int most, bool goOn)
    {
        var taken = new MemoryStream();
        var buffer = new byte[81_920];
        for (var count = stream.Read(buffer); count > 0 && (goOn || taken.Length <= most); count = stream.Read(buffer))
        {
            if (taken.Length <= most) taken.Write(buffer, 0, count);
        }

        return taken.ToArray();
    }
}
