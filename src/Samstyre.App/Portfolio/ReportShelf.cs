using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>The portfolio reports in memory: the figures of a published revision, or of a version of what is not published, are computed once.</summary>
internal sealed class ReportShelf(PortfolioSource source)
{

    // A country's portfolio has some rounds that people read; figures of ten thousand initiatives take some tens of megabytes.
    private const int Kept = 8;
    private readonly EditedWords words = new(source);
    private readonly Lock order = new();
    private readonly LinkedList<(Key Key, Task<ReportFigures> Figures)> shelf = [];

    /// <summary>How long somebody waits for what is new before getting what was made before it: longer than a portfolio of some hundreds takes, and hardly felt.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The figures of a round, told against the round before it.</summary>
    public Task<ReportFigures> Figures(RoundIndex round, CancellationToken cancellation) => Figures(round, null, cancellation);

    /// <summary>The figures of a round, told against a chosen earlier one.</summary>
    public Task<ReportFigures> Figures(RoundIndex round, RoundIndex? compared, CancellationToken cancellation)
    {
        var key = KeyOf(round, compared);
        return Take(key, () => Compute(key, round, compared?.Round)).WaitAsync(cancellation);
    }

    /// <summary>What the initiatives of a round need from others, without a long wait: while a large round that has just changed is computed anew, as it was before the change. For what stands beside something else on a page.</summary>
    public async Task<DependencyRegister?> RegisterSoon(RoundIndex round, CancellationToken cancellation)
    {
        var now = Figures(round, cancellation);
        if (!now.IsCompleted && MadeBefore(KeyOf(round, null), round.Snapshot) is { } before && await Task.WhenAny(now, Task.Delay(Patience, cancellation)) != now) return before.Register;
        return (await now).Register;
    }

    /// <summary>The report of a round as a document.</summary>
    public async Task<ReportDocument> Document(RoundIndex round, RoundIndex? compared, Language language, ReportLength length, CancellationToken cancellation)
    {
        var other = compared ?? round.Before;
        var now = await Figures(round, compared, cancellation);
        var before = other is null ? null : await Figures(other, cancellation);
        // Edited words are told against the round before; against another one they could be wrong.
        var edited = other == round.Before ? await words.Of(round, language, cancellation) : null;
        return PortfolioReport.Of(now, before, Provenance(round, other, language), language, length, edited);
    }

    /// <summary>The words drafted from a round as it stands now, with what everybody may read once it is published: what the office edits.</summary>
    public async Task<ImmutableArray<ChapterWords>> Drafted(RoundIndex round, Language language, CancellationToken cancellation)
    {
        var history = round.Portfolio.History;
        var key = new Key(history.PortfolioId, round.Round.Id, null, history.Version, null, Audience.Public, IsDraft: true);
        var now = await Take(key, async () => ReportFigures.Of(await Content(history with { Publications = [] }, round.Round, ReportMask.OfFigures(history.Definition.Reporting, Audience.Public, published: true), CancellationToken.None))).WaitAsync(cancellation);
        var other = round.Portfolio.Rounds.LastOrDefault(earlier => earlier.Position < round.Position && history.PublicationOf(earlier.Round) is not null);
        return ReportWords.Drafted(now, other is null ? null : await Figures(other, cancellation), language);
    }

    /// <summary>All forms of a round as a document.</summary>
    public async Task<ReportDocument> Forms(RoundIndex round, Language language, CancellationToken cancellation) =>
        Compendium.Of(await Content(round.Portfolio.History, round.Round, round.Mask, cancellation), Provenance(round, null, language)[..^1], language);

    /// <summary>Of which revision a round's report is and when that was published, a line each.</summary>
    public static ImmutableArray<string> Provenance(RoundIndex round, RoundIndex? compared, Language language)
    {
        var texts = ScreenTexts.All[(int)language];
        var lines = ImmutableArray.CreateBuilder<string>();
        if (round.Portfolio.History.PublicationOf(round.Round) is { } publication)
        {
            lines.Add(texts["edition.published", publication.Revision, LocalTime.Text(publication.PublishedAt, round.Portfolio.Definition)]);
            if (publication.Reason is { } reason) lines.Add(texts["edition.reason", reason]);
        }
        else
        {
            lines.Add(texts["edition.draft", round.Portfolio.History.Version]);
        }

        lines.Add(compared is null ? texts["changes.first"] : texts["edition.compared", compared.Round.Month.ToText(language)]);
        return lines.ToImmutable();
    }

    /// <summary>The same for programs.</summary>
    public static ReportEdition Edition(RoundIndex round, RoundIndex? compared)
    {
        var publication = round.Portfolio.History.PublicationOf(round.Round);
        return new(publication?.Revision, publication?.PublishedAt, (compared ?? round.Before)?.Round.Code);
    }

    private async Task<ReportFigures> Compute(Key key, RoundIndex round, Round? compared)
    {
        var current = round.Portfolio.History;
        var content = await Content(current, round.Round, ReportMask.OfFigures(current.Definition.Reporting, key.Audience, key.Revision is not null), CancellationToken.None);
        if (compared is not null) content = content with { ComparedWith = content.Earlier.FirstOrDefault(earlier => earlier.Round.Code == compared.Code) ?? content.ComparedWith };
        return ReportFigures.Of(content, MadeBefore(key, content.Snapshot));
    }

    /// <summary>A round as it was published, or as it stands where it isn't.</summary>
    private async Task<RoundContent> Content(PortfolioHistory current, Round round, ReportMask mask, CancellationToken cancellation)
    {
        var history = current.PublicationOf(round) is { } publication && publication.PortfolioVersion != current.Version
            ? await source.Load(current.Definition.Code, publication.PublishedAt, cancellation) ?? throw new InvalidOperationException("A published portfolio is not in the store.")
            : current;
        // Masked once more where the history is a reader's already: that changes nothing.
        history = history with { Snapshots = [.. history.Snapshots.Select(snapshot => AudienceView.Masked(snapshot, mask))] };
        var wanted = history.At(round.Code) ?? throw new InvalidOperationException("A published round is not in the store.");
        return await RoundContents.Load(source, history, wanted, current.PublicationOf(round)?.PublishedAt, mask, cancellation);
    }

    private static Key KeyOf(RoundIndex round, RoundIndex? compared)
    {
        var history = round.Portfolio.History;
        var publication = history.PublicationOf(round.Round);
        // What is published is published: everybody gets the same figures.
        var audience = publication is null ? round.Portfolio.Audience : Audience.Public;
        return new(history.PortfolioId, round.Round.Id, publication?.Revision, publication is null ? history.Version : 0, (compared ?? round.Before)?.Round.Id, audience);
    }

    // Whether all that a picture shows may still be shown.
    private static bool ShowsNoMore(PortfolioSnapshot made, PortfolioSnapshot now)
    {
        if (made.Definition.Reporting != now.Definition.Reporting) return false;
        var hidden = made.Standings.ToDictionary(standing => standing.Initiative.Id, standing => standing.Facts.Confidential);
        return now.Standings.All(standing => !hidden.TryGetValue(standing.Initiative.Id, out var before) || standing.Facts.Confidential.All(before.Contains));
    }

    // The last that was made of the same round for the same readers, where nothing has been hidden since.
    private ReportFigures? MadeBefore(Key key, PortfolioSnapshot now)
    {
        lock (order)
        {
            return shelf.Where(one => one.Key with { Version = key.Version } == key && one.Key.Version < key.Version && one.Figures.IsCompletedSuccessfully).OrderByDescending(one => one.Key.Version).Select(one => one.Figures.Result)
                .FirstOrDefault(made => ShowsNoMore(made.Round, now));
        }
    }

    private Task<ReportFigures> Take(Key key, Func<Task<ReportFigures>> compute)
    {
        lock (order)
        {
            for (var at = shelf.First; at is not null; at = at.Next)
            {
                if (at.Value.Key != key) continue;
                shelf.Remove(at);
                if (at.Value.Figures.IsFaulted) break;
                shelf.AddFirst(at);
                return at.Value.Figures;
            }

            var figures = Task.Run(compute);
            shelf.AddFirst((key, figures));
            if (shelf.Count > Kept) shelf.RemoveLast();
            return figures;
        }
    }

    private readonly record struct Key(Guid Portfolio, Guid Round, int? Revision, long Version, Guid? Compared, Audience Audience, bool IsDraft = false);
}
