using Samstyre.App.Cli;

namespace Samstyre.App.Features.Messages;

/// <summary>How messages leave: by an SMTP server, or as .eml files in a folder.</summary>
/// <param name="Server">From SAMSTYRE_SMTP, such as <c>smtp://user:password@mail.example.org:587</c>; null for the folder.</param>
/// <param name="From">From SAMSTYRE_MAIL_FROM.</param>
/// <param name="Outbox">The folder.</param>
internal sealed record MailSettings(Uri? Server, string From, string Outbox)
{
    public const string ServerVariable = "SAMSTYRE_SMTP";
    public const string FromVariable = "SAMSTYRE_MAIL_FROM";

    public static MailSettings FromEnvironment(string dataFolder)
    {
        Uri? server = null;
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } said && (!Uri.TryCreate(said, UriKind.Absolute, out server) || server.Scheme is not ("smtp" or "smtps")))
            throw new CliRefusal($"{ServerVariable} must be an address such as smtp://user:password@mail.example.org:587.");
        return new(server, Environment.GetEnvironmentVariable(FromVariable) is { Length: > 0 } from ? from : "samstyre@localhost", Path.Combine(dataFolder, "outbox"));
    }
}
