using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Something wrong with a file as a whole or with a line of it, so that a form could not be read.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1; null for the whole file.</param>
/// <param name="Code">Stable name, key of its sentence in the text resources.</param>
/// <param name="Message">What is wrong and what to do, one English sentence.</param>
/// <param name="Field">The field's path in the interchange format; null where it is about none.</param>
public sealed record FileProblem(string File, int? Line, string Code, string Message, string? Field = null)
{
    /// <summary>The problem with its place, as a compiler would print it.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Message}" : $"{File}: {Message}";
}

/// <summary>What a file gave: the reports that could be read, and the problems of the rest.</summary>
public sealed record FileReading(IReadOnlyList<Report> Reports, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>The mark of the one form in the file; null where it has none, or several forms.</summary>
    public FormMark? Mark { get; init; }

    /// <summary>A file of which nothing could be read.</summary>
    public static FileReading Failed(FileProblem problem) => new([], [problem]);
}
