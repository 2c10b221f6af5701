using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>The names and aliases of a definition while it is read: each means one thing only.</summary>
internal sealed class ClaimedNames
{
    private readonly Dictionary<string, string> claimed = new(StringComparer.Ordinal);

    /// <summary>Takes the name and aliases of what a mapping tells of; those that are taken already become mistakes.</summary>
    public void Claim(YamlMap map, string code, string name, IReadOnlyList<string> aliases)
    {
        Claim(map, "name", name, code);
        foreach (var alias in aliases) Claim(map, "aliases", alias, code);
    }

    private void Claim(YamlMap map, string key, string name, string code)
    {
        var compared = OrganisationNames.Key(name);
        if (compared.Length == 0 || claimed.TryAdd(compared, code)) return;
        map.Mistake(key, "NameClaimedTwice", claimed[compared] == code
            ? $"has '{name}' twice; case, punctuation and hyphens make no difference."
            : $"claims '{name}', which is a name of '{claimed[compared]}' already.");
    }
}
