using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace Samstyre.App.Web;

/// <summary>Styles and fonts, built into the program. Their names carry a hash of their content, so browsers keep them for a year.</summary>
internal static class Assets
{
    private const string Folder = "dist/";

    private static readonly FrozenDictionary<string, (byte[] Bytes, byte[]? Brotli, string Type)> Files = Read();

    /// <summary>The head's links to styles and icon.</summary>
    public static Markup Links { get; } = Markup.Of(html =>
    {
        foreach (var name in Files.Keys.Order(StringComparer.Ordinal))
        {
            if (name.EndsWith(".css", StringComparison.Ordinal)) html.Write($"<link rel=\"stylesheet\" href=\"/dist/{name}\">");
            if (name.EndsWith(".svg", StringComparison.Ordinal)) html.Write($"<link rel=\"icon\" type=\"image/svg+xml\" href=\"/dist/{name}\">");
        }
    });

    public static async Task Serve(HttpContext http)
    {
        if (http.Request.RouteValues["file"] is not string name || !Files.TryGetValue(name, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var compressed = file.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var bytes = compressed ? file.Brotli! : file.Bytes;
        http.Response.ContentType = file.Type;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (file.Brotli is not null) http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (compressed) http.Response.Headers.ContentEncoding = "br";
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static FrozenDictionary<string, (byte[], byte[]?, string)> Read()
    {
        var assembly = typeof(Assets).Assembly;
        var all = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });
        return all.Where(pair => !pair.Key.EndsWith(".br", StringComparison.Ordinal))
            .ToFrozenDictionary(pair => pair.Key, pair => (pair.Value, all.GetValueOrDefault(pair.Key + ".br"), TypeOf(pair.Key)), StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
