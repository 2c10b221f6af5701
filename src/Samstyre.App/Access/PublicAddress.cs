using Samstyre.App.Cli;

namespace Samstyre.App.Access;

/// <summary>The address that links in messages begin with. A server that others reach has it from its operator: what a request says of its host can be forged.</summary>
/// <param name="Configured">From SAMSTYRE_ADDRESS; null on the machine itself.</param>
internal sealed record PublicAddress(Uri? Configured)
{
    public const string Variable = "SAMSTYRE_ADDRESS";

    /// <summary>What the environment says.</summary>
    public static PublicAddress FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } said) return new(null as Uri);
        return Uri.TryCreate(said, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? new(address)
            : throw new CliRefusal($"{Variable} must be a whole address such as https://portefolje.example.org, not {said}.");
    }

    /// <summary>A whole link to a path of ours; null where no address is configured.</summary>
    public string? To(string path) => Configured is null ? null : Configured.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>A whole link to a path of ours, to the machine itself where no address is configured.</summary>
    public string To(HttpContext http, string path) => To(path) ?? $"{http.Request.Scheme}://localhost:{http.Connection.LocalPort}{path}";
}
