using System.Data.Common;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>Computes the report of the latest round some time after the start, so that its first reader does not wait for thousands of reports to be read. The pages come first: it waits until the server has had time to answer them.</summary>
internal sealed partial class ReportWarmer(PortfolioCache portfolios, ReportShelf shelf, string portfolio, TimeSpan after, ILogger<ReportWarmer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(after, stoppingToken);
            if ((await portfolios.Get(portfolio, Audience.Public, stoppingToken))?.Latest is not { } latest) return;
            await shelf.Figures(latest, stoppingToken);
            if (latest.Before is { } before) await shelf.Figures(before, stoppingToken);
            // Reading thousands of reports leaves hundreds of megabytes that nothing needs: given back now, while few wait, they do not stay with the process.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends first.
        }
        catch (DbException e)
        {
            // The report's first reader tries again, and is told if the database is still away.
            NotReady(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The report of the latest round could not be made ready: {Reason}")]
    private partial void NotReady(string reason);
}
