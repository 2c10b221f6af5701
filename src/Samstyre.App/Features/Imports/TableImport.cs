using System.Security.Cryptography;
using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>What became of a table.</summary>
/// <param name="Reading">What it gave under the mapping.</param>
/// <param name="Import">What was stored of it, or would be.</param>
internal sealed record TableImported(MappedReading Reading, FileImport Import);

/// <summary>Brings a table with headings of its own into a round, and remembers what its columns give.</summary>
internal static class TableImport
{
    /// <summary>The mapping that somebody made for a file with these headings, or else the suggested one.</summary>
    /// <returns>The mapping, and who made it when; null where it is suggested.</returns>
    public static async Task<(ColumnMapping Mapping, StoredMapping? Remembered)> MappingFor(Db db, Guid portfolioId, TableContent table, CancellationToken cancellation)
    {
        var remembered = await ColumnMappingStore.Find(db, portfolioId, ColumnMapping.Fingerprint(table.Columns), cancellation);
        return (remembered is null ? MappingSuggestion.MappingOf(MappingSuggestion.Of(table)) : ColumnMapping.FromJson(remembered.Content), remembered);
    }

    public static async Task<TableImported> Run(
        Db db, StoredPortfolio portfolio, Round round, byte[] bytes, TableContent table, ColumnMapping mapping, string actor, TimeProvider time, bool dryRun, CancellationToken cancellation)
    {
        var reading = MappedTable.Read(table, mapping, portfolio.Definition, round.BudgetYear);
        var content = mapping.ToJson();
        // Which sheet was read belongs to how it was read.
        var file = SourceFile.Of(table.FileName, bytes) with { MappingSha256 = SHA256.HashData(Encoding.UTF8.GetBytes($"{table.Sheet}\n{content}")) };
        var import = await ImportFiles.One(db, portfolio, round.Id, file, reading.Reading, actor, time, dryRun, cancellation);
        // What is stored is told and remembered, also when somebody stops it now: the same list again changes nothing.
        if (!dryRun && import.Saved is not null)
            await ColumnMappingStore.Save(db, portfolio.Id, ColumnMapping.Fingerprint(table.Columns), content, table.FileName, actor, time.GetUtcNow(), CancellationToken.None);
        return new(reading, import);
    }
}
