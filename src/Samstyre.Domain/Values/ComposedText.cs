using System.Text;

namespace Samstyre.Domain;

/// <summary>Texts from people in one form of letters: å written as a and a ring becomes å.</summary>
public static class ComposedText
{
    /// <summary>Per combining mark each letter with the one that the two are together: the letters of Norwegian, Sami and its neighbours. The program runs without the machine's tables of letters, and the framework composes nothing then.</summary>
    private static readonly (char Mark, string Pairs)[] Marks =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzź"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
        ('\u0303', "AÃNÑOÕaãnñoõ"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿ"),
        ('\u030a', "AÅUŮaåuů"),
        ('\u030c', "CČcčSŠsšZŽzžDĎdďEĚeěNŇnňRŘrřGǦgǧKǨkǩ"),
        ('\u0327', "CÇcçSŞsş"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Composed =
        Marks.SelectMany(row => row.Pairs.Chunk(2).Select(pair => ((pair[0], row.Mark), pair[1]))).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>With each letter and its mark as one. What is no character, half a surrogate pair or U+FFFE, becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        // Plain letters are composed already; nearly every text is.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02ff')) return text;
        var composed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) composed.Append(letter).Append(text[++at]);
            else if (char.IsSurrogate(letter) || letter == '\ufffe') composed.Append('\ufffd');
            else if (composed.Length > 0 && Composed.TryGetValue((composed[^1], letter), out var one)) composed[^1] = one;
            else composed.Append(letter);
        }

        return composed.ToString();
    }
}
