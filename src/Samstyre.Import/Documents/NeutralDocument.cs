using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Where a block of a document stands. Only what fits the kind of file is given; the line is always there for text.</summary>
public readonly record struct Place(int? Line = null, int? Page = null, int? Slide = null, string? Sheet = null);

/// <summary>A paragraph or a row of a table, in reading order. A paragraph is a row of one cell; that is all the form's engine needs to know.</summary>
/// <param name="Cells">The cells' text, untrimmed markup included; at least one.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="StartsPage">Whether a page or slide begins with it.</param>
public sealed record Block(IReadOnlyList<string> Cells, Place Place, bool StartsPage = false)
{
    /// <summary>Whether the file doesn't tell for sure which cells there are, or shows only a part of them.</summary>
    public bool IsDoubtful { get; init; }
}

/// <summary>What every reader of a file format produces and the engine that knows the form consumes.</summary>
/// <param name="FileName">The file's name, without folders.</param>
/// <param name="Blocks">The blocks in reading order; blank ones left out.</param>
public sealed record NeutralDocument(string FileName, IReadOnlyList<Block> Blocks)
{
    /// <summary>What the file says of itself out of sight; null where it is no form that the system handed out.</summary>
    public FormMark? Mark { get; init; }
}
