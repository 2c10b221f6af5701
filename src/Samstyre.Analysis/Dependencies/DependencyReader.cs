using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Reads the register from the reports of a round.</summary>
internal static class DependencyReader
{
    // What stands in the second field names the giver less surely than the field that asks for it.
    private const decimal InWhat = 0.95m;
    private const int MostLike = 3;
    private const int Large = 1000;

    /// <summary>Every dependency that says something and every prerequisite that is stated, with what they name.</summary>
    public static DependencyRegister Read(RoundContent round)
    {
        var catalogue = TargetCatalogue.Of(round);
        var index = new NameIndex(catalogue, round.KnownNames);
        var organisationOf = round.Snapshot.Standings.ToDictionary(standing => standing.Initiative.Id, standing => standing.Facts.Organisation);
        var names = new Names(index, new(catalogue, organisationOf), new(round), new(round.Snapshot), new(round.Snapshot.Definition, index));
        var nowhere = round.KnownNames.Where(name => name.Target is null).Select(name => WordRun.Key(name.Words)).ToHashSet(StringComparer.Ordinal);
        var entries = round.Entries.ToList();
        var needs = EachOf(entries, (standing, report) => NeedsOf(standing, report, round, names, nowhere)).SelectMany(own => own).ToImmutableArray();
        var givers = needs.SelectMany(need => need.Givers).ToHashSet();
        return new(round.Snapshot, [.. EachOf(entries, (standing, report) => Entry(standing, report, givers.Contains(standing.Initiative.Id) ? index : null))], needs, catalogue)
        {
            Answers = round.Answers,
            Before = round.DependenciesBefore,
            Gone = TargetCatalogue.GoneFrom(round).ToDictionary(standing => standing.Initiative.Id),
        };
    }

    // Those of a large round are shared among the processor's cores: what one report needs does not hang on the others.
    private static IEnumerable<T> EachOf<T>(List<(Standing Standing, Report Report)> entries, Func<Standing, Report, T> read) =>
        entries.Count < Large ? entries.Select(entry => read(entry.Standing, entry.Report)) : entries.AsParallel().AsOrdered().Select(entry => read(entry.Standing, entry.Report));

    private static List<RegisteredNeed> NeedsOf(Standing standing, Report report, RoundContent round, Names names, HashSet<string> nowhere)
    {
        var needs = new List<RegisteredNeed>();
        var keys = NeedKey.Of(report);
        for (var row = 0; row < report.Dependencies.Count; row++)
        {
            var dependency = report.Dependencies[row];
            if (!ReportedNeeds.SaysSomething(dependency)) continue;
            var need = new RegisteredNeed(standing, keys[row], row) { Dependency = dependency, NeededBy = dependency.Deadline, IsClosed = DependencyRows.IsClosed(dependency) };
            needs.Add(Resolved(need, Found(names, dependency, standing), nowhere.Count > 0 && nowhere.Contains(WordRun.Key(dependency.On))));
        }

        var order = 0;
        foreach (var (kind, prerequisite) in report.Prerequisites.Rows())
        {
            if (prerequisite is not null && (prerequisite.Criticality is not null || !string.IsNullOrWhiteSpace(prerequisite.When)))
            {
                var need = new RegisteredNeed(standing, kind, order) { Prerequisite = prerequisite, NeededBy = round.DateOf(prerequisite.When), IsClosed = DoneWords.Say(prerequisite.When) };
                needs.Add(Resolved(need, names.Prerequisites.Of(kind, report, standing), false));
            }

            order++;
        }

        return needs;
    }

    private static RegisterEntry Entry(Standing standing, Report report, NameIndex? index)
    {
        var entry = new RegisterEntry(standing, report.Deliverables, report.BenefitAmountMnok, report.AffectedActorsText) { SaysMuch = report.Dependencies.Count > 0 || report.Deliverables.Count > 0 };
        if (index is null || !entry.SaysMuch) return entry;
        string?[] texts =
        [
            report.Purpose, report.AffectedActorsText, report.PrerequisiteComments, report.OtherProjectsRealiseText, report.Consequences, report.RiskText, report.StatusCause, report.BenefitComments,
            .. report.Deliverables.Select(deliverable => deliverable.Text), .. report.Dependencies.SelectMany(row => (string?[])[row.On, row.What, row.Purpose]),
        ];
        var mentions = new HashSet<Guid>();
        var words = new WordRun();
        foreach (var text in texts)
        {
            words.Read(text);
            index.AddInitiatives(words, mentions);
        }

        return entry with { Mentions = mentions };
    }

    private sealed record Names(NameIndex Outright, LikeNames Like, DeliverableNames Deliverables, MakersOfParts Makers, PrerequisiteTargets Prerequisites);

    private static List<NamedTarget> Found(Names names, Dependency dependency, Standing receiver)
    {
        var (on, what) = (new WordRun(dependency.On), new WordRun(dependency.What));
        var itself = TargetRef.Of(receiver.Initiative.Id);
        var found = names.Outright.In(on).ToList();
        // Who asks itself alone is told so; beside others, and in the words of what is needed, its own name says nothing.
        if (found.Count > 1) found.RemoveAll(named => named.Target == itself);
        foreach (var named in names.Outright.In(what))
        {
            if (named.Target != itself && !found.Exists(other => other.Target == named.Target)) found.Add(named with { Score = InText(named) });
        }

        if (!found.Exists(IsSureThing)) AddLike(found, names, on.Count > 0 ? dependency.On! : dependency.What, receiver);
        return names.Deliverables.With(names.Makers.With(found, receiver), what, receiver);
    }

    // What is left when the organisations' names are taken out: misspelt, or like a name.
    private static void AddLike(List<NamedTarget> found, Names names, string? text, Standing receiver)
    {
        var organisations = found.Where(named => named.Target.Kind == TargetKind.Organisation).ToList();
        foreach (var named in organisations) text = text?.Replace(named.Words, " ", StringComparison.Ordinal);
        var rest = new WordRun(text);
        List<NamedTarget> like = names.Outright.Nearly(rest) is { } near ? [near] : names.Like.Of(rest, receiver, [.. organisations.Select(named => named.Target.Key)], MostLike);
        found.AddRange(like.Where(one => !found.Exists(other => other.Target == one.Target)));
    }

    private static bool IsSureThing(NamedTarget named) => named.Target.Kind is not TargetKind.Organisation && named.Score >= NameIndex.Threshold;

    // The second field tells what is needed: names stand in it too, and everyday words that are somebody's name.
    private static decimal InText(NamedTarget named) =>
        named.Target.Kind == TargetKind.Initiative && (named.Rule == NamingRule.Abbreviation || IsEverydayWord(named.Words)) ? Math.Min(named.Score, NameIndex.EverydayWord) : named.Score * InWhat;

    private static bool IsEverydayWord(string words) => words.All(letter => char.IsLower(letter));

    private static RegisteredNeed Resolved(RegisteredNeed need, IReadOnlyList<NamedTarget> found, bool elsewhere)
    {
        var named = Surest(found, one => one.Score >= NameIndex.Threshold);
        var suggested = Surest(found, one => one.Score < NameIndex.Threshold);
        return need with
        {
            Named = named,
            Suggested = suggested,
            State = named.Length > 0 ? NamingState.Resolved : elsewhere ? NamingState.Elsewhere : suggested.Length > 0 ? NamingState.ToDecide : NamingState.Unresolved,
        };
    }

    private static ImmutableArray<NamedTarget> Surest(IReadOnlyList<NamedTarget> found, Func<NamedTarget, bool> wanted) => found switch
    {
        [] => [],
        [var only] => wanted(only) ? [only] : [],
        _ => [.. found.Where(wanted).OrderByDescending(one => one.Score)],
    };
}
