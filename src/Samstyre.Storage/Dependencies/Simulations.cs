using Npgsql;
using NpgsqlTypes;

namespace Samstyre.Storage;

/// <summary>A simulation that was run for a round.</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="Seed">What its draws begin with.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Settings">What else it was run with, as JSON.</param>
/// <param name="Results">What it gave, as JSON.</param>
/// <param name="RunAt">When.</param>
/// <param name="RunBy">Code of who ran it.</param>
public sealed record StoredSimulation(Guid Id, long Seed, int Runs, string Settings, string Results, DateTimeOffset RunAt, string RunBy);

/// <summary>Keeps and finds simulations.</summary>
public static class Simulations
{
    private const string InsertSql = "insert into simulation (portfolio_id, id, round_id, seed, runs, settings, results, run_at, run_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private const string LastSql = "select id, seed, runs, settings, results, run_at, run_by from simulation where portfolio_id = $1 and round_id = $2 order by run_at desc, id desc limit 1";

    /// <summary>Keeps a simulation of a round, with its entry in the log.</summary>
    public static async Task Keep(Db db, Guid portfolioId, Guid roundId, StoredSimulation simulation, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(InsertSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(simulation.Id), Parameter.Of(roundId), Parameter.Of(simulation.Seed, NpgsqlDbType.Bigint), Parameter.Of(simulation.Runs),
                        Parameter.Of(simulation.Settings, NpgsqlDbType.Jsonb), Parameter.Of(simulation.Results, NpgsqlDbType.Jsonb), Parameter.Of(simulation.RunAt), Parameter.Of(simulation.RunBy),
                    },
                },
                AuditLog.Entry(portfolioId, simulation.RunAt, simulation.RunBy, "SimulationRun", "simulation", simulation.Id, new Dictionary<string, object?> { ["runs"] = simulation.Runs, ["seed"] = simulation.Seed }, roundId),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The last simulation of a round; null where none has been run.</summary>
    public static async Task<StoredSimulation?> Last(Db db, Guid portfolioId, Guid roundId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var command = new NpgsqlCommand(LastSql, connection) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(roundId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6))
            : null;
    }
}
