using System.Diagnostics;
using System.Globalization;
using Samstyre.Import;

// Parsing alone, on one core: forms per second over the files of a folder, as the median of several passes.
if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Use: Samstyre.Bench FOLDER with text forms.");
    return 2;
}

const int Passes = 15;
const int WarmUp = 5;
var definition = ExamplePortfolio.Definition;
var files = Directory.EnumerateFiles(args[0], "*.txt").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file))).ToList();
var rates = new List<double>();
for (var pass = 0; pass < Passes + WarmUp; pass++)
{
    var watch = Stopwatch.StartNew();
    var forms = files.Sum(file => FormReader.Read(file.Name, file.Bytes, definition).Reports.Count);
    if (pass >= WarmUp) rates.Add(forms / watch.Elapsed.TotalSeconds);
}

rates.Sort();
Console.WriteLine(rates[rates.Count / 2].ToString("0", CultureInfo.InvariantCulture));
return 0;
