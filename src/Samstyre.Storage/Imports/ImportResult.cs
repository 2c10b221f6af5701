using System.Security.Cryptography;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A file that is brought in.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Bytes">Byte for byte.</param>
/// <param name="Sha256">The hash of <paramref name="Bytes"/>.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Sha256)
{
    /// <summary>What the file's one form says of itself out of sight; null where it has no mark of this portfolio.</summary>
    public FormMark? Mark { get; init; }

    /// <summary>Hash of the mapping of columns that it is read under; empty for a file that needs none. The same file under another mapping is read anew.</summary>
    public ReadOnlyMemory<byte> MappingSha256 { get; init; }

    /// <summary>A file with its hash.</summary>
    public static SourceFile Of(string name, byte[] bytes) => new(name, bytes, SHA256.HashData(bytes));
}

/// <summary>What became of a form.</summary>
public enum FormOutcome
{
    /// <summary>The initiative's first report in the round.</summary>
    Added,

    /// <summary>A new revision of the initiative's report in the round; the one before is kept.</summary>
    Revised,

    /// <summary>It says what the initiative's report in the round says already; nothing was stored.</summary>
    Unchanged,

    /// <summary>It names no initiative; it is kept for a person to look at.</summary>
    Unmatched,
}

/// <summary>What became of one form of a file.</summary>
/// <param name="Line">First line of the form; null where the file has no lines.</param>
/// <param name="Name">The name in the form; null where it has none.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="MatchedBy">How its initiative was found.</param>
/// <param name="InitiativeId">Its initiative; null where there is none, and for a new one in a dry run.</param>
/// <param name="NationalId">National id of its initiative; null where it has none.</param>
/// <param name="IsNewInitiative">Whether the initiative became known by this form.</param>
/// <param name="Revision">Revision of the report that stands now; null for an unmatched form.</param>
/// <param name="OpenQuestions">Findings of the form of severity error or review, those of <paramref name="Added"/> included.</param>
/// <param name="Added">Findings that the matching added to those of the reader.</param>
public sealed record FormResult(
    int? Line, string? Name, FormOutcome Outcome, MatchKind MatchedBy, Guid? InitiativeId, int? NationalId, bool IsNewInitiative, int? Revision, int OpenQuestions, IReadOnlyList<Finding> Added);

/// <summary>What became of a file.</summary>
/// <param name="ImportId">Identity of the import; of the earlier one where the round had this file already; null for a dry run.</param>
/// <param name="AlreadyImported">The round had this very file already, and nothing was changed.</param>
/// <param name="DryRun">Nothing was stored: this is what would have become of it.</param>
/// <param name="Forms">Its forms in the order of the file; empty where it was already imported.</param>
public sealed record ImportResult(Guid? ImportId, bool AlreadyImported, bool DryRun, IReadOnlyList<FormResult> Forms)
{
    /// <summary>How many forms had that outcome.</summary>
    public int Count(FormOutcome outcome) => Forms.Count(form => form.Outcome == outcome);

    /// <summary>How many initiatives became known.</summary>
    public int NewInitiatives => Forms.Count(form => form.IsNewInitiative);
}
