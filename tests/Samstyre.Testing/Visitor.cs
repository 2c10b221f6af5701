using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Samstyre.Testing;

/// <summary>Somebody who reads and posts as a browser without script does: with cookies and with the token that each form carries.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    /// <summary>Comes from an address of the machine's own where one is named: the server then takes it for another machine.</summary>
    public Visitor(Uri address, IPAddress? from = null) =>
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, ConnectCallback = from is null ? null : (to, cancellation) => Connect(from, to.DnsEndPoint, cancellation) }) { BaseAddress = address };

    /// <summary>The browser's cookies.</summary>
    public CookieCollection Cookies => cookies.GetAllCookies();

    /// <summary>Takes over another browser's cookies.</summary>
    public void Keep(CookieCollection others) => cookies.Add(client.BaseAddress!, others);

    /// <summary>Status, text and, of a redirect, where it leads.</summary>
    public async Task<Reply> Get(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await Reply.Of(response);
    }

    /// <summary>Status and headers alone.</summary>
    public async Task<Reply> Head(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await client.SendAsync(request);
        return await Reply.Of(response);
    }

    /// <summary>A whole file.</summary>
    public Task<byte[]> File(string address) => client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    /// <summary>Posts a form of a page, with the token of that page.</summary>
    /// <param name="page">The page that the form is on.</param>
    /// <param name="action">Where it goes; null for the page itself.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<Reply> Post(string page, string? action, params (string Name, string Value)[] fields)
    {
        var token = TokenOf((await Get(page)).Text);
        return await PostRaw(action ?? page, [("token", token), .. fields]);
    }

    /// <summary>Posts just these fields.</summary>
    public async Task<Reply> PostRaw(string action, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    /// <summary>Posts a body of any kind.</summary>
    public async Task<Reply> PostContent(string action, HttpContent content)
    {
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    /// <summary>Posts files with fields.</summary>
    public async Task<Reply> PostFile(string page, string action, string field, string fileName, byte[] bytes, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent { { new StringContent(TokenOf((await Get(page)).Text)), "token" }, { new ByteArrayContent(bytes), field, fileName } };
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    /// <summary>Logs in; the answer leads to the desk where address and password are right.</summary>
    public Task<Reply> LogIn(string email, string password) => Post("/nb/logg-inn", null, ("epost", email), ("passord", password));

    /// <summary>The token of a page's first form; empty where it has none.</summary>
    public static string TokenOf(string html) => WebUtility.HtmlDecode(Token().Match(html).Groups["token"].Value);

    public void Dispose() => client.Dispose();

    private static async ValueTask<Stream> Connect(IPAddress from, DnsEndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex("name=\"token\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>What a server answered.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, string? Location, HttpResponseMessage Response)
{
    public static async Task<Reply> Of(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString, response);
}
