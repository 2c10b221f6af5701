using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Finds which deliverable of a named initiative a dependency is about: by the words that the two have in common.</summary>
internal sealed class DeliverableNames(RoundContent round)
{
    private const int Stem = 6;
    private const int ShortestWord = 4;
    private const decimal Enough = 0.5m;

    private readonly Dictionary<Guid, IReadOnlyList<Deliverable>> own = round.Entries.ToDictionary(entry => entry.Standing.Initiative.Id, entry => entry.Report.Deliverables);
    private readonly Dictionary<Guid, ulong[][]> words = [];

    // Filled anew for each text: tens of thousands are read.
    private readonly WordRun text = new();
    private readonly HashSet<ulong> stems = [];
    private readonly HashSet<ulong> asked = [];

    /// <summary>What was found, with the deliverables that the words are about.</summary>
    public List<NamedTarget> With(List<NamedTarget> found, WordRun what, Standing receiver)
    {
        if (what.Count == 0 || !found.Exists(named => named.Target.Kind == TargetKind.Initiative)) return found;
        var with = new List<NamedTarget>(found);
        foreach (var named in found)
        {
            if (named.Target.Initiative is { } giver && giver != receiver.Initiative.Id && About(giver, what) is { } about)
                with.Add(new(TargetRef.Of(giver, about.Number), new(own[giver][about.Number].Text), named.Score * Math.Min(1, about.Share), named.Words, NamingRule.Likeness));
        }

        return with;
    }

    /// <summary>The number of an initiative's deliverable that words are about, from 0, and how much of the shorter text is in both, 0-1; null where less than half is.</summary>
    public (int Number, decimal Share)? About(Guid initiative, WordRun what)
    {
        asked.Clear();
        AddWords(what, asked);
        if (asked.Count == 0 || !own.TryGetValue(initiative, out var deliverables)) return null;
        if (!words.TryGetValue(initiative, out var each)) words[initiative] = each = WordsOf(deliverables);
        (int Number, decimal Share)? best = null;
        for (var at = 0; at < each.Length; at++)
        {
            if (each[at].Length == 0) continue;
            var common = 0;
            foreach (var stem in each[at])
            {
                if (asked.Contains(stem)) common++;
            }

            var covers = (decimal)common / Math.Min(each[at].Length, asked.Count);
            if (common > 0 && covers >= Enough && covers > (best?.Share ?? 0)) best = (at, covers);
        }

        return best;
    }

    private ulong[][] WordsOf(IReadOnlyList<Deliverable> deliverables)
    {
        var each = new ulong[deliverables.Count][];
        for (var at = 0; at < each.Length; at++)
        {
            stems.Clear();
            text.Read(deliverables[at].Text);
            AddWords(text, stems);
            each[at] = [.. stems];
        }

        return each;
    }

    // The beginnings of the words, as numbers: these are many, and kept while a round is read.
    private static void AddWords(WordRun text, HashSet<ulong> stems)
    {
        for (var at = 0; at < text.Count; at++)
        {
            var letters = text.Letters(at, 1);
            if (letters.Length >= ShortestWord || NameVariants.IsAbbreviation(text.Written(at, 1))) stems.Add(LetterHash.Of(letters[..Math.Min(Stem, letters.Length)]));
        }
    }
}
