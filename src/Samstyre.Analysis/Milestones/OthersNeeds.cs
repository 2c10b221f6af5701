using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What others need from an initiative, as it stands in the register of dependencies.</summary>
public static class OthersNeeds
{
    /// <summary>The open dependencies that others report on it, or on a part of the common foundation that it makes, in the register's order. Prerequisites are left out: nobody answers them.</summary>
    public static IEnumerable<RegisteredNeed> On(DependencyRegister register, Guid giver) =>
        register.On.TryGetValue(TargetRef.Of(giver), out var waiting) ? waiting.Where(need => need is { IsPrerequisite: false, IsClosed: false } && need.Receiver.Initiative.Id != giver) : [];

    /// <summary>A giver's last answer to a need; null where it has given none.</summary>
    public static NeedAnswer? AnswerOf(IEnumerable<NeedAnswer> answers, RegisteredNeed need, Guid giver) =>
        answers.FirstOrDefault(answer => answer.Giver == giver && answer.Receiver == need.Receiver.Initiative.Id && answer.Need == need.Key);
}
