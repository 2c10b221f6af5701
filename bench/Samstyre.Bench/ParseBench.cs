using System.Globalization;
using Samstyre.Import;

namespace Samstyre.Bench;

/// <summary>Parsing alone: forms per second of processor time over the files of a folder, as the median of several passes.</summary>
internal static class ParseBench
{
    private const int Passes = 31;
    private const int WarmUp = 30;

    public static void Run(string folder)
    {
        var definition = ExamplePortfolio.Definition;
        var files = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file))).ToList();
        var rates = new List<double>();
        for (var pass = 0; pass < Passes + WarmUp; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var forms = files.Sum(file => FormReader.Read(file.Name, file.Bytes, definition).Reports.Count);
            if (pass >= WarmUp) rates.Add(forms / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        rates.Sort();
        Console.WriteLine(rates[rates.Count / 2].ToString("0", CultureInfo.InvariantCulture));
    }
}
