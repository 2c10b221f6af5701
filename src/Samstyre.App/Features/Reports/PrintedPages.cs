using System.Security.Cryptography;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reports;

/// <summary>The PDFs made last. The same page gives the same PDF, so a page that was printed is not printed again, and readers who ask for it at the same time wait for the same print.</summary>
internal static class PrintedPages
{
    private const int Kept = 12;
    private static readonly Lock Order = new();
    private static readonly LinkedList<(string Page, Task<Outcome<byte[]>> Print)> Shelf = [];

    // A first print on a slow machine starts a browser.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task<Outcome<byte[]>> Print(ReadOnlyMemory<byte> html, CancellationToken cancellation)
    {
        var page = Convert.ToHexString(SHA256.HashData(html.Span));
        lock (Order)
        {
            for (var at = Shelf.First; at is not null; at = at.Next)
            {
                if (at.Value.Page != page) continue;
                Shelf.Remove(at);
                // What failed once may succeed now.
                if (at.Value.Print is { IsCompleted: true, IsCompletedSuccessfully: false } or { IsCompletedSuccessfully: true, Result.Succeeded: false }) break;
                Shelf.AddFirst(at);
                return at.Value.Print.WaitAsync(cancellation);
            }

            // The print goes on when its first reader leaves: others may wait for it.
            var print = PdfPrinter.Print(html.ToArray(), Limit, CancellationToken.None);
            Shelf.AddFirst((page, print));
            if (Shelf.Count > Kept) Shelf.RemoveLast();
            return print.WaitAsync(cancellation);
        }
    }
}
