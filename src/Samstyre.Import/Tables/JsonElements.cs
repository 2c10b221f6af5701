using System.Text.Json;

namespace Samstyre.Import;

/// <summary>Walks the objects of a JSON text, one object or an array of them, without building them.</summary>
internal sealed class JsonElements(ReadOnlyMemory<byte> utf8)
{
    private JsonReaderState state = new(new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    private int position;
    private int counted;
    private int line = 1;
    private bool inArray;
    private bool finished;

    /// <summary>Why the text ended before its end: its line, from 1, and a sentence.</summary>
    public (int Line, string Sentence)? Problem { get; private set; }

    /// <summary>The next object and the line it begins on; null after the last, or where the JSON is broken.</summary>
    public (ReadOnlyMemory<byte> Json, int Line)? Next()
    {
        if (finished) return null;
        var reader = new Utf8JsonReader(utf8.Span[position..], isFinalBlock: true, state);
        try
        {
            if (!inArray && position == 0)
            {
                reader.Read();
                inArray = reader.TokenType == JsonTokenType.StartArray;
                if (inArray) reader.Read();
            }
            else
            {
                // After a lone object only white space may come; after an array's element the next one or the end.
                if (!reader.Read()) return Ended();
            }

            if (inArray && reader.TokenType == JsonTokenType.EndArray)
            {
                reader.Read();
                return Ended();
            }

            var start = position + (int)reader.TokenStartIndex;
            reader.Skip();
            var end = position + (int)reader.BytesConsumed;
            position = end;
            state = reader.CurrentState;
            return (utf8[start..end], LineOf(start));
        }
        catch (JsonException wrong)
        {
            Problem = ((int)(wrong.LineNumber ?? 0) + 1, $"This is not valid JSON: {Shortened(wrong.Message)}");
            return Ended();
        }
    }

    private (ReadOnlyMemory<byte> Json, int Line)? Ended()
    {
        finished = true;
        return null;
    }

    private int LineOf(int start)
    {
        line += utf8.Span[counted..start].Count((byte)'\n');
        counted = start;
        return line;
    }

    private static string Shortened(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
