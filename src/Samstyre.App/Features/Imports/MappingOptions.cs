using Samstyre.App.Cli;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Imports;

/// <summary>What a person says on the command line about the columns of a list.</summary>
internal static class MappingOptions
{
    /// <summary>A mapping with what the options say instead.</summary>
    public static ColumnMapping Apply(TableContent table, ColumnMapping mapping, IReadOnlyList<string> maps, IReadOnlyList<string> meanings, string? unit)
    {
        var columns = mapping.Columns.ToDictionary();
        if (unit is not null)
        {
            var counted = UnitOf(unit);
            foreach (var (key, use) in columns) columns[key] = use with { Unit = counted };
        }

        foreach (var map in maps)
        {
            var (heading, what) = Parted(map, "--map \"Heading=field\"");
            var column = table.Columns.FirstOrDefault(one => one.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase))
                ?? throw new CliRefusal($"There is no column \"{heading}\": the file has {string.Join(", ", table.Columns.Select(one => one.Heading))}.");
            var comma = what.IndexOf(',', StringComparison.Ordinal);
            var field = (comma < 0 ? what : what[..comma]).Trim();
            if (field != "-" && TableField.Of(field) is null) throw new CliRefusal($"There is no field \"{field}\": known are {string.Join(", ", TableField.All.Select(one => one.Code))}, and - for none.");
            var named = comma < 0 ? MappingSuggestion.UnitOf(table, column) : UnitOf(what[(comma + 1)..]);
            columns[column.Key] = new(field == "-" ? "" : field, comma < 0 && unit is not null ? UnitOf(unit) : named);
        }

        var values = mapping.Values.ToDictionary(field => field.Key, field => field.Value.ToDictionary(), StringComparer.Ordinal);
        foreach (var meaning in meanings)
        {
            var (words, code) = Parted(meaning, "--value \"status:På plan=Green\"");
            var colon = words.IndexOf(':', StringComparison.Ordinal);
            var field = colon < 0 ? null : TableField.Of(words[..colon].Trim());
            if (field is null) throw new CliRefusal($"Which field \"{meaning}\" is about is not clear: write it as --value \"status:På plan=Green\".");
            if (!values.TryGetValue(field.Code, out var known)) values[field.Code] = known = [];
            known[ColumnMapping.ValueKey(words[(colon + 1)..])] = CodeOf(field, code);
        }

        return new(columns, values.ToDictionary(field => field.Key, field => (IReadOnlyDictionary<string, string>)field.Value));
    }

    /// <summary>The meaning as the mapping holds it; organisations and areas are the portfolio's, and one that it lacks gives nothing.</summary>
    private static string CodeOf(TableField field, string code)
    {
        string[] known = field.Kind switch
        {
            TableFieldKind.Colour => Enum.GetNames<TrafficLight>(),
            TableFieldKind.Phase => Enum.GetNames<Phase>(),
            TableFieldKind.Organisation or TableFieldKind.Area => [code],
            _ => throw new CliRefusal($"The field {field.Code} has no choices: only status, risk, phase, organisation and primaryFocusArea have."),
        };
        if (code.Length == 0 || code == "-") return "";
        return known.FirstOrDefault(one => one.Equals(code, StringComparison.OrdinalIgnoreCase)) ?? throw new CliRefusal($"\"{code}\" is no {field.Code}: known are {string.Join(", ", known)}, and - for none.");
    }

    private static AmountUnit UnitOf(string word) => UnitWords.Of(word) ?? throw new CliRefusal($"\"{word.Trim()}\" is no unit: known are million, thousand and krone.");

    private static (string Before, string After) Parted(string text, string example) =>
        text.LastIndexOf('=') is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : throw new CliRefusal($"\"{text}\" is not understood: write it as {example}.");
}
