using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.Bench;

/// <summary>Resolves the dependencies of a large portfolio whose forms name each other by names, aliases, misspellings and words that name nobody, and finds their contradictions.</summary>
internal static class RegisterBench
{
    private const int Initiatives = 10_000;
    private const int AliasesEach = 2;
    private const int NeedsEach = 5;
    private const int Runs = 5;

    private static readonly string[] Beginnings = ["helse", "digi", "pasient", "legemiddel", "journal", "lab", "kommune", "sykehus", "data", "arkiv", "vakt", "reise", "svar", "bilde", "puls", "fødsel"];
    private static readonly string[] Middles = ["innsyn", "deling", "register", "verktøy", "plan", "portal", "flyt", "støtte", "logg", "kart", "krets", "senter", "bank", "nett", "sløyfe", "modell"];
    private static readonly string[] Endings = ["vest", "nord", "øst", "midt", "pluss", "basis", "felles", "lokal", "sentral", "ny"];

    public static void Run()
    {
        // Once for the code, then each time over a content of its own: the register is kept with the content that it was made of.
        DependencyRegister.Of(Made(new Random(7), 200));
        var resolved = new List<double>();
        var contradicted = new List<double>();
        var (needs, named, found, added) = (0, 0, 0, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var content = Made(new Random(1), Initiatives);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            var register = DependencyRegister.Of(content);
            resolved.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            found = Contradictions.Of(register).Length;
            contradicted.Add(watch.Elapsed.TotalSeconds);
            added = GC.GetTotalMemory(forceFullCollection: true) - before;
            needs = register.Needs.Length;
            GC.KeepAlive(content);
            named = register.Needs.Count(need => need.State == NamingState.Resolved);
        }

        Row($"dependencies resolved: {needs} texts, {Initiatives} initiatives, {Initiatives * AliasesEach} aliases ({named} named somebody)", Seconds(resolved), "10 s");
        Row($"contradictions of that ({found})", Seconds(contradicted), "1 s");
        Row("memory that the register and its contradictions take", $"{added / 1_048_576} MB", "300 MB");
        Row("memory of the process with the forms of five such portfolios, at its peak", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB", "");
    }

    private static RoundContent Made(Random random, int count)
    {
        var definition = ExamplePortfolio.Definition;
        var round = new Round(new(1, 2, 3, new byte[8]), "2020-10", new(2020, 10, 31));
        var names = Enumerable.Range(0, count).Select(number => Name(random, number)).ToArray();
        var standings = ImmutableArray.CreateBuilder<Standing>(count);
        var reports = ImmutableArray.CreateBuilder<Report>(count);
        for (var at = 0; at < count; at++)
        {
            var report = new Report
            {
                Name = names[at][0],
                Status = (TrafficLight)random.Next(3),
                Deliverables = [.. Enumerable.Range(0, 4).Select(number => new Deliverable($"Leveranse {Words(random, 3)}", null, PartialDate.OfMonth(2019 + random.Next(5), 1 + random.Next(12))))],
                Dependencies = [.. Enumerable.Range(0, NeedsEach).Select(_ => Need(random, names))],
            };
            var initiative = new Initiative(new(at + 1, 1, 0, new byte[8]), at + 1, names[at][0], null, [new(new(2019, 1, 1), LifeStage.InPortfolio, null)]) { OtherNames = [.. names[at].Skip(1)] };
            standings.Add(new(initiative, new(at + 1, 2, 0, new byte[8]), ReportFacts.Of(report, round, definition, names[at][0]), round, 1, CarriedOver: false));
            reports.Add(report);
        }

        return new(new(definition, round, standings.ToImmutable(), []), reports.ToImmutable(), [], new Dictionary<Guid, ImmutableArray<ReportedDeliverables>>());
    }

    // What people write: the name, another name, the name among other words, misspelt, an organisation, or words of their own.
    private static Dependency Need(Random random, string[][] names)
    {
        var one = names[random.Next(names.Length)];
        var on = random.Next(10) switch
        {
            < 3 => one[0],
            < 5 => one[1 + random.Next(AliasesEach)],
            5 => $"Prosjektet {one[0]} hos {Words(random, 2)}",
            6 => one[0].Remove(one[0].Length / 2, 1),
            7 => $"Direktoratet for e-helse / {one[1]}",
            _ => Words(random, 4),
        };
        var year = 2019 + random.Next(4);
        return new(on, $"Leveranse {Words(random, 6)}", Words(random, 5), "1", (Level)random.Next(3), $"{year}", PartialDate.OfYear(year), (TrafficLight)random.Next(3));
    }

    private static string[] Name(Random random, int number)
    {
        var made = $"{Pick(random, Beginnings)}{Pick(random, Middles)} {Pick(random, Endings)} {number.ToString(CultureInfo.InvariantCulture)}";
        return [char.ToUpperInvariant(made[0]) + made[1..], $"{Pick(random, Beginnings).ToUpperInvariant()}{number.ToString(CultureInfo.InvariantCulture)}", $"Program for {Pick(random, Middles)} og {Pick(random, Beginnings)} {number.ToString(CultureInfo.InvariantCulture)}"];
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pick(random, Beginnings) + Pick(random, Middles)));

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    private static string Seconds(List<double> times) => $"{times.Order().ElementAt(times.Count / 2).ToString("0.00", CultureInfo.InvariantCulture)} s";

    private static void Row(string what, string value, string goal) => Console.WriteLine($"{what,-100} {value,-20} {goal}");
}
