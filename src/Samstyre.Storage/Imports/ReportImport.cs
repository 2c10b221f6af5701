using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>Brings a file's reports into a round: one transaction, the original kept byte for byte, every change of a report a new revision.</summary>
public static class ReportImport
{
    // The first statement takes the portfolio's row: two imports at once follow one after the other, and readers never wait.
    private const int MostCompared = 50;

    private const string NamesSql = "select name, organisation from initiative where portfolio_id = @portfolioId";

    private const string LockSql = "update portfolio set version = version + 1 where id = $1 returning version, definition::text";

    private const string RoundSql = "select code, collected_on, state from round where portfolio_id = $1 and id = $2";

    private const string FileSql =
        """
        select f.id, i.id
        from source_file f
        left join import i on i.portfolio_id = f.portfolio_id and i.source_file_id = f.id and i.round_id = $2 and i.mapping_sha256 = $4
        where f.portfolio_id = $1 and f.sha256 = $3
        """;

    private const string InsertFileSql =
        "insert into source_file (portfolio_id, id, sha256, name, size, recorded_at, bytes) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string InsertImportSql =
        "insert into import (portfolio_id, id, source_file_id, round_id, file_name, actor, recorded_at, mapping_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string InsertUnmatchedSql =
        "insert into unmatched_form (portfolio_id, id, round_id, import_id, recorded_at, line, content) values ($1, $2, $3, $4, $5, $6, $7)";

    /// <summary>Saves a file and its reports.</summary>
    /// <param name="db">The store.</param>
    /// <param name="portfolioId">Whose round it is.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="file">The original.</param>
    /// <param name="reports">What was read from it.</param>
    /// <param name="actor">Who brings it in.</param>
    /// <param name="now">The moment.</param>
    /// <param name="dryRun">Only tells what would become of it.</param>
    /// <param name="cancellation">Stops the import; nothing of it is kept then.</param>
    public static async Task<Outcome<ImportResult>> Save(
        Db db, Guid portfolioId, Guid roundId, SourceFile file, IReadOnlyList<Report> reports, string actor, DateTimeOffset now, bool dryRun, CancellationToken cancellation = default)
    {
        if (reports.Count == 0) return new Problem("NoReports", "file", $"There is no report in {file.Name}.");
        var forms = reports.Select(StorableReport.Of).ToList();

        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var open = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(LockSql) { Parameters = { Parameter.Of(portfolioId) } },
                new(RoundSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId) } },
                new(FileSql) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId), Parameter.Of(file.Sha256, NpgsqlDbType.Bytea), Parameter.Of(file.MappingSha256, NpgsqlDbType.Bytea) } },
                RoundInitiatives.Query(portfolioId, roundId, forms.Select(form => form.Report), file.Mark),
            },
        };
        long version;
        PortfolioDefinition definition;
        Round round;
        Guid? fileId = null;
        RoundInitiatives initiatives;
        await using (var reader = await open.ExecuteReaderAsync(cancellation))
        {
            if (!await reader.ReadAsync(cancellation)) return new Problem("PortfolioUnknown", "portfolio", "There is no such portfolio.");
            (version, definition) = (reader.GetInt64(0), DefinitionJson.Read(reader.GetString(1)));
            await reader.NextResultAsync(cancellation);
            if (!await reader.ReadAsync(cancellation)) return new Problem("RoundUnknown", "round", "The portfolio has no such round.");
            round = new(roundId, reader.GetString(0), reader.GetFieldValue<DateOnly>(1));
            var frozen = RoundFrozen.ProblemOf(EnumCode.Read<RoundState>(reader.GetString(2))!.Value, round.Code);
            await reader.NextResultAsync(cancellation);
            if (await reader.ReadAsync(cancellation))
            {
                fileId = reader.GetGuid(0);
                if (!reader.IsDBNull(1)) return new ImportResult(reader.GetGuid(1), AlreadyImported: true, dryRun, []);
            }

            if (frozen is not null) return frozen;

            await reader.NextResultAsync(cancellation);
            initiatives = await RoundInitiatives.Read(reader, cancellation);
        }

        var import = new ImportPlan(portfolioId, version, round, definition, initiatives, now)
        {
            Mark = file.Mark,
            // A whole list of unknown initiatives is a portfolio that is new, not a slip of the pen.
            Others = forms.Count(form => initiatives.IsNew(FormIdentity.Of(form.Report, definition))) is > 0 and <= MostCompared
                ? [.. await connection.QueryAsync<(string, string?)>(new CommandDefinition(NamesSql, new { portfolioId }, transaction, cancellationToken: cancellation))]
                : [],
        };
        var results = import.Plan(forms);
        if (dryRun) return new ImportResult(null, AlreadyImported: false, dryRun, [.. results.Select(result => result.IsNewInitiative ? result with { InitiativeId = null } : result)]);

        await using var write = new NpgsqlBatch(connection, transaction);
        var stored = fileId ?? Guid.CreateVersion7(now);
        if (fileId is null)
        {
            write.BatchCommands.Add(new(InsertFileSql)
            {
                Parameters =
                {
                    Parameter.Of(portfolioId), Parameter.Of(stored), Parameter.Of(file.Sha256, NpgsqlDbType.Bytea), Parameter.Of(file.Name),
                    Parameter.Of((long)file.Bytes.Length, NpgsqlDbType.Bigint), Parameter.Of(now), Parameter.Of(file.Bytes, NpgsqlDbType.Bytea),
                },
            });
        }

        write.BatchCommands.Add(new(InsertImportSql)
        {
            Parameters =
            {
                Parameter.Of(portfolioId), Parameter.Of(import.Id), Parameter.Of(stored), Parameter.Of(roundId), Parameter.Of(file.Name), Parameter.Of(actor), Parameter.Of(now), Parameter.Of(file.MappingSha256, NpgsqlDbType.Bytea),
            },
        });
        foreach (var command in import.Initiatives.Commands()) write.BatchCommands.Add(command);
        foreach (var entry in import.Initiatives.Entries(actor, roundId)) write.BatchCommands.Add(entry);
        foreach (var report in import.Unmatched)
        {
            write.BatchCommands.Add(new(InsertUnmatchedSql)
            {
                Parameters =
                {
                    Parameter.Of(portfolioId), Parameter.Of(Guid.CreateVersion7(now)), Parameter.Of(roundId), Parameter.Of(import.Id), Parameter.Of(now),
                    Parameter.Of(report.Source?.Line, NpgsqlDbType.Integer), Parameter.Of(ReportJson.ToUtf8(report), NpgsqlDbType.Jsonb),
                },
            });
        }

        var result = new ImportResult(import.Id, AlreadyImported: false, dryRun, results);
        write.BatchCommands.Add(AuditLog.Entry(portfolioId, now, actor, "ReportsImported", "import", import.Id, new Dictionary<string, object?>
        {
            ["file"] = file.Name,
            ["round"] = round.Code,
            ["forms"] = reports.Count,
            ["added"] = result.Count(FormOutcome.Added),
            ["revised"] = result.Count(FormOutcome.Revised),
            ["unchanged"] = result.Count(FormOutcome.Unchanged),
            ["unmatched"] = result.Count(FormOutcome.Unmatched),
            ["newInitiatives"] = result.NewInitiatives,
        }, roundId, results is [var only] ? only.InitiativeId : null));
        try
        {
            await ReportRows.Write(write, portfolioId, now, import.Reports, cancellation);
            await AssignmentStore.SubmittedByFile(connection, transaction, portfolioId, roundId, [.. import.Reports.Select(report => report.InitiativeId).Distinct()], file.Name, actor, now, cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (PostgresException refusal) when (ConstraintProblems.Of(refusal) is { } problem)
        {
            return problem;
        }
    }
}
