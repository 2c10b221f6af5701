using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>The browser on this machine that prints PDF.</summary>
internal static class Chromium
{
    /// <summary>Names the program where it isn't found, or another one is wanted.</summary>
    public const string Variable = "SAMSTYRE_CHROMIUM";

    // The shells are Chromium without its windows, which start sooner and print the same.
    private static readonly string[] Names = ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    /// <summary>Its path: the one that the environment names, else the first on the PATH, else where installers put it.</summary>
    /// <param name="environment">Gives an environment variable's value; null where it isn't set.</param>
    public static Outcome<string> Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
        {
            if (OnPath(environment, named) is { } program) return program;
            return new Problem("BrowserNamedMissing", null, $"{Variable} names a program that isn't there or can't be run: {named}. Correct it, or remove it so that Samstyre looks for Chromium itself.");
        }

        return Names.Select(name => OnPath(environment, name)).Concat(UsualPlaces(environment).Where(IsProgram)).FirstOrDefault(program => program is not null) is { } found
            ? found
            : new Problem("BrowserMissing", null, $"PDF needs Chromium, Google Chrome or Microsoft Edge, and none was found: install one (Debian, Ubuntu: sudo apt-get install chromium), or name one in {Variable}.");
    }

    private static string? OnPath(Func<string, string?> environment, string name)
    {
        if (Path.IsPathFullyQualified(name)) return IsProgram(name) ? name : null;
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ""] : [""];
        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(Path.IsPathFullyQualified);
        return folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(IsProgram);
    }

    private static IEnumerable<string> UsualPlaces(Func<string, string?> environment)
    {
        if (OperatingSystem.IsMacOS())
        {
            string[] apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
            return apps.Select(app => $"/Applications/{app}.app/Contents/MacOS/{app}");
        }

        if (!OperatingSystem.IsWindows()) return ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
        string[] roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        string[] programs = [@"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
        return programs.SelectMany(program => roots.Select(environment).Where(root => root is { Length: > 0 }).Select(root => Path.Combine(root!, program)));
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
