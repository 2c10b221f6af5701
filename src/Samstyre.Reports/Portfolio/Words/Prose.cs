using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Writes sentences from the templates of a language. Every number is a span of its own, so that it can lead to its figure.</summary>
internal sealed class Prose(TextSet texts)
{
    private const int LastInWords = 12;
    private readonly string[] numbers = texts["numbers"].Split(' ');

    public TextSet Texts => texts;

    public Language Language => texts.Language;

    /// <summary>A sentence from a template with its values in its places.</summary>
    public ImmutableArray<Span> Sentence(string key, params ReadOnlySpan<Span> values)
    {
        var spans = Phrase(key, values);
        return spans.IsEmpty ? spans : spans.SetItem(0, Capital(spans[0]));
    }

    /// <summary>The same as a part of a sentence: its first letter stays small.</summary>
    public ImmutableArray<Span> Phrase(string key, params ReadOnlySpan<Span> values)
    {
        var template = texts[key].AsSpan();
        var spans = ImmutableArray.CreateBuilder<Span>();
        while (template.IndexOf('{') is >= 0 and var open)
        {
            if (open > 0) spans.Add(new(template[..open].ToString()));
            var value = values[template[open + 1] - '0'];
            spans.Add(template[..open].EndsWith(". ", StringComparison.Ordinal) ? Capital(value) : value);
            template = template[(open + 3)..];
        }

        if (template.Length > 0) spans.Add(new(template.ToString()));
        return spans.ToImmutable();
    }

    /// <summary>Sentences after each other in one paragraph; those that say nothing are left out.</summary>
    public static Paragraph Paragraph(ParagraphStyle style, params ReadOnlySpan<ImmutableArray<Span>> sentences)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var sentence in sentences)
        {
            if (sentence.IsDefaultOrEmpty) continue;
            if (spans.Count > 0) spans.Add(new(" "));
            spans.AddRange(sentence);
        }

        return new(spans.ToImmutable(), style);
    }

    /// <summary>A counted thing with its word: "52 tiltak", "one initiative". Small numbers are words.</summary>
    public Span Count(string key, decimal? count, string? figure = null) =>
        count is not { } known ? Text(texts["not-known"]) : new(texts[known == 1m ? key + ".one" : key + ".many", InWords(known)], figure);

    /// <summary>A number alone; small whole ones as words.</summary>
    public Span Number(decimal? number, string? figure = null) => number switch { null => Text(texts["not-known"]), 0m => new(texts["none"], figure), { } known => new(InWords(known), figure) };

    /// <summary>An amount with its unit, in whole millions from ten up.</summary>
    public Span Money(decimal? million, string? figure = null)
    {
        if (million is not { } known) return Text(texts["not-known"]);
        var rounded = decimal.Round(known, Math.Abs(known) >= 10m ? 0 : 1, MidpointRounding.AwayFromZero);
        return new(texts["million", NumberText.Of(rounded, Language)].Replace(' ', '\u00a0'), figure);
    }

    /// <summary>A share as whole percent.</summary>
    public Span Percent(decimal? share, string? figure = null) => share is { } known ? new(texts.Percent(known), figure) : Text(texts["not-known"]);

    /// <summary>A part of a whole as percent; "not known" of an empty whole.</summary>
    public Span Percent(decimal? part, decimal whole, string figure) => Percent(part is { } known && whole != 0m ? known / whole : null, figure);

    public static Span Text(string text) => new(text);

    /// <summary>A round as its month, small letters.</summary>
    public Span Round(Round round) => new(round.Month.ToText(Language));

    /// <summary>Names of initiatives, each linked: "A, B og C". At most so many, then how many more.</summary>
    public ImmutableArray<Span> Names(IReadOnlyList<Standing> standings, int shown = 6)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (var place = 0; place < standings.Count && place < shown; place++)
        {
            if (place > 0) spans.Add(new(place == standings.Count - 1 ? $" {texts["and"]} " : ", "));
            spans.Add(new(standings[place].Facts.Name, Initiative: standings[place]));
        }

        if (standings.Count > shown) spans.Add(new($" {texts["names.more", texts.Number(standings.Count - shown)]}"));
        return spans.ToImmutable();
    }

    /// <summary>A sentence that ends in names.</summary>
    public ImmutableArray<Span> WithNames(string key, IReadOnlyList<Standing> standings, params ReadOnlySpan<Span> values) =>
        standings.Count == 0 ? [] : [.. Sentence(key, values), new(" "), .. Names(standings), new(".")];

    /// <summary>The template for how a number moved: <c>key.up</c>, <c>key.down</c>, <c>key.same</c>, or <c>key.first</c> when there is nothing to compare with.</summary>
    public static string Moved(string key, decimal? now, decimal? before) =>
        now is not { } is1 || before is not { } was ? key + ".first" : key + (is1 > was ? ".up" : is1 < was ? ".down" : ".same");

    private string InWords(decimal number) =>
        number == decimal.Truncate(number) && number >= 0m && number <= LastInWords ? numbers[(int)number] : NumberText.Of(decimal.Round(number, 1, MidpointRounding.AwayFromZero), Language);

    /// <summary>A name within a sentence: its first letter small, but abbreviations as they are.</summary>
    public static string LowerFirst(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static Span Capital(Span span) => span.Text.Length == 0 ? span : span with { Text = char.ToUpperInvariant(span.Text[0]) + span.Text[1..] };
}
