using System.Net;
using System.Text.Json;

namespace Samstyre.Testing;

/// <summary>A field that the server has said is saved.</summary>
/// <param name="Value">What was written.</param>
/// <param name="Version">How many times it has been saved.</param>
internal sealed record SavedField(string Value, int Version);

/// <summary>A reporter who writes in a form as the page's script saves it: field by field, each with the version that was seen. Keeps what the server has acknowledged.</summary>
/// <param name="visitor">Who is logged in.</param>
/// <param name="form">The form's address.</param>
internal sealed class TypingReporter(Visitor visitor, string form)
{
    private readonly Dictionary<string, SavedField> acknowledged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private Visitor visitor = visitor;
    private string token = "";

    /// <summary>The form's address.</summary>
    public string Form => form;

    /// <summary>What has been saved, by path.</summary>
    public IReadOnlyDictionary<string, SavedField> Acknowledged => acknowledged;

    /// <summary>The latest that was sent and not acknowledged: it may be saved or not. Null where there is none.</summary>
    public (string Field, string Value)? Unanswered { get; private set; }

    /// <summary>Opens the form; what is saved from now on was written after.</summary>
    public async Task Open() => token = Visitor.TokenOf((await visitor.Get(form + "/om")).Text);

    /// <summary>Goes on in another browser with the same cookies, such as after the server came back elsewhere.</summary>
    public void GoOn(Visitor other) => visitor = other;

    /// <summary>Saves a field. False where the server did not say that it is saved.</summary>
    public async Task<bool> Save(string field, string value)
    {
        Unanswered = (field, value);
        Reply reply;
        try
        {
            reply = await visitor.PostRaw(form + "/lagre", ("token", token), (field, value), ("sett." + field, seen.GetValueOrDefault(field, "")));
        }
        catch (HttpRequestException)
        {
            return false;
        }

        if (reply.Status != HttpStatusCode.OK) return false;
        using var answer = JsonDocument.Parse(reply.Text);
        if (!answer.RootElement.GetProperty("seen").TryGetProperty(field, out var now)) return false;
        seen[field] = now.GetString()!;
        acknowledged[field] = new(value, int.Parse(seen[field].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture));
        Unanswered = null;
        return true;
    }

    /// <summary>Sends the form as one in which nothing has changed. False where the server did not say that it is received.</summary>
    public async Task<bool> SendUnchanged(Guid request)
    {
        try
        {
            return (await visitor.PostRaw(form + "/send", ("token", token), ("innsending", request.ToString()), ("uendret", "ja"))).Location?.EndsWith("sendt=ja", StringComparison.Ordinal) == true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
