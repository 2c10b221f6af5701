using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>The words of reports that the office has edited: of a published round those that stood at its publication, for everybody; of another round the last, for the office alone.</summary>
internal sealed class EditedWords(PortfolioSource source)
{
    // What is published never changes, and stays readable while the database is away.
    private readonly ConcurrentDictionary<(Guid Portfolio, Guid Round, int Revision), Task<IReadOnlyList<ReportText>>> published = new();

    /// <summary>By chapter, in one language.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(RoundIndex round, Language language, CancellationToken cancellation)
    {
        var history = round.Portfolio.History;
        var publication = history.PublicationOf(round.Round);
        if (publication is null && round.Portfolio.Audience != Audience.Office) return ImmutableDictionary<string, string>.Empty;
        var all = publication is null
            ? await source.Words(history.PortfolioId, round.Round.Id, null, cancellation)
            : await Published(history.PortfolioId, publication).WaitAsync(cancellation);
        var code = ScreenTexts.All[(int)language].Code;
        return all.Where(text => text.Language == code && text.Text is not null).ToDictionary(text => text.Chapter, text => text.Text!, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ReportText>> Published(Guid portfolio, Publication publication)
    {
        var key = (portfolio, publication.RoundId, publication.Revision);
        try
        {
            return await published.GetOrAdd(key, _ => source.Words(portfolio, publication.RoundId, publication.PublishedAt, CancellationToken.None));
        }
        catch
        {
            // The next reader tries again.
            published.TryRemove(key, out _);
            throw;
        }
    }
}
