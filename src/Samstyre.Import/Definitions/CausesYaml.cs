using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads the words of common causes. A list that is given stands alone; negations that are left out are as in <see cref="CauseList.Default"/>.</summary>
internal static class CausesYaml
{
    // Rows that the figure of causes has besides.
    private static readonly string[] Taken = ["other", "none"];

    public static CauseList Read(YamlMap root)
    {
        var list = CauseList.Default;
        if (root.OptionalMap("causeWords") is not { } map) return list;
        list = new(map.Has("causes") ? Causes(map) : list.Causes, map.Has("negations") ? Words(map, "negations") : list.Negations);
        map.Close();
        return list;
    }

    private static List<Cause> Causes(YamlMap parent)
    {
        List<Cause> causes = [];
        HashSet<string> codes = new(Taken, StringComparer.Ordinal);
        foreach (var map in parent.Maps("causes"))
        {
            var cause = new Cause(map.Text("code"), map.LocalText("name"), Words(map, "words"));
            if (cause.Key.Length > 0 && !codes.Add(cause.Key)) map.Mistake("code", "CodeUsedTwice", Taken.Contains(cause.Key) ? $"is the report's own: '{cause.Key}'." : $"is used twice: '{cause.Key}'.");
            map.Close();
            causes.Add(cause);
        }

        return causes;
    }

    private static WordList Words(YamlMap parent, string key)
    {
        if (parent.OptionalMap(key) is not { } map) return new([], [], []);
        var words = new WordList(In(map, "nb"), In(map, "nn"), In(map, "en"));
        map.Close();
        return words;
    }

    private static IReadOnlyList<string> In(YamlMap map, string language)
    {
        var words = map.Texts(language);
        foreach (var word in words.Where(word => !word.Any(char.IsLetterOrDigit))) map.Mistake(language, "WordEmpty", $"has a word without letters: '{word}'. It would be found in every text.");
        return words;
    }
}
