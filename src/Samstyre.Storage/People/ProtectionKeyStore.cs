using Dapper;

namespace Samstyre.Storage;

/// <summary>The keys that cookies and form tokens are protected with, as the framework writes them.</summary>
public static class ProtectionKeyStore
{
    private const string InsertSql = "insert into protection_key (name, xml, created_at) values (@name, @xml, @now) on conflict (name) do nothing";

    /// <summary>All keys.</summary>
    public static IReadOnlyList<string> All(Db db)
    {
        using var connection = db.ConnectNow();
        return connection.Query<string>("select xml from protection_key order by created_at, name").AsList();
    }

    /// <summary>Keeps a key.</summary>
    public static void Add(Db db, string name, string xml, DateTimeOffset now)
    {
        using var connection = db.ConnectNow();
        connection.Execute(InsertSql, new { name, xml, now });
    }
}
