using System.Globalization;
using Samstyre.Import;

namespace Samstyre.App.Features.Imports;

/// <summary>The mapping that the page of columns posts.</summary>
internal static class PostedMapping
{
    /// <summary>"Not stated" as a choice; an empty one is not decided.</summary>
    public const string None = "-";

    /// <summary>The most words that are asked about on one page.</summary>
    public const int MostValues = 100;

    /// <param name="form">What was posted.</param>
    /// <param name="table">The list.</param>
    /// <param name="earlier">What is known: meanings of words that the page did not ask about stay.</param>
    public static ColumnMapping Of(IFormCollection form, TableContent table, ColumnMapping earlier)
    {
        var columns = table.Columns.ToDictionary(
            column => column.Key,
            column => new ColumnUse(
                form[TablePages.FieldName(column)].ToString() is { } field && TableField.Of(field) is not null ? field : "",
                Enum.TryParse<AmountUnit>(form[TablePages.UnitName(column)], out var unit) && Enum.IsDefined(unit) ? unit : AmountUnit.Million));
        var values = earlier.Values.ToDictionary(field => field.Key, field => field.Value.ToDictionary(), StringComparer.Ordinal);
        for (var number = 0; number < MostValues; number++)
        {
            var (field, words, meaning) = (form[Name("ordfelt", number)].ToString(), form[Name("ord", number)].ToString(), form[Name("betyr", number)].ToString());
            if (TableField.Of(field) is not { } known || words.Length == 0) continue;
            if (!values.TryGetValue(known.Code, out var meanings)) values[known.Code] = meanings = [];
            if (meaning.Length == 0) meanings.Remove(ColumnMapping.ValueKey(words));
            else meanings[ColumnMapping.ValueKey(words)] = meaning == None ? "" : meaning;
        }

        return new(columns, values.ToDictionary(field => field.Key, field => (IReadOnlyDictionary<string, string>)field.Value));
    }

    /// <summary>Name of one of the numbered fields.</summary>
    public static string Name(string field, int number) => string.Create(CultureInfo.InvariantCulture, $"{field}-{number}");
}
