using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>How our values travel to and from the database. Without these Dapper sends an enum as its number and can't make a <see cref="DateTimeOffset"/>.</summary>
internal static class DapperTypes
{
    public static void Register()
    {
        // collected_on is the constructor's collectedOn.
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper's own mapping goes before a handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Dates());
        SqlMapper.AddTypeHandler(new Moments());
        SqlMapper.AddTypeHandler(new Amounts());
        SqlMapper.AddTypeHandler(new PartialDates());
        SqlMapper.AddTypeHandler(new Arrays<string>(NpgsqlDbType.Text));
        SqlMapper.AddTypeHandler(new Arrays<int>(NpgsqlDbType.Integer));
        SqlMapper.AddTypeHandler(new Arrays<Guid>(NpgsqlDbType.Uuid));
    }

    private static void Set(IDbDataParameter parameter, NpgsqlDbType type, object? value)
    {
        parameter.Value = value ?? DBNull.Value;
        ((NpgsqlParameter)parameter).NpgsqlDbType = type;
    }

    private sealed class Dates : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateTime moment ? DateOnly.FromDateTime(moment) : (DateOnly)value;

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => Set(parameter, NpgsqlDbType.Date, value);
    }

    private sealed class Moments : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTime moment ? new(DateTime.SpecifyKind(moment, DateTimeKind.Utc)) : (DateTimeOffset)value;

        // timestamptz takes moments in UTC alone.
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => Set(parameter, NpgsqlDbType.TimestampTz, value.ToUniversalTime());
    }

    private sealed class Amounts : SqlMapper.TypeHandler<Money>
    {
        public override Money Parse(object value) => new(Convert.ToDecimal(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, Money value) => Set(parameter, NpgsqlDbType.Numeric, value.Mnok);
    }

    private sealed class PartialDates : SqlMapper.TypeHandler<PartialDate>
    {
        public override PartialDate Parse(object value) => PartialDate.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, PartialDate value) => Set(parameter, NpgsqlDbType.Text, value.ToString());
    }

    /// <summary>An array is one value; Dapper would write it out as a list of parameters.</summary>
    private sealed class Arrays<T>(NpgsqlDbType element) : SqlMapper.TypeHandler<T[]>
    {
        public override T[] Parse(object value) => (T[])value;

        public override void SetValue(IDbDataParameter parameter, T[]? value) => Set(parameter, NpgsqlDbType.Array | element, value);
    }
}
