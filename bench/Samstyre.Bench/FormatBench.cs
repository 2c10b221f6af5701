using System.Globalization;
using System.IO.Compression;
using Samstyre.App.Features.Demo;
using Samstyre.App.Features.Templates;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Reports;

namespace Samstyre.Bench;

/// <summary>Reading forms in each Office format, and a zip with a thousand of them: rows of the table, and the files that other programs are timed with.</summary>
internal static class FormatBench
{
    private const int Forms = 1_000;
    private const int Warm = 40;
    private const int Passes = 15;
    private const int WarmUp = 30;

    /// <summary>Prints the rows, and leaves <c>1000.zip</c> and the folder <c>docx</c> with the first forty files in <paramref name="folder"/>.</summary>
    public static void Run(string folder)
    {
        var definition = ExamplePortfolio.Definition;
        var reports = PortfolioGenerator.Rounds(3, Forms, 1, definition).Single().Reports.Take(Forms).ToList();
        var sets = TemplateFormats.All.Select(format => (Format: format, Files: reports.Take(Warm).Select((report, place) => (Name: $"{place:000}.{format.Extension}", Bytes: File(format, report, definition))).ToList())).ToList();
        // The formats share most of their code: the first to be measured would pay for all.
        for (var pass = 0; pass < WarmUp; pass++) sets.ForEach(set => Rate(set.Files, definition));
        foreach (var (format, files) in sets)
        {
            var rates = Enumerable.Range(0, Passes).Select(_ => Rate(files, definition)).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| reading .{format.Extension}, the form filled in ({files.Average(file => file.Bytes.Length) / 1000:0} KB) | {rates[Passes / 2]:0} forms/s of one core | 300 forms/s |"));
        }

        var word = TemplateFormats.All[0];
        Directory.CreateDirectory(Path.Combine(folder, "docx"));
        using var zip = ZipFile.Open(Path.Combine(folder, "1000.zip"), ZipArchiveMode.Create);
        for (var place = 0; place < reports.Count; place++)
        {
            var (name, bytes) = ($"{place:000}.docx", File(word, reports[place], definition));
            if (place < Warm) System.IO.File.WriteAllBytes(Path.Combine(folder, "docx", name), bytes);
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    /// <summary>Forms per second of processor time.</summary>
    private static double Rate(List<(string Name, byte[] Bytes)> files, PortfolioDefinition definition)
    {
        var before = Environment.CpuUsage.TotalTime;
        var read = files.Sum(file => FormReader.Read(file.Name, file.Bytes, definition).Reports.Count);
        return read / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static byte[] File(TemplateFormat format, Report report, PortfolioDefinition definition)
    {
        using var bytes = new MemoryStream();
        format.Write(bytes, new FormTemplate(report, definition, Language.Bokmal));
        return bytes.ToArray();
    }
}
