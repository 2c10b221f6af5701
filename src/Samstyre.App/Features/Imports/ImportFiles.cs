using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>What became of one file: its problems, and what was stored of it. Saved null: nothing of it could be stored.</summary>
internal sealed record FileImport(string File, IReadOnlyList<Report> Reports, IReadOnlyList<FileProblem> Problems, ImportResult? Saved);

/// <summary>Brings files into a round, one transaction a file; what is wrong with one file does not stop the others.</summary>
internal static class ImportFiles
{
    public static Task<FileImport> One(Db db, StoredPortfolio portfolio, Guid round, InputFile file, string actor, TimeProvider time, bool dryRun, CancellationToken cancellation) =>
        One(db, portfolio, round, SourceFile.Of(file.Name, file.Bytes), file.Read(portfolio.Definition), actor, time, dryRun, cancellation);

    public static async Task<FileImport> One(
        Db db, StoredPortfolio portfolio, Guid round, SourceFile file, FileReading reading, string actor, TimeProvider time, bool dryRun, CancellationToken cancellation)
    {
        if (reading.Reports.Count == 0) return new(file.Name, [], reading.Problems, null);
        var reports = ClaimedIds.Mark(reading.Reports);
        var marked = reading.Mark?.Portfolio == portfolio.Definition.Code ? file with { Mark = reading.Mark } : file;
        var saved = await ReportImport.Save(db, portfolio.Id, round, marked, reports, actor, time.GetUtcNow(), dryRun, cancellation);
        return saved.Succeeded
            ? new(file.Name, reports, reading.Problems, saved.Value)
            : new(file.Name, reports, [.. reading.Problems, .. saved.Problems.Select(problem => new FileProblem(file.Name, null, problem.Code, problem.Sentence))], null);
    }
}
