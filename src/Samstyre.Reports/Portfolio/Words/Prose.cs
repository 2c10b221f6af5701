using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Writes sentences from the templates of a language. Every number is a span of its own, so that it can lead to its figure.</summary>
internal sealed class Prose(TextSet texts)
{
    private const int LastInWords = 12;
    private const decimal HalfPercent = 0.005m;
    private const decimal LeastShown = 0.1m;
    private readonly string[] numbers = texts["numbers"].Split(' ');

    public TextSet Texts => texts;

    public Language Language => texts.Language;

    /// <summary>A sentence from a template with its values in its places.</summary>
    public ImmutableArray<Span> Sentence(string key, params ReadOnlySpan<Term> values) => Template.Capital(Phrase(key, values));

    /// <summary>The same as a part of a sentence: its first letter stays small.</summary>
    public ImmutableArray<Span> Phrase(string key, params ReadOnlySpan<Term> values) => Template.Fill(texts, key, values);

    /// <summary>Sentences after each other in one paragraph; those that say nothing are left out.</summary>
    public static Paragraph Paragraph(ParagraphStyle style, params ReadOnlySpan<ImmutableArray<Span>> sentences) => new(InARow(sentences), style);

    /// <summary>Sentences after each other; those that say nothing are left out.</summary>
    public static ImmutableArray<Span> InARow(params ReadOnlySpan<ImmutableArray<Span>> sentences)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var sentence in sentences)
        {
            if (sentence.IsDefaultOrEmpty) continue;
            if (spans.Count > 0) spans.Add(new(" "));
            spans.AddRange(sentence);
        }

        return spans.ToImmutable();
    }

    /// <summary>A counted thing with its word: "52 tiltak", "one initiative". Small numbers are words.</summary>
    public Term Count(string key, decimal? count, string? figure = null) =>
        count is not { } known ? NotKnown : new(new Span(texts[known == 1m ? key + ".one" : key + ".many", InWords(known)], figure), known);

    /// <summary>A number alone; small whole ones as words.</summary>
    public Term Number(decimal? number, string? figure = null) => number switch { null => NotKnown, 0m => new(new Span(texts["none"], figure), 0m), { } known => new(new Span(InWords(known), figure), known) };

    /// <summary>An amount with its unit, in whole millions from ten up. One that would be rounded to nothing is said to be less than what is shown.</summary>
    public Term Money(decimal? million, string? figure = null)
    {
        if (million is not { } known) return NotKnown;
        var rounded = decimal.Round(known, Math.Abs(known) >= 10m ? 0 : 1, MidpointRounding.AwayFromZero);
        var less = rounded == 0m && known != 0m;
        var amount = texts["million", NumberText.Of(less ? LeastShown : rounded, Language)].Replace(' ', '\u00a0');
        return new Span(less ? texts["million.less", amount] : amount, figure);
    }

    /// <summary>A share as whole percent; next to nothing is not 0, and next to all is not 100.</summary>
    public Term Percent(decimal? share, string? figure = null) => share is not { } known ? NotKnown : new Span(
        known is > 0m and < HalfPercent ? texts["percent.under", texts.Percent(0.01m)] : known is < 1m and >= 1m - HalfPercent ? texts["percent.over", texts.Percent(0.99m)] : texts.Percent(known), figure);

    /// <summary>A part of a whole as percent; "not known" of an empty whole.</summary>
    public Term Percent(decimal? part, decimal whole, string figure) => Percent(part is { } known && whole != 0m ? known / whole : null, figure);

    public static Term Text(string text) => new Span(text);

    /// <summary>A year, without a space in it.</summary>
    public static Term Year(int year) => Text(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A round as its month, small letters.</summary>
    public Term Round(Round round) => new Span(round.Month.ToText(Language));

    /// <summary>Parts after each other: "A, B og C".</summary>
    public ImmutableArray<Span> Join(params IReadOnlyList<Term> parts)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (var place = 0; place < parts.Count; place++)
        {
            if (place > 0) spans.Add(new(place == parts.Count - 1 ? $" {texts["and"]} " : ", "));
            spans.AddRange(parts[place].Spans);
        }

        return spans.ToImmutable();
    }

    /// <summary>A sentence that ends in names of initiatives, each linked: at most so many, then how many more of the figure's.</summary>
    public ImmutableArray<Span> WithNames(string key, IReadOnlyList<Standing> standings, string figure)
    {
        const int Shown = 6;
        if (standings.Count == 0) return [];
        List<Term> names = [.. standings.Take(Shown).Select(standing => (Term)new Span(standing.Facts.Name, Initiative: standing))];
        if (standings.Count > Shown) names.Add(Phrase("names.more", Number(standings.Count - Shown, figure)));
        return [.. Sentence(key), new(" "), .. Join(names), new(".")];
    }

    /// <summary>The template for how a number moved: <c>key.up</c>, <c>key.down</c>, <c>key.same</c>, or <c>key.first</c> when there is nothing to compare with.</summary>
    public static string Moved(string key, decimal? now, decimal? before) =>
        now is not { } is1 || before is not { } was ? key + ".first" : key + (is1 > was ? ".up" : is1 < was ? ".down" : ".same");

    /// <summary>The same for shares: what reads the same is the same.</summary>
    public static string MovedShare(string key, decimal? now, decimal? before) => Moved(key, Shown(now), Shown(before));

    /// <summary>The template for a number beside that of an earlier round: <c>key.against</c>, <c>key.same</c>, or <c>key.first</c> when there is nothing to compare with.</summary>
    public static string Against(string key, decimal? now, decimal? before) => key + (now is null || before is null ? ".first" : now == before ? ".same" : ".against");

    private static decimal? Shown(decimal? share) => share switch
    {
        null => null,
        > 0m and < HalfPercent => HalfPercent,
        < 1m and >= 1m - HalfPercent => 1m - HalfPercent,
        { } known => decimal.Round(known, 2, MidpointRounding.AwayFromZero),
    };

    private string InWords(decimal number) =>
        number == decimal.Truncate(number) && number >= 0m && number <= LastInWords ? numbers[(int)number] : NumberText.Of(decimal.Round(number, 1, MidpointRounding.AwayFromZero), Language);

    private Term NotKnown => Text(texts["not-known"]);

    /// <summary>A name within a sentence: its first letter small, but abbreviations as they are.</summary>
    public static string LowerFirst(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
