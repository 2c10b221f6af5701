namespace Samstyre.App.Portfolio;

/// <summary>Norwegian alphabetical order by plain comparison: case does not count, and æ, ø, å follow z. Needs no language data of the machine, which a bare server lacks.</summary>
internal static class SortWords
{
    /// <summary>A string that compares ordinally as the words sort.</summary>
    public static string Of(string words) => string.Create(words.Length, words, static (key, source) =>
    {
        for (var place = 0; place < key.Length; place++)
        {
            key[place] = char.ToLowerInvariant(source[place]) switch
            {
                'æ' or 'ä' => '{',
                'ø' or 'ö' => '|',
                'å' => '}',
                'é' or 'è' or 'ê' => 'e',
                'ü' => 'y',
                var letter => letter,
            };
        }
    });
}
