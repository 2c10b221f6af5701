using System.Collections.Frozen;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Samstyre.App.Web;

/// <summary>Styles, scripts and fonts, built into the program. Their names carry a hash of their content, so browsers keep them for a year.</summary>
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

    /// <summary>The script that draws charts, for pages that have some.</summary>
    public static Markup ChartScript { get; } = Markup.Of(html => html.Write($"<script src=\"/dist/{NameOf("charts-", ".js")}\" defer></script>"));

    /// <summary>The script that saves a form while somebody writes.</summary>
    public static Markup DraftScript { get; } = Markup.Of(html => html.Write($"<script src=\"/dist/{NameOf("draft-", ".js")}\" defer></script>"));

    /// <summary>The script that draws the map of dependencies.</summary>
    public static Markup MapScript { get; } = Markup.Of(html => html.Write($"<script src=\"/dist/{NameOf("map-", ".js")}\" defer></script>"));

    /// <summary>Address of the script that lays the map out, for a thread of its own.</summary>
    public static string MapLayoutScript { get; } = "/dist/" + NameOf("layout-", ".js");

    /// <summary>What a report that stands alone carries within itself.</summary>
    public static HtmlAssets ForFiles { get; } = new(
        Encoding.UTF8.GetString(Files[NameOf("samstyre-", ".css")].Bytes),
        Encoding.UTF8.GetString(Files[NameOf("charts-", ".js")].Bytes),
        Files[NameOf("inter-latin-wght", ".woff2")].Bytes);

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

    private static string NameOf(string start, string ending) =>
        Files.Keys.First(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal));

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
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
