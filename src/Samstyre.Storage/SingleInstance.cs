using System.Globalization;

namespace Samstyre.Storage;

/// <summary>
/// Lets one process at a time do a thing with a data folder, such as serving it. The operating system lets go when the
/// process dies, however it dies.
/// </summary>
public sealed class SingleInstance : IDisposable
{
    private readonly FileStream _held;
    private readonly string _note;

    private SingleInstance(FileStream held, string note) => (_held, _note) = (held, note);

    /// <summary>Takes the place, or says in one sentence who has it.</summary>
    /// <param name="dataFolder">The folder that holds everything the product keeps; made when missing.</param>
    /// <param name="purpose">One lower-case word that names the file, such as `serve`.</param>
    /// <exception cref="EmbeddedPostgresException">When another process has it.</exception>
    public static SingleInstance Take(string dataFolder, string purpose)
    {
        var folder = Path.GetFullPath(dataFolder);
        EmbeddedServer.MakeDataFolder(folder);
        var note = Path.Combine(folder, purpose + ".running");
        var held = FileLock.TryTake(Path.Combine(folder, purpose + ".lock")) ?? throw new EmbeddedPostgresException(
            $"Samstyre runs already on the data in {folder}{Told(note)}: use that one, stop it first, or choose another folder with SAMSTYRE_DATA.");
        var instance = new SingleInstance(held, note);
        instance.Tell(null);
        return instance;
    }

    /// <summary>Leaves a word for the next comer, such as the address that is served.</summary>
    public void Tell(string? about) =>
        File.WriteAllText(_note, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}{(about is null ? "" : ", " + about)}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_held.SafeFileHandle.IsClosed) return;
        File.Delete(_note);
        _held.Dispose();
    }

    private static string Told(string note)
    {
        try
        {
            return $" ({File.ReadAllText(note)})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
