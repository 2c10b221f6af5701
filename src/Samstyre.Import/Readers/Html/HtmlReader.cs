using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Samstyre.Import;

/// <summary>HTML to a neutral document: paragraphs and table rows in reading order. Nothing is fetched and no script runs. The page is read tag by tag and no tree is built: time and memory grow with its length alone, however deep somebody nests it.</summary>
internal static partial class HtmlReader
{
    private const int BytesOfADeclaration = 1024;
    private static readonly string[] Endings = [".html", ".htm", ".xhtml"];

    /// <summary>Whether a file is HTML: by how it begins, or by its name.</summary>
    public static bool Recognises(string fileName, ReadOnlySpan<byte> bytes) =>
        PageStart().IsMatch(BeginningOf(bytes)) || Endings.Any(ending => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a page's bytes, by their mark, as UTF-8 where they are, else as the page declares; and the encoding's name where it had to be guessed. Null text: the bytes are not text.</summary>
    public static (string? Text, string? Fallback) Decode(byte[] bytes)
    {
        var (text, fallback) = TextDecoding.Decode(bytes);
        return fallback == TextDecoding.LastResort && Declared(bytes) is { } encoding ? (encoding.GetString(bytes), null) : (text, fallback);
    }

    /// <summary>The document of a page.</summary>
    public static NeutralDocument Read(string fileName, string page)
    {
        var flow = new HtmlFlow();
        var nesting = new HtmlNesting(flow);
        using var source = new TextSource(page);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = static (ref _, name) => HtmlTag.Reads(name),
        };
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    nesting.Text(token.Data, token.Position.Line);
                    break;
                case HtmlTokenType.StartTag:
                    var tag = HtmlTag.Of(token.AsTag());
                    if (!nesting.IsForeign) tokens.State = ContentOf(tag.Name);
                    nesting.Start(tag);
                    break;
                case HtmlTokenType.EndTag:
                    nesting.End(token.Name);
                    break;
            }
        }

        nesting.Finish();
        return new(fileName, flow.Blocks);
    }

    /// <summary>How what follows a tag is to be read: not as tags where it is code or bare text.</summary>
    private static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        if (Charset().Match(BeginningOf(bytes)) is not { Success: true } match) return null;
        try
        {
            return Encoding.GetEncoding(match.Groups["name"].Value) is { IsSingleByte: true } encoding ? encoding : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // Two bytes a letter: every other one is nought.
    private static string BeginningOf(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, BytesOfADeclaration)]).Replace("\0", "", StringComparison.Ordinal);

    // Behind the marks of an encoding, white space, an XML declaration and comments.
    [GeneratedRegex(@"^[\u00ef\u00bb\u00bf\u00fe\u00ff\s]*(?:(?:<\?[^>]*>|<!--(?:(?!-->).)*-->)\s*)*<(?:!doctype\s+html|html)[\s>]", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex PageStart();

    [GeneratedRegex(@"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[""']?(?<name>[\w.:-]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
