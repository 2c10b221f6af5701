using System.Globalization;
using Samstyre.Import;

// Parsing alone: forms per second of processor time over the files of a folder, as the median of several passes.
if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Use: Samstyre.Bench FOLDER with text forms.");
    return 2;
}

const int Passes = 31;
const int WarmUp = 30;
var definition = ExamplePortfolio.Definition;
var files = Directory.EnumerateFiles(args[0], "*.txt").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file))).ToList();
var rates = new List<double>();
for (var pass = 0; pass < Passes + WarmUp; pass++)
{
    var before = Environment.CpuUsage.TotalTime;
    var forms = files.Sum(file => FormReader.Read(file.Name, file.Bytes, definition).Reports.Count);
    if (pass >= WarmUp) rates.Add(forms / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
}

rates.Sort();
Console.WriteLine(rates[rates.Count / 2].ToString("0", CultureInfo.InvariantCulture));
return 0;
