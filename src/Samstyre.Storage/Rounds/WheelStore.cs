using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>The meetings of the yearly wheel. Who is responsible may be a person's name, so the log tells theme and day alone.</summary>
public static class WheelStore
{
    private const string PlanSql = "insert into wheel_meeting (portfolio_id, id, theme, held_on, responsible, papers, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private const string CancelSql = "update wheel_meeting set cancelled_at = $3 where portfolio_id = $1 and id = $2 and cancelled_at is null returning theme, held_on";

    private const string ListSql = "select id, theme, held_on, responsible, papers, cancelled_at from wheel_meeting where portfolio_id = @portfolioId order by held_on, recorded_at, id";

    /// <summary>All meetings, cancelled ones too, the earliest first.</summary>
    public static async Task<IReadOnlyList<WheelMeeting>> List(Db db, Guid portfolioId, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(ListSql, new { portfolioId }, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Meeting)];
    }

    /// <summary>Plans a meeting.</summary>
    public static async Task<WheelMeeting> Plan(Db db, Guid portfolioId, WheelPlan plan, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var meeting = await Add(connection, transaction, portfolioId, plan, actor, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return meeting;
    }

    /// <summary>Replaces a meeting by one with other details; the old one is kept as cancelled. Refused for one that does not stand.</summary>
    public static async Task<Outcome<WheelMeeting>> Change(Db db, Guid portfolioId, Guid meeting, WheelPlan plan, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Remove(connection, transaction, portfolioId, meeting, actor, now, cancellation) is { } problem) return problem;
        var changed = await Add(connection, transaction, portfolioId, plan, actor, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return changed;
    }

    /// <summary>Cancels a meeting; it is kept. Refused for one that does not stand.</summary>
    public static async Task<Outcome<Guid>> Cancel(Db db, Guid portfolioId, Guid meeting, string actor, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await db.Connect(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Remove(connection, transaction, portfolioId, meeting, actor, now, cancellation) is { } problem) return problem;
        await transaction.CommitAsync(cancellation);
        return meeting;
    }

    private static async Task<WheelMeeting> Add(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, WheelPlan plan, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(now);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(PlanSql)
                {
                    Parameters =
                    {
                        Parameter.Of(portfolioId), Parameter.Of(id), Parameter.Of(EnumCode.Of(plan.Theme)), Parameter.Of(plan.HeldOn, NpgsqlDbType.Date), Parameter.Of(plan.Responsible),
                        Parameter.Of(string.Join('\n', plan.Papers)), Parameter.Of(now), Parameter.Of(actor),
                    },
                },
                AuditLog.Entry(portfolioId, now, actor, "WheelMeetingPlanned", "wheel_meeting", id, Details(EnumCode.Of(plan.Theme), plan.HeldOn)),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        return new(id, plan, null);
    }

    private static async Task<Problem?> Remove(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid portfolioId, Guid meeting, string actor, DateTimeOffset now, CancellationToken cancellation)
    {
        string theme;
        DateOnly heldOn;
        await using (var cancel = new NpgsqlCommand(CancelSql, connection, transaction) { Parameters = { Parameter.Of(portfolioId), Parameter.Of(meeting), Parameter.Of(now) } })
        await using (var reader = await cancel.ExecuteReaderAsync(cancellation))
        {
            if (!await reader.ReadAsync(cancellation)) return new("WheelMeetingGone", null, "The meeting has been changed or cancelled: reload the page.");
            (theme, heldOn) = (reader.GetString(0), reader.GetFieldValue<DateOnly>(1));
        }

        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { AuditLog.Entry(portfolioId, now, actor, "WheelMeetingCancelled", "wheel_meeting", meeting, Details(theme, heldOn)) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        return null;
    }

    private static Dictionary<string, object?> Details(string theme, DateOnly heldOn) => new() { ["theme"] = theme, ["heldOn"] = heldOn };

    private sealed record Row(Guid Id, string Theme, DateOnly HeldOn, string Responsible, string Papers, DateTimeOffset? CancelledAt)
    {
        public WheelMeeting Meeting => new(Id, new(EnumCode.Read<WheelTheme>(Theme)!.Value, HeldOn, Responsible, Papers.Split('\n', StringSplitOptions.RemoveEmptyEntries)), CancelledAt);
    }
}
