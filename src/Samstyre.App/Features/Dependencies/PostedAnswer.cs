using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Dependencies;

/// <summary>An answer as somebody filled it in.</summary>
/// <param name="Kind">What they chose; empty where they did not.</param>
/// <param name="Date">When they deliver, as they wrote it.</param>
/// <param name="Certainty">How sure; empty where they did not choose.</param>
/// <param name="Words">What they wrote.</param>
internal sealed record PostedAnswer(string Kind, string Date, string Certainty, string Words)
{
    /// <summary>Fields of a form; the dependency's key follows, so that each of a page has its own.</summary>
    public const string KindField = "svar", DateField = "dato", CertaintyField = "sikkerhet", WordsField = "ord";

    public static PostedAnswer Nothing { get; } = new("", "", "", "");

    public static PostedAnswer Of(DeskVisit desk, string key) =>
        new(desk.Posted($"{KindField}-{key}"), desk.Posted($"{DateField}-{key}").Trim(), desk.Posted($"{CertaintyField}-{key}"), desk.Posted($"{WordsField}-{key}").Trim());

    /// <summary>The answer, or what is wrong with it at its field.</summary>
    public Outcome<NeedAnswer> Read(RegisteredNeed need, Guid giver, string actor, DateTimeOffset now)
    {
        if (ValueOf<AnswerKind>(Kind) is not { } kind) return new Problem("AnswerKindMissing", KindField, "Choose what you answer.");
        var date = WrittenDate.Read(Date);
        if (Date.Length > 0 && date is null) return new Problem("AnswerDateUnclear", DateField, "Write the date as 15.03.2021, mars 2021 or 2021.");
        return new NeedAnswer(need.Receiver.Initiative.Id, need.Key, giver, kind, date, kind == AnswerKind.Rejected ? null : ValueOf<Certainty>(Certainty), Words, now, actor);
    }

    private static T? ValueOf<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString() == name) return value;
        }

        return null;
    }
}
