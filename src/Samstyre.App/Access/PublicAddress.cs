namespace Samstyre.App.Access;

/// <summary>The address that links in messages begin with. A server that others reach has it from its operator: what a request says of its host can be forged.</summary>
/// <param name="Configured">From SAMSTYRE_ADDRESS; null on the machine itself.</param>
internal sealed record PublicAddress(Uri? Configured)
{
    public const string Variable = "SAMSTYRE_ADDRESS";

    /// <summary>A whole link to a path of ours.</summary>
    public string To(HttpContext http, string path)
    {
        var start = Configured?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://localhost:{http.Connection.LocalPort}";
        return start + path;
    }
}
