using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyre.Storage;

/// <summary>What a backup holds.</summary>
/// <param name="Format">Version of the backup's own layout.</param>
/// <param name="SchemaVersion">Version of the schema: the number of its last migration.</param>
/// <param name="TakenAt">The moment of the picture.</param>
/// <param name="Tables">Its tables, in the order that their keys allow them to be restored in.</param>
public sealed record BackupManifest(int Format, int SchemaVersion, DateTimeOffset TakenAt, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>The layout that this program writes and reads.</summary>
    internal const int CurrentFormat = 1;

    internal static byte[] Write(BackupManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJsonContext.Default.BackupManifest);

    /// <summary>Null where it is no manifest.</summary>
    internal static BackupManifest? Read(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BackupJsonContext.Default.BackupManifest) is { Tables: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order of the data.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">Hash of its data, hexadecimal.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJsonContext : JsonSerializerContext;
