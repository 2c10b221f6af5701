using Xunit;

namespace Samstyre.Tests.Import;

/// <summary>Poppler's programs, without which no PDF is read.</summary>
internal static class Poppler
{
    private static readonly string[] Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

    public static void Needed() => Assert.SkipUnless(Array.Exists(Folders, folder => File.Exists(Path.Combine(folder, "pdftotext"))), "poppler-utils is not installed.");
}
