using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Reads the register from the reports of a round.</summary>
internal static class DependencyReader
{
    // What stands in the second field names the giver less surely than the field that asks for it.
    private const decimal InWhat = 0.95m;
    private const int MostLike = 3;
    private const int LongestEveryday = 6;

    /// <summary>Every dependency that says something and every prerequisite that is stated, with what they name.</summary>
    /// <param name="round">The round.</param>
    /// <param name="before">The register of an earlier version of the round, in which the same fields were hidden; what has not changed since is taken from it, and the answer is the same. Null where there is none.</param>
    public static DependencyRegister Read(RoundContent round, DependencyRegister? before)
    {
        var known = RoundNames.Of(round, before?.Names);
        var unchanged = before is not null && known == before.Names ? new ReadBefore(before, round.Snapshot) : null;
        var gone = TargetCatalogue.GoneFrom(round);
        var names = new Names(known, new(round), new(round.Snapshot, gone), new(round.Snapshot.Definition, known.Outright));
        var nowhere = round.KnownNames.Where(name => name.Target is null).Select(name => WordRun.Key(name.Words)).ToHashSet(StringComparer.Ordinal);
        var needs = ImmutableArray.CreateBuilder<RegisteredNeed>(round.Reports.Length * 4);
        foreach (var (standing, report) in round.Entries)
        {
            if (unchanged is null || !unchanged.Add(needs, standing)) AddNeeds(needs, standing, report, round, names, nowhere);
        }

        var givers = needs.SelectMany(need => need.Givers).ToHashSet();
        return new(round.Snapshot, [.. round.Entries.Select(entry => EntryOf(entry.Standing, entry.Report))], needs.ToImmutable(), known.Catalogue)
        {
            Answers = round.Answers,
            Before = round.DependenciesBefore,
            Gone = gone.ToDictionary(standing => standing.Initiative.Id),
            Names = known,
        };

        RegisterEntry EntryOf(Standing standing, Report report)
        {
            var isGiver = givers.Contains(standing.Initiative.Id);
            return unchanged?.Entry(standing, isGiver) ?? Entry(standing, report, isGiver ? names : null);
        }
    }

    private static void AddNeeds(ImmutableArray<RegisteredNeed>.Builder needs, Standing standing, Report report, RoundContent round, Names names, HashSet<string> nowhere)
    {
        var keys = NeedKey.Of(report);
        for (var row = 0; row < report.Dependencies.Count; row++)
        {
            var dependency = report.Dependencies[row];
            if (!ReportedNeeds.SaysSomething(dependency)) continue;
            var resolved = Resolved(Found(names, dependency, standing), nowhere.Count > 0 && nowhere.Contains(WordRun.Key(dependency.On)));
            needs.Add(new(standing, keys[row], row)
            {
                Dependency = dependency, NeededBy = dependency.Deadline, IsClosed = DependencyRows.IsClosed(dependency),
                Makers = names.Makers.Of(resolved.Named, dependency.What, standing.Initiative.Id, names.Deliverables),
                Named = resolved.Named, Suggested = resolved.Suggested, State = resolved.State,
            });
        }

        var order = 0;
        foreach (var (kind, prerequisite) in report.Prerequisites.Rows())
        {
            if (prerequisite is not null && (prerequisite.Criticality is not null || !string.IsNullOrWhiteSpace(prerequisite.When)))
            {
                var resolved = Resolved(names.Prerequisites.Of(kind, report, standing), false);
                needs.Add(new(standing, kind, order)
                {
                    Prerequisite = prerequisite, NeededBy = round.DateOf(prerequisite.When), IsClosed = DoneWords.Say(prerequisite.When),
                    Named = resolved.Named, Suggested = resolved.Suggested, State = resolved.State,
                });
            }

            order++;
        }
    }

    private static RegisterEntry Entry(Standing standing, Report report, Names? names)
    {
        var entry = new RegisterEntry(standing, report.Deliverables, report.BenefitAmountMnok, report.AffectedActorsText) { SaysMuch = report.Dependencies.Count > 0 || report.Deliverables.Count > 0 };
        if (names is null || !entry.SaysMuch) return entry;
        var (mentions, words) = (names.Mentions, names.On);
        mentions.Clear();
        foreach (var text in (ReadOnlySpan<string?>)[report.Purpose, report.AffectedActorsText, report.PrerequisiteComments, report.OtherProjectsRealiseText, report.Consequences, report.RiskText, report.StatusCause, report.BenefitComments]) Add(text);
        foreach (var deliverable in report.Deliverables) Add(deliverable.Text);
        foreach (var row in report.Dependencies)
        {
            Add(row.On);
            Add(row.What);
            Add(row.Purpose);
        }

        return entry with { Mentions = [.. mentions] };

        void Add(string? text)
        {
            if (text is null) return;
            words.Read(text);
            names.Outright.AddInitiatives(words, mentions);
        }
    }

    private sealed record Names(RoundNames Known, DeliverableNames Deliverables, MakersOfParts Makers, PrerequisiteTargets Prerequisites)
    {
        public NameIndex Outright => Known.Outright;

        // Filled anew for each row or report: tens of thousands are read.
        public WordRun On { get; } = new();

        public WordRun What { get; } = new();

        public HashSet<Guid> Mentions { get; } = [];
    }

    private static List<NamedTarget> Found(Names names, Dependency dependency, Standing receiver)
    {
        var (on, what) = (names.On, names.What);
        on.Read(dependency.On);
        what.Read(dependency.What);
        var itself = TargetRef.Of(receiver.Initiative.Id);
        var found = names.Outright.In(on);
        // Who asks itself alone is told so; beside others, and in the words of what is needed, its own name says nothing.
        if (found.Count > 1) found.RemoveAll(named => named.Target == itself);
        var isCalled = found.Exists(named => named.Target.Kind == TargetKind.Initiative && named.Score >= NameIndex.Threshold);
        foreach (var named in names.Outright.In(what))
        {
            if (named.Target != itself && !found.Exists(other => other.Target == named.Target)) found.Add(named with { Score = InText(named) });
        }

        // "HELIKS" and "vurdert, men ingen avhengighet": what is said of the need is said of those that it is on.
        if (Denial.Is(what)) return [];
        if (on.Count > 0 ? !isCalled : !found.Exists(IsSureThing)) AddLike(found, names, on.Count > 0 ? dependency.On! : dependency.What, receiver);
        if (on.Count > 0 && !found.Exists(IsSureThing) && names.Outright.Nearly(what) is { } near && near.Target != itself) Add(found, near with { Score = InText(near) });
        return names.Deliverables.With(found, what, receiver);
    }

    // What is left when the organisations' names are taken out: misspelt, or like a name.
    private static void AddLike(List<NamedTarget> found, Names names, string? text, Standing receiver)
    {
        var organisations = found.Where(named => named.Target.Kind == TargetKind.Organisation).ToList();
        foreach (var named in organisations) text = text?.Replace(named.Words, " ", StringComparison.Ordinal);
        var rest = new WordRun(text);
        List<NamedTarget> like = names.Outright.Nearly(rest) is { } near ? [near] : names.Known.Like.Of(rest, receiver, [.. organisations.Select(named => named.Target.Key)], MostLike);
        // Where the words name something else, what is only a little like them is not meant.
        var sure = found.Exists(IsSureThing);
        foreach (var one in like)
        {
            if (!sure || one.Score >= NameIndex.Threshold) Add(found, one);
        }
    }

    // Each once, by what makes it surest.
    private static void Add(List<NamedTarget> found, NamedTarget one)
    {
        if (found.Exists(other => other.Target == one.Target && other.Score >= one.Score)) return;
        found.RemoveAll(other => other.Target == one.Target);
        found.Add(one);
    }

    private static bool IsSureThing(NamedTarget named) => named.Target.Kind is not TargetKind.Organisation && named.Score >= NameIndex.Threshold;

    // The second field tells what is needed: names stand in it too, and everyday words that are somebody's name.
    private static decimal InText(NamedTarget named) =>
        named.Target.Kind == TargetKind.Initiative && (named.Rule == NamingRule.Abbreviation || IsEverydayWord(named.Words)) ? Math.Min(named.Score, NameIndex.EverydayWord) : named.Score * InWhat;

    // One word in lower case, or short ones: "alle møter".
    private static bool IsEverydayWord(string words) => !words.Any(letter => char.IsUpper(letter) || char.IsDigit(letter)) && words.Split(' ') is var each && (each.Length == 1 || each.All(word => word.Length <= LongestEveryday));

    private static (ImmutableArray<NamedTarget> Named, ImmutableArray<NamedTarget> Suggested, NamingState State) Resolved(IReadOnlyList<NamedTarget> found, bool elsewhere)
    {
        var named = Surest(found, one => one.Score >= NameIndex.Threshold);
        var suggested = Surest(found, one => one.Score < NameIndex.Threshold);
        return (named, suggested, named.Length > 0 ? NamingState.Resolved : elsewhere ? NamingState.Elsewhere : suggested.Length > 0 ? NamingState.ToDecide : NamingState.Unresolved);
    }

    private static ImmutableArray<NamedTarget> Surest(IReadOnlyList<NamedTarget> found, Func<NamedTarget, bool> wanted) => found switch
    {
        [] => [],
        [var only] => wanted(only) ? [only] : [],
        _ => [.. found.Where(wanted).OrderByDescending(one => one.Score)],
    };
}
