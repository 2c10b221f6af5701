namespace Samstyre.Reports;

/// <summary>A round as JSON: an array of its reports in the interchange format, byte for byte as they are stored.</summary>
public static class RoundJson
{
    /// <summary>Writes reports as they come, so that a large round is never in memory as a whole.</summary>
    public static async Task Write(Stream output, IAsyncEnumerable<ReadOnlyMemory<byte>> reports, CancellationToken cancellation)
    {
        var separator = "[\n"u8.ToArray();
        var next = ",\n"u8.ToArray();
        await foreach (var report in reports.WithCancellation(cancellation))
        {
            await output.WriteAsync(separator, cancellation);
            await output.WriteAsync(report, cancellation);
            separator = next;
        }

        await output.WriteAsync(separator == next ? "\n]\n"u8.ToArray() : "[]\n"u8.ToArray(), cancellation);
    }
}
