namespace Samstyre.Domain;

/// <summary>Why a person's command was refused.</summary>
/// <param name="Code">Stable name of the refusal, and key of its sentence in the text resources.</param>
/// <param name="Field">The input it concerns; null where it concerns the whole.</param>
/// <param name="Sentence">What is wrong and what to do, in English; screens look up <paramref name="Code"/>.</param>
public sealed record Problem(string Code, string? Field, string Sentence);

/// <summary>The value that a command gave, or the problems for which it was refused. The only result type in the house.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Problem> problems)
    {
        this.value = value;
        Problems = problems;
    }

    /// <summary>Empty when the command was carried out.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether it was carried out.</summary>
    public bool Succeeded => Problems.Count == 0;

    /// <summary>What the command gave.</summary>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused: {Problems[0].Code}.");

    /// <summary>Carried out.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, [problem]);
}
