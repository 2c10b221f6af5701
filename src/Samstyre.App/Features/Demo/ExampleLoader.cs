using Samstyre.App.Features.Imports;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Demo;

/// <summary>Fills an empty store with a portfolio, its register and its rounds, by the same road as everything else.</summary>
internal static class ExampleLoader
{
    private const string Actor = "example";

    /// <summary>Loads the built-in example into a store without portfolios, or what is missing of it after an earlier load was cut off; tells whether there was anything to load.</summary>
    public static async Task<bool> LoadWhatIsMissing(Db db, TimeProvider time, CancellationToken cancellation)
    {
        var rounds = ExamplePortfolio.Rounds();
        if ((await PortfolioStore.List(db, cancellation)).Count > 0)
        {
            var stored = await PortfolioStore.Find(db, ExamplePortfolio.Definition.Code, cancellation);
            // Somebody's own portfolio of that code is not filled with examples.
            if (stored is null || !await AuditTrail.Has(db, stored.Id, Actor, "PortfolioCreated", cancellation)) return false;
            var known = await RoundStore.List(db, stored.Id, cancellation);
            var told = (await SnapshotLoader.Load(db, stored.Definition.Code, null, cancellation))!.Publications;
            if (rounds.All(round => known.Any(row => row.Code == round.Code && row.Files >= round.Files.Count && told.Any(publication => publication.RoundId == row.Id)))) return false;
        }

        var portfolio = await Portfolio(db, ExamplePortfolio.Definition, ExamplePortfolio.Register, time, cancellation);
        var published = (await SnapshotLoader.Load(db, portfolio.Definition.Code, null, cancellation))!;
        foreach (var round in rounds)
        {
            var id = (await RoundStore.List(db, portfolio.Id, cancellation)).FirstOrDefault(row => row.Code == round.Code)?.Id
                ?? (await RoundStore.Create(db, portfolio.Id, round.Code, round.CollectedOn, Actor, time.GetUtcNow(), cancellation)).Value.Id;
            foreach (var file in round.Files)
            {
                var reading = ReportReader.Read(file.Name, file.Content, portfolio.Definition);
                var result = await ImportFiles.One(db, portfolio, id, SourceFile.Of(file.Name, file.Content), reading, Actor, time, dryRun: false, cancellation);
                if (result.Problems.Count > 0) throw new InvalidOperationException($"The built-in example has mistakes: {result.Problems[0]}");
            }

            if (published.Publications.All(publication => publication.RoundId != id)) _ = (await PublicationStore.Publish(db, portfolio.Id, round.Code, null, Actor, time, cancellation)).Value;
        }

        await DemoAccounts.Make(db, portfolio.Id, Actor, time.GetUtcNow(), cancellation);
        return true;
    }

    /// <summary>Loads a generated portfolio, a file per round; every round is published.</summary>
    public static async Task Generated(Db db, string code, ulong seed, int initiatives, int rounds, Action<string> tell, TimeProvider time, CancellationToken cancellation)
    {
        var definition = ExamplePortfolio.Definition with { Code = code, Name = new($"Generert portefølje {seed}", $"Generert portefølje {seed}", $"Generated portfolio {seed}") };
        var portfolio = await Portfolio(db, definition, [.. PortfolioGenerator.Register(seed, initiatives, rounds, definition)], time, cancellation);
        foreach (var round in PortfolioGenerator.Rounds(seed, initiatives, rounds, definition))
        {
            var id = (await RoundStore.Create(db, portfolio.Id, round.Code, round.CollectedOn, Actor, time.GetUtcNow(), cancellation)).Value.Id;
            var reports = round.Reports.ToList();
            var bytes = GenerateVerb.Json(reports);
            var saved = (await ReportImport.Save(db, portfolio.Id, id, SourceFile.Of($"{round.Code}.json", bytes), reports, Actor, time.GetUtcNow(), dryRun: false, cancellation)).Value;
            tell($"{round.Code}: {saved.Forms.Count} reports");
        }

        foreach (var round in await RoundStore.List(db, portfolio.Id, cancellation)) _ = (await PublicationStore.Publish(db, portfolio.Id, round.Code, null, Actor, time, cancellation)).Value;
    }

    private static async Task<StoredPortfolio> Portfolio(Db db, PortfolioDefinition definition, IReadOnlyList<InitiativeRegistration> register, TimeProvider time, CancellationToken cancellation)
    {
        var saved = (await PortfolioStore.Save(db, definition, Actor, time.GetUtcNow(), cancellation)).Value;
        _ = (await InitiativeStore.Register(db, saved.Id, register, Actor, time.GetUtcNow(), cancellation)).Value;
        _ = (await AssessmentStore.Record(db, definition.Code, register, "Med i porteføljen fra før; svarene er kontorets.", "Vurdert med sjekklisten for hele porteføljen i 2020.", Actor, time.GetUtcNow(), cancellation)).Value;
        return new(saved.Id, definition, saved.Version);
    }
}
