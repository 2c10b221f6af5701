using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A field of the form as a file has it, where that is not what stands in the form.</summary>
/// <param name="Field">Path of the field in the form; of a list (<c>deliverables</c>) its rows in order; of a row (<c>deliverables.2</c>) whether it is there.</param>
/// <param name="Text">What the file has, as it would be written in the field; of a row that the file lacks, nothing.</param>
/// <param name="Line">Line of the file; null where it has none.</param>
/// <param name="Findings">Why a person should look before it counts; empty where the reader was sure.</param>
public sealed record ReadField(string Field, string Text, int? Line, IReadOnlyList<Finding> Findings);
