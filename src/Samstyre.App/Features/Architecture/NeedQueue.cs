using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Something that was answered about a dependency: by a giver, or to a question.</summary>
/// <param name="Receiver">Whose dependency.</param>
/// <param name="Key">Which.</param>
/// <param name="From">The initiative that answered.</param>
/// <param name="Kind">A giver's answer; null for the reply to a question.</param>
/// <param name="DeliverBy">When it will deliver; null where it gave no date, always for a reply.</param>
/// <param name="Words">What it says.</param>
/// <param name="At">When.</param>
/// <param name="By">Code of who answered.</param>
internal sealed record Answered(Guid Receiver, string Key, Guid From, AnswerKind? Kind, PartialDate? DeliverBy, string Words, DateTimeOffset At, string By);

/// <summary>What waits in a round.</summary>
/// <param name="Words">Dependencies whose words name nothing sure: those with suggestions first, of each the critical first.</param>
/// <param name="Contradictions">The gravest first.</param>
/// <param name="Answers">The latest first.</param>
/// <param name="Questions">All that was asked, the latest first.</param>
internal sealed record NeedQueue(IReadOnlyList<RegisteredNeed> Words, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<Answered> Answers, IReadOnlyList<NeedQuestion> Questions)
{
    public static NeedQueue Of(NeedBook book, IReadOnlyList<NeedQuestion> questions, NeedFilter filter)
    {
        var own = book.Register.Needs.Where(need => !need.IsPrerequisite).ToList();
        var words = own.Where(need => need.State is NamingState.ToDecide or NamingState.Unresolved && !need.IsClosed && filter.Shows(need.Receiver, need.Criticality))
            .OrderBy(need => need.State).ThenBy(need => need.Criticality is null).ThenBy(need => need.Criticality);
        var contradictions = book.Contradictions.Where(one => filter.Shows(one.Receiver, one.Need?.Criticality ?? one.Gone?.Criticality));
        var byKey = own.ToDictionary(need => (need.Receiver.Initiative.Id, need.Key));
        var answers = book.Register.Answers.Select(answer => new Answered(answer.Receiver, answer.Need, answer.Giver, answer.Kind, answer.DeliverBy, answer.Words, answer.AnsweredAt, answer.AnsweredBy))
            .Concat(questions.Where(question => question.Reply is not null).Select(question => new Answered(question.Receiver, question.Need, question.Asked, null, null, question.Reply!, question.RepliedAt!.Value, question.RepliedBy!)))
            .Where(answer => filter.IsAll || (byKey.TryGetValue((answer.Receiver, answer.Key), out var need) && filter.Shows(need.Receiver, need.Criticality)))
            .OrderByDescending(answer => answer.At);
        return new([.. words], [.. contradictions], [.. answers], questions);
    }

    public int Count(NeedPart part) => part switch { NeedPart.Words => Words.Count, NeedPart.Contradictions => Contradictions.Count, _ => Answers.Count };

    /// <summary>The last question about a contradiction; null where nobody has asked.</summary>
    public NeedQuestion? AskedAbout(NeedBook book, Contradiction one)
    {
        var rule = one.Rule.ToString();
        Func<NeedQuestion, bool> isAbout = one switch
        {
            { Need: { } need } => question => IsOn(question, need.Receiver, need.Key),
            { Owner: { } owner, Gone: { } gone } when NeedsBefore.KeyOf(book.Register, owner.Initiative.Id, gone) is var key => question => IsOn(question, owner, key),
            { Part: { } part } when AskGroup.OfPart(book, part.Code) is { } group => question => group.Members.Any(member => IsOn(question, member.KeptOn.Receiver, member.KeptOn.Key)),
            _ => question => one.Around.Any(standing => standing.Initiative.Id == question.Asked),
        };
        return Questions.FirstOrDefault(question => question.Rule == rule && isAbout(question));

        static bool IsOn(NeedQuestion question, Standing receiver, string key) => question.Receiver == receiver.Initiative.Id && question.Need == key;
    }
}
