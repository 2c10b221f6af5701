using Samstyre.Bench;

// What bench/run can't time from outside: FOLDER parses the text forms of a folder; "report" makes the portfolio report; "figures" times each of its figures alone; "register" resolves the dependencies of ten thousand initiatives; "formats" FOLDER reads forms in each Office format and leaves files there; "map" ADDRESS opens a map of dependencies in Chromium; "form" has fifty reporters write at once; "simulation" PYTHON SCRIPT runs ripples and simulations beside those of the NumPy script.
switch (args)
{
    case ["report"]:
        await ReportBench.Run();
        return 0;
    case ["figures"]:
        ReportBench.EachFigure();
        return 0;
    case ["form"]:
        await FormBench.Run(int.TryParse(Environment.GetEnvironmentVariable("BENCH_SECONDS"), out var seconds) ? seconds : 8);
        return 0;
    case ["formats", var folder]:
        FormatBench.Run(folder);
        return 0;
    case ["map", var address]:
        await MapBench.Run(address);
        return 0;
    case ["register"]:
        RegisterBench.Run();
        return 0;
    case ["simulation", var python, var reference]:
        SimulationBench.Run(python, reference);
        return 0;
    case [var folder] when Directory.Exists(folder):
        ParseBench.Run(folder);
        return 0;
    default:
        Console.Error.WriteLine("Use: Samstyre.Bench FOLDER with text forms, or Samstyre.Bench report, figures, register, map ADDRESS, formats FOLDER, form or simulation PYTHON SCRIPT.");
        return 2;
}
