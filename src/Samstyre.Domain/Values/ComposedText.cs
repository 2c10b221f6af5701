using System.Text;

namespace Samstyre.Domain;

/// <summary>Texts from people in one form of letters: å written as a and a ring becomes å.</summary>
public static class ComposedText
{
    /// <summary>Composed (NFC). What is no character, half a surrogate pair or U+FFFE, becomes U+FFFD: the framework refuses to compose such a text.</summary>
    public static string Of(string text)
    {
        // Plain letters are composed already; nearly every text is.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02ff')) return text;
        var whole = Whole(text);
        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    private static string Whole(string text)
    {
        StringBuilder? mended = null;
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (isPair) at++;
            else if (char.IsSurrogate(text[at]) || text[at] == '\ufffe') (mended ??= new(text))[at] = '\ufffd';
        }

        return mended?.ToString() ?? text;
    }
}
