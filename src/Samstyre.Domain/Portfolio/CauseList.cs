using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samstyre.Domain;

/// <summary>The common causes of yellow and red status with the words that tell of them, as data of a portfolio.</summary>
/// <param name="Causes">In the order in which figures of equal size show them.</param>
/// <param name="Negations">Words that take back the one after them: "not", "without".</param>
public sealed record CauseList(IReadOnlyList<Cause> Causes, WordList Negations)
{
    private static readonly Lazy<CauseList> builtIn = new(ReadBuiltIn);

    /// <summary>What a portfolio has that says nothing else: the list that is built into this assembly.</summary>
    public static CauseList Default => builtIn.Value;

    private static CauseList ReadBuiltIn()
    {
        using var stream = typeof(CauseList).Assembly.GetManifestResourceStream("causes.json") ?? throw new InvalidOperationException("Not built in: causes.json.");
        return JsonSerializer.Deserialize(stream, CauseListJsonContext.Default.CauseList) ?? throw new InvalidOperationException("The built-in list of causes is empty.");
    }
}

/// <summary>A common cause of yellow or red status, with the words that tell of it.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">Words and phrases. A star stands for the rest of a word: <c>forsink*</c> is how it begins, <c>*ressurs*</c> anywhere in it, <c>sen</c> the whole word.</param>
public sealed record Cause(string Key, LocalText Name, WordList Words);

/// <summary>Words by language. Those of Bokmål and Nynorsk are looked for in the same texts: people mix them.</summary>
/// <param name="Bokmal">Bokmål.</param>
/// <param name="Nynorsk">Nynorsk.</param>
/// <param name="English">English.</param>
public sealed record WordList(IReadOnlyList<string> Bokmal, IReadOnlyList<string> Nynorsk, IReadOnlyList<string> English);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CauseList))]
internal sealed partial class CauseListJsonContext : JsonSerializerContext;
