using System.Security.Cryptography;
using System.Text;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A change of segment that follows from what an initiative reports. People accept or decline it.</summary>
/// <param name="Standing">The initiative as it stood.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="From">Code of the segment that it is in.</param>
/// <param name="To">Code of the segment that it is proposed for.</param>
/// <param name="Evidence">The facts that the rule rests on, in a form that is the same as long as they are.</param>
/// <param name="Sentence">Why, for people.</param>
public sealed record SegmentProposal(Standing Standing, string Rule, string From, string To, string Evidence, LocalText Sentence)
{
    /// <summary>A short form of the evidence: another one means that the facts have changed.</summary>
    public string EvidenceKey { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Evidence)))[..32];
}
