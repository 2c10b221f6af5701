namespace Samstyre.Storage;

/// <summary>Which database the product uses, and where it keeps its files.</summary>
/// <param name="DataFolder">Full path of the folder that holds everything the product keeps; SAMSTYRE_DATA, otherwise `.data` in the checkout.</param>
/// <param name="PackagesFolder">Full path of the folder where npm has put PostgreSQL; SAMSTYRE_POSTGRES, otherwise `.tools/postgres` in the checkout.</param>
/// <param name="Database">A PostgreSQL of the operator's own, as Npgsql's keywords or as a postgres:// address; SAMSTYRE_DB. Null for the private one.</param>
public sealed record StoreOptions(string DataFolder, string PackagesFolder, string? Database)
{
    /// <summary>What the environment says; folders that it does not name stand in the checkout that the program was built in, or else in the current folder.</summary>
    public static StoreOptions FromEnvironment()
    {
        var root = Checkout() ?? Environment.CurrentDirectory;
        return new(
            Path.GetFullPath(Variable("SAMSTYRE_DATA") ?? Path.Combine(root, ".data")),
            Path.GetFullPath(Variable("SAMSTYRE_POSTGRES") ?? Path.Combine(root, ".tools", "postgres")),
            Variable("SAMSTYRE_DB"));
    }

    /// <summary>The checkout that the running program stands in; null when it was installed elsewhere.</summary>
    public static string? Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Samstyre.slnx"))) return folder.FullName;
        return null;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
