using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Texts;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>The portfolio reports in memory: the figures of a published revision, or of a version of what is not published, are computed once.</summary>
internal sealed class ReportShelf(PortfolioSource source, AudienceView views, RoundContents contents)
{
    // A country's portfolio has some rounds that people read; figures of ten thousand initiatives take some tens of megabytes.
    private const int Kept = 8;
    private readonly EditedWords words = new(source);
    private readonly Lock order = new();
    private readonly LinkedList<(Key Key, Task<ReportFigures> Figures)> shelf = [];

    /// <summary>A shelf by itself, for one who reads alone.</summary>
    public ReportShelf(PortfolioSource source)
        : this(source, new(source), new(source))
    {
    }

    /// <summary>How long somebody waits for what is new before getting what was made before it: longer than a portfolio of some hundreds takes, and hardly felt.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The figures of a round, told against the last round before it that its report knows.</summary>
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
    /// <param name="round">The round.</param>
    /// <param name="compared">The round that changes are told against; one of those that it can be told against; null is the last of them.</param>
    /// <param name="language">Its language.</param>
    /// <param name="length">How much of the lists it shows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportDocument> Document(RoundIndex round, RoundIndex? compared, Language language, ReportLength length, CancellationToken cancellation)
    {
        var now = await Figures(round, compared, cancellation);
        var before = now.ComparedWith is { } other ? await Before(round, other, round.FigureMask, () => Picture(round), cancellation) : null;
        // Edited words are told against the round before; against another one they could be wrong.
        var edited = compared is null || compared == round.Comparable.FirstOrDefault() ? await words.Of(round, language, cancellation) : null;
        return PortfolioReport.Of(now, before, Provenance(round, now.ComparedWith?.Round, language), language, length, edited);
    }

    /// <summary>The words drafted from a round as it stands now, with what everybody may read once it is published: what the office edits.</summary>
    public async Task<ImmutableArray<ChapterWords>> Drafted(RoundIndex round, Language language, CancellationToken cancellation)
    {
        var history = round.Portfolio.History;
        var mask = ReportMask.OfFigures(history.Definition.Reporting, Audience.Public, published: true);
        var key = new Key(history.PortfolioId, round.Round.Id, null, history.Version, null, Audience.Public, IsDraft: true) { Hidden = mask.Code };
        var now = await Take(key, async () => ReportFigures.Of(await Content(await IfPublishedNow(), round.Round, mask))).WaitAsync(cancellation);
        return ReportWords.Drafted(now, now.ComparedWith is { } other ? await Before(round, other, mask, IfPublishedNow, cancellation) : null, language);

        async Task<RoundPicture> IfPublishedNow() =>
            new(await views.Of(history with { Version = history.Version + 1, Publications = [.. history.Publications, new(round.Round.Id, (history.PublicationOf(round.Round)?.Revision ?? 0) + 1, DateTimeOffset.MaxValue, history.Version + 1, null)] }, Audience.Public), null);
    }

    /// <summary>All forms of a round as a document.</summary>
    public async Task<ReportDocument> Forms(RoundIndex round, Language language, CancellationToken cancellation) =>
        Compendium.Of(await Content(await Then(round), round.Round, round.Mask).WaitAsync(cancellation), Provenance(round, null, language)[..^1], language);

    /// <summary>Of which revision a round's report is and when that was published, a line each.</summary>
    public static ImmutableArray<string> Provenance(RoundIndex round, Round? compared, Language language)
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

        lines.Add(compared is null ? texts["changes.first"] : texts["edition.compared", compared.Month.ToText(language)]);
        return lines.ToImmutable();
    }

    /// <summary>The same for programs.</summary>
    public static ReportEdition Edition(RoundIndex round, ReportFigures figures)
    {
        var publication = round.Portfolio.History.PublicationOf(round.Round);
        return new(publication?.Revision, publication?.PublishedAt, figures.ComparedWith?.Round.Code);
    }

    private async Task<ReportFigures> Compute(Key key, RoundIndex round, Round? compared)
    {
        var content = await Content(await Picture(round), round.Round, round.FigureMask);
        if (compared is not null) content = content with { ComparedWith = content.Earlier.FirstOrDefault(earlier => earlier.Round.Code == compared.Code) ?? content.ComparedWith };
        // Who is a candidate is between the office and who announced it; that there are some is not. Before the report is published others are told nothing of them.
        if (key.Revision is not null) content = content with { Candidates = [], UnnamedCandidates = content.UnnamedCandidates + content.Candidates.Length };
        else if (key.Audience != Audience.Office) content = content with { UnnamedCandidates = null };
        return ReportFigures.Of(content, MadeOf(key));
    }

    // The figures of an earlier round as a round's report knows it. Where that is how its own readers know it, as nearly always, they are the same figures; they differ once it has been corrected before the one report was published and after the other.
    private async Task<ReportFigures> Before(RoundIndex round, PortfolioSnapshot earlier, ReportMask mask, Func<Task<RoundPicture>> picture, CancellationToken cancellation)
    {
        var history = round.Portfolio.History;
        if (round.Portfolio.Round(earlier.Round.Code) is { } own && await Figures(own, cancellation) is var known && IsSamePicture(known.Round, own.FigureMask, earlier, mask)) return known;
        var publication = history.PublicationOf(round.Round);
        var key = new Key(history.PortfolioId, earlier.Round.Id, null, publication is null ? history.Version : 0, null, Audience.Public) { SeenFrom = (round.Round.Id, publication?.Revision), Hidden = mask.Code };
        return await Take(key, async () => ReportFigures.Of(await Content(await picture(), earlier.Round, mask))).WaitAsync(cancellation);
    }

    // The same reports of the same initiatives, with the same hidden.
    private static bool IsSamePicture(PortfolioSnapshot one, ReportMask hiddenOfOne, PortfolioSnapshot other, ReportMask hiddenOfOther)
    {
        return hiddenOfOne.Keys.SequenceEqual(hiddenOfOther.Keys, StringComparer.Ordinal)
            && one.Standings.Length == other.Standings.Length && one.Left.Length == other.Left.Length && one.Standings.Zip(other.Standings).All(pair => IsSame(pair.First, pair.Second));

        bool IsSame(Standing first, Standing second) =>
            first.ReportId == second.ReportId && first.CarriedOver == second.CarriedOver && first.Initiative.Segment == second.Initiative.Segment && first.Initiative.Name == second.Initiative.Name
            && (hiddenOfOne.HidesConfidential == hiddenOfOther.HidesConfidential || first.Facts.Confidential.Count == 0);
    }

    // What a round's report is made from. Once it is published that is what everybody could see at that moment: earlier rounds that were published by then, as they were published.
    private async Task<RoundPicture> Picture(RoundIndex round)
    {
        var then = await Then(round);
        return then.AsOf is null ? then : then with { History = await views.Of(then.History, Audience.Public) };
    }

    // The portfolio as it was when a round was published; as it is where the round isn't.
    private async Task<RoundPicture> Then(RoundIndex round)
    {
        var current = round.Portfolio.History;
        if (current.PublicationOf(round.Round) is not { } publication) return new(current, null);
        // With the version of then, earlier rounds that were published with nothing recorded since need not be read as of their own publication.
        var then = AudienceView.IsAsNow(current, publication)
            ? current with { Version = publication.PortfolioVersion, Publications = [.. current.Publications.Where(other => other.PortfolioVersion <= publication.PortfolioVersion)] }
            : await source.Load(current.Definition.Code, publication.PublishedAt, CancellationToken.None) ?? throw new InvalidOperationException("A published portfolio is not in the store.");
        return new(then, publication.PublishedAt);
    }

    private async Task<RoundContent> Content(RoundPicture picture, Round round, ReportMask mask)
    {
        // Masked once more where the history is a reader's already: that changes nothing.
        var history = picture.History with { Snapshots = [.. picture.History.Snapshots.Select(snapshot => AudienceView.Masked(snapshot, mask))] };
        var wanted = history.At(round.Code) ?? throw new InvalidOperationException("A published round is not in the store.");
        return await contents.Load(history, wanted, picture.AsOf, mask, CancellationToken.None);
    }

    private static Key KeyOf(RoundIndex round, RoundIndex? compared)
    {
        var history = round.Portfolio.History;
        var publication = history.PublicationOf(round.Round);
        // What is published is published: everybody gets the same figures.
        var audience = publication is null ? round.Portfolio.Audience : Audience.Public;
        return new(history.PortfolioId, round.Round.Id, publication?.Revision, publication is null ? history.Version : 0, compared == round.Comparable.FirstOrDefault() ? null : compared?.Round.Id, audience) { Hidden = round.FigureMask.Code };
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

    // The last that was used of those made of the same round with the same hidden, whatever it was compared with and whether it is published: most of what its register read is the same.
    private ReportFigures? MadeOf(Key key)
    {
        lock (order)
        {
            return shelf.Where(one => one.Key.Portfolio == key.Portfolio && one.Key.Round == key.Round && one.Key.Hidden == key.Hidden && one.Figures.IsCompletedSuccessfully).Select(one => one.Figures.Result).FirstOrDefault();
        }
    }

    private Task<ReportFigures> Take(Key key, Func<Task<ReportFigures>> compute)
    {
        lock (order)
        {
            ClearBefore(key);
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

    // Of a round that goes on changing only the last that was made is of use.
    private void ClearBefore(Key key)
    {
        var versions = shelf.Where(one => one.Key with { Version = key.Version } == key).ToList();
        var last = versions.Where(one => one.Figures.IsCompletedSuccessfully).Select(one => one.Key.Version).DefaultIfEmpty().Max();
        foreach (var old in versions.Where(one => one.Key.Version < last)) shelf.Remove(old);
    }

    // The rounds that a report is made from, and since when nothing of them changes; null while they may.
    private readonly record struct RoundPicture(PortfolioHistory History, DateTimeOffset? AsOf);

    private readonly record struct Key(Guid Portfolio, Guid Round, int? Revision, long Version, Guid? Compared, Audience Audience, bool IsDraft = false)
    {
        // What is left out of its reports; follows from the rest while the rules stay the same.
        public string Hidden { get; init; } = "";

        // The round, and its revision, in whose report it stands as an earlier one; null for a round by itself.
        public (Guid Round, int? Revision)? SeenFrom { get; init; }
    }
}
