using System.Text;
using Samstyre.App.Features.Demo;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.Testing;

/// <summary>A portfolio held in memory, for tests of what is computed from one and of pages: the built-in example, or a generated one of any size.</summary>
internal sealed class MemoryPortfolio
{
    private static readonly Lazy<MemoryPortfolio> example = new(() => MakeExample().Published());
    private readonly Dictionary<Guid, StoredContent> contents = [];
    private readonly Dictionary<Guid, StoredFile> files = [];

    private MemoryPortfolio(PortfolioHistory history) => History = history;

    /// <summary>The example portfolio as its files say, both rounds published.</summary>
    public static MemoryPortfolio Example => example.Value;

    public PortfolioHistory History { get; private set; }

    public PortfolioSource Source => new(
        (code, _) => Task.FromResult(code == History.Definition.Code ? History.Version : (long?)null),
        (code, _, _) => Task.FromResult(code == History.Definition.Code ? History : null),
        (_, ids, mask, _, _) => Task.FromResult<IReadOnlyDictionary<Guid, StoredContent>>(ids.Where(contents.ContainsKey).ToDictionary(id => id, id => Masked(contents[id], mask))),
        (_, id, _) => Task.FromResult(files.GetValueOrDefault(id)));

    /// <summary>A round with its whole reports.</summary>
    public RoundContent Content(string roundCode) =>
        new RoundContents(Source).Load(History, History.At(roundCode)!, null, ReportMask.None, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>A generated portfolio of the example's definition.</summary>
    public static MemoryPortfolio Generated(ulong seed, int initiatives, int rounds)
    {
        var definition = ExamplePortfolio.Definition;
        return Make(
            definition,
            [.. PortfolioGenerator.Register(seed, initiatives, rounds, definition)],
            PortfolioGenerator.Rounds(seed, initiatives, rounds, definition).Select(round => (round.Code, round.CollectedOn, round.Reports.Select(report => ("generated.json", report)))));
    }

    /// <summary>A portfolio of the example's definition with these reports, both published; an initiative is what has a national id.</summary>
    public static MemoryPortfolio Of(params (string Code, DateOnly On, Report[] Reports)[] rounds) => Make(
        ExamplePortfolio.Definition,
        [.. rounds.SelectMany(round => round.Reports).DistinctBy(report => report.NationalId).Select(report => new InitiativeRegistration(report.NationalId, report.Name!, [], null, null, [new(new(1990, 1, 1), LifeStage.InPortfolio, null)]))],
        rounds.Select(round => (round.Code, round.On, round.Reports.Select(report => ("made.json", report))))).Published();

    private static MemoryPortfolio MakeExample() => Make(
        ExamplePortfolio.Definition,
        ExamplePortfolio.Register,
        ExamplePortfolio.Rounds().Select(round => (round.Code, round.CollectedOn, round.Files.SelectMany(file => ReportReader.Read(file.Name, file.Content, ExamplePortfolio.Definition).Reports.Select(report => (file.Name, report))))));

    private static MemoryPortfolio Make(
        PortfolioDefinition definition, IReadOnlyList<InitiativeRegistration> register, IEnumerable<(string Code, DateOnly On, IEnumerable<(string File, Report Report)> Reports)> rounds)
    {
        var initiatives = register.Select((entry, place) => new Initiative(IdOf(1, place), entry.NationalId, entry.Name, entry.Segment, entry.Life)).ToList();
        var byId = initiatives.Where(initiative => initiative.NationalId is not null).ToDictionary(initiative => initiative.NationalId!.Value);
        var byName = register.SelectMany((entry, place) => entry.OtherNames.Prepend(entry.Name).Select(name => (name, place))).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => initiatives[pair.place], StringComparer.OrdinalIgnoreCase);
        List<Round> made = [];
        List<(Initiative Initiative, Round Round, Guid Id, Report Report)> reports = [];
        var memory = new MemoryPortfolio(null!);
        foreach (var (code, on, all) in rounds)
        {
            var round = new Round(IdOf(2, made.Count), code, on);
            made.Add(round);
            foreach (var (file, report) in all)
            {
                var initiative = report.NationalId is { } id && byId.TryGetValue(id, out var own) ? own : byName.GetValueOrDefault(report.Name ?? "");
                if (initiative is null) continue;
                var reportId = IdOf(3, reports.Count);
                reports.Add((initiative, round, reportId, report));
                memory.contents[reportId] = new(reportId, initiative.Id, round.Id, 1, DateTimeOffset.UnixEpoch, reportId, file, report.Source?.Line, ReportJson.ToUtf8(report), []);
                memory.files[reportId] = new(file, Encoding.UTF8.GetBytes($"Original of {report.Name}"), DateTimeOffset.UnixEpoch);
            }
        }

        // Read in one go, as from the store, so that facts lie beside each other and not each beside its whole report.
        var facts = reports.ConvertAll(one => new StoredReport(one.Initiative.Id, one.Round.Id, one.Id, 1, ReportFacts.Of(one.Report, one.Round, definition, one.Initiative.Name)));
        memory.History = SnapshotBuilder.Build(IdOf(0, 0), definition, 1, made, initiatives, facts);
        return memory;
    }

    /// <summary>The same with every round published, for whoever reads without logging in.</summary>
    public MemoryPortfolio Published()
    {
        History = History with { Publications = [.. History.Snapshots.Select(snapshot => new Publication(snapshot.Round.Id, 1, DateTimeOffset.UnixEpoch, History.Version, null))] };
        return this;
    }

    private static StoredContent Masked(StoredContent content, ReportMask mask)
    {
        if (mask.Keys.Count == 0) return content;
        var report = System.Text.Json.Nodes.JsonNode.Parse(content.Json.Span)!.AsObject();
        foreach (var key in mask.Keys) report.Remove(key);
        return content with { Json = Encoding.UTF8.GetBytes(report.ToJsonString(ReportJson.Options)) };
    }

    private static Guid IdOf(int kind, int place) => new(kind, 0, 0, 0, 0, 0, 0, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place);
}
