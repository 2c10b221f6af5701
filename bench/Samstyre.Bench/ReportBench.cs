using System.Diagnostics;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Reports;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Reports;
using Samstyre.Testing;

namespace Samstyre.Bench;

/// <summary>The portfolio report, warm, with its data in memory: the median of several runs, as rows of the table.</summary>
internal static class ReportBench
{
    public static async Task Run()
    {
        Round("the example's round of 2020", MemoryPortfolio.Example.Content("2020-10"), 400, 1500, isLarge: false, ["5 ms", "50 ms", "500 ms", "300 ms"]);
        await Pdf();
        var large = MemoryPortfolio.Generated(1, 10_000, 8);
        var content = large.Content(large.History.Latest!.Round.Code);
        AfterAChange(content);
        Round("10,000 initiatives over 8 rounds", content, 15, 8, isLarge: true, ["250 ms", "500 ms", "5 s", ""]);
    }

    /// <summary>Each figure and list of the large round alone: its median and best time, the processor time and the time the garbage collector stops it (on a busy machine these say more), and what it allocates.</summary>
    public static void EachFigure()
    {
        var large = MemoryPortfolio.Generated(1, 10_000, 8);
        var content = large.Content(large.History.Latest!.Round.Code);
        Each("all", () => ReportFigures.Of(Fresh(content)));
        var before = ReportFigures.Of(Fresh(content));
        Each("all, nothing changed since before", () => ReportFigures.Of(Fresh(content), before));
        foreach (var one in ReportFigures.All) Each($"{one.Method.DeclaringType!.Name}", () => one(Fresh(content)));
    }

    private static void Each(string what, Action work)
    {
        var times = new List<double>();
        var (allocated, processor, paused) = (0L, TimeSpan.Zero, TimeSpan.Zero);
        for (var run = 0; run < 21; run++)
        {
            var (from, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
            work();
            if (run < 6)
            {
                (processor, paused) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
                continue;
            }

            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        processor = (Environment.CpuUsage.TotalTime - processor) / times.Count;
        paused = (GC.GetTotalPauseDuration() - paused) / times.Count;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:0.0} ms | {times[0]:0.0} ms | {processor.TotalMilliseconds:0.0} ms | {paused.TotalMilliseconds:0.0} ms | {allocated / 1e6:0.0} MB |"));
    }

    // One report of the round has changed since its figures were made; all the rest is as the store gives it again.
    private static void AfterAChange(RoundContent content)
    {
        var before = ReportFigures.Of(Fresh(content));
        var changed = content with
        {
            Snapshot = content.Snapshot with { Standings = [.. content.Snapshot.Standings.Select((standing, place) => place == 0 ? standing with { ReportId = Guid.NewGuid() } : standing with { })] },
            Reports = content.Reports.SetItem(0, content.Reports[1]),
        };
        Row("figures of 10,000 initiatives over 8 rounds, after one report has changed", Median(15, 8, isLarge: true, () => ReportFigures.Of(Fresh(changed), before).Figures.Length), "250 ms");
    }

    private static RoundContent Fresh(RoundContent content) => content with { ComparedWith = content.ComparedWith };

    private static void Round(string what, RoundContent content, int runs, int before, bool isLarge, string[] goals)
    {
        // Each run is of a round that nobody has computed anything of.
        Row($"figures of {what}", Median(runs, before, isLarge, () => ReportFigures.Of(Fresh(content)).Figures.Length), goals[0]);
        var figures = ReportFigures.Of(content);
        Row("its page", Median(runs, before, isLarge, () =>
        {
            using var html = new HtmlWriter();
            HtmlBlocks.Write(html, PortfolioReport.Of(figures, null, [], Language.Bokmal, ReportLength.Page), HtmlLinks.None);
            return (long)html.Written.Length;
        }), goals[1]);
        Row("its HTML file", Median(runs, before, isLarge, () => Written(output => HtmlReport.Write(output, PortfolioReport.Of(figures, null, [], Language.Bokmal), Assets.ForFiles))), goals[1]);
        Row("its Word file", Median(runs, before, isLarge, () => Written(output => WordReport.Write(output, PortfolioReport.Of(figures, null, [], Language.Bokmal)))), goals[2]);
        Row("its Excel file", Median(runs, before, isLarge, () => Written(output => ExcelReport.Write(output, PortfolioReport.Of(figures, null, [], Language.Bokmal, ReportLength.Whole)))), goals[3]);
    }

    private static async Task Pdf()
    {
        var figures = ReportFigures.Of(MemoryPortfolio.Example.Content("2020-10"));
        using var page = new MemoryStream();
        HtmlReport.Write(page, PortfolioReport.Of(figures, null, [], Language.Bokmal), Assets.ForFiles);
        var times = new List<double>();
        for (var run = 0; run < 6; run++)
        {
            var from = Stopwatch.GetTimestamp();
            var printed = await PdfPrinter.Print(page.ToArray(), TimeSpan.FromMinutes(2), CancellationToken.None);
            if (!printed.Succeeded)
            {
                Console.WriteLine($"| its PDF | {printed.Problems[0].Sentence} | 4 s |");
                return;
            }

            if (run > 0) times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        Row("its PDF, a Chromium each time", times.Order().ElementAt(times.Count / 2), "4 s");
    }

    /// <summary>Milliseconds. Warm is when the compiler is done: work of a few milliseconds needs more than a thousand runs before those that are measured. Of a large round the garbage is collected after each run, outside of what is measured: nobody makes its report again and again, so no run pays for those before it.</summary>
    private static double Median(int runs, int before, bool isLarge, Func<long> work)
    {
        var times = new List<double>();
        for (var run = 0; run < before + runs; run++)
        {
            var from = Stopwatch.GetTimestamp();
            _ = work();
            var took = Stopwatch.GetElapsedTime(from);
            if (run >= before) times.Add(took.TotalMilliseconds);
            if (isLarge) GC.Collect();
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static long Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.Length;
    }

    private static void Row(string what, double milliseconds, string goal) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {(milliseconds < 1000 ? $"{milliseconds:0.#} ms" : $"{milliseconds / 1000:0.0} s")} | {goal} |"));
}
