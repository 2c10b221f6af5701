using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Reads the register from the reports of a round.</summary>
internal static class DependencyReader
{
    // What stands in the second field names the giver less surely than the field that asks for it.
    private const decimal InWhat = 0.95m;

    /// <summary>Every dependency that says something and every prerequisite that is stated, with what they name.</summary>
    public static DependencyRegister Read(RoundContent round)
    {
        var catalogue = TargetCatalogue.Of(round);
        var index = new NameIndex(catalogue, round.KnownNames);
        var nowhere = round.KnownNames.Where(name => name.Target is null).Select(name => WordRun.Key(name.Words)).ToHashSet(StringComparer.Ordinal);
        var deliverables = new DeliverableNames(round);
        var needs = ImmutableArray.CreateBuilder<RegisteredNeed>(round.Reports.Length * 4);
        foreach (var (standing, report) in round.Entries)
        {
            var keys = NeedKey.Of(report);
            for (var row = 0; row < report.Dependencies.Count; row++)
            {
                var dependency = report.Dependencies[row];
                if (!ReportedNeeds.SaysSomething(dependency)) continue;
                var need = new RegisteredNeed(standing, keys[row], row) { Dependency = dependency, NeededBy = dependency.Deadline, IsClosed = DependencyRows.IsClosed(dependency) };
                needs.Add(Resolved(need, Found(index, deliverables, dependency, standing), nowhere.Contains(WordRun.Key(dependency.On))));
            }

            var order = 0;
            foreach (var (kind, prerequisite) in report.Prerequisites.Rows())
            {
                if (prerequisite is not null && (prerequisite.Criticality is not null || !string.IsNullOrWhiteSpace(prerequisite.When)))
                {
                    var need = new RegisteredNeed(standing, kind, order) { Prerequisite = prerequisite, NeededBy = round.DateOf(prerequisite.When), IsClosed = DoneWords.Say(prerequisite.When) };
                    needs.Add(Resolved(need, PrerequisiteTargets.Of(kind, report, round.Snapshot.Definition, index, standing), false));
                }

                order++;
            }
        }

        return new(round.Snapshot, [.. round.Entries.Select(entry => new RegisterEntry(entry.Standing, entry.Report.Deliverables, entry.Report.BenefitAmountMnok, entry.Report.AffectedActorsText))], needs.ToImmutable(), catalogue)
        {
            Answers = round.Answers,
            Before = round.DependenciesBefore,
        };
    }

    private static List<NamedTarget> Found(NameIndex index, DeliverableNames deliverables, Dependency dependency, Standing receiver)
    {
        var found = new List<NamedTarget>();
        var on = new WordRun(dependency.On);
        var what = new WordRun(dependency.What);
        found.AddRange(index.In(on));
        foreach (var named in index.In(what))
        {
            if (!found.Exists(other => other.Target == named.Target)) found.Add(named with { Score = named.Score * InWhat });
        }

        if (found.Count == 0 && index.Nearly(on) is { } near) found.Add(near);
        // Who names itself as its own giver is told so; in the words of what it needs its own name says nothing.
        var itself = TargetRef.Of(receiver.Initiative.Id);
        if (found.Count > 1) found.RemoveAll(named => named.Target == itself);
        return deliverables.With(found, what, receiver);
    }

    private static RegisteredNeed Resolved(RegisteredNeed need, List<NamedTarget> found, bool elsewhere)
    {
        var named = found.Where(one => one.Score >= NameIndex.Threshold).OrderByDescending(one => one.Score).ToImmutableArray();
        var suggested = found.Where(one => one.Score < NameIndex.Threshold).OrderByDescending(one => one.Score).ToImmutableArray();
        return need with
        {
            Named = named,
            Suggested = suggested,
            State = named.Length > 0 ? NamingState.Resolved : elsewhere ? NamingState.Elsewhere : suggested.Length > 0 ? NamingState.ToDecide : NamingState.Unresolved,
        };
    }
}
