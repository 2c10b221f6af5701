using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>What stands in a place of a sentence's template.</summary>
/// <param name="Spans">Its words.</param>
/// <param name="Number">The number that words around it agree with; null where it is none.</param>
internal readonly record struct Term(ImmutableArray<Span> Spans, decimal? Number = null)
{
    /// <summary>A number, or a counted thing with its word.</summary>
    public Term(Span span, decimal number) : this([span], number)
    {
    }

    public static implicit operator Term(Span span) => new([span]);

    public static implicit operator Term(ImmutableArray<Span> spans) => new(spans);
}
