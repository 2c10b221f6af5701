using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A row of the answers to dependencies.</summary>
internal static class NeedAnswerRow
{
    /// <summary>Reads receiver, need, giver, kind, date, certainty, words, moment and who, in that order.</summary>
    public static NeedAnswer Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetString(1),
        reader.GetGuid(2),
        EnumCode.Read<AnswerKind>(reader.GetString(3))!.Value,
        reader.IsDBNull(4) ? null : PartialDate.Parse(reader.GetString(4)),
        EnumCode.Read<Certainty>(reader.IsDBNull(5) ? null : reader.GetString(5)),
        reader.GetString(6),
        reader.GetFieldValue<DateTimeOffset>(7),
        reader.GetString(8));
}
