using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>The author's words without the markup and placeholders that the template left in them.</summary>
internal static partial class CleanText
{
    /// <summary>Plain text of a cell: tags gone (paragraphs and list items as lines), entities decoded, white space collapsed. A template placeholder such as <c>&lt;id&gt;</c> standing alone gives an empty text.</summary>
    public static string Of(string raw)
    {
        if (raw.Length == 0) return raw;
        var text = raw;
        if (text.Contains('<', StringComparison.Ordinal))
        {
            if (IsPlaceholder(text)) return "";
            text = BlockTags().Replace(text, "\n");
            text = Tags().Replace(text, " ");
        }

        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return Collapse(text);
    }

    /// <summary>Whether a cell holds nothing but placeholders: <c>&lt;mm.åå&gt;</c>, <c>&lt;Ja/Nei&gt;</c>, <c>&lt;virksomhet&gt;</c>.</summary>
    public static bool IsPlaceholder(string raw)
    {
        if (!raw.Contains('<', StringComparison.Ordinal)) return false;
        var rest = Placeholder().Replace(raw, "");
        return rest.Length < raw.Length && string.IsNullOrWhiteSpace(rest);
    }

    /// <summary>A text without placeholders that stand among real words, and whether there were any.</summary>
    public static (string Text, bool HadPlaceholder) WithoutPlaceholders(string raw)
    {
        var rest = raw.Contains('<', StringComparison.Ordinal) ? Placeholder().Replace(raw, " ") : raw;
        return (Of(rest), rest.Length != raw.Length);
    }

    /// <summary>Lines of several blocks as one text; null where nothing stands.</summary>
    public static string? Join(IEnumerable<string> parts)
    {
        var text = string.Join('\n', parts.Select(Of).Where(part => part.Length > 0 && !IsDash(part)));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Dashes that authors write for "nothing".</summary>
    public static bool IsDash(string text) => text.All(c => c is '-' or '–' or '—' or '.' or ' ');

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var pending = '\0';
        foreach (var c in text)
        {
            if (c == '\n' || c == '\r') pending = '\n';
            else if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff')
            {
                if (pending == '\0') pending = ' ';
            }
            else
            {
                if (pending != '\0' && result.Length > 0) result.Append(pending);
                pending = '\0';
                result.Append(c);
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"</?(p|div|br|ul|ol|li|tr|h[1-6])\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTags();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tags();

    // A placeholder is a word of the template in angle brackets; HTML tags that authors' tools leave behind are not.
    [GeneratedRegex(@"<(?!/|(?:p|ul|ol|li|b|i|u|br|div|span|strong|em|a|h[1-6]|tr|td|table|font|sup|sub)\b)(?!\s)[^<>]{1,120}(?<!\s)>", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
