using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Samstyre.Storage;

namespace Samstyre.App.Features.Messages;

/// <summary>Sends the messages that wait, a few at a time. Each is taken in the store before it is sent, so that no two processes send it and a crash sends it not at all rather than twice.</summary>
internal sealed partial class Mailer(Db db, MailSettings settings, TimeProvider time, ILogger<Mailer> log) : BackgroundService
{
    private const int AtOnce = 20;
    private const int MostAttempts = 5;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Sends what waits now; tells how many went out.</summary>
    public async Task<int> SendWaiting(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var message in await MessageStore.Take(db, AtOnce, time.GetUtcNow(), cancellation))
        {
            try
            {
                await Send(message, cancellation);
                await MessageStore.Sent(db, message.Id, time.GetUtcNow(), CancellationToken.None);
                sent++;
            }
            catch (Exception e) when (e is SmtpException or IOException or UnauthorizedAccessException or FormatException)
            {
                NotSent(message.Id, e.Message);
                await MessageStore.NotSent(db, message.Id, e.Message, SurelyNotSent(e) && message.Attempts + 1 < MostAttempts, CancellationToken.None);
            }
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await SendWaiting(stoppingToken);
            }
            catch (Npgsql.NpgsqlException e)
            {
                // The database is away: what waits waits.
                DatabaseAway(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Send(TakenMessage message, CancellationToken cancellation)
    {
        using var mail = new MailMessage(settings.From, message.Address, OneLine(message.Subject), message.Body)
        {
            SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8,
        };
        // The same message has the same identity, whoever sends it.
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@samstyre>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = Client();
        await client.SendMailAsync(mail, cancellation);
    }

    private SmtpClient Client()
    {
        if (settings.Server is not { } server)
        {
            Directory.CreateDirectory(settings.Outbox);
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = settings.Outbox };
        }

        var client = new SmtpClient(server.Host, server.Port > 0 ? server.Port : 587) { EnableSsl = server.Scheme == "smtps" || server.Port == 587 };
        if (server.UserInfo.Split(':', 2) is [var user, var password]) client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        return client;
    }

    // Nobody answered, or the server said no: the message has not gone out. After a broken answer nobody knows.
    private static bool SurelyNotSent(Exception problem) => problem is SmtpException { InnerException: SocketException or IOException { InnerException: SocketException } }
        or SmtpException { StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(LogLevel.Warning, "The message {Id} was not sent: {Why}")]
    private partial void NotSent(Guid id, string why);

    [LoggerMessage(LogLevel.Warning, "Messages wait, because the database does not answer: {Why}")]
    private partial void DatabaseAway(string why);
}
