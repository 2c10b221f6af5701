using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Samstyre.App.Texts;
using Samstyre.Storage;
using Samstyre.Testing;

namespace Samstyre.Bench;

/// <summary>Reporters who all write at once, each in a form of their own, against the program in a process of its own: how long a save takes, how long a page takes, and whether everything that was acknowledged is stored.</summary>
internal static partial class FormBench
{
    private const string Password = "femti skjemaer på en gang";
    private const int Reporters = 50;
    private static int text;
    private static readonly string[] Written = ["statusCause", "riskText", "purpose", "phaseComments", "costComments", "totalCostMnok", "endDate", "benefitText", "deliverables.0.text", "prerequisiteComments", "consequences", "funding.0.y.1"];

    public static async Task Run(int seconds)
    {
        await using var store = await StoreConnection.Open(StoreOptions.FromEnvironment());
        await using var db = Db.Open(store.ConnectionString);
        var world = await FormBenchWorld.Make(db, Reporters, Password);
        using var server = await ServerProcess.Start(new Dictionary<string, string>(), world.Portfolio.Definition.Code);
        try
        {
            await Measure(db, world, server, seconds);
        }
        finally
        {
            // Nothing is said where all went well.
            Console.Error.Write(server.Said);
        }
    }

    private static async Task Measure(Db db, FormBenchWorld world, ServerProcess server, int seconds)
    {
        var reporters = await LogIn(server.Address, world);
        var writers = reporters.Select((visitor, number) => new TypingReporter(visitor, world.Forms[number])).ToArray();
        await Task.WhenAll(writers.Select(writer => writer.Open()));

        await Warm(reporters, world);
        foreach (var (what, below) in ((string, string)[])[("a form's front page", ""), ("a prefilled page of it", "/status"), ("its longest page", "/avhengigheter"), ("the page for sending", "/send")])
            Row($"{what}, one reporter at a time", Milliseconds(await OnePage(reporters, world, below)), "50 ms");

        await Load(writers, perSecond: 2, seconds: 3);
        foreach (var perSecond in (int[])[1, 4, 10]) Row($"autosave, {Reporters} at once, {perSecond} a second each", await Load(writers, perSecond, seconds), "20 ms, 99 % within 60 ms");
        Row("what was acknowledged beside what is stored", await world.Compare(db, writers), "the same");

        var ready = await SendWhileWriting(world, reporters, writers, seconds);
        Row("what was acknowledged beside what is stored, then", await world.Compare(db, writers), "the same");
        await ReportAfterAChange(world, server.Address, ready);
        Row("memory of the server after that", string.Create(CultureInfo.InvariantCulture, $"{Process.GetProcessById(server.Id).WorkingSet64 / 1024 / 1024} MB"), "400 MB");
        foreach (var reporter in reporters) reporter.Dispose();
    }

    /// <summary>Each from an address of its own: the server lets nobody try too often from one.</summary>
    private static async Task<Visitor[]> LogIn(Uri server, FormBenchWorld world)
    {
        var visitors = Enumerable.Range(0, Reporters).Select(number => new Visitor(server, IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"127.0.1.{number + 1}")))).ToArray();
        for (var number = 0; number < Reporters; number++)
        {
            var reply = await visitors[number].LogIn(FormBenchWorld.EmailOf(number), Password);
            if (reply.Location is null) throw new InvalidOperationException($"Reporter {number} was not let in: {reply.Status}.");
        }

        return visitors;
    }

    private static async Task Warm(Visitor[] reporters, FormBenchWorld world)
    {
        foreach (var below in (string[])["", "/status", "/avhengigheter", "/send"]) _ = await OnePage(reporters, world, below);
    }

    private static async Task<List<double>> OnePage(Visitor[] reporters, FormBenchWorld world, string below)
    {
        List<double> times = [];
        for (var number = 0; number < Reporters; number++)
        {
            var from = Stopwatch.GetTimestamp();
            var reply = await reporters[number].Get(world.Forms[number] + below);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            if (reply.Status != HttpStatusCode.OK) throw new InvalidOperationException($"{world.Forms[number]}{below}: {reply.Status}.");
        }

        return times;
    }

    /// <summary>Everybody writes: a field, a pause, another field. Says what a save took.</summary>
    private static async Task<string> Load(TypingReporter[] writers, int perSecond, int seconds)
    {
        var times = new ConcurrentBag<double>();
        var failed = 0;
        var begun = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromSeconds(1.0 / perSecond);
        await Task.WhenAll(writers.Select((writer, number) => Task.Run(async () =>
        {
            // Spread over the pause, so that they don't all press a key in the same millisecond.
            var next = pause * number / writers.Length;
            for (var save = 0; next < TimeSpan.FromSeconds(seconds); save++)
            {
                if (next - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } wait) await Task.Delay(wait);
                var field = Written[(save + number) % Written.Length];
                var from = Stopwatch.GetTimestamp();
                if (!await writer.Save(field, ValueOf(field, number, Interlocked.Increment(ref text)))) Interlocked.Increment(ref failed);
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                // Whoever had to wait for the answer does not press faster afterwards.
                next = TimeSpan.FromTicks(Math.Max((next + pause).Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
            }
        })));
        var saves = times.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return $"{Milliseconds([.. times])}; {saves.ToString("0", CultureInfo.InvariantCulture)} saves/s{(failed > 0 ? $", {failed} FAILED" : "")}";
    }

    /// <summary>One form a second is sent meanwhile: each changes the portfolio. Gives the forms that can still be sent.</summary>
    private static async Task<IEnumerable<TypingReporter>> SendWhileWriting(FormBenchWorld world, Visitor[] reporters, TypingReporter[] writers, int seconds)
    {
        var ready = await Explained(world, reporters);
        List<double> sent = [];
        var sending = Task.Run(async () =>
        {
            foreach (var sender in ready.Take(seconds))
            {
                var from = Stopwatch.GetTimestamp();
                if (!await sender.SendUnchanged(Guid.NewGuid())) throw new InvalidOperationException($"{sender.Form} was not received.");
                var took = Stopwatch.GetElapsedTime(from);
                sent.Add(took.TotalMilliseconds);
                if (TimeSpan.FromSeconds(1) - took is { Ticks: > 0 } wait) await Task.Delay(wait);
            }
        });
        var saves = await Load(writers, 2, seconds);
        await sending;
        Row($"autosave, {Reporters} at once, 2 a second each, while a form is sent every second", saves, "20 ms, 99 % within 60 ms");
        Row(string.Create(CultureInfo.InvariantCulture, $"those {sent.Count} submissions"), Milliseconds(sent), "");
        return ready.Skip(sent.Count);
    }

    /// <summary>How long after a form was received the office's report shows it, asked for again and again. The first time after a start all reports are read.</summary>
    private static async Task ReportAfterAChange(FormBenchWorld world, Uri server, IEnumerable<TypingReporter> senders)
    {
        using var office = new Visitor(server, IPAddress.Parse("127.0.2.1"));
        if ((await office.LogIn(FormBenchWorld.Office, Password)).Location is null) throw new InvalidOperationException("The office was not let in.");
        var shown = await Version();
        List<double> times = [];
        foreach (var sender in senders.Take(7))
        {
            if (!await sender.SendUnchanged(Guid.NewGuid())) throw new InvalidOperationException($"{sender.Form} was not received.");
            var (from, before) = (Stopwatch.GetTimestamp(), shown);
            while (shown == before) shown = await Version();
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        times.Sort();
        Row("the office's report shows a form after it was received", string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0} ms ({times[0]:0}-{times[^1]:0} ms)"), "");

        // The page says of which version of the content it is.
        async Task<string> Version()
        {
            var page = (await office.Get(world.Report)).Text;
            var words = ScreenTexts.Of("nb")!["edition.draft"].Split("{0}")[0];
            var at = page.IndexOf(words, StringComparison.Ordinal);
            return at < 0 ? throw new InvalidOperationException("The report does not say its version.") : page.Substring(at + words.Length, 12);
        }
    }

    /// <summary>Forms that can be sent: what the rules ask about has been explained. Invented reports that break a rule are left out.</summary>
    private static async Task<List<TypingReporter>> Explained(FormBenchWorld world, Visitor[] reporters)
    {
        List<TypingReporter> ready = [];
        for (var number = 0; number < Reporters; number++)
        {
            var (visitor, sender) = (reporters[number], new TypingReporter(reporters[number], world.Others[number]));
            await sender.Open();
            foreach (Match asked in Asked().Matches((await visitor.Get(sender.Form + "/send")).Text)) await sender.Save(WebUtility.HtmlDecode(asked.Groups["field"].Value), "Slik er det.");
            if ((await visitor.Get(sender.Form + "/send")).Text.Contains(ScreenTexts.Of("nb")!["send.fine"], StringComparison.Ordinal)) ready.Add(sender);
        }

        return ready;
    }

    // Never the same twice: a text that is already there is not saved.
    private static string ValueOf(string field, int number, int save) => field switch
    {
        "totalCostMnok" or "funding.0.y.1" => string.Create(CultureInfo.InvariantCulture, $"{save},5"),
        "endDate" => string.Create(CultureInfo.InvariantCulture, $"{(save % 12) + 1:00}.{2023 + (save / 12 % 7000)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Innmelder {number} skriver for {save}. gang om det som har skjedd siden sist, og hva som må til for å komme i mål."),
    };

    private static string Milliseconds(IReadOnlyList<double> times)
    {
        var inOrder = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{inOrder[inOrder.Length / 2]:0.0} ms, 99 % within {inOrder[inOrder.Length * 99 / 100]:0.0} ms");
    }

    // The machine may be doing other things: what was measured then says so.
    private static void Row(string what, string measured, string goal) =>
        Console.WriteLine($"| {what} | {measured} (load {(OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}) | {goal} |");

    [GeneratedRegex("#(?<field>explain:[^\"]+)\"")]
    private static partial Regex Asked();
}
