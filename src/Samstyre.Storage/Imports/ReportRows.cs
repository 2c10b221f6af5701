using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A report's row, its whole content still an object: it is written out one at a time.</summary>
internal sealed record ReportRow(Guid Id, Guid RoundId, Guid InitiativeId, int Revision, ReportFacts Facts, Guid? ImportId, byte[] ContentSha256, Report Report)
{
    /// <summary>Keys of the fields that only its organisation and the office see.</summary>
    public string[] Confidential { get; init; } = [];
}

/// <summary>Writes reports: few with statements of the batch, many with COPY.</summary>
internal static class ReportRows
{
    /// <summary>From here on COPY's own round trips pay.</summary>
    private const int Many = 20;

    private const string Columns =
        """
        portfolio_id, id, round_id, initiative_id, revision, recorded_at, name, organisation, status, risk, phase, phase_end, end_date,
        focus_area, budget, total_cost, annual_operating_cost, open_questions, import_id, line, content_sha256, content, confidential
        """;

    private const string InsertSql =
        $"""
        insert into report ({Columns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        """;

    private const string CopySql = $"copy report ({Columns}) from stdin (format binary)";

    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.TimestampTz,
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Text, NpgsqlDbType.Numeric, NpgsqlDbType.Numeric, NpgsqlDbType.Numeric, NpgsqlDbType.Integer, NpgsqlDbType.Uuid, NpgsqlDbType.Integer,
        NpgsqlDbType.Bytea, NpgsqlDbType.Jsonb, NpgsqlDbType.Array | NpgsqlDbType.Text,
    ];

    /// <summary>Executes the batch and writes the reports after it.</summary>
    public static async Task Write(NpgsqlBatch batch, Guid portfolioId, DateTimeOffset now, IReadOnlyList<ReportRow> rows, CancellationToken cancellation)
    {
        if (rows.Count < Many)
        {
            foreach (var row in rows)
            {
                var command = new NpgsqlBatchCommand(InsertSql);
                foreach (var (value, type) in Values(portfolioId, now, row).Zip(Types)) command.Parameters.Add(Parameter.Of(value, type));
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        await using var writer = await batch.Connection!.BeginBinaryImportAsync(CopySql, cancellation);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellation);
            var values = Values(portfolioId, now, row);
            for (var column = 0; column < values.Length; column++)
            {
                if (values[column] is { } value) await writer.WriteAsync(value, Types[column], cancellation);
                else await writer.WriteNullAsync(cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private static object?[] Values(Guid portfolioId, DateTimeOffset now, ReportRow row)
    {
        var facts = row.Facts;
        return
        [
            portfolioId, row.Id, row.RoundId, row.InitiativeId, row.Revision, now.UtcDateTime, facts.Name, facts.Organisation,
            EnumCode.Of(facts.Status), EnumCode.Of(facts.Risk), EnumCode.Of(facts.Phase), facts.PhaseEnd?.ToString(), facts.EndDate?.ToString(),
            facts.FocusArea, facts.Budget?.Mnok, facts.TotalCost?.Mnok, facts.AnnualOperatingCost?.Mnok, facts.OpenQuestions, row.ImportId, row.Report.Source?.Line,
            row.ContentSha256, ReportJson.ToUtf8(row.Report), row.Confidential,
        ];
    }
}
