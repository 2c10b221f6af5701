using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>Fills a sentence's template. <c>{0}</c> is a value; <c>{0:m}</c> a number in another form than that of "tiltak" (<c>m</c>, <c>f</c>, or <c>alone</c> after "the number was"), where the language has a text <c>number.m.1</c> for it; <c>{0|is|are}</c> the word for one or for another number of what stands at {0}.</summary>
internal static class Template
{
    public static ImmutableArray<Span> Fill(TextSet texts, string key, ReadOnlySpan<Term> values)
    {
        var template = texts[key].AsSpan();
        var spans = ImmutableArray.CreateBuilder<Span>();
        var words = "";
        while (template.IndexOf('{') is >= 0 and var open)
        {
            words += template[..open].ToString();
            var close = open + template[open..].IndexOf('}');
            var value = values[template[open + 1] - '0'];
            var place = template[(open + 2)..close];
            template = template[(close + 1)..];
            if (place.StartsWith('|'))
            {
                var many = place.LastIndexOf('|');
                words += (value.Number == 1m ? place[1..many] : place[(many + 1)..]).ToString();
                continue;
            }

            var own = place.StartsWith(':') ? Formed(texts, value, place[1..].ToString()) : value.Spans;
            var capital = words.EndsWith(". ", StringComparison.Ordinal);
            if (words.Length > 0) spans.Add(new(words));
            words = "";
            spans.AddRange(capital ? Capital(own) : own);
        }

        words += template.ToString();
        if (words.Length > 0) spans.Add(new(words));
        return spans.ToImmutable();
    }

    /// <summary>The same words as the beginning of a sentence.</summary>
    public static ImmutableArray<Span> Capital(ImmutableArray<Span> spans) =>
        spans.IsEmpty || spans[0].Text.Length == 0 ? spans : spans.SetItem(0, spans[0] with { Text = char.ToUpperInvariant(spans[0].Text[0]) + spans[0].Text[1..] });

    private static ImmutableArray<Span> Formed(TextSet texts, Term value, string form) =>
        value.Number is 0m or 1m && texts.Has($"number.{form}.{value.Number:0}") ? [value.Spans[0] with { Text = texts[$"number.{form}.{value.Number:0}"] }] : value.Spans;
}
