using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Samstyre.Reports;

/// <summary>Reads a resource file of texts: one <c>key = text</c> a line; <c>#</c> begins a comment, <c>\n</c> is a new line.</summary>
internal static class TextFile
{
    public static FrozenDictionary<string, string> Read(Assembly assembly, string language)
    {
        var name = $"texts/{language}.txt";
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Not built in: {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new InvalidOperationException($"{name}: not `key = text`: {line}");
            if (!texts.TryAdd(line[..equals].Trim(), line[(equals + 1)..].Trim().Replace("\\n", "\n", StringComparison.Ordinal))) throw new InvalidOperationException($"{name}: twice: {line}");
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
