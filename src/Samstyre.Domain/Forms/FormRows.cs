namespace Samstyre.Domain;

/// <summary>The rows of a form's lists. A report knows its rows by their place (<c>deliverables.2.planned</c>); a form that is being filled in knows them by keys that stay when rows are added and moved (<c>deliverables.n1.planned</c>).</summary>
/// <param name="keys">Per list (<c>deliverables</c>, <c>funding</c>, <c>risks</c>, <c>dependencies</c>, <c>benefitKinds</c>) the keys of the report's rows in order. A list that is not named has its places as keys.</param>
public sealed class FormRows(IReadOnlyDictionary<string, IReadOnlyList<string>> keys)
{
    /// <summary>What the key of a row begins with that only the report before has; its place there follows.</summary>
    public const string Gone = "was";

    /// <summary>The form's field that a path of the report is about.</summary>
    public string FieldOf(string path) => Replaced(path, (rows, key) =>
        key.StartsWith(Gone, StringComparison.Ordinal) ? key[Gone.Length..]
        : int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) && place < rows.Count ? rows[place]
        : key);

    /// <summary>The path in the report of a form's field. A row that the form has no longer is one of the report before.</summary>
    public string PathOf(string field) => Replaced(field, (rows, key) =>
    {
        for (var place = 0; place < rows.Count; place++)
        {
            if (rows[place] == key) return place.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return key.Length > 0 && key.All(char.IsAsciiDigit) ? Gone + key : key;
    });

    private string Replaced(string path, Func<IReadOnlyList<string>, string, string> replace)
    {
        var list = path.IndexOf('.', StringComparison.Ordinal);
        if (list < 0 || !keys.TryGetValue(path[..list], out var rows)) return path;
        var end = path.IndexOf('.', list + 1);
        var key = end < 0 ? path[(list + 1)..] : path[(list + 1)..end];
        return $"{path[..(list + 1)]}{replace(rows, key)}{(end < 0 ? "" : path[end..])}";
    }
}
