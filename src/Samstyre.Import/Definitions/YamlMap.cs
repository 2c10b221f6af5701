using System.Globalization;
using Samstyre.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Samstyre.Import;

/// <summary>A mapping of a YAML file under reading: hands out its values, and notes every mistake with its line instead of stopping at the first.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly List<Finding> findings;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string path, List<Finding> findings)
    {
        this.node = node;
        Path = path;
        this.findings = findings;
    }

    public string Path { get; }

    public int Line => (int)node.Start.Line;

    /// <summary>The file's outermost mapping; null, with a finding, where the text is no YAML or no mapping.</summary>
    public static YamlMap? Of(string yaml, List<Finding> findings)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(yaml);
            stream.Load(reader);
        }
        catch (InvalidOperationException)
        {
            // What the library throws at a file that ends inside a list.
            findings.Add(new("", FindingSeverity.Error, "This is not valid YAML: the file ends in the middle of something.", Code: "YamlInvalid", Line: 1));
            return null;
        }
        catch (YamlException wrong)
        {
            findings.Add(new("", FindingSeverity.Error, $"This is not valid YAML: {wrong.Message}", Code: "YamlInvalid", Line: (int)wrong.Start.Line));
            return null;
        }

        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return new(root, "", findings);
        findings.Add(new("", FindingSeverity.Error, "The file must be one YAML mapping of keys and values.", Code: "YamlNotMapping", Line: 1));
        return null;
    }

    /// <summary>A text that must be there; empty, with a finding, where it is not.</summary>
    public string Text(string key)
    {
        var text = OptionalText(key);
        if (text is null) Missing(key);
        return text ?? "";
    }

    public string? OptionalText(string key)
    {
        var value = Value(key);
        if (value is null) return null;
        if (value is YamlScalarNode { Value: { } text } && text.Trim().Length > 0) return text.Trim();
        if (value is not YamlScalarNode) Mistake(key, value, "YamlNotText", "must be a text.");
        return null;
    }

    public int? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Mistake(key, Value(key)!, "YamlNotNumber", $"must be a whole number, not '{text}'.");
        return null;
    }

    public int Number(string key)
    {
        if (Value(key) is null) Missing(key);
        return OptionalNumber(key) ?? 0;
    }

    /// <summary>A number with or without decimals, not below zero, the point before the decimals.</summary>
    public decimal? OptionalAmount(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return amount;
        Mistake(key, Value(key)!, "YamlNotAmount", $"must be a number like 0.1 or 25, not '{text}'.");
        return null;
    }

    /// <summary>Yes or no; no where the key is missing.</summary>
    public bool Flag(string key)
    {
        if (OptionalText(key) is not { } text) return false;
        if (text is not ("true" or "false")) Mistake(key, Value(key)!, "YamlNotFlag", $"must be true or false, not '{text}'.");
        return text == "true";
    }

    /// <summary>A mapping; null where the key is missing.</summary>
    public YamlMap? OptionalMap(string key)
    {
        switch (Value(key))
        {
            case null or YamlScalarNode { Value: null or "" }: return null;
            case YamlMappingNode map: return new(map, PathOf(key), findings);
            case var other:
                Mistake(key, other, "YamlNotMapping", "must be a mapping of keys and values.");
                return null;
        }
    }

    public bool Has(string key) => Value(key) is not null;

    /// <summary>A text in each language: a mapping with nb, nn and en, or one text for all.</summary>
    public LocalText LocalText(string key)
    {
        switch (Value(key))
        {
            case YamlMappingNode languages:
                var texts = new YamlMap(languages, PathOf(key), findings);
                var local = new LocalText(texts.Text("nb"), texts.OptionalText("nn"), texts.OptionalText("en"));
                texts.Close();
                return local;
            default:
                return new(Text(key));
        }
    }

    /// <summary>The mappings of a list; empty where the key is missing.</summary>
    public IEnumerable<YamlMap> Maps(string key)
    {
        var index = 0;
        foreach (var item in Items(key))
        {
            var path = $"{PathOf(key)}[{index++}]";
            if (item is YamlMappingNode map) yield return new(map, path, findings);
            else findings.Add(new(path, FindingSeverity.Error, $"{path} must be a mapping of keys and values.", Code: "YamlNotMapping", Line: (int)item.Start.Line));
        }
    }

    /// <summary>The texts of a list; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        List<string> texts = [];
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } text } && text.Trim().Length > 0) texts.Add(text.Trim());
            else Mistake(key, item, "YamlNotText", "must be a list of texts.");
        }

        return texts;
    }

    public void Mistake(string key, string code, string sentence) => Mistake(key, Value(key) ?? node, code, sentence);

    /// <summary>Notes the keys that nobody asked for: most often they are misspelt.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } name } && asked.Contains(name)) continue;
            var path = PathOf(key.ToString());
            findings.Add(new(path, FindingSeverity.Error, $"{path} is not a key that is known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.", Code: "YamlUnknownKey", Line: (int)key.Start.Line));
        }
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        switch (Value(key))
        {
            case null or YamlScalarNode { Value: null or "" }: return [];
            case YamlSequenceNode list: return list.Children;
            case var other:
                Mistake(key, other, "YamlNotList", "must be a list.");
                return [];
        }
    }

    private YamlNode? Value(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private void Missing(string key) =>
        findings.Add(new(PathOf(key), FindingSeverity.Error, $"{PathOf(key)} is missing.", Code: "YamlMissing", Line: Line));

    private void Mistake(string key, YamlNode where, string code, string sentence) =>
        findings.Add(new(PathOf(key), FindingSeverity.Error, $"{PathOf(key)} {sentence}", (where as YamlScalarNode)?.Value, code, (int)where.Start.Line));

    private string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
