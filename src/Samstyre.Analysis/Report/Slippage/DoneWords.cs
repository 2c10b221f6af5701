using System.Collections.Frozen;

namespace Samstyre.Analysis;

/// <summary>Words by which authors say that something is delivered or closed, where the form asks for a date.</summary>
internal static class DoneWords
{
    private static readonly FrozenSet<string> Done = new[]
    {
        "levert", "ferdig", "utført", "fullført", "gjennomført", "sluttført", "ferdigstilt", "avsluttet", "lukket", "lansert", "innført",
        "avslutta", "lukka", "innførd",
        "delivered", "done", "completed", "finished", "closed", "launched",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Each of these makes it a plan, a part or a doubt.
    private static readonly FrozenSet<string> NotYet = new[]
    {
        "ikke", "delvis", "nesten", "snart", "skal", "blir", "planlagt", "forventet", "estimert", "innen", "når", "hvis", "utsatt", "forsinket", "påbegynt",
        "ikkje", "planlagd", "forventa", "innan", "utsett", "forseinka", "påbyrja",
        "not", "partly", "almost", "soon", "planned", "expected", "by", "when", "if", "delayed", "started",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DoneWord = Done.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotYetWord = NotYet.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the words say that it is done: one of them does and none speaks against it.</summary>
    public static bool Say(string? text)
    {
        // Longer words are an explanation, not an answer.
        if (text is null || text.Length is 0 or > 200 || text.Contains('?', StringComparison.Ordinal) || text.Contains('%', StringComparison.Ordinal)) return false;
        var done = false;
        for (var start = 0; start < text.Length;)
        {
            var length = 0;
            while (start + length < text.Length && char.IsLetter(text[start + length])) length++;
            if (length > 0)
            {
                var word = text.AsSpan(start, length);
                if (NotYetWord.Contains(word)) return false;
                done |= DoneWord.Contains(word);
            }

            start += length + 1;
        }

        return done;
    }
}
